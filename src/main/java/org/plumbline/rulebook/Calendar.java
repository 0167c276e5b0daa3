package org.plumbline.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Working days of the years whose holiday arrangements are known (State Council notices), make-up days included. */
public final class Calendar {
    /** The answer of {@link #workingDays} when a year of the span has no calendar. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** No year is known. */
    public static final Calendar NONE = new Calendar(0, 0, List.of(), List.of());

    private final int firstYear;
    private final int years;
    private final List<Integer> holidays;
    private final List<Integer> workdays;
    private final int firstDay;
    /** How many days up to and including each day of the years covered are worked, from the day before them. */
    private final int[] worked;

    /**
     * A calendar.
     *
     * @param firstYear first calendar year covered
     * @param years number of consecutive years covered
     * @param holidays days off, as days since 1970-01-01
     * @param workdays weekend days that are worked
     */
    public Calendar(int firstYear, int years, List<Integer> holidays, List<Integer> workdays) {
        this.firstYear = firstYear;
        this.years = years;
        this.holidays = List.copyOf(holidays);
        this.workdays = List.copyOf(workdays);
        firstDay = (int) LocalDate.of(firstYear, 1, 1).toEpochDay();
        int days = years == 0 ? 0 : (int) LocalDate.of(firstYear + years, 1, 1).toEpochDay() - firstDay;
        worked = new int[days + 1];
        Set<Integer> off = new HashSet<>(holidays);
        Set<Integer> made = new HashSet<>(workdays);
        for (int i = 0; i < days; i++) {
            DayOfWeek day = LocalDate.ofEpochDay(firstDay + i).getDayOfWeek();
            boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            worked[i + 1] = worked[i] + ((weekend ? made.contains(firstDay + i) : !off.contains(firstDay + i)) ? 1 : 0);
        }
    }

    /** First calendar year covered. */
    public int firstYear() {
        return firstYear;
    }

    /** Number of consecutive years covered. */
    public int years() {
        return years;
    }

    /** Days off, as days since 1970-01-01. */
    public List<Integer> holidays() {
        return holidays;
    }

    /** Weekend days that are worked. */
    public List<Integer> workdays() {
        return workdays;
    }

    /** Working days after {@code from} up to and including {@code to}; {@link #UNKNOWN} outside the years covered. */
    public int workingDays(long from, long to) {
        if (to <= from) {
            return 0;
        }
        if (from + 1 < firstDay || to - firstDay >= worked.length - 1) {
            return UNKNOWN;
        }
        return worked[(int) (to - firstDay) + 1] - worked[(int) (from - firstDay) + 1];
    }
}
