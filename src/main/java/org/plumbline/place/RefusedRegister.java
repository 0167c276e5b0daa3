package org.plumbline.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.web.SafeCell;

/**
 * The rows of a register file that were refused, as a file of the same form: the heads, the rows as they were, and the reasons in a last
 * column that a reader passes over, so that people correct it and hand it in again. It listens to the answers of an import.
 */
public final class RefusedRegister implements Consumer<RowAnswer> {
    private final RegisterFile file;
    private final Map<At, String> reasons = new HashMap<>();

    /** For the import of a file. */
    public RefusedRegister(RegisterFile file) {
        this.file = file;
    }

    @Override
    public void accept(RowAnswer answer) {
        if (!(answer instanceof Refused refused)) return;
        if (!refused.column().equals("head") && !refused.column().equals("file"))
            reasons.put(refused.at(), refused.message("zh") + " / " + refused.message("en"));
    }

    /** Whether there are rows to give back; when the heads or the file itself are at fault, its owner has it whole already. */
    public boolean any() {
        return !reasons.isEmpty();
    }

    /** Its name: that of the file with -refused before the ending. */
    public String name() {
        int dot = file.name().lastIndexOf('.');
        return dot > 0
                ? file.name().substring(0, dot) + "-refused" + file.name().substring(dot)
                : file.name() + "-refused.csv";
    }

    /** Writes it: CSV in UTF-8 with a byte order mark, or a workbook. */
    public void write(OutputStream out) throws IOException {
        try (var content = file.read()) {
            if (content.text()) csv(content.sheets().getFirst(), out);
            else workbook(content.sheets(), out);
        }
    }

    private void csv(RegisterSheet sheet, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        var csv = CsvWriter.builder().build(text);
        each(sheet, cells -> csv.writeRecord(cells.stream().map(SafeCell::write).toList()));
        csv.flush();
        text.flush();
    }

    private void workbook(List<RegisterSheet> sheets, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Plumbline", "1.0")) {
            for (var sheet : sheets) {
                if (reasons.keySet().stream()
                        .noneMatch(at -> at.sheet() != null && at.sheet().equals(sheet.name()))) continue;
                Worksheet to = book.newWorksheet(String.valueOf(sheet.name()));
                int[] row = {0};
                each(sheet, cells -> {
                    // As text, so that no code loses its zeros; a text cell is no formula.
                    for (int i = 0; i < cells.size(); i++) to.value(row[0], i, cells.get(i));
                    row[0]++;
                });
            }
        }
    }

    private void each(RegisterSheet sheet, Consumer<List<String>> line) {
        List<String> heads = null;
        int why = -1;
        for (var rows = sheet.rows(); rows.hasNext(); ) {
            SheetRow row = rows.next();
            var reason = heads == null ? RegisterForm.WHY : reasons.get(row.at());
            if (heads == null) {
                heads = row.cells();
                why = heads.stream()
                        .map(head -> head.strip().toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(RegisterForm.WHY);
            }
            if (reason == null) continue;
            List<String> cells = new ArrayList<>(row.cells());
            // What comes back for the second time has the column already; a row of another width stays as it is.
            if (why < 0) cells.add(reason);
            else if (cells.size() == heads.size()) cells.set(why, reason);
            line.accept(cells);
        }
    }
}
