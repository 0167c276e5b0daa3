package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The printed scale of scores. It starts at 40 so that the bands, which begin at 60, can be told apart on a phone; a score below
 * stands at the left end, and every chart has its numbers beside it.
 */
public final class Scale {
    /** Score at the left end. */
    public static final int START = 40;

    private Scale() {}

    /**
     * Where a score stands, as percentages of the width for SVG attributes.
     *
     * @param at place of the score
     * @param from place of the lower bound
     * @param to place of the upper bound
     * @param width distance between the bounds
     * @param cut whether the lower bound lies left of the scale
     */
    public record Mark(String at, String from, String to, String width, boolean cut) {}

    /**
     * A band's stretch of the scale.
     *
     * @param band the band
     * @param x left end, percent
     * @param width width, percent
     * @param middle middle, percent
     */
    public record Zone(Band band, String x, String width, String middle) {}

    /** Place of a score with its bounds; a score that is not there stands at the left end with no width. */
    public static Mark mark(@Nullable BigDecimal score, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        BigDecimal at = score == null ? BigDecimal.valueOf(START) : score;
        BigDecimal from = low == null ? at : low;
        BigDecimal to = high == null ? at : high;
        boolean cut = from.compareTo(BigDecimal.valueOf(START)) < 0;
        return new Mark(
                percent(at), percent(from), percent(to), Part.percent(place(to).subtract(place(from))), cut);
    }

    /** The stretches of an edition's bands, best band first as the edition lists them. */
    public static List<Zone> zones(List<Band> bands) {
        var zones = new java.util.ArrayList<Zone>();
        BigDecimal end = BigDecimal.valueOf(100);
        for (Band band : bands) {
            BigDecimal from = place(band.leastScore());
            BigDecimal to = place(end);
            BigDecimal middle = from.add(to).divide(BigDecimal.TWO, 2, RoundingMode.HALF_EVEN);
            zones.add(new Zone(band, Part.percent(from), Part.percent(to.subtract(from)), Part.percent(middle)));
            end = band.leastScore();
        }
        return List.copyOf(zones);
    }

    private static String percent(BigDecimal score) {
        return Part.percent(place(score));
    }

    private static BigDecimal place(BigDecimal score) {
        BigDecimal start = BigDecimal.valueOf(START);
        return score.max(start)
                .min(BigDecimal.valueOf(100))
                .subtract(start)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(100 - START), 2, RoundingMode.HALF_EVEN);
    }
}
