package org.plumbline.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.web.SafeCell;

/**
 * Reads CSV: RFC 4180; UTF-8 with or without byte order mark, or what is no UTF-8 as GB18030, in which Chinese spreadsheet programs
 * save it; comma, or semicolon where the first line has only those.
 */
final class CsvTable {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final TableFile file;

    CsvTable(TableFile file) {
        this.file = file;
    }

    Table read() throws UnreadableFile {
        String text = text();
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = first.indexOf(',') < 0 && first.indexOf(';') >= 0
                ? ';'
                : first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
        List<TableRow> rows = new ArrayList<>();
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            List<String> heads = List.of();
            for (CsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (heads.isEmpty()) {
                    heads = record.getFields();
                }
                TableRow row = row((int) line, record.getFields(), heads);
                if (!row.empty()) {
                    rows.add(row);
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new UnreadableFile(
                    file.name() + " 第" + line + "行之后不是合格的CSV：可能有引号没有闭合，或者一行、一格过大。",
                    file.name() + " is no CSV after line " + line
                            + ": look for a quote that is not closed, or a row or cell that is far too large.");
        }
        if (!rows.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r")) {
            TableRow last = rows.removeLast();
            rows.add(new TableRow(last.number(), last.cells(), true, false));
        }
        return new Table(file.name(), true, List.copyOf(rows));
    }

    private TableRow row(int line, List<String> fields, List<String> heads) {
        List<TableCell> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            String head = i < heads.size() ? heads.get(i).strip() : CellPlace.letters(i);
            cells.add(new TableCell(
                    new CellPlace(file.name(), line, i, head),
                    TableCell.Kind.TEXT,
                    SafeCell.read(fields.get(i).strip())));
        }
        return new TableRow(line, cells);
    }

    private String text() throws UnreadableFile {
        for (Charset charset : CHARSETS) {
            try {
                String text = charset.newDecoder()
                        .decode(ByteBuffer.wrap(file.bytes()))
                        .toString();
                int nul = text.indexOf('\0');
                if (nul >= 0) {
                    long line =
                            1 + text.chars().limit(nul).filter(c -> c == '\n').count();
                    throw new UnreadableFile(
                            file.name() + " 第" + line + "行含有空字符（NUL），不是文本文件或已损坏。请另存为“CSV UTF-8”，或提供 .xlsx。",
                            file.name() + " holds a NUL character in line " + line
                                    + ", so it is no text or is damaged. Save it as \"CSV UTF-8\", or give an .xlsx.");
                }
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // The next may fit.
            }
        }
        throw new UnreadableFile(
                file.name() + " 不是 UTF-8 或 GB18030 编码的文本。请另存为“CSV UTF-8”，或提供 .xlsx。",
                file.name() + " is no text in UTF-8 or GB18030. Save it as \"CSV UTF-8\", or give an .xlsx.");
    }
}
