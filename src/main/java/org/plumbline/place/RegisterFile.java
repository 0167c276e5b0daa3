package org.plumbline.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.rulebook.Text;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableFile;
import org.plumbline.table.TableRow;
import org.plumbline.table.UnreadableFile;
import org.plumbline.web.SafeCell;

/**
 * A register file, CSV or workbook, that can be read more than once: to see what it is, for its rows, and for those that are given back.
 *
 * @param name its name without the folder
 * @param opening opens it from the start
 */
public record RegisterFile(String name, Opening opening) {
    private static final int HEAD = 8;
    /** Rows before the first of data. */
    private static final int HEAD_ROWS = 1;

    private static final int LARGEST_WORKBOOK = 64 << 20;

    /** Opens a file from the start. */
    @FunctionalInterface
    public interface Opening {
        /** The file's bytes; the caller closes them. */
        InputStream open() throws IOException;
    }

    /** A file on disk. */
    public static RegisterFile of(Path path) {
        return new RegisterFile(path.getFileName().toString(), () -> Files.newInputStream(path));
    }

    /** A file that is not on disk. */
    public static RegisterFile of(String name, byte[] content) {
        return new RegisterFile(name, () -> new ByteArrayInputStream(content));
    }

    /** A file that is packed with the program, such as /demo/register-minhang.csv. */
    public static RegisterFile packed(String resource) {
        return new RegisterFile(
                resource.substring(resource.lastIndexOf('/') + 1),
                () -> Objects.requireNonNull(RegisterFile.class.getResourceAsStream(resource), resource));
    }

    /**
     * A file being read.
     *
     * @param digest SHA-256 of the whole file as hexadecimal digits
     * @param text whether it is a text file; else it is a workbook
     * @param sheets its sheets; a text file is one
     * @param closing lets go of the file
     */
    record Content(String digest, boolean text, List<RegisterSheet> sheets, Closeable closing) implements Closeable {
        @Override
        public void close() throws IOException {
            closing.close();
        }
    }

    /**
     * Opens the file for its rows: a workbook when its content or name says so, else CSV in UTF-8 or, where it is no UTF-8, in
     * GB18030, as Chinese spreadsheet programs save it.
     *
     * @throws CharacterCodingException when it is text in neither encoding
     * @throws UnreadableFile when it is a workbook that cannot be read
     */
    Content read() throws IOException {
        byte[] head;
        try (var stream = opening.open()) {
            head = stream.readNBytes(HEAD);
        }
        head = Arrays.copyOf(head, HEAD);
        return ReadableWorkbook.isOLE2Header(head)
                        || ReadableWorkbook.isOOXMLZipHeader(head)
                        || name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? workbook()
                : csv();
    }

    private Content workbook() throws IOException {
        TableFile file;
        try (var stream = opening.open()) {
            file = new TableFile(name, stream.readNBytes(LARGEST_WORKBOOK));
        }
        List<RegisterSheet> sheets = new ArrayList<>();
        for (var table : file.tables()) sheets.add(sheet(table));
        return new Content(file.digest(), false, sheets, () -> {});
    }

    private static RegisterSheet sheet(Table table) {
        var width = table.rows().isEmpty()
                ? 0
                : table.rows().getFirst().cells().stream()
                        .mapToInt(cell -> cell.place().column() + 1)
                        .max()
                        .orElse(0);
        return new RegisterSheet(
                table.name(),
                table.rows().stream().map(row -> row(table.name(), row, width)).iterator(),
                table.unseen(HEAD_ROWS).orElse(null));
    }

    /** Empty cells are left out of a workbook's rows; here each stands in its place. */
    private static SheetRow row(String sheet, TableRow row, int width) {
        var cells = new ArrayList<>(Collections.nCopies(width, ""));
        Text fault = null;
        for (var cell : row.cells()) {
            while (cells.size() <= cell.place().column()) cells.add("");
            cells.set(cell.place().column(), cell.text());
            if (cell.kind() == TableCell.Kind.ERROR)
                fault = new Text(
                        cell.place() + " 的公式没有结果（" + cell.text() + "）",
                        "the formula in " + cell.place() + " gave no value (" + cell.text() + ")");
        }
        return new SheetRow(new At(sheet, row.number()), cells, fault);
    }

    private Content csv() throws IOException {
        var charset = StandardCharsets.UTF_8;
        String digest;
        try {
            digest = digest(charset);
        } catch (CharacterCodingException e) {
            charset = Charset.forName("GB18030");
            digest = digest(charset);
        }
        var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(charset));
        var records = csv.iterator();
        return new Content(digest, true, List.of(new RegisterSheet(null, rows(records), null)), csv);
    }

    private static Iterator<SheetRow> rows(Iterator<CsvRecord> records) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public SheetRow next() {
                var record = records.next();
                return new SheetRow(
                        new At(null, record.getStartingLineNumber()),
                        record.getFields().stream().map(SafeCell::read).toList(),
                        null);
            }
        };
    }

    private String digest(Charset charset) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var reader = reader(new DigestInputStream(opening.open(), digest), charset)) {
                var buffer = CharBuffer.allocate(8192);
                while (reader.read(buffer) >= 0) buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The file's text, a byte order mark at its start left out. */
    private Reader text(Charset charset) {
        try {
            var reader = new BufferedReader(reader(opening.open(), charset));
            reader.mark(1);
            if (reader.read() != 0xFEFF) reader.reset();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    private static Reader reader(InputStream bytes, Charset charset) {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }
}
