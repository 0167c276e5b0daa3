package org.plumbline.fact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.table.TableFile;

/** Workbooks written by hand, for what no spreadsheet program writes. */
final class Zip {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    Zip with(String name, String content) throws IOException {
        return with(name, content, 1);
    }

    /** The same text so many times: what packs to nothing. */
    Zip with(String name, String content, int times) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] part = content.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            zip.write(part);
        }
        zip.closeEntry();
        return this;
    }

    TableFile file(String name) throws IOException {
        zip.close();
        return new TableFile(name, bytes.toByteArray());
    }

    /** A workbook with one sheet of this XML inside sheetData, and these shared strings. */
    static Zip workbook(String rows) throws IOException {
        return workbook("", rows, "x");
    }

    /** The same with something before the root element of the sheet. */
    static Zip workbook(String before, String rows, String... shared) throws IOException {
        return frame().with("xl/worksheets/sheet1.xml", sheet(before, rows))
                .with("xl/sharedStrings.xml", strings(shared));
    }

    static Zip frame() throws IOException {
        return frame(true, true);
    }

    /** The parts that lead to one sheet: with or without naming a part of styles, and with or without that part. */
    static Zip frame(boolean named, boolean styled) throws IOException {
        Zip zip = new Zip()
                .with("[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                        %2$s
                        <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/></Types>""".formatted(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.",
                                named
                                        ? "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
                                                + "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                                        : ""))
                .with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION
                                + "\"><sheets><sheet name=\"站点\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        named
                                ? relations(
                                        "worksheet",
                                        "worksheets/sheet1.xml",
                                        "sharedStrings",
                                        "sharedStrings.xml",
                                        "styles",
                                        "styles.xml")
                                : relations(
                                        "worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
        return styled
                ? zip.with(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + MAIN
                                + "\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>")
                : zip;
    }

    /** Kinds and targets by turns. */
    private static String relations(String... targets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < targets.length; i += 2) {
            xml.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i, RELATION, targets[i], targets[i + 1]));
        }
        return xml.append("</Relationships>").toString();
    }

    static String sheet(String before, String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + before + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>"
                + rows + "</sheetData></worksheet>";
    }

    static String strings(String... shared) {
        return "<sst xmlns=\"" + MAIN + "\"><si><t>" + String.join("</t></si><si><t>", shared) + "</t></si></sst>";
    }

    /** Heads as inline strings in row 1: site, date, source, floorArea. */
    static String heads() {
        return "<row r=\"1\">" + text("A1", "site") + text("B1", "date") + text("C1", "source")
                + text("D1", "floorArea") + "</row>";
    }

    static String row(String last) {
        return "<row r=\"2\">" + text("A2", Small.SITE) + text("B2", "2026-10-01") + text("C2", "Inspector") + last
                + "</row>";
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
