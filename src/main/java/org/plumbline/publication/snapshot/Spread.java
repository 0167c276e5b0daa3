package org.plumbline.publication.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the scores of some sites spread.
 *
 * @param steps sites by score: 20 counts of {@link #STEP} points each, a score of 100 in the last; empty without a score
 * @param quartiles lowest score, first quartile, median, third quartile and highest in hundredths, each the score of a site (nearest rank); empty
 *     without a score
 */
public record Spread(List<Integer> steps, List<Integer> quartiles) {
    /** Points that a step spans. */
    public static final int STEP = 5;

    private static final int STEPS = 100 / STEP;
    private static final int QUARTERS = 4;

    /** Of no scores. */
    static final Spread NONE = new Spread(List.of(), List.of());

    /** Of scores in hundredths. */
    static Spread of(IntStream scores) {
        int[] sorted = scores.sorted().toArray();
        if (sorted.length == 0) {
            return NONE;
        }
        int[] steps = new int[STEPS];
        Arrays.stream(sorted).forEach(score -> steps[Math.min(STEPS - 1, score / (STEP * 100))]++);
        return new Spread(
                Arrays.stream(steps).boxed().toList(),
                IntStream.rangeClosed(0, QUARTERS)
                        .mapToObj(quarter -> sorted[Math.max(0, Math.ceilDiv(sorted.length * quarter, QUARTERS) - 1)])
                        .toList());
    }

    /** The five scores from the lowest to the highest, with two decimals; empty without a score. */
    public List<BigDecimal> scores() {
        return quartiles.stream().map(score -> BigDecimal.valueOf(score, 2)).toList();
    }
}
