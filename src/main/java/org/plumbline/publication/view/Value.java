package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.web.Format;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/**
 * A fact's value as a reader sees it.
 *
 * @param text the value in both languages, without its unit
 * @param unit symbol of the unit, empty if it has none
 */
public record Value(Text text, Text unit) {
    private static final Text NO_UNIT = Text.same("");

    /** A measured or counted number. */
    public static Value number(BigDecimal number, Text unit) {
        return new Value(new Text(Format.number(Lang.ZH, number), Format.number(Lang.EN, number)), unit);
    }

    /** Yes or no. */
    public static Value truth(boolean truth) {
        return new Value(Labels.text(truth ? "value.yes" : "value.no"), NO_UNIT);
    }

    /** A day. */
    public static Value date(LocalDate date) {
        return new Value(new Text(Format.date(Lang.ZH, date), Format.date(Lang.EN, date)), NO_UNIT);
    }

    /** Words or a code as they stand. */
    public static Value words(String words) {
        return new Value(Text.same(words), NO_UNIT);
    }

    /** Names of codes; an empty list is what was observed as none. */
    public static Value codes(List<Text> codes) {
        if (codes.isEmpty()) {
            return none();
        }
        return new Value(
                new Text(
                        codes.stream().map(Text::zh).collect(Collectors.joining("、")),
                        codes.stream().map(Text::en).collect(Collectors.joining(", "))),
                NO_UNIT);
    }

    /** Looked, there is none. */
    public static Value none() {
        return new Value(Labels.text("value.none"), NO_UNIT);
    }

    /** Measured, but not public: the value is left out and said to be. */
    public static Value withheld() {
        return new Value(Labels.text("value.withheld"), NO_UNIT);
    }
}
