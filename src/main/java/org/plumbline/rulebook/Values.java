package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of facts as people read them, with their unit, in either language. */
public final class Values {
    private static final long HUNDREDTH = Micros.ONE / 100;

    private Values() {}

    /** Two values of one fact and their distance, rounded alike so that they still differ as they should. */
    public record Pair(String actual, String required, String difference) {}

    /** A value with its unit: {@code 480 m²}, {@code 是}, {@code 2026-03-01}, {@code 阅览室、会议室}. */
    public static String show(Fact fact, long value, @Nullable String text, String language) {
        return switch (fact.type()) {
            case TEXT -> text == null ? "" : text;
            case DATE -> Dates.iso(value);
            case BOOLEAN -> language.equals("en") ? (value == 1 ? "yes" : "no") : value == 1 ? "是" : "否";
            case CODE -> codes(fact, 1L << value, language);
            case CODES -> codes(fact, value, language);
            case RECORDS -> Long.toString(value);
            case INTEGER, DECIMAL -> withUnit(Micros.format(value), fact, language);
        };
    }

    /** The labels of the codes whose bits are set. */
    public static String codes(Fact fact, long bits, String language) {
        List<String> labels = new ArrayList<>();
        CodeList list = fact.codes();
        for (int i = 0; list != null && i < list.codes().size(); i++) {
            if ((bits >> i & 1) == 1) {
                labels.add(list.labels().get(i).in(language));
            }
        }
        return String.join(language.equals("en") ? ", " : "、", labels);
    }

    /** Shows a value found beside the value required: to hundredths unless that would hide the difference. */
    static Pair pair(Fact fact, long actual, long required, String language) {
        if (!fact.type().number()) {
            return new Pair(show(fact, actual, null, language), show(fact, required, null, language), "");
        }
        long difference = Math.abs(required - actual);
        boolean fine = difference < HUNDREDTH || required % HUNDREDTH != 0;
        long shown = fine ? actual : Math.floorDiv(actual, HUNDREDTH) * HUNDREDTH;
        return new Pair(
                withUnit(Micros.format(shown), fact, language),
                withUnit(Micros.format(required), fact, language),
                withUnit(Micros.format(Math.abs(required - shown)), fact, language));
    }

    private static String withUnit(String number, Fact fact, String language) {
        Unit unit = fact.unit();
        String symbol =
                unit == null || unit.ucum().equals("1") ? "" : unit.symbol().in(language);
        return symbol.isEmpty() ? number : number + " " + symbol;
    }
}
