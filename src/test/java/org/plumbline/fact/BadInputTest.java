package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;
import org.plumbline.web.SafeCell;

/** What people and attackers send: each has one clear message, and nothing is taken that was not meant. */
class BadInputTest {
    private static final String HEADS = "site,date,source,floorArea,siteName\n";
    private static final String IDS = Small.SITE + ",2026-10-01,Inspector,";

    @Test
    void the_hand_made_workbook_is_read() throws IOException {
        FactContent content = Small.read(Zip.workbook(Zip.heads() + Zip.row("<c r=\"D2\"><v>480</v></c>"))
                .file("facts.xlsx"));
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2000000000", "1E-2000000000", "1E2000000"})
    void a_number_that_would_fill_memory_when_written_out_is_refused(String number) throws IOException {
        FactContent content = Small.read(Zip.workbook(Zip.heads() + Zip.row("<c r=\"D2\"><v>" + number + "</v></c>"))
                .file("facts.xlsx"));
        assertThat(content.refusals("en"))
                .singleElement()
                .asString()
                .contains("站点!D2")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({
        "<c r=\"FXSHRXW2\"><v>1</v></c>, a cell FXSHRXW2",
        "<c r=\"D-2\"><v>1</v></c>, a cell D-2",
        "<c r=\"D2\" t=\"s\"><v>2147483646</v></c>, a text 2147483646",
        "<c r=\"D2\" t=\"s\"><v>1</v></c>, a text 1",
        "<c r=\"D2\" t=\"s\"><v>-1</v></c>, a text -1",
    })
    void what_no_spreadsheet_program_writes_is_named(String cell, String named) throws IOException {
        unreadable(Zip.workbook(Zip.heads() + Zip.row(cell)).file("facts.xlsx"), named, "Open it again");
    }

    @Test
    void a_workbook_that_unpacks_to_far_too_much_is_refused_before_it_is_read() throws IOException {
        unreadable(
                Zip.frame()
                        .with("xl/worksheets/sheet1.xml", Zip.sheet("", ""))
                        .with("xl/sharedStrings.xml", " ".repeat(1 << 20), 65)
                        .file("facts.xlsx"),
                "far too much",
                "Split it");
        unreadable(
                Zip.frame()
                        .with("xl/worksheets/sheet1.xml", " ".repeat(1 << 20), 129)
                        .file("facts.xlsx"),
                "far too much: more than 128 MB by sheet1.xml",
                "Split it");
    }

    @Test
    void more_cells_than_memory_should_hold_are_refused_before_they_are_read() throws IOException {
        String row = "<row>" + "<c><v>1</v></c>".repeat(100) + "</row>";
        Zip zip = Zip.frame().with("xl/sharedStrings.xml", Zip.strings("x"));
        unreadable(
                zip.with("xl/worksheets/sheet1.xml", Zip.sheet("", row.repeat(40_001)))
                        .file("facts.xlsx"),
                "far too much",
                "Split it");
    }

    @Test
    void empty_rows_count_as_rows() throws IOException {
        Zip zip = Zip.frame().with("xl/sharedStrings.xml", Zip.strings("x"));
        String rows = "<row/>".repeat(300_000);
        unreadable(
                zip.with("xl/worksheets/sheet1.xml", Zip.sheet("", rows)).file("facts.xlsx"),
                "200000 rows",
                "Split it");
    }

    @Test
    void a_document_type_is_refused_wherever_it_stands() throws IOException {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        unreadable(Zip.workbook(entity, Zip.heads(), "x").file("facts.xlsx"), "document type", "Open it again");
    }

    @Test
    void no_sheet_and_no_row_are_told_apart_from_nothing_wrong() throws IOException {
        TableFile none = new Zip()
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .file("facts.xlsx");
        assertThatThrownBy(() -> Small.read(none)).isInstanceOf(UnreadableFile.class);
        unreadable(Small.csv("site,date,source,floorArea\n"), "heads and no rows", "Fill it in");
    }

    @Test
    void a_row_whose_values_slipped_under_wrong_heads_is_refused() throws UnreadableFile {
        FactContent content = Small.read(Small.csv(HEADS + IDS + "1,200,北街站\n"));
        assertThat(content.stated()).isEmpty();
        assertThat(content.refusals("en"))
                .singleElement()
                .asString()
                .contains("北街站")
                .contains("under no head")
                .contains("quotes");
        assertThat(Small.read(Small.csv(HEADS + IDS + "480,北街站,,\n")).refusals("en"))
                .isEmpty();
    }

    @Test
    void a_file_that_was_cut_off_is_noticed() throws UnreadableFile {
        FactContent short1 = Small.read(Small.csv(HEADS + IDS + "480,甲\n" + IDS.replace("10-01", "10-02") + "48"));
        assertThat(short1.refusals("en"))
                .singleElement()
                .asString()
                .contains("facts.csv:3")
                .contains("cut off");
        assertThat(short1.stated()).hasSize(1);
        FactContent whole = Small.read(Small.csv(HEADS + IDS + "480,甲"));
        assertThat(whole.answers()).singleElement().isInstanceOf(Answer.AcceptedWithWarning.class);
        assertThat(whole.answers().getFirst().message("zh")).contains("末尾没有换行");
    }

    @ParameterizedTest
    @CsvSource({
        "10², is no number",
        "⑩, is no number",
        "5., is no number",
        "1e3, is no number",
        "480..5, is no number",
        "120-130, is no number",
        "480 亩, has another unit",
    })
    void what_only_looks_like_a_number_is_none(String value, String message) throws UnreadableFile {
        assertThat(Small.read(Small.csv(HEADS + IDS + value + ",\n")).refusals("en"))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"480 平方米", "480平米", "480㎡", "480 m2", "４８０", "+480", "480.0"})
    void what_is_the_number_in_its_unit_is_taken(String value) throws UnreadableFile {
        FactContent content = Small.read(Small.csv(HEADS + IDS + value + ",\n"));
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated().getFirst().facts().facts()).containsEntry("floorArea", FactValue.number(480));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-01T23:30:00-08:00",
                "2026-10-01T23:30:00Z",
                "2026-10-01 99:99zz",
                "2026-10-01 12:00 或 2025-01-01",
                "1900-02-28",
                "0001-01-01"
            })
    void a_date_that_may_be_another_day_is_refused(String date) throws UnreadableFile {
        assertThat(Small.read(Small.csv(HEADS + Small.SITE + "," + date + ",Inspector,480,\n"))
                        .refusals("en"))
                .singleElement()
                .asString()
                .contains("write it as 2026-09-01");
    }

    @Test
    void invisible_characters_are_refused_and_never_reach_a_terminal() throws UnreadableFile {
        for (String name : List.of("甲\u202e站", "甲\u200b站", "甲\u2028站", "甲\u0007站")) {
            assertThat(Small.read(Small.csv(HEADS + IDS + "480," + name + "\n")).refusals("en"))
                    .singleElement()
                    .asString()
                    .contains("invisible");
        }
        FactContent escape = Small.read(Small.csv(HEADS + "\u001b[2J\u001b[31mX,2026-10-01,Inspector,480,\n"));
        assertThat(escape.refusals("zh").getFirst()).doesNotContain("\u001b").contains("\uFFFD[2J");
    }

    @Test
    void a_row_that_states_nothing_says_so() throws UnreadableFile {
        FactContent content = Small.read(Small.csv(HEADS + IDS + ",\n"));
        assertThat(content.answers()).singleElement().isInstanceOf(Answer.AcceptedWithWarning.class);
        assertThat(content.answers().getFirst().message("en")).contains("states no fact");
    }

    @Test
    void one_record_without_day_source_or_site_sends_back_the_set_it_may_belong_to() throws UnreadableFile {
        for (Map<String, String> bad : List.of(
                Map.of("date", "2026-05-32", "source", "Inspector", "site", Small.SITE),
                Map.of("date", "2026-05-02", "source", "Nobody", "site", Small.SITE),
                Map.of("date", "2026-05-02", "source", "Inspector", "site", "!"))) {
            Map<String, String> fine = Map.of(
                    "site",
                    Small.SITE,
                    "date",
                    "2026-05-02",
                    "source",
                    "Inspector",
                    "room.key",
                    "201",
                    "roomKind",
                    "council");
            Map<String, String> second = new java.util.HashMap<>(bad);
            second.put("room.key", "202");
            second.put("roomKind", "council");
            FactContent content = Small.read(Small.filled(Map.of("房间", List.of(fine, second))));
            assertThat(content.stated()).as(bad.toString()).isEmpty();
            assertThat(content.refusals("en")).hasSize(2);
        }
    }

    @Test
    void refused_rows_written_back_are_no_formulas_and_read_as_they_were() throws IOException {
        for (String cell : List.of("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1")) {
            FactContent content = Small.read(Small.csv(HEADS + cell + ",2026-10-01,Inspector,480,\n"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RefusedRows.writeCsv(content, out);
            String written = out.toString(StandardCharsets.UTF_8);
            assertThat(written.lines().skip(1).findFirst().orElse("").replace("\"", ""))
                    .startsWith("'");
            assertThat(SafeCell.read(SafeCell.write(cell))).isEqualTo(cell);
        }
        assertThat(SafeCell.write("-12.5")).isEqualTo("-12.5");
        assertThat(SafeCell.write("+5%")).isEqualTo("+5%");
    }

    @Test
    void a_quote_inside_a_cell_is_text_and_an_unclosed_one_is_told_where() throws UnreadableFile {
        assertThat(Small.read(Small.csv(HEADS + IDS + "480,12\" 站\n")).refusals("en"))
                .isEmpty();
        unreadable(Small.csv(HEADS + IDS + "480,甲\n" + IDS + "480,\"乙\n"), "line 2", "quote");
    }

    @Test
    void codes_of_another_register_cost_no_more_than_their_number() throws UnreadableFile {
        StringBuilder csv = new StringBuilder(HEADS);
        for (int i = 0; i < 20_000; i++) {
            csv.append("!").append(i).append(",2026-10-01,Inspector,480,\n");
        }
        assertThat(Small.read(Small.csv(csv.toString())).refused()).isEqualTo(20_000);
    }

    @Test
    void a_value_that_is_the_word_site_is_no_head() throws UnreadableFile {
        String csv = "site,date,source,floorArea,siteName\n" + IDS + "480,site\n";
        assertThat(Small.read(Small.csv(csv)).refusals("en")).isEmpty();
    }

    private static void unreadable(TableFile file, String... parts) {
        assertThatThrownBy(() -> Small.read(file))
                .isInstanceOf(UnreadableFile.class)
                .satisfies(problem -> assertThat(problem.getMessage())
                        .contains(file.name())
                        .contains(parts)
                        .doesNotContain("\n"));
    }
}
