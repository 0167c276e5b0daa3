package org.plumbline.indicator;

import org.jspecify.annotations.Nullable;

/**
 * What one site gives to a measure.
 *
 * @param state whether it counts
 * @param numerator in millionths
 * @param denominator in millionths
 * @param holder the place that holds the fact of the denominator, so that it counts once however many sites stand there; null when
 *     the site itself holds it
 * @param whole whether that place holds the fact of the numerator as well, so that it is the place that counts and not the site
 */
record Contribution(
        State state,
        long numerator,
        long denominator,
        @Nullable String holder,
        boolean whole) {
    static final Contribution MISSING = new Contribution(State.MISSING, 0, 0, null, false);
    static final Contribution INAPPLICABLE = new Contribution(State.INAPPLICABLE, 0, 0, null, false);

    enum State {
        COUNTED,
        MISSING,
        INAPPLICABLE
    }

    static Contribution of(long numerator, long denominator) {
        return new Contribution(State.COUNTED, numerator, denominator, null, false);
    }

    /** The same, held in a place. */
    Contribution heldIn(String place, boolean both) {
        return new Contribution(state, numerator, denominator, place, both);
    }
}
