package org.plumbline.rulebook;

/** How long an observation may be relied on: a number of months, or of days; neither = it does not age. */
public record Validity(int months, int days) {
    /** Does not age. */
    public static final Validity FOREVER = new Validity(0, 0);

    /** The earliest day of observation that still counts on {@code onDay}; both days since 1970-01-01. */
    public int earliest(int onDay) {
        return months > 0 ? Dates.earliest(onDay, months) : days > 0 ? onDay - days : Integer.MIN_VALUE;
    }

    /** True when an observation of day {@code observed} no longer counts on {@code onDay} (both days since 1970-01-01). */
    public boolean expired(int observed, int onDay) {
        if (months > 0) {
            return Dates.monthsBegun(observed, onDay) > months;
        }
        return days > 0 && onDay - observed > days;
    }
}
