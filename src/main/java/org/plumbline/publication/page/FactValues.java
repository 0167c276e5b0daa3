package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.Value;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Unit;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Text;

/** Values of facts in their published JSON, as a reader sees them. */
final class FactValues {
    private static final Text ENTRIES = new Text("项", "entries");
    private static final Text NO_UNIT = Text.same("");

    private final FactBook book;

    FactValues(FactBook book) {
        this.book = book;
    }

    /** The fact's name in words; its local name when the vocabulary no longer has it. */
    Text label(String name) {
        FactDefinition fact = book.facts().get(name);
        return fact == null ? Text.same(name) : Standards.text(fact.label());
    }

    /** The value in an entry of a record or submission; null when the entry has none. */
    @Nullable
    Value of(String name, Map<?, ?> entry) {
        if (entry.containsKey("withheld")) {
            return Value.withheld();
        }
        if (entry.containsKey("none")) {
            return Value.none();
        }
        if (entry.get("records") instanceof Map<?, ?> records) {
            return records.isEmpty() ? Value.none() : Value.number(BigDecimal.valueOf(records.size()), ENTRIES);
        }
        Object value = entry.get("value");
        return value == null ? null : typed(book.facts().get(name), value);
    }

    private static Value typed(@Nullable FactDefinition fact, Object value) {
        if (value instanceof Boolean truth) {
            return Value.truth(truth);
        }
        CodeList codes = fact == null ? null : fact.codes();
        if (codes != null) {
            List<Text> labels = new ArrayList<>();
            for (Object code : value instanceof List<?> list ? list : List.of(value)) {
                labels.add(label(codes, String.valueOf(code)));
            }
            return Value.codes(labels);
        }
        String text = String.valueOf(value);
        if (fact == null) {
            return Value.words(text);
        }
        return switch (fact.type()) {
            case INTEGER, DECIMAL -> Value.number(new BigDecimal(text), unit(fact.unit()));
            case DATE -> Value.date(LocalDate.parse(text));
            default -> Value.words(text);
        };
    }

    /** The name of a code; the code itself when the list no longer has it. */
    private static Text label(CodeList codes, String code) {
        int index = codes.indexOf(code);
        return index < 0 ? Text.same(code) : Standards.text(codes.labels().get(index));
    }

    /** The symbol of a unit; empty for none and for plain ratios. */
    static Text unit(@Nullable Unit unit) {
        return unit == null || unit.ucum().equals("1") ? NO_UNIT : Standards.text(unit.symbol());
    }
}
