package org.plumbline.rulebook;

import java.time.LocalDate;

/** Date arithmetic of the standard language; a date is its number of days since 1970-01-01. */
public final class Dates {
    private Dates() {}

    /**
     * The least whole number of months n, below 0 when {@code to} is the earlier, for which {@code from} plus n months reaches
     * {@code to}. Months are begun, not completed, so that a drill of a year and a day ago is 13 months old and misses "within
     * 12 months"; the day is clamped to the end of a short month.
     */
    public static int monthsBegun(long from, long to) {
        LocalDate a = LocalDate.ofEpochDay(from);
        LocalDate b = LocalDate.ofEpochDay(to);
        int months = (b.getYear() - a.getYear()) * 12 + b.getMonthValue() - a.getMonthValue();
        int reachable = Math.min(a.getDayOfMonth(), b.lengthOfMonth());
        return reachable >= b.getDayOfMonth() ? months : months + 1;
    }

    /** The day number of an ISO 8601 date. */
    public static int day(String iso) {
        return (int) LocalDate.parse(iso).toEpochDay();
    }

    /** The ISO 8601 form of a day number. */
    public static String iso(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
