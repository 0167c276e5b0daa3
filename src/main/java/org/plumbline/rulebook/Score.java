package org.plumbline.rulebook;

/**
 * A score as an exact fraction: 100 × earned ÷ possible + bonus, at most 100; all three in thousandths of points.
 */
public record Score(long earned, long possible, long bonus) {
    private static final long FULL = 100_000;

    /** Without possible points there is no score. */
    public boolean exists() {
        return possible > 0;
    }

    /** Whether the exact score is at least {@code least} thousandths. */
    public boolean reaches(long least) {
        return exists() && Math.min(FULL * possible, scaled()) >= least * possible;
    }

    /** The score in hundredths, rounded down: 9125 for 91.25. */
    public long hundredths() {
        return exists() ? Math.min(10_000, scaled() / (10 * possible)) : 0;
    }

    private long scaled() {
        return FULL * earned + bonus * possible;
    }

    /** The score rounded down to two decimals, without trailing zeros. */
    public String text() {
        return Micros.scaled(hundredths(), 2);
    }
}
