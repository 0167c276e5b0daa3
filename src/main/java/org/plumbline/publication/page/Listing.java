package org.plumbline.publication.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Print;
import org.plumbline.report.Words;
import org.plumbline.rulebook.json.Json;
import org.plumbline.web.Face;
import org.plumbline.web.SafeCell;
import org.plumbline.web.Text;

/**
 * A table of a page for other programs: the same rows as CSV, as JSON and as the sheet of a workbook.
 *
 * @param about what the table is
 * @param heads its columns
 * @param rows what stands in them: a String, {@link Words}, a BigDecimal, a Long, a Boolean, or null for what is not known. CSV and JSON hold the
 *     English of words, which programs tell apart more easily, and the Chinese beside it in a column of its own
 */
record Listing(About about, List<Head> heads, List<List<? extends @Nullable Object>> rows) {
    /** Forms of a list, as a path parameter's expression. */
    static final String FORMS = "csv|json|xlsx";

    /** Longer lists are refused: all sites are in the dumps. */
    static final int MOST = 20_000;

    /** A list has more rows than a file may. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("A list has more than " + MOST + " rows");
        }
    }

    /**
     * What a table is.
     *
     * @param title its name
     * @param path language-free address of the page that shows it, with all that narrows it, but without edition and moment
     * @param narrowed what it is narrowed to, in words; empty for all there is
     */
    record About(Words title, String path, List<Words> narrowed) {
        private static final Pattern STOP = Pattern.compile("[.。]$");

        /** How many rows there are, and of what. */
        Words found(int rows) {
            return narrowed.isEmpty()
                    ? PaperWords.say("list.found", rows)
                    : PaperWords.say(
                            "list.narrowed",
                            rows,
                            narrowed.stream()
                                    .map(words -> new Words(
                                            STOP.matcher(words.zh()).replaceAll(""),
                                            STOP.matcher(words.english()).replaceAll("")))
                                    .reduce((one, other) -> new Words(
                                            one.zh() + "；" + other.zh(), one.english() + "; " + other.english()))
                                    .orElseThrow());
        }
    }

    /**
     * A column.
     *
     * @param name what programs call it
     * @param label what people call it
     * @param width in points
     * @param words whether it holds {@link Words}, so that files for programs have it a second time, in Chinese, under {@link #chinese}
     */
    record Head(String name, Words label, int width, boolean words) {
        /** A column that people call by the words of a key. */
        static Head of(String name, String key, int width) {
            return new Head(name, PaperWords.say(key), width, false);
        }

        /** The same, of words in both languages. */
        static Head words(String name, String key, int width) {
            return new Head(name, PaperWords.say(key), width, true);
        }

        String chinese() {
            return name + "_zh";
        }
    }

    /**
     * A list about a publication. Each row ends with the date, the edition and whether the facts are made up, for rows are copied without what
     * stood around them.
     */
    static Listing of(Shot shot, About about, List<Head> heads, List<List<? extends @Nullable Object>> rows) {
        List<Head> all = new ArrayList<>(heads);
        all.add(Head.of("on_date", "paper.date", 70));
        all.add(Head.of("edition", "list.edition", 110));
        all.add(Head.of("synthetic", "list.synthetic", 60));
        List<Object> origin = List.of(
                shot.publication().onDate().toString(),
                shot.key(),
                shot.publication().synthetic());
        List<List<? extends @Nullable Object>> whole = new ArrayList<>();
        rows.forEach(row -> {
            List<@Nullable Object> cells = new ArrayList<>(row);
            cells.addAll(origin);
            whole.add(cells);
        });
        return new Listing(about, all, whole);
    }

    /** Code and names of a site. */
    static List<Head> siteHeads() {
        return List.of(
                Head.of("site", "list.code", 120),
                Head.of("name", "col.site", 170),
                Head.of("name_en", "list.english", 170));
    }

    /** What stands under {@link #siteHeads}; the English name is empty where there is none. */
    static List<Object> named(String code, Text name) {
        return List.of(code, name.zh(), name.en().equals(name.zh()) ? "" : name.en());
    }

    /**
     * All rows of a table that is not too long, which is asked before any is read.
     *
     * @param rows how many it has
     * @param read reads up to so many
     * @throws TooLong when it has more rows than a file may
     */
    static <T> List<T> all(long rows, IntFunction<List<T>> read) {
        if (rows > MOST) {
            throw new TooLong();
        }
        return read.apply(MOST);
    }

    /** The other forms of a table that stands at an address; none for a table that is too long for them. */
    static List<Face> faces(String path, long rows) {
        if (rows > MOST) {
            return List.of();
        }
        return List.of(
                new Face("CSV", "text/csv", Face.at(path, "csv")),
                new Face("JSON", "application/json", Face.at(path, "json")),
                new Face("XLSX", Print.Form.XLSX.type(), Face.at(path, "xlsx")));
    }

    /** Comma-separated in UTF-8 with a byte order mark; what is not known is an empty cell, and no text is taken for a formula. */
    byte[] csv() {
        StringWriter text = new StringWriter();
        text.append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heads.stream()
                    .flatMap(head -> head.words() ? Stream.of(head.name(), head.chinese()) : Stream.of(head.name()))
                    .toList());
            rows.forEach(row -> csv.writeRecord(record(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> record(List<? extends @Nullable Object> row) {
        List<String> record = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            record.add(plain(row.get(i)));
            if (heads.get(i).words()) {
                record.add(row.get(i) instanceof Words words ? SafeCell.writeAny(words.zh()) : plain(row.get(i)));
            }
        }
        return record;
    }

    /** An array of objects, each with the columns in their order. */
    byte[] json() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<? extends @Nullable Object> row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < heads.size(); i++) {
                Object value = row.get(i);
                object.put(
                        heads.get(i).name(),
                        switch (value) {
                            case Words words -> words.english();
                            case BigDecimal number -> Json.Number.ofDecimal(number.toPlainString());
                            case Long number -> Json.Number.of(number);
                            case null, default -> value;
                        });
                if (heads.get(i).words()) {
                    object.put(heads.get(i).chinese(), value instanceof Words words ? words.zh() : value);
                }
            }
            objects.add(object);
        }
        return Json.write(objects).getBytes(StandardCharsets.UTF_8);
    }

    /** The table of a paper. */
    Table table() {
        return new Table(
                about.title(),
                null,
                heads.stream()
                        .map(head -> new Column(head.label(), head.width(), Kind.TEXT))
                        .toList(),
                rows.stream()
                        .map(row -> row.stream().map(Listing::cell).toList())
                        .toList());
    }

    private static Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> Cell.of("");
            case Words words -> Cell.of(words);
            case BigDecimal number -> new Cell(Words.same(number.toPlainString()), List.of(), Quantity.of(number));
            case Long number ->
                new Cell(Words.same(number.toString()), List.of(), Quantity.of(BigDecimal.valueOf(number)));
            case Boolean yes -> Cell.of(PaperWords.say(yes ? "list.yes" : "list.no"));
            default -> Cell.of(value.toString());
        };
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Words words -> SafeCell.writeAny(words.english());
            case BigDecimal number -> number.toPlainString();
            case Long number -> number.toString();
            case Boolean yes -> yes.toString();
            default -> SafeCell.writeAny(value.toString());
        };
    }
}
