package org.plumbline.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a place and a class of sites.
 *
 * @param measure id of the measure
 * @param place code of the place
 * @param siteClass class of the sites, empty for all
 * @param value the figure, at most six decimals; null when no unit counts or the figure is held back
 * @param numerator sum of the numerators; null when held back or when the figure is no quotient of sums
 * @param denominator sum of the denominators; null like the numerator
 * @param counted how many units it rests on: sites, or the places that hold the fact
 * @param missing how many more would belong to it, but nobody has looked, sources differ or what is known is too old
 * @param inapplicable how many it does not concern, such as a site that nothing was asked of
 * @param note what a reader must know of it
 */
public record IndicatorValue(
        String measure,
        String place,
        String siteClass,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long counted,
        long missing,
        long inapplicable,
        Note note) {

    /** What a reader must know of a figure. */
    public enum Note {
        /** Nothing. */
        PLAIN,
        /** Held back, since fewer than five persons stand behind it, or another such figure would follow from it. */
        SUPPRESSED,
        /** Rests on too little to be compared with other places. */
        FEW
    }

    /** The same figure held back: how many units it rests on stays, what they say goes. */
    IndicatorValue suppressed() {
        return new IndicatorValue(
                measure, place, siteClass, null, null, null, counted, missing, inapplicable, Note.SUPPRESSED);
    }
}
