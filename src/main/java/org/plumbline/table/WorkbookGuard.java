package org.plumbline.table;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before it is read: a few kilobytes can unpack to gigabytes, or name a cell so far off that room for all
 * before it is made. What passes can be read with memory in proportion to the file.
 */
final class WorkbookGuard {
    private static final int MOST_ENTRIES = 10_000;
    /**
     * Twice the largest file that is taken at all: some 640 bytes for each of the 200,000 rows that are read, or 14 cells as
     * spreadsheet programs write them.
     */
    private static final long MOST_SHEET_BYTES = 2 * TableFile.LARGEST;

    private static final long MOST_BYTES = 2 * MOST_SHEET_BYTES;
    /** Twenty for each of 200,000 rows. A cell takes some 100 bytes of memory, and 16 of a sheet: 400 MB at most. */
    private static final long MOST_CELLS = 4_000_000;

    private static final long MOST_OTHER_BYTES = 64L << 20;
    /** Columns end at XFD, rows at 1,048,576 (ECMA-376 part 1, 18.3.1.73). */
    private static final int LAST_COLUMN = 16_384;

    private static final int MOST_ROWS = 1_048_576;
    /** A double has 17 digits, a sign, a point and an exponent; reading a number costs the square of its length. */
    private static final int MOST_DIGITS = 64;
    /** Characters of a cell and of a formula (Excel specifications and limits). */
    private static final int MOST_TEXT = 32_767;

    private static final int MOST_FORMULA = 8_192;

    private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final TableFile file;
    private long sharedStrings;
    private long unpacked;
    private long writtenOut;
    private long cells;
    private final Map<String, Integer> formulas = new HashMap<>();
    private final WorkbookParts parts = new WorkbookParts();

    private WorkbookGuard(TableFile file) {
        this.file = file;
    }

    /**
     * Looks through a workbook, and says what its parts hold that its reader passes over.
     *
     * @throws UnreadableFile when it is no archive, unpacks to too much, or holds what no spreadsheet program writes
     */
    static WorkbookParts check(TableFile file) throws UnreadableFile {
        WorkbookGuard guard = new WorkbookGuard(file);
        guard.check();
        return guard.parts;
    }

