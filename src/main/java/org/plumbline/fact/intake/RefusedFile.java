package org.plumbline.fact.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.fact.FactContent;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.RefusedRows;
import org.plumbline.place.RegisterFile;
import org.plumbline.web.SafeCell;

/** The rows that were refused, as a file of the form they came in: correct it and hand it in. */
final class RefusedFile {
    private RefusedFile() {}

    /** A refused line of a text file and why. */
    record Line(long number, String why) {}

    static AnswerTable.Kept facts(String name, FactContent content, FactForm form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean csv = content.text();
        if (csv) {
            RefusedRows.writeCsv(content, bytes);
        } else {
            RefusedRows.write(content, form, bytes);
        }
        return new AnswerTable.Kept(refused(name, csv ? ".csv" : ".xlsx"), bytes.toByteArray());
    }

    /** The heads and the refused lines of a register's CSV, with the reason in a last column that a reader passes over. */
    static Optional<AnswerTable.Kept> register(String name, byte[] content, List<Line> lines) throws IOException {
        Map<Long, String> why = new HashMap<>();
        lines.stream().filter(line -> line.number() > 1).forEach(line -> why.put(line.number(), line.why()));
        if (why.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        try (var rows = CsvReader.builder()
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(RegisterFile.of(name, content).text())) {
            boolean heads = true;
            for (CsvRecord row : rows) {
                String reason = heads ? "why" : why.get(row.getStartingLineNumber());
                if (reason != null) {
                    List<String> cells = new ArrayList<>(
                            row.getFields().stream().map(SafeCell::write).toList());
                    cells.add(reason);
                    csv.writeRecord(cells);
                }
                heads = false;
            }
        }
        csv.flush();
        text.flush();
        return Optional.of(new AnswerTable.Kept(refused(name, ".csv"), bytes.toByteArray()));
    }

    private static String refused(String name, String ending) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-refused" + ending;
    }
}
