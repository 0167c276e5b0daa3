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
 * @param data what the public dataset says of it as JSON-LD, attached as {@code data.jsonld}; empty for a list, which is no paper to sign
 * @param synthetic the sentence printed on every page when the facts are not real, else null
 * @param cover the cover of a standard, whose sections have numbers of their own; null for papers that begin with a head and count their
 *     sections from 1
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
        @Nullable Cover cover) {

    /** What stands on every page of a paper whose facts are made up. */
    public static final Words SYNTHETIC =
            new Words("演示用合成数据，不是真实评估", "Synthetic demonstration facts, not a real assessment");

    /**
     * The cover of a standard. Its kind, title and number are those of the paper.
     *
     * @param issued day of issue, in words
     * @param valid first day in force, in words
     * @param publisher who issues it
     */
    public record Cover(Words issued, Words valid, Words publisher) {}

    /**
     * A section.
     *
     * @param number its own number in a paper that does not count its sections; empty for none
     * @param title its heading
     * @param lead a sentence under it; null for none
     * @param columns its columns; on paper their widths add up to at most 499 points, wider ones are for workbooks and stand as cards in a
     *     document. Without columns it is the lead alone
     * @param rows cells in the order of the columns
     */
    public record Table(
            String number, Words title, @Nullable Words lead, List<Column> columns, List<List<Cell>> rows) {
        /** A section without a number of its own. */
        public Table(Words title, @Nullable Words lead, List<Column> columns, List<List<Cell>> rows) {
            this("", title, lead, columns, rows);
        }

        /** A section of text. */
        public static Table text(Words title, Words text) {
            return new Table(title, text, List.of(), List.of());
        }

        /** The same with a number of its own. */
        public Table numbered(String own) {
            return new Table(own, title, lead, columns, rows);
        }

        /** The table without its bars, which say again what stands in digits beside them. */
        Table withoutBars() {
            var kept = IntStream.range(0, columns.size())
                    .filter(i -> columns.get(i).kind() != Kind.BAR)
                    .boxed()
                    .toList();
            return new Table(
                    number,
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
     * @param unit shown behind the number; empty for none
     */
    public record Quantity(BigDecimal value, Words unit) {
        /** A number without a unit. */
        public static Quantity of(BigDecimal value) {
            return new Quantity(value, Words.same(""));
        }
    }

    /** Whether it is a paper to sign, as PDF with its data, and not only a list for those who calculate. */
    boolean signed() {
        return !data.isEmpty();
    }

    /** What it is about and what kind of paper it is, as its heading says it. */
    Words heading() {
        return new Words(about.zh() + " " + title.zh(), about.english() + ": " + title.english());
    }

    /** What stands before the title of a section: the number it has of its own, or its place in the order. */
    String numberOf(int place) {
        String shown = cover == null
                ? Integer.toString(place + 1)
                : place < tables.size() ? tables.get(place).number() : "";
        return shown.isEmpty() ? "" : shown + "  ";
    }

    Document document() {
        return new Document(
                title,
                number,
                issuer,
                about,
                code,
                onDate,
                cover == null,
                "data.jsonld",
                "数据 The same as JSON-LD",
                data,
                synthetic);
    }
}
