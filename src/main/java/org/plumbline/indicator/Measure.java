package org.plumbline.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;

/**
 * One figure of an indicator ({@code pl:IndicatorFigure}).
 *
 * @param id its local name, such as {@code I04-area}: what tables, addresses and the data cube call it
 * @param name what people call it
 * @param formula how it is computed, in words
 * @param form how it is written
 * @param unit its unit in words; both empty for a share
 * @param decimals digits after the point when it is shown; of a share, those of the percentage
 * @param classes classes of sites that it is about; empty for all
 * @param computation what is added up
 * @param factor what the quotient of the sums is multiplied by
 * @param complement whether the figure is 1 less the quotient
 * @param anchor the number of its indicator's anchor in the measure's own form, a share 0..1; null when it has none
 * @param fewest the least denominator for which a place is compared with others, such as 30 answers; 0 for none
 */
public record Measure(
        String id,
        Text name,
        Text formula,
        Form form,
        Text unit,
        int decimals,
        List<String> classes,
        Computation computation,
        BigDecimal factor,
        boolean complement,
        @Nullable BigDecimal anchor,
        long fewest) {

    /** How a figure is written. */
    public enum Form {
        /** 0..1, written as a percentage. */
        SHARE,
        /** A number with a unit. */
        NUMBER,
        /** A score of 0..100. */
        SCORE
    }

    /** Whether sites of a class belong to it. */
    public boolean covers(String siteClass) {
        return classes.isEmpty() || classes.contains(siteClass);
    }
}
