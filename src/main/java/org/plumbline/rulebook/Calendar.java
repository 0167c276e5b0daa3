package org.plumbline.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Working days of the years whose holiday arrangements are known (State Council notices), make-up days included.
 *
 * @param firstYear first calendar year covered
 * @param years number of consecutive years covered
 * @param holidays days off, as days since 1970-01-01
 * @param workdays weekend days that are worked
 */
public record Calendar(int firstYear, int years, List<Integer> holidays, List<Integer> workdays) {
    /** The answer of {@link #workingDays} when a year of the span has no calendar. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** No year is known. */
    public static final Calendar NONE = new Calendar(0, 0, List.of(), List.of());

    /** Working days after {@code from} up to and including {@code to}; {@link #UNKNOWN} outside the years covered. */
    public int workingDays(long from, long to) {
        if (to <= from) {
            return 0;
        }
        LocalDate first = LocalDate.ofEpochDay(from + 1);
        LocalDate last = LocalDate.ofEpochDay(to);
        if (years == 0 || first.getYear() < firstYear || last.getYear() >= firstYear + years) {
            return UNKNOWN;
        }
        int count = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Integer number = (int) day.toEpochDay();
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend ? workdays.contains(number) : !holidays.contains(number)) {
                count++;
            }
        }
        return count;
    }
}
