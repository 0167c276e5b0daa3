package org.plumbline.rulebook;

/**
 * The computing of expressions on one day: what they need besides the facts, and the value that the last one gave, {@code number
 * / divisor × 10^-scale}, the scale being a property of the expression. The divisor is above zero, and 1 but for the result of
 * the one division that an expression may hold. Dates and booleans use {@code number} alone.
 */
final class Computation {
    /** Below it whole numbers are exact as doubles, and so is every product of a rounded quotient with its divisor. */
    private static final long DOUBLE_LIMIT = 1L << 52;

    private final int onDay;
    private final int onDayParts;
    private final Calendar calendar;

    long number;
    long divisor = 1;

    Computation(int onDay, Calendar calendar) {
        this.onDay = onDay;
        this.calendar = calendar;
        onDayParts = Dates.parts(onDay);
    }

    /** The assessment date. */
    int onDay() {
        return onDay;
    }

    /** The calendar of working days. */
    Calendar calendar() {
        return calendar;
    }

    /** {@link Dates#parts} of {@code day}, which is the assessment date more often than not. */
    int parts(long day) {
        return day == onDay ? onDayParts : Dates.parts(day);
    }

    void set(long newNumber) {
        number = newNumber;
        divisor = 1;
    }

    /** The value at {@code scale} rounded half-even to millionths. */
    long micros(int scale) {
        long top = scale <= Micros.PLACES ? number * Micros.power(Micros.PLACES - scale) : number;
        long bottom = scale <= Micros.PLACES ? divisor : divisor * Micros.power(scale - Micros.PLACES);
        if (bottom == 1) {
            return top;
        }
        long floor = floor(top, bottom);
        long rest = top - floor * bottom;
        long half = bottom - rest;
        // Up when rest > half, or equal and the floor odd: the sign says so without a branch that nobody can foresee.
        return floor + (half - rest - (floor & 1) >>> Long.SIZE - 1);
    }

    /** The floor of a quotient; by the far cheaper division of doubles where that is at most one off. */
    private static long floor(long top, long bottom) {
        if (Math.abs(top) >= DOUBLE_LIMIT || bottom >= DOUBLE_LIMIT) {
            return Math.floorDiv(top, bottom);
        }
        long near = (long) ((double) top / (double) bottom);
        long rest = top - near * bottom;
        return rest < 0 ? near - 1 : rest >= bottom ? near + 1 : near;
    }
}
