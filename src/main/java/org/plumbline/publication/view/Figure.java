package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/**
 * A headline figure. Its name, unit and definition follow from {@code id}; the definition stands on the methods page at
 * {@code #id}.
 *
 * @param id one of {@code sites, assessed, compliance, score, measured}
 * @param value a count for {@code sites}, a score 0..100 for {@code score}, else a share 0..1; null = cannot be said yet
 * @param low lower bound, for {@code score}
 * @param high upper bound, for {@code score}
 * @param n how many sites the figure rests on
 * @param before the same figure a round earlier; null = none
 * @param onDate date of assessment
 * @param path language-free address that leads down to what the figure is made of
 */
public record Figure(
        String id,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        long n,
        @Nullable BigDecimal before,
        LocalDate onDate,
        String path) {

    /** Whether there is a value to show. */
    public boolean known() {
        return value != null;
    }

    /** Up, down, same or none, against the round before. */
    public String way() {
        if (value == null || before == null) {
            return "none";
        }
        return switch (Integer.signum(value.compareTo(before))) {
            case 1 -> "up";
            case -1 -> "down";
            default -> "same";
        };
    }

    /** The value as it is printed; words if it cannot be said yet. */
    public String shown(Page page) {
        return value == null ? page.say("figure.unknown") : form(page, value);
    }

    /** Both bounds as they are printed; empty without bounds. */
    public String bounds(Page page) {
        return low == null || high == null ? "" : page.say("figure.bounds", form(page, low), form(page, high));
    }

    /** The change since the round before in words; empty without one. */
    public String moved(Page page) {
        if (value == null || before == null) {
            return "";
        }
        BigDecimal change = value.subtract(before).abs();
        return switch (id) {
            case "score" -> page.say("figure.points." + way(), page.number(change.setScale(2, RoundingMode.HALF_EVEN)));
            case "sites" -> page.say("figure.count." + way(), page.number(change));
            default ->
                page.say(
                        "figure.share." + way(),
                        page.number(change.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN)));
        };
    }

    private String form(Page page, BigDecimal number) {
        return form(page.lang(), id, number);
    }

    /** A headline figure's value as it is printed. */
    public static String form(Lang lang, String id, BigDecimal number) {
        return switch (id) {
            case "score" -> Format.score(number);
            case "sites" -> Format.number(lang, number);
            default -> Format.share(number);
        };
    }
}
