package org.plumbline.rulebook;

/** Exact decimals in a {@code long} of millionths: at most six decimals, below 10^12 in size. */
public final class Micros {
    /** One, in millionths. */
    public static final long ONE = 1_000_000;

    /** The first size that is refused: 10^12. */
    public static final long LIMIT = 1_000_000_000_000L;

    /** Decimals of a millionth. */
    static final int PLACES = 6;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Micros() {}

    /** 10^exponent, for exponents from 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /**
     * Reads a plain decimal such as {@code -12.5}.
     *
     * @throws NumberFormatException for exponents, more than six decimals, 10^12 and above, or anything not a number
     */
    public static long parse(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.');
        String whole = point < 0 ? text.substring(start) : text.substring(start, point);
        String fraction = point < 0 ? "" : stripZeros(text.substring(point + 1));
        if (whole.isEmpty() && fraction.isEmpty() || !digits(whole) || !digits(fraction)) {
            throw new NumberFormatException("not a plain decimal number: " + text);
        }
        if (fraction.length() > PLACES) {
            throw new NumberFormatException("more than six decimals: " + text);
        }
        long integer = 0;
        for (int i = 0; i < whole.length(); i++) {
            integer = integer * 10 + (whole.charAt(i) - '0');
            if (integer >= LIMIT) {
                throw new NumberFormatException("10^12 or more: " + text);
            }
        }
        long micros = 0;
        for (int i = 0; i < PLACES; i++) {
            micros = micros * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        long value = integer * ONE + micros;
        return text.startsWith("-") ? -value : value;
    }

    /** The shortest plain decimal, without trailing zeros: {@code 20}, {@code 0.5}. */
    public static String format(long micros) {
        return scaled(micros, PLACES);
    }

    /** Formats {@code value} × 10^-places as the shortest plain decimal; {@code places} from 1 to 6. */
    public static String scaled(long value, int places) {
        long unit = power(places);
        long whole = Math.abs(value / unit);
        StringBuilder fraction = new StringBuilder(Long.toString(Math.abs(value % unit)));
        while (fraction.length() < places) {
            fraction.insert(0, '0');
        }
        String decimals = stripZeros(fraction.toString());
        return (value < 0 ? "-" : "") + whole + (decimals.isEmpty() ? "" : "." + decimals);
    }

    private static String stripZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