    private void check() throws UnreadableFile {
        try (ZipFile zip = ZipFile.builder().setByteArray(file.bytes()).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            for (ZipArchiveEntry entry : entries) {
                // Others need libraries that are not there, and no spreadsheet program uses them.
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    throw odd("a part packed by method " + entry.getMethod(), "以方法" + entry.getMethod() + "压缩的部分");
                }
                boolean sheet = entry.getName().startsWith("xl/worksheets/");
                measure(zip, entry, sheet ? MOST_SHEET_BYTES : MOST_OTHER_BYTES);
            }
            for (ZipArchiveEntry entry : entries) {
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    walk(zip, entry);
                }
            }
            for (ZipArchiveEntry entry : entries) {
                if (!entry.getName().endsWith("sharedStrings.xml")) {
                    walkAny(zip, entry);
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
                    throw tooMuch(entry.getName(), all > most ? most : MOST_BYTES);
                }
            }
        }
    }

    /** A sheet may stand anywhere and be called anything: what leads to it is a name in another part. */
    private void walkAny(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        try {
            walk(zip, entry);
        } catch (XMLStreamException | CharConversionException e) {
            if (entry.getName().endsWith(".xml")) {
                throw e;
            }
            // A picture, or markup that ends here for every reader.
        }
    }

    private void walk(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            long rows = 0;
            boolean cell = false;
            int length = 0;
            String type = "";
            String shared = null;
            StringBuilder value = null;
            formulas.clear();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw odd("a document type", "文档类型声明");
                    case XMLStreamConstants.START_ELEMENT -> {
                        parts.element(entry.getName(), xml);
                        switch (xml.getLocalName()) {
                            case "si" -> sharedStrings++;
                            case "row" -> {
                                if (++rows > MOST_ROWS) {
                                    throw tooMuch();
                                }
                            }
                            case "c" -> {
                                if (++cells > MOST_CELLS) {
                                    throw tooMuch();
                                }
                                cell = true;
                                length = 0;
                                reference(xml.getAttributeValue(null, "r"));
                                type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
                            }
                            case "v" ->
                                value = cell && (type.equals("s") || type.equals("n")) ? new StringBuilder() : null;
                            case "f" -> {
                                shared = xml.getAttributeValue(null, "si");
                                length = 0;
                            }
                            default -> {}
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        length += xml.getTextLength();
                        if (cell && length > MOST_TEXT) {
                            throw odd("a cell of more than " + MOST_TEXT + " characters", "超过" + MOST_TEXT + "个字符的单元格");
                        }
                        if (value != null && value.length() <= MOST_DIGITS) {
                            value.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "c" -> cell = false;
                            case "f" -> formula(shared, cell ? length : 0);
                            case "v" -> {
                                if (value != null) {
                                    value(type, value.toString().strip());
                                    value = null;
                                }
                            }
                            default -> {}
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void value(String type, String text) throws UnreadableFile {
        if (type.equals("s")) {
            index(text);
        } else if (text.length() > MOST_DIGITS) {
            throw odd("a number of more than " + MOST_DIGITS + " characters", "超过" + MOST_DIGITS + "个字符的数值");
        }
    }

    /** A shared formula is written out for each cell that shares it. */
    private void formula(@Nullable String shared, int length) throws UnreadableFile {
        if (length > MOST_FORMULA) {
            throw odd("a formula of more than " + MOST_FORMULA + " characters", "超过" + MOST_FORMULA + "个字符的公式");
        }
        if (shared != null) {
            writtenOut += formulas.merge(shared, length, Math::max);
            if (writtenOut > MOST_OTHER_BYTES) {
                throw tooMuch();
            }
        }
    }

    private void reference(@Nullable String cell) throws UnreadableFile {
        if (cell == null) {
            return;
        }
        long column = 0;
        int at = 0;
        while (at < cell.length() && at < 4 && cell.charAt(at) >= 'A' && cell.charAt(at) <= 'Z') {
            column = column * 26 + cell.charAt(at++) - 'A' + 1;
        }
        if (column == 0
                || column > LAST_COLUMN
                || !ROW.matcher(cell.substring(at)).matches()) {
            throw odd("a cell " + shown(cell), "单元格 " + shown(cell));
        }
    }

    private void index(String text) throws UnreadableFile {
        if (!INDEX.matcher(text).matches() || Long.parseLong(text) >= sharedStrings) {
            throw odd("a text " + shown(text) + " that is not there", "不存在的文本 " + shown(text));
        }
    }

    private static String shown(String text) {
        return shown(text, 12);
    }

    private static String shown(String text, int most) {
        return text.substring(0, Math.min(most, text.length())).replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
    }

    /** A workbook that cannot be opened, for whatever reason. */
    static UnreadableFile damaged(TableFile file) {
        return new UnreadableFile(
                file.name() + " 已损坏或不是 .xlsx 工作簿。请重新打开并另存为 .xlsx。",
                file.name() + " is damaged or no .xlsx workbook. Open it again and save it as .xlsx.");
    }

    /** A part that is too large, with how many megabytes it may unpack to: who wrote it sees which sheet to split. */
    private UnreadableFile tooMuch(String part, long most) {
        String shown = shown(part.substring(part.lastIndexOf('/') + 1), 40);
        long megabytes = most >> 20;
        return new UnreadableFile(
                file.name() + " 展开后过大：到 " + shown + " 为止超过" + megabytes + " MB。请拆成几个文件，或另存为 .csv；空白行列也会占位，可以删去。",
                file.name() + " unpacks to far too much: more than " + megabytes + " MB by " + shown
                        + ". Split it, or save it as .csv; empty rows and columns with a format count too, and can be deleted.");
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
