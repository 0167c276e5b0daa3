package org.plumbline.publication.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The result of one site against one edition.
 *
 * @param score 0..100, two decimals; null if no points were possible
 * @param low score if every open clause failed; null like {@code score}
 * @param high score if every open clause passed; null like {@code score}
 * @param band band now
 * @param bandLow lowest band the bounds reach
 * @param bandHigh highest band the bounds reach
 * @param measuredShare measured share of the possible points, 0..1
 * @param provisional too little measured, or a veto clause still open
 */
public record Score(
        @Nullable BigDecimal score,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Band band,
        Band bandLow,
        Band bandHigh,
        BigDecimal measuredShare,
        boolean provisional) {

    /** Whether the site has a score at all. */
    public boolean scored() {
        return score != null;
    }

    /** Whether the unknowns could still change the band. */
    public boolean open() {
        return !bandLow.code().equals(bandHigh.code());
    }

    /** Place of the score on the printed scale. */
    public Scale.Mark mark() {
        return Scale.mark(score, low, high);
    }
}
