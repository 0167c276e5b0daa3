package org.plumbline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Table;

/** A paper as a DOCX file for those who edit its text: headings, paragraphs and tables that flow, and nothing that stands at a fixed place. */
final class DocxFile {
    /** Points across a page between its margins. */
    private static final int PAGE = 499;

    /** A table up to this is written narrower. */
    private static final int WIDEST = 600;

    private static final int LABEL = 110;
    private static final int MARGIN = 48;
    /** Twentieths of a point. */
    private static final int TWENTIETHS = 20;

    private static final String HEAD = "EEF1F5";

    private final Paper paper;
    private final Labels labels;
    private final XWPFDocument document = new XWPFDocument();

    private DocxFile(Paper paper, Labels labels) {
        this.paper = paper;
        this.labels = labels;
    }

    /** The file, in the language that is bound now. */
    static byte[] write(Paper paper, Labels labels) throws IOException {
        return new DocxFile(paper, labels).write();
    }

    private byte[] write() throws IOException {
        styles();
        page();
        describe();
        around();
        head();
        for (int i = 0; i < paper.tables().size(); i++) {
            section(paper.numberOf(i), paper.tables().get(i));
        }
        proof();
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }

    private void styles() throws IOException {
        try (var in = Resources.open("reports/paper/word-styles.xml")) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IOException("reports/paper/word-styles.xml cannot be read: " + e.getMessage(), e);
        }
    }

    /** A4 with the margins of the printed report. */
    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(595 * TWENTIETHS);
        size.setH(842 * TWENTIETHS);
        var margin = section.addNewPgMar();
        margin.setLeft(MARGIN * TWENTIETHS);
        margin.setRight(MARGIN * TWENTIETHS);
        margin.setTop(MARGIN * TWENTIETHS);
        margin.setBottom(MARGIN * TWENTIETHS);
        margin.setHeader(MARGIN / 2 * TWENTIETHS);
        margin.setFooter(MARGIN / 2 * TWENTIETHS);
    }

    private void describe() {
        var about = document.getProperties().getCoreProperties();
        about.setTitle(paper.document().name());
        about.setCreator(paper.issuer().plain());
        about.setSubjectProperty(paper.number());
        about.setCreated(Optional.of(
                Date.from(paper.onDate().atStartOfDay(ZoneOffset.UTC).toInstant())));
    }

    /** What stands on every page: that the facts are made up, whom the paper is about, and the number of the page. */
    private void around() {
        if (paper.synthetic() != null) {
            var header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            header.setStyle("Note");
            header.setAlignment(ParagraphAlignment.CENTER);
            write(header, paper.synthetic().plain());
        }
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Note");
        footer.setAlignment(ParagraphAlignment.CENTER);
        var standing = paper.cover() == null ? paper.onDate().toString() : paper.number();
        write(footer, paper.about().plain() + "   ·   " + standing + "   ·   ");
        field(footer, "PAGE");
        write(footer, " / ");
        field(footer, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String name) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(name);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private void head() {
        paragraph(paper.issuer(), "Normal");
        var title = paragraph("Title");
        write(title, paper.heading().first());
        if (!paper.heading().second().isEmpty()) {
            write(paragraph("Note"), paper.heading().second());
        }
        var cover = paper.cover();
        if (cover == null) {
            paragraph(Words.same(paper.number() + "   ·   " + paper.onDate()), "Normal");
            paragraph(paper.basis(), "Normal");
        } else {
            paragraph(Words.same(paper.number()), "Normal");
            paragraph(Words.joined(List.of(cover.issued(), cover.valid(), cover.publisher())), "Normal");
        }
        paragraph(paper.finding(), "Finding");
        paragraph(labels.words("edited.note"), "Note");
    }

    private void section(String number, Table table) {
        var heading = paragraph("Heading1");
        write(heading, number + table.title().plain());
        if (table.lead() != null) {
            paragraph(table.lead(), "Normal");
        }
        if (table.columns().isEmpty()) {
            return;
        }
        var plain = table.withoutBars();
        if (plain.rows().isEmpty()) {
            paragraph(labels.words("edited.empty"), "Normal");
        } else if (plain.columns().stream().mapToInt(Column::width).sum() > WIDEST) {
            plain.rows().forEach(row -> card(plain.columns(), row));
        } else {
            table(plain);
        }
    }

    private void table(Table table) {
        int wide = table.columns().stream().mapToInt(Column::width).sum();
        var made = made(table.rows().size() + 1, table.columns().size());
        var heads = made.getRow(0);
        heads.setRepeatHeader(true);
        for (int c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c);
            int width = column.width() * PAGE / wide;
            cell(heads.getCell(c), width, column.head(), column.kind(), true);
            for (int r = 0; r < table.rows().size(); r++) {
                var row = made.getRow(r + 1);
                row.setCantSplitRow(true);
                cell(row.getCell(c), width, table.rows().get(r).get(c).words(), column.kind(), false);
            }
        }
        paragraph("Normal");
    }

    /** A row of a table that is wider than the page: its first two cells as a heading, then each of the others with its column's name. */
    private void card(List<Column> columns, List<Cell> row) {
        var heading = paragraph("Heading2");
        write(heading, row.get(0).words().plain() + "  " + row.get(1).words().plain());
        var made = made(columns.size() - 2, 2);
        for (int c = 2; c < columns.size(); c++) {
            var line = made.getRow(c - 2);
            cell(line.getCell(0), LABEL, columns.get(c).head(), Kind.TEXT, true);
            cell(line.getCell(1), PAGE - LABEL, row.get(c).words(), Kind.TEXT, false);
        }
        paragraph("Normal");
    }

    private XWPFTable made(int rows, int columns) {
        var made = document.createTable(rows, columns);
        made.setWidth(PAGE * TWENTIETHS);
        made.setCellMargins(40, 80, 40, 80);
        var borders = XWPFTable.XWPFBorderType.SINGLE;
        made.setInsideHBorder(borders, 4, 0, "C9CFD6");
        made.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        made.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        made.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        made.setTopBorder(borders, 6, 0, "1F3A5F");
        made.setBottomBorder(borders, 4, 0, "C9CFD6");
        return made;
    }

    private static void cell(XWPFTableCell cell, int width, Words words, Kind kind, boolean head) {
        cell.setWidth(Integer.toString(width * TWENTIETHS));
        if (head) {
            cell.setColor(HEAD);
        }
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle("Cell");
        paragraph.setAlignment(kind == Kind.NUMBER ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        write(paragraph, words.apart("\n"), head);
    }

    private void proof() {
        var rows = new ProofSection(paper.document(), paper.proof(), paper.note(), labels).lines(false);
        var heading = paragraph("Heading1");
        write(heading, labels.words("proof.title").plain());
        var made = made(rows.size(), 2);
        for (int r = 0; r < rows.size(); r++) {
            cell(made.getRow(r).getCell(0), LABEL, rows.get(r).label(), Kind.TEXT, true);
            cell(made.getRow(r).getCell(1), PAGE - LABEL, rows.get(r).says(), Kind.TEXT, false);
        }
    }

    private void paragraph(Words words, String style) {
        write(paragraph(style), words.apart("\n"));
    }

    private XWPFParagraph paragraph(String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private static void write(XWPFParagraph paragraph, String text) {
        write(paragraph, text, false);
    }

    /** Lines of text; what XML cannot hold is dropped, as in every report. */
    private static void write(XWPFParagraph paragraph, String text, boolean strong) {
        var run = paragraph.createRun();
        run.setBold(strong);
        var lines = Words.plainText(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i == 0 ? 0 : run.getCTR().sizeOfTArray());
        }
    }
}
