package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the scores of a place's sites spread.
 *
 * @param steps from the step of the lowest score to that of the highest
 * @param scores lowest score, first quartile, median, third quartile and highest
 */
public record ScoreSpread(List<Step> steps, List<BigDecimal> scores) {
    /**
     * Sites whose scores lie between two marks.
     *
     * @param from the lower mark, which belongs to it
     * @param to the upper mark, which belongs to the next; 100 belongs to the last
     * @param count how many sites
     * @param total how many sites have a score
     * @param most how many the fullest step has
     */
    public record Step(int from, int to, long count, long total, long most) {
        /** Share of all, 0..1. */
        public BigDecimal share() {
            return Part.share(count, total);
        }

        /** Width of its bar where the fullest step is 100 %. */
        public String width() {
            return Part.percent(Part.share(count, most).movePointRight(2));
        }
    }
}
