package org.plumbline.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read: a few kilobytes can unpack to gigabytes, or name a cell so far off that room for all
 * before it is made. What passes can be read with memory in proportion to the file.
 */
final class WorkbookGuard {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_SHEET_BYTES = 512L << 20;
    private static final long MOST_OTHER_BYTES = 64L << 20;
    /** Columns end at XFD, rows at 1,048,576 (ECMA-376 part 1, 18.3.1.73). */
    private static final int LAST_COLUMN = 16_384;

    private static final int MOST_ROWS = 1_048_576;

    private final TableFile file;
    private long sharedStrings;
    private long unpacked;

    private WorkbookGuard(TableFile file) {
        this.file = file;
    }

    /**
     * Looks through a workbook.
     *
     * @throws UnreadableFile when it is no archive, unpacks to too much, or holds what no spreadsheet program writes
     */
    static void check(TableFile file) throws UnreadableFile {
        new WorkbookGuard(file).check();
    }

    private void check() throws UnreadableFile {
        try (ZipFile zip = ZipFile.builder().setByteArray(file.bytes()).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            for (ZipArchiveEntry entry : entries) {
                boolean sheet = entry.getName().startsWith("xl/worksheets/");
                measure(zip, entry, sheet ? MOST_SHEET_BYTES : MOST_OTHER_BYTES);
            }
            for (ZipArchiveEntry entry : entries) {
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    walk(zip, entry, false);
                }
            }
            for (ZipArchiveEntry entry : entries) {
                // A sheet may stand anywhere: what leads to it is a name in another part.
                if (entry.getName().endsWith(".xml") && !entry.getName().endsWith("sharedStrings.xml")) {
                    walk(zip, entry, true);
                }
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw damaged(file);
        }
    }

    /** What really comes out counts, whatever the archive says of it. */
    private void measure(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] some = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                all += n;
                unpacked += n;
                if (all > most || unpacked > MOST_BYTES) {
                    throw tooMuch();
                }
            }
        }
    }

    private void walk(ZipFile zip, ZipArchiveEntry entry, boolean sheet) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            long rows = 0;
            boolean shared = false;
            StringBuilder value = null;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw odd("a document type", "文档类型声明");
                    case XMLStreamConstants.START_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "si" -> sharedStrings++;
                            case "row" -> {
                                if (++rows > MOST_ROWS) {
                                    throw tooMuch();
                                }
                            }
                            case "c" -> {
                                reference(xml.getAttributeValue(null, "r"));
                                shared = "s".equals(xml.getAttributeValue(null, "t"));
                            }
                            case "v" -> value = sheet && shared ? new StringBuilder() : null;
                            default -> {}
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (value != null && value.length() < 20) {
                            value.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (value != null && xml.getLocalName().equals("v")) {
                            index(value.toString().strip());
                            value = null;
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void reference(@org.jspecify.annotations.Nullable String cell) throws UnreadableFile {
        if (cell == null) {
            return;
        }
        long column = 0;
        int at = 0;
        while (at < cell.length() && at < 4 && cell.charAt(at) >= 'A' && cell.charAt(at) <= 'Z') {
            column = column * 26 + cell.charAt(at++) - 'A' + 1;
        }
        if (column == 0 || column > LAST_COLUMN || !cell.substring(at).matches("[1-9]\\d{0,6}")) {
            throw odd(
                    "a cell " + cell.substring(0, Math.min(12, cell.length())),
                    "单元格 " + cell.substring(0, Math.min(12, cell.length())));
        }
    }

    private void index(String text) throws UnreadableFile {
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) >= sharedStrings) {
            throw odd("a text " + text + " that is not there", "不存在的文本 " + text);
        }
    }

    /** A workbook that cannot be opened, for whatever reason. */
    static UnreadableFile damaged(TableFile file) {
        return new UnreadableFile(
                file.name() + " 已损坏或不是 .xlsx 工作簿。请重新打开并另存为 .xlsx。",
                file.name() + " is damaged or no .xlsx workbook. Open it again and save it as .xlsx.");
    }

    private UnreadableFile tooMuch() {
        return new UnreadableFile(
                file.name() + " 展开后过大，不是本系统的模板。请拆成几个文件，或另存为 .csv。",
                file.name() + " unpacks to far too much for a workbook of facts. Split it, or save it as .csv.");
    }

    private UnreadableFile odd(String en, String zh) {
        return new UnreadableFile(
                file.name() + " 含有" + zh + "，任何表格软件都不会这样写，可能已损坏。请重新打开并另存为 .xlsx。",
                file.name() + " holds " + en
                        + ", which no spreadsheet program writes; it may be damaged. Open it again and save it as .xlsx.");
    }
}
