package org.plumbline.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Date arithmetic of the standard language; a date is its number of days since 1970-01-01. */
public final class Dates {
    private static final int DAYS_OF_400_YEARS = 146_097;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final int EPOCH = 719_468;
    /** 2^32 / 1461, rounded up: 1461 days in four years. */
    private static final int QUARTER_DAYS_TO_YEARS = 2_939_745;

    private Dates() {}

    /**
     * The least whole number of months n, below 0 when {@code to} is the earlier, for which {@code from} plus n months reaches
     * {@code to}. Months are begun, not completed, so that a drill of a year and a day ago is 13 months old and misses "within
     * 12 months"; the day is clamped to the end of a short month.
     */
    public static int monthsBegun(long from, long to) {
        return monthsBetween(parts(from), parts(to));
    }

    /** The same of {@link #parts}. */
    static int monthsBetween(int a, int b) {
        int months = (b >> 5) - (a >> 5);
        int reachable = Math.min(a & 31, lengthOfMonth(b >> 5));
        return reachable >= (b & 31) ? months : months + 1;
    }

    /**
     * The earliest day from which no more than {@code months} months have begun by {@code onDay}: what was observed before it
     * is older.
     */
    static int earliest(int onDay, int months) {
        int day = (int) LocalDate.ofEpochDay(onDay).minusMonths(months).toEpochDay();
        while (monthsBegun(day, onDay) > months) {
            day++;
        }
        while (monthsBegun(day - 1L, onDay) <= months) {
            day--;
        }
        return day;
    }

    /**
     * Month since the year 0 and day of the month in one number, month × 32 + day. Own arithmetic because the evaluator does this
     * often and a date object each time costs most of its time: years begin in March, so that leap days come last, and divisions
     * are multiplications, exact over the range of a century, by Neri and Schneider, "Euclidean affine functions and their
     * application to calendar algorithms" (2023).
     */
    static int parts(long day) {
        long shifted = day + EPOCH;
        long era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
        int quarters = 4 * (int) (shifted - era * DAYS_OF_400_YEARS) + 3;
        int century = quarters / DAYS_OF_400_YEARS;
        long ofCentury = (long) QUARTER_DAYS_TO_YEARS * (quarters % DAYS_OF_400_YEARS | 3);
        int yearOfCentury = (int) (ofCentury >>> Integer.SIZE);
        int dayOfYear = (int) ((ofCentury & 0xFFFF_FFFFL) / QUARTER_DAYS_TO_YEARS / 4);
        int months = 2141 * dayOfYear + 132_377;
        int year = (int) (era * 400) + century * 100 + yearOfCentury;
        return (year * 12 + (months >> 16)) * 32 + (months & 0xFFFF) / 2141 + 1;
    }

    private static int lengthOfMonth(int months) {
        int year = Math.floorDiv(months, 12);
        return switch (Math.floorMod(months, 12)) {
            case 1 -> (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 3, 5, 8, 10 -> 30;
            default -> 31;
        };
    }

    /**
     * The day number of an ISO 8601 date.
     *
     * @throws DateTimeParseException when it is none of the years 0000 to 9999
     */
    public static int day(String iso) {
        if (iso.length() != "2026-09-01".length()) {
            throw new DateTimeParseException("A date has ten characters", iso, 0);
        }
        return (int) LocalDate.parse(iso).toEpochDay();
    }

    /** The ISO 8601 form of a day number. */
    public static String iso(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
