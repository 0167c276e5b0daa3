package org.plumbline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;

/** A paper as a workbook, for those who go on working with its figures: a sheet about it, then one for each of its tables. */
final class PaperWorkbook {
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\'\\p{Cntrl}]");
    private static final int LONGEST_NAME = 31;
    /** Width of a column in characters from its width on paper in points. */
    private static final double CHARACTER = 5.2;

    private static final double LEAST_WIDTH = 9;
    private static final double ABOUT_WIDTH = 70;
    /** More characters stand in a line than its width says, for letters are narrower than digits. */
    private static final double ROOMY = 1.2;
    /** Sizes of type in points. */
    private static final double TEXT = 10.5;

    private static final int HEADING = 15;
    /** Height of a line in points. */
    private static final double LINE = 14.5;

    /** Parts thousands in Chinese text, see {@code web.Format}. */
    private static final String THOUSANDS = "\u202f";

    private static final Pattern SHARE = Pattern.compile("-?\\d+(?:\\.\\d+)?\\s?%");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");

    private final Paper paper;
    private final Labels labels;
    private final Set<String> names = new HashSet<>();

    private PaperWorkbook(Paper paper, Labels labels) {
        this.paper = paper;
        this.labels = labels;
    }

    /** The workbook (.xlsx) in the language that is bound now. Digits are numbers and shares percentages, so that one can calculate with them. */
    static byte[] write(Paper paper, Labels labels) {
        return new PaperWorkbook(paper, labels).write();
    }

    private byte[] write() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plumbline", "1.0")) {
            workbook.properties().setTitle(paper.document().name());
            // Whoever edits it needs no font of ours: this one is on every computer with Chinese Windows, and others
            // take their own for it.
            workbook.setGlobalDefaultFont("Microsoft YaHei", TEXT);
            about(workbook.newWorksheet(name(new Words("说明", "About").plain())));
            for (var table : paper.tables()) {
                table(workbook.newWorksheet(name(table.title().first())), table.withoutBars());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The paper " + paper.number() + " cannot be written as a workbook", e);
        }
        return out.toByteArray();
    }

    /** A name that a sheet may have, and no other has. */
    private String name(String wanted) {
        var plain = NOT_IN_NAMES.matcher(wanted).replaceAll(" ").strip();
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            var end = " " + i;
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    private void about(Worksheet sheet) {
        int row = 0;
        var said =
                new ArrayList<>(List.of(paper.about(), paper.title(), paper.finding(), paper.basis(), paper.issuer()));
        if (paper.signed()) {
            said.add(labels.words("edited.note"));
        }
        for (var words : said) {
            sheet.value(row, 0, words.first());
            sheet.value(row, 1, words.second());
            double larger = row == 0 ? HEADING / TEXT : 1;
            sheet.rowHeight(row++, Math.max(lines(words, ABOUT_WIDTH / larger), 2) * LINE * larger);
        }
        sheet.value(row, 0, paper.number());
        sheet.value(row++, 1, paper.onDate());
        sheet.style(row - 1, 1).format("yyyy-mm-dd").horizontalAlignment("left").set();
        if (paper.synthetic() != null) {
            sheet.value(row, 0, paper.synthetic().first());
            sheet.value(row++, 1, paper.synthetic().second());
            sheet.style(row - 1, 0).bold().fontColor("9A2A2A").set();
        }
        if (paper.proof().address() != null) {
            sheet.value(row++, 0, paper.proof().address());
        }
        sheet.style(0, 0).bold().fontSize(HEADING).set();
        sheet.range(0, 0, row, 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.width(0, ABOUT_WIDTH);
        sheet.width(1, ABOUT_WIDTH);
        page(sheet);
    }

    /** A section of text, its languages beside each other. */
    private static void text(Worksheet sheet, Table table) {
        var text = table.lead() == null ? table.title() : table.lead();
        sheet.value(0, 0, text.first());
        sheet.value(0, 1, text.second());
        sheet.range(0, 0, 0, 1).style().wrapText(true).verticalAlignment("top").set();
        sheet.rowHeight(0, lines(text, ABOUT_WIDTH) * LINE);
        sheet.width(0, ABOUT_WIDTH);
        sheet.width(1, ABOUT_WIDTH);
        page(sheet);
    }

    private static void table(Worksheet sheet, Table table) {
        var columns = table.columns();
        if (columns.isEmpty()) {
            text(sheet, table);
            return;
        }
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).head().plain());
            sheet.width(c, width(columns.get(c)));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("EEF1F5")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(0, 2 * LINE + 4);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        for (int r = 0; r < table.rows().size(); r++) {
            int lines = 1;
            for (int c = 0; c < columns.size(); c++) {
                var cell = table.rows().get(r).get(c);
                cell(sheet, r + 1, c, columns.get(c).kind(), cell);
                lines = Math.max(lines, lines(cell.words(), width(columns.get(c))));
            }
            sheet.rowHeight(r + 1, lines * LINE + 4);
        }
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), columns.size() - 1);
        }
        page(sheet);
    }

    private static double width(Column column) {
        return Math.max(LEAST_WIDTH, column.width() / CHARACTER);
    }

    /** How many lines words take, a Chinese character being as wide as two Latin letters: programs do not make rows higher by themselves. */
    private static int lines(Words words, double width) {
        return Stream.of(words.first(), words.second())
                .filter(text -> !text.isEmpty())
                .mapToInt(text -> (int) Math.ceil(text.codePoints()
                                .map(c -> Character.isIdeographic(c) || c > 0x2FFF ? 2 : 1)
                                .sum()
                        / (width * ROOMY)))
                .sum();
    }

    private static void cell(Worksheet sheet, int row, int column, Kind kind, Cell cell) {
        var text = cell.words().zh();
        var digits = text.replace(THOUSANDS, "");
        if (cell.quantity() != null) {
            quantity(sheet, row, column, cell.quantity());
        } else if (kind != Kind.TEXT && SHARE.matcher(text).matches()) {
            var share = new BigDecimal(text.replaceAll("[\\s%]", "")).movePointLeft(2);
            sheet.value(row, column, share);
            sheet.style(row, column).format("0.0%").verticalAlignment("top").set();
        } else if (kind != Kind.TEXT && NUMBER.matcher(digits).matches()) {
            quantity(sheet, row, column, Quantity.of(new BigDecimal(digits, MathContext.DECIMAL64)));
        } else {
            sheet.value(row, column, cell.words().apart("\n"));
            sheet.style(row, column)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .horizontalAlignment(kind == Kind.TEXT ? "left" : "right")
                    .set();
        }
    }

    /** A number that one can calculate with; its unit is shown behind it and is no part of it. */
    private static void quantity(Worksheet sheet, int row, int column, Quantity quantity) {
        var value = quantity.value();
        var digits = value.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(value.scale());
        var symbol = quantity.unit().first();
        var unit = symbol.isEmpty() ? "" : "\" " + symbol.replace("\"", "") + "\"";
        sheet.value(row, column, value);
        sheet.style(row, column).format(digits + unit).verticalAlignment("top").set();
    }

    /** Prints on A4, as wide as the page. */
    private static void page(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}
