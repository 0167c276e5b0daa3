package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Measure.Form;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * A figure of an indicator, for one place and class of sites.
 *
 * @param id local name of its measure, {@code I04-area}
 * @param name what it is called
 * @param form share, number or score
 * @param unit its unit in words; empty for a share
 * @param decimals digits after the point
 * @param value a share 0..1 or a number; null when it cannot be said or is held back
 * @param numerator sum above the line, null when there is none to show
 * @param denominator sum below the line, null like the numerator
 * @param counted how many sites or places it rests on
 * @param missing how many more would belong to it
 * @param inapplicable how many it does not concern
 * @param held whether it is held back, since few persons stand behind it
 * @param few whether it rests on too little to be compared with others
 * @param anchor what readers compare it with, in the form of the value; null for nothing
 */
public record IndicatorFigure(
        String id,
        Text name,
        Form form,
        Text unit,
        int decimals,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long counted,
        long missing,
        long inapplicable,
        boolean held,
        boolean few,
        @Nullable BigDecimal anchor) {

    /** Whether there is a value to show. */
    public boolean known() {
        return value != null;
    }

    /** The value as it is printed, without its unit; words when it cannot be said. */
    public String shown(Page page) {
        if (value == null) {
            return page.say(held ? "indicator.held" : "indicator.unknown");
        }
        return written(page, value);
    }

    /** The anchor as it is printed; only when there is one. */
    public String anchored(Page page) {
        return written(page, Objects.requireNonNull(anchor));
    }

    private String written(Page page, BigDecimal number) {
        return switch (form) {
            case SHARE -> page.share(number);
            case NUMBER, SCORE -> page.fixed(number, decimals);
        };
    }

    /** The number that charts draw, a share in percent; only when it is known. */
    public BigDecimal plotted() {
        return plotted(value);
    }

    /** The anchor as charts draw it. */
    public BigDecimal anchorPlotted() {
        return plotted(anchor);
    }

    private BigDecimal plotted(@Nullable BigDecimal number) {
        BigDecimal known = Objects.requireNonNull(number);
        return (form == Form.SHARE ? known.movePointRight(2) : known).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** What stands above and below the line, as numbers; empty when there is nothing to show. */
    public String made(Page page) {
        return numerator == null || denominator == null
                ? ""
                : page.say("indicator.made", page.number(round(numerator)), page.number(round(denominator)));
    }

    private static BigDecimal round(BigDecimal sum) {
        return sum.setScale(Math.min(2, Math.max(0, sum.scale())), RoundingMode.HALF_EVEN);
    }

    /** Those missing among those that should count, 0..1. */
    public BigDecimal missingShare() {
        return Part.share(missing, counted + missing);
    }

    /** Whether it is a share, which has a whole to be seen against. */
    public boolean share() {
        return form == Form.SHARE;
    }

    /** The part of a bar of 100% that a share fills, as SVG takes it. */
    public String bar() {
        return width(BigDecimal.ONE);
    }

    /** The part of a whole bar that it fills, as SVG takes it: a share of 100%, anything else of the greatest beside it. */
    public String width(BigDecimal greatest) {
        if (value == null || greatest.signum() <= 0) {
            return "0%";
        }
        BigDecimal whole = form == Form.SHARE ? BigDecimal.ONE : greatest;
        return Part.percent(value.movePointRight(2)
                .divide(whole, 2, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(100)));
    }
}
