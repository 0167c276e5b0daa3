package org.plumbline.fact;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.web.SafeCell;

/** The rows that were refused, as a file of the same form that says beside each why: correct it and hand it in again. */
public final class RefusedRows {
    private RefusedRows() {}

    /** Writes the refused rows as a workbook. The stream stays open. */
    public static void write(FactContent content, FactForm form, OutputStream out) throws IOException {
        Map<FormSheet, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (FactContent.Row row : content.rows()) {
            if (row.answer() instanceof Answer.Refused refused) {
                rows.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>()).add(texts(row, refused));
            }
        }
        new FormWriter(form).write(rows, true, out);
    }

    /** Writes the refused rows of the form's first sheet as CSV (UTF-8 with byte order mark, which spreadsheets want). */
    public static void writeCsv(FactContent content, OutputStream out) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> columns =
                new LinkedHashSet<>(List.of(FormColumn.SITE.name(), FormColumn.DATE.name(), FormColumn.SOURCE.name()));
        for (FactContent.Row row : content.rows()) {
            if (row.answer() instanceof Answer.Refused refused && row.sheet().kind() == FormSheet.Kind.SITES) {
                rows.add(texts(row, refused));
                columns.addAll(row.cells().keySet());
            }
        }
        columns.add(FormColumn.WHY.name());
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns);
        for (Map<String, String> row : rows) {
            csv.writeRecord(columns.stream()
                    .map(column -> SafeCell.write(row.getOrDefault(column, "")))
                    .toList());
        }
        csv.flush();
        text.flush();
    }

    private static Map<String, String> texts(FactContent.Row row, Answer.Refused refused) {
        Map<String, String> texts = new LinkedHashMap<>(row.cells());
        texts.put(FormColumn.WHY.name(), refused.message("zh") + "\n" + refused.message("en"));
        return texts;
    }
}
