package org.plumbline.rulebook;

/** Kleene's three truth values, ordered so that {@code and} is the minimum and {@code or} the maximum. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** TRUE when {@code condition} holds, else FALSE. */
    public static Truth of(boolean condition) {
        return condition ? TRUE : FALSE;
    }

    /** Kleene conjunction. */
    public Truth and(Truth other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    /** Kleene disjunction. */
    public Truth or(Truth other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** Kleene negation: UNKNOWN stays UNKNOWN. */
    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }
}
