package org.plumbline.publication.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.Measure;
import org.plumbline.rulebook.json.Json;

/** Figures of indicators as a table for other programs: CSV in UTF-8 with a byte order mark, and JSON. */
final class IndicatorData {
    private static final List<String> HEADS = List.of(
            "indicator",
            "measure",
            "name_zh",
            "name_en",
            "place",
            "class",
            "on_date",
            "edition",
            "value",
            "form",
            "unit",
            "numerator",
            "denominator",
            "counted",
            "missing",
            "inapplicable",
            "note",
            "synthetic");

    private final Shot shot;
    private final List<Indicator> indicators;

    /** A table of some indicators. */
    IndicatorData(Shot shot, List<Indicator> indicators) {
        this.shot = shot;
        this.indicators = indicators;
    }

    /** The table as CSV; a figure that is held back or cannot be said is an empty cell, never a zero. */
    byte[] csv(List<IndicatorValue> values) {
        StringWriter text = new StringWriter();
        text.append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADS);
            rows(values).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The table as a JSON array of objects with the same names; numbers are numbers, what cannot be said is null. */
    byte[] json(List<IndicatorValue> values) {
        List<String> numbers = List.of("value", "numerator", "denominator", "counted", "missing", "inapplicable");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<String> cells : rows(values)) {
            Map<String, @Nullable Object> row = new TreeMap<>();
            for (int i = 0; i < HEADS.size(); i++) {
                String cell = cells.get(i);
                row.put(
                        HEADS.get(i),
                        cell.isEmpty() && !HEADS.get(i).equals("class")
                                ? null
                                : numbers.contains(HEADS.get(i))
                                        ? Json.Number.ofDecimal(cell)
                                        : HEADS.get(i).equals("synthetic") ? Boolean.valueOf(cell) : cell);
            }
            rows.add(row);
        }
        return Json.write(rows).getBytes(StandardCharsets.UTF_8);
    }

    private List<List<String>> rows(List<IndicatorValue> values) {
        Map<String, List<IndicatorValue>> byMeasure =
                values.stream().collect(Collectors.groupingBy(IndicatorValue::measure));
        List<List<String>> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (Measure measure : indicator.measures()) {
                byMeasure
                        .getOrDefault(measure.id(), List.of())
                        .forEach(value -> rows.add(row(indicator, measure, value)));
            }
        }
        return rows;
    }

    private List<String> row(Indicator indicator, Measure measure, IndicatorValue value) {
        return List.of(
                IndicatorBook.NS + indicator.notation(),
                IndicatorBook.NS + measure.id(),
                measure.name().zh(),
                measure.name().en(),
                value.place(),
                value.siteClass(),
                shot.publication().onDate().toString(),
                shot.key(),
                plain(value.value()),
                measure.form().name().toLowerCase(Locale.ROOT),
                measure.unit().en(),
                plain(value.numerator()),
                plain(value.denominator()),
                Long.toString(value.counted()),
                Long.toString(value.missing()),
                Long.toString(value.inapplicable()),
                value.note().name().toLowerCase(Locale.ROOT),
                Boolean.toString(shot.publication().synthetic()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
