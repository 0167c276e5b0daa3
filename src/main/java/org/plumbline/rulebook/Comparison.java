package org.plumbline.rulebook;

/** The four order comparisons. */
public enum Comparison {
    AT_LEAST(">="),
    MORE_THAN(">"),
    AT_MOST("<="),
    LESS_THAN("<");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign as people write it in a program: {@code >=}. */
    public String sign() {
        return sign;
    }

    /** Whether {@code a} stands in this relation to {@code b}. */
    public boolean holds(long a, long b) {
        return switch (this) {
            case AT_LEAST -> a >= b;
            case MORE_THAN -> a > b;
            case AT_MOST -> a <= b;
            case LESS_THAN -> a < b;
        };
    }

    /** Whether the compared value must be large enough, not small enough. */
    public boolean wantsMore() {
        return this == AT_LEAST || this == MORE_THAN;
    }

    /** The comparison of a sign. */
    public static Comparison ofSign(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("not a comparison: " + sign);
    }
}
