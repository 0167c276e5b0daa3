package org.plumbline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Table;

/** A paper as a workbook, for those who go on working with its figures: a sheet about it, then one for each of its tables. */
public final class PaperWorkbook {
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\'\\p{Cntrl}]");
    private static final int LONGEST_NAME = 31;
    /** Width of a column in characters from its width on paper in points. */
    private static final double CHARACTER = 5.2;

    private static final Pattern SHARE = Pattern.compile("-?\\d+(?:\\.\\d+)?\\s?%");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");

    private final Paper paper;
    private final Set<String> names = new HashSet<>();

    private PaperWorkbook(Paper paper) {
        this.paper = paper;
    }

    /** The workbook (.xlsx). Digits are numbers and shares percentages, so that one can calculate with them. */
    public static byte[] write(Paper paper) {
        return new PaperWorkbook(paper).write();
    }

    private byte[] write() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plumbline", "1.0")) {
            workbook.properties().setTitle(paper.document().name());
            workbook.setGlobalDefaultFont("Noto Sans SC", 10.5);
            about(workbook.newWorksheet(name("说明 About")));
            for (var table : paper.tables()) {
                table(workbook.newWorksheet(name(table.title().zh())), table);
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
        for (int i = 2; !names.add(name); i++) {
            var end = " " + i;
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    private void about(Worksheet sheet) {
        int row = 0;
        for (var words : List.of(paper.about(), paper.title(), paper.finding(), paper.basis(), paper.issuer())) {
            sheet.value(row, 0, words.zh());
            sheet.value(row++, 1, words.en());
        }
        sheet.value(row, 0, paper.number());
        sheet.value(row++, 1, paper.onDate());
        sheet.style(row - 1, 1).format("yyyy-mm-dd").horizontalAlignment("left").set();
        if (paper.synthetic() != null) {
            sheet.value(row, 0, paper.synthetic().zh());
            sheet.value(row++, 1, paper.synthetic().en());
            sheet.style(row - 1, 0).bold().fontColor("9A2A2A").set();
        }
        if (paper.proof().address() != null) {
            sheet.value(row++, 0, paper.proof().address());
        }
        sheet.style(0, 0).bold().fontSize(15).set();
        sheet.range(0, 0, row, 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.width(0, 70);
        sheet.width(1, 70);
        page(sheet);
    }

    private static void table(Worksheet sheet, Table table) {
        var columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).head().plain());
            sheet.width(c, Math.max(9, columns.get(c).width() / CHARACTER));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("EEF1F5")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                cell(sheet, r + 1, c, columns.get(c).kind(), table.rows().get(r).get(c));
            }
        }
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), columns.size() - 1);
        }
        page(sheet);
    }

    private static void cell(Worksheet sheet, int row, int column, Kind kind, Cell cell) {
        var text = cell.words().zh();
        if (kind != Kind.TEXT && SHARE.matcher(text).matches()) {
            var share = new BigDecimal(text.replaceAll("[\\s%]", "")).movePointLeft(2);
            sheet.value(row, column, share);
            sheet.style(row, column).format("0.0%").set();
        } else if (kind != Kind.TEXT && NUMBER.matcher(text).matches()) {
            sheet.value(row, column, new BigDecimal(text, MathContext.DECIMAL64));
        } else {
            sheet.value(
                    row,
                    column,
                    cell.words().en().isEmpty()
                            ? text
                            : text + "\n" + cell.words().en());
            sheet.style(row, column)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .horizontalAlignment(kind == Kind.TEXT ? "left" : "right")
                    .set();
        }
    }

    /** Prints on A4, as wide as the page. */
    private static void page(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}
