package org.plumbline.fact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/** A small edition that reaches every kind of fact, and files in its form. */
final class Small {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final Edition EDITION = edition();
    static final FactForm FORM = FactForm.of(List.of(EDITION));
    static final String CLAUSE = "https://w3id.org/plumbline/standard/small/2026/clause/";
    static final String SITE = "310112001001-RS01";

    private Small() {}

    private static Edition edition() {
        try {
            Linter.Result result =
                    Linter.lint(StandardFolder.of(Path.of("src/test/resources/fact/standards/small/2026")));
            if (result.edition() == null) {
                throw new IllegalStateException(result.findings().toString());
            }
            return result.edition();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The template filled in with texts. */
    static TableFile filled(Map<String, List<Map<String, String>>> rows) {
        Map<FormSheet, List<Map<String, String>>> bySheet = new java.util.LinkedHashMap<>();
        FORM.sheets().forEach(sheet -> bySheet.put(sheet, rows.getOrDefault(sheet.name(), List.of())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FormWriter(FORM).write(bySheet, false, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new TableFile("facts.xlsx", out.toByteArray());
    }

    /** A workbook with one sheet of these cells, the heads first. */
    static TableFile workbook(String sheet, Object[]... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tests", "1.0")) {
            Worksheet to = workbook.newWorksheet(sheet);
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    switch (rows[r][c]) {
                        case String text when text.startsWith("=") -> to.formula(r, c, text.substring(1));
                        case String text -> to.value(r, c, text);
                        case Number number -> to.value(r, c, number);
                        case Boolean truth -> to.value(r, c, truth);
                        case LocalDate day -> {
                            to.value(r, c, day);
                            to.style(r, c).format("yyyy-mm-dd").set();
                        }
                        case null, default -> {}
                    }
                }
            }
        }
        return new TableFile("facts.xlsx", out.toByteArray());
    }

    static TableFile csv(String text) {
        return new TableFile("facts.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static FactContent read(TableFile file) throws UnreadableFile {
        return FactFile.read(file, FORM, SiteLookup.withoutRegister(), TODAY);
    }
}
