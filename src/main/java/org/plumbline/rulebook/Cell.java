package org.plumbline.rulebook;

/**
 * The value of an expression while it is computed: {@code number / divisor × 10^-scale}, the scale being a property of the
 * expression. The divisor is above zero, and 1 but for the result of the one division that an expression may hold. Dates and
 * booleans use {@code number} alone.
 */
final class Cell {
    long number;
    long divisor = 1;

    void set(long newNumber) {
        number = newNumber;
        divisor = 1;
    }

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** 10^exponent, for exponents from 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The value at {@code scale} rounded half-even to millionths. */
    long micros(int scale) {
        long top = scale <= 6 ? number * power(6 - scale) : number;
        long bottom = scale <= 6 ? divisor : divisor * power(scale - 6);
        long floor = Math.floorDiv(top, bottom);
        long rest = top - floor * bottom;
        long half = bottom - rest;
        return rest < half || rest == half && (floor & 1) == 0 ? floor : floor + 1;
    }
}
