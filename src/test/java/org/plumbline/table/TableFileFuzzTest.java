package org.plumbline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.web.SafeCell;

/** Whatever bytes stand in a table: they are read, or refused in one line, and soon; what is read can be written. */
class TableFileFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int SMALL = 1 << 16;
    private static final String NUMBER = "-?\\d{1,31}(\\.\\d+)?";

    /** The parts of a workbook as a seed holds them, one after the other. */
    private static final List<String> PARTS =
            List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml");

    private static final String PARTED = "\n====\n";

    @FuzzTest(maxDuration = "60s")
    void text_is_read_as_it_would_be_after_writing_it_back(byte[] bytes) throws IOException {
        for (Table table : read("facts.csv", bytes)) {
            if (table.text() && !table.rows().isEmpty()) {
                String written = written(table);
                List<Table> again = read("facts.csv", written.getBytes(StandardCharsets.UTF_8));
                assertThat(again).hasSize(1);
                assertThat(texts(again.getFirst())).isEqualTo(texts(table));
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    void bytes_are_a_workbook_or_none(byte[] bytes) {
        lawful(read("facts.xlsx", bytes));
    }

    @FuzzTest(maxDuration = "60s")
    void the_parts_of_a_workbook_are_read_or_refused(byte[] bytes) throws IOException {
        byte[] workbook = workbook(new String(bytes, StandardCharsets.UTF_8).split(PARTED, -1));
        List<Table> tables = read("facts.xlsx", workbook);
        lawful(tables);
        assertThat(read("facts.xlsx", workbook)).isEqualTo(tables);
    }

    private static List<Table> read(String name, byte[] bytes) {
        return assertTimeout(bytes.length < SMALL ? SOON : SOON.multipliedBy(6), () -> {
            try {
                return new TableFile(name, bytes).tables();
            } catch (UnreadableFile refused) {
                assertThat(refused.getMessage()).contains(name).doesNotContain("\n");
                assertThat(refused.text().zh()).isNotBlank();
                return List.of();
            }
        });
    }

    /** What the readers of cells rely on. */
    private static void lawful(List<Table> tables) {
        for (Table table : tables) {
            for (TableRow row : table.rows()) {
                assertThat(row.empty()).isFalse();
                assertThat(row.cells())
                        .extracting(cell -> cell.place().column())
                        .isSorted();
                row.cells().forEach(TableFileFuzzTest::lawful);
            }
        }
    }

    private static void lawful(TableCell cell) {
        switch (cell.kind()) {
            case NUMBER -> assertThat(cell.text()).matches(NUMBER);
            case DATE -> assertThat(LocalDate.parse(cell.text())).isNotNull();
            case BOOLEAN -> assertThat(cell.text()).isIn("true", "false");
            case TEXT -> assertThat(cell.text()).isEqualTo(cell.text().strip());
            case ERROR -> assertThat(cell.empty()).isFalse();
        }
    }

    /** As refused rows are written; no cell may be a formula to whoever opens the file. */
    private static String written(Table table) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text);
        for (TableRow row : table.rows()) {
            List<String> cells = row.cells().stream()
                    .map(cell -> SafeCell.write(cell.text()))
                    .toList();
            assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=@\\t\\r].*|[+-](?!\\d[\\d,.]*%?$).*"));
            csv.writeRecord(cells);
        }
        csv.flush();
        return text.toString();
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(TableCell::text).toList())
                .toList();
    }

    private static byte[] workbook(String[] parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", CONTENT_TYPES);
            put(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(
                            "worksheet",
                            "worksheets/sheet1.xml",
                            "sharedStrings",
                            "sharedStrings.xml",
                            "styles",
                            "styles.xml"));
            for (int i = 0; i < PARTS.size(); i++) {
                put(zip, PARTS.get(i), i < parts.length ? parts[i] : DEFAULTS.get(i));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final List<String> DEFAULTS = List.of(
            "<worksheet xmlns=\"%s\"><sheetData/></worksheet>".formatted(MAIN),
            "<sst xmlns=\"%s\"/>".formatted(MAIN),
            "<styleSheet xmlns=\"%s\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>".formatted(MAIN),
            "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, RELATION)
                    + "<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>");
    private static final String CONTENT_TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/></Types>
            """.formatted("application/vnd.openxmlformats-officedocument.spreadsheetml.");

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
}
