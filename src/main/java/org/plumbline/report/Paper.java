package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A paper of tables: about a district, a street, a clause, a standard or a year of indicators. Texts stand in both languages, ready to show; the
 * printer looks nothing up and decides nothing.
 *
 * @param title what kind of paper it is
 * @param number its number
 * @param issuer the office that issues it
 * @param about whom it is about
 * @param code code of that
 * @param basis what it rests on: standard, edition, date
 * @param finding what it says, in a sentence
 * @param onDate date that it holds for
 * @param tables its sections in their order
 * @param note what kind of standard it rests on
 * @param proof what is needed to find and check it
 * @param data what the public dataset says of it as JSON-LD, attached as {@code data.jsonld}
 * @param synthetic the sentence printed on every page when the facts are not real, else null
 * @param numbered whether sections are counted from 1; those of a standard have numbers of their own
 */
public record Paper(
        Words title,
        String number,
        Words issuer,
        Words about,
        String code,
        Words basis,
        Words finding,
        LocalDate onDate,
        List<Table> tables,
        Words note,
        AssessmentReport.Proof proof,
        String data,
        @Nullable Words synthetic,
        boolean numbered) {

    /** What stands on every page of a paper whose facts are made up. */
    public static final Words SYNTHETIC =
            new Words("演示用合成数据，不是真实评估", "Synthetic demonstration facts, not a real assessment");

    /**
     * A section.
     *
     * @param title its heading
     * @param lead a sentence under it; null for none
     * @param columns its columns; their widths add up to at most 499 points
     * @param rows cells in the order of the columns
     */
    public record Table(Words title, @Nullable Words lead, List<Column> columns, List<List<Cell>> rows) {
        /** The table without its bars, which say again what stands in digits beside them. */
        Table withoutBars() {
            var kept = IntStream.range(0, columns.size())
                    .filter(i -> columns.get(i).kind() != Kind.BAR)
                    .boxed()
                    .toList();
            return new Table(
                    title,
                    lead,
                    kept.stream().map(columns::get).toList(),
                    rows.stream()
                            .map(row -> kept.stream().map(row::get).toList())
                            .toList());
        }
    }

    /**
     * A column.
     *
     * @param width in points of 1/72 inch
     */
    public record Column(Words head, int width, Kind kind) {}

    /** What stands in a column. */
    public enum Kind {
        /** A text, the first column of a row being its head. */
        TEXT,
        /** Digits, set to the right. */
        NUMBER,
        /** A bar of parts. */
        BAR
    }

    /**
     * A cell: words, or a bar with the words that say the same.
     *
     * @param parts weights of a bar's parts, the first full, the second slanted, the third dotted; empty for words
     * @param quantity the number that the words say, for workbooks; null where they say none, or say it in plain digits
     */
    public record Cell(
            Words words, List<Double> parts, @Nullable Quantity quantity) {
        /** Words. */
        public static Cell of(Words words) {
            return new Cell(words, List.of(), null);
        }

        /** The same in both languages. */
        public static Cell of(String text) {
            return of(Words.same(text));
        }
    }

    /**
     * A number with its unit.
     *
     * @param unit in words, shown behind the number; empty for none
     */
    public record Quantity(BigDecimal value, String unit) {}

    Document document() {
        return new Document(
                title, number, issuer, about, code, onDate, "data.jsonld", "数据 The same as JSON-LD", data, synthetic);
    }
}
