package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.plumbline.fact.CellReader.Read;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/** Whatever is handed in as facts: what is stated can be recorded, and what is refused is told and handed back. */
class FactFileFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<FactDefinition> FACTS =
            List.copyOf(Small.EDITION.book().facts().values());

    @FuzzTest(maxDuration = "2m")
    void facts_are_recorded_or_come_back_with_their_reasons(byte[] bytes) throws IOException {
        FactContent content =
                read(new TableFile("facts.csv", bytes), ForeignForms.none(), SiteLookup.withoutRegister());
        if (content != null) {
            lawful(content);
            comesBackAsText(content);
        }
    }

    /** The first byte picks a fact, the second what the file says of the cell, the rest is its text. */
    @FuzzTest(maxDuration = "2m")
    void a_cell_is_a_value_that_stays_itself_or_its_fault_is_told(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        FactDefinition fact = FACTS.get(Byte.toUnsignedInt(bytes[0]) % FACTS.size());
        TableCell.Kind kind = TableCell.Kind.values()[Byte.toUnsignedInt(bytes[1]) % TableCell.Kind.values().length];
        String text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8).strip();
        TableCell cell = new TableCell(new CellPlace("facts.csv", 2, 3, fact.name()), kind, text);
        if (cell.empty()) {
            return;
        }
        switch (assertTimeout(SOON, () -> CellReader.read(fact, cell))) {
            case Read.Bad(var problem) -> oneLine(problem.message("zh"));
            case Read.Value(var value, var warning) -> {
                String json = CanonicalJson.write(RecordJson.of(value));
                assertThat(json).isNotBlank();
                if (warning != null) {
                    oneLine(warning.message("en"));
                }
                switch (value) {
                    case FactValue.Wording(var wording) ->
                        assertThat(Spelling.hidden(wording)).isFalse();
                    case FactValue.Amount(var micros) ->
                        assertThat(fact.limit() == null || fact.limit().holds(micros))
                                .isTrue();
                    case FactValue.Codes(var codes) ->
                        assertThat(Objects.requireNonNull(fact.codes()).codes()).containsAll(codes);
                    default -> {}
                }
            }
        }
    }

    /** The content of a file; null where nothing can be read from it. */
    static FactContent read(TableFile file, ForeignForms forms, SiteLookup lookup) {
        return assertTimeout(SOON, () -> {
            try {
                return FactFile.read(
                        file, new FactFile.Circumstances(Small.FORM, lookup, Small.TODAY, Permit.all(), forms, null));
            } catch (UnreadableFile refused) {
                oneLine(refused.getMessage());
                return null;
            }
        });
    }

    /** What is told is a line for a terminal, and what is stated can be recorded. */
    static void lawful(FactContent content) {
        for (String language : List.of("zh", "en")) {
            content.refusals(language).forEach(FactFileFuzzTest::oneLine);
            content.notes().forEach(note -> oneLine(note.message(language)));
            content.answers().forEach(answer -> oneLine(answer.message(language)));
        }
        content.stated().forEach(stated -> recordable(stated.facts()));
    }

    /** What one submission states is a record that the evaluator can read. */
    private static void recordable(SiteFacts facts) {
        if (facts.place()) {
            return;
        }
        String siteClass = Objects.requireNonNullElse(facts.siteClass(), "RS");
        assertThat(Small.EDITION.book().classes()).containsKey(siteClass);
        if (Small.EDITION.rulebook().classIndex(siteClass) >= 0) {
            String json = CurrentRecord.of(
                    "https://example.org/id/site/" + facts.code(),
                    siteClass,
                    List.of(facts),
                    Small.EDITION.book(),
                    Small.TODAY);
            assertThat(new RecordReader(Small.EDITION.rulebook()).read(json)).isNotNull();
        }
    }

    /** The rows handed back are no formulas, and can be read again with the same cells. */
    private static void comesBackAsText(FactContent content) throws IOException {
        List<FactContent.Row> refused = refused(content);
        if (!refused.isEmpty()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RefusedRows.writeCsv(content, out);
            comesBack(new TableFile("refused.csv", out.toByteArray()), refused, SiteLookup.withoutRegister());
        }
    }

    /** The rows handed back as a workbook can be read again with the same cells. */
    static void comesBackAsWorkbook(FactContent content, SiteLookup lookup) throws IOException {
        List<FactContent.Row> refused = refused(content);
        if (!refused.isEmpty()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RefusedRows.write(content, Small.FORM, out);
            comesBack(new TableFile("refused.xlsx", out.toByteArray()), refused, lookup);
        }
    }

    private static List<FactContent.Row> refused(FactContent content) {
        return content.rows().stream()
                .filter(row -> row.answer() instanceof Answer.Refused)
                .toList();
    }

    private static void comesBack(TableFile file, List<FactContent.Row> refused, SiteLookup lookup) throws IOException {
        FactContent again = read(file, ForeignForms.none(), lookup);
        assertThat(again).isNotNull();
        assertThat(again.faults()).isEmpty();
        assertThat(again.rows()).hasSameSizeAs(refused);
        assertThat(cells(file, lookup))
                .containsAll(refused.stream().map(row -> visible(row.cells())).toList());
    }

    /** What a file of the form says in each of its rows, but not why it came back. */
    private static List<Map<String, String>> cells(TableFile file, SiteLookup lookup) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Table table : file.tables()) {
            Heads.Found heads = Heads.find(Small.FORM, lookup, table);
            table.rows().stream().skip(heads.first()).forEach(row -> {
                Map<String, String> cells = new TreeMap<>();
                row.cells().stream()
                        .filter(cell -> heads.columns().containsKey(cell.place().column()))
                        .forEach(cell -> cells.put(
                                heads.columns().get(cell.place().column()).name(),
                                cell.kind() == TableCell.Kind.ERROR && cell.empty() ? "#" : cell.text()));
                rows.add(visible(cells));
            });
        }
        return rows;
    }

    /** XML has no control characters, so that a workbook comes back without them; a cell of nothing else is none. */
    private static Map<String, String> visible(Map<String, String> cells) {
        Map<String, String> visible = new TreeMap<>();
        cells.forEach((column, text) -> {
            String shown = text.replaceAll("\\p{Cntrl}|[\\uFFFE\\uFFFF]", "").strip();
            if (!shown.isEmpty()) {
                visible.put(column, shown);
            }
        });
        return visible;
    }

    static void oneLine(String text) {
        assertThat(text).isNotBlank().doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
    }
}
