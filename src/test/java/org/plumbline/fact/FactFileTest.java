package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

class FactFileTest {
    private static final String HEAD = "site,date,source,";
    private static final String ROW = Small.SITE + ",2026-09-01,Inspector,";

    @Test
    void the_template_is_the_same_bytes_every_time() throws IOException {
        assertThat(template()).isEqualTo(template());
    }

    @Test
    void the_template_has_a_sheet_for_sites_for_each_record_fact_and_for_judgements() throws IOException {
        assertThat(Small.FORM.sheets())
                .extracting(FormSheet::name)
                .startsWith("站点")
                .endsWith("判定")
                .contains("房间", "月度活动", "闭馆记录");
        assertThat(Small.FORM.sheets().getFirst().columns())
                .extracting(FormColumn::name)
                .startsWith("site", "date", "source", "siteClass")
                .contains(
                        "floorArea",
                        "stepFreeRoute",
                        "infoAids",
                        "lastDrill",
                        "structuralGrade",
                        "committeeResidents",
                        "room",
                        "closure")
                .doesNotContain("roomKind", "roomSeats");
        try (var workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(template()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).contains("站点", "房间", "判定", "说明", "代码");
            var rows = workbook.findSheet("站点").orElseThrow().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("站点编号");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Site");
            int area = rows.get(2).stream().map(cell -> cell.getText()).toList().indexOf("floorArea");
            assertThat(rows.get(0).getCellText(area)).isEqualTo("建筑面积（m²）");
            assertThat(rows.get(1).getCellText(area)).isEqualTo("Floor area (m²)");
            assertThat(rows.get(2).getCellText(area)).isEqualTo("floorArea");
        }
    }

    @Test
    void an_empty_template_has_nothing_to_record() throws IOException {
        unreadable(new TableFile("t.xlsx", template()), "t.xlsx has heads and no rows");
    }

    @Test
    void a_filled_template_states_facts_records_and_judgements() throws IOException {
        FactContent content = Small.read(Small.filled(Map.of(
                "站点",
                        List.of(Map.ofEntries(
                                Map.entry("site", Small.SITE),
                                Map.entry("date", "2026-09-01"),
                                Map.entry("source", "检查员"),
                                Map.entry("floorArea", "４８０．５"),
                                Map.entry("stepFreeRoute", "是"),
                                Map.entry("infoAids", "文字显示屏；magnifier ; Voice prompt"),
                                Map.entry("lastDrill", "无"),
                                Map.entry("structuralGrade", "A"),
                                Map.entry("closure", "none"),
                                Map.entry("committeeResidents", "1,900人"),
                                Map.entry("committeeShare60", "31.5%"))),
                "房间",
                        List.of(
                                Map.of("site", Small.SITE, "room.key", "201", "roomKind", "议事协商室", "roomSeats", "20"),
                                Map.of("site", Small.SITE, "room.key", "202", "roomKind", "reading")),
                "月度活动", List.of(Map.of("site", Small.SITE, "monthStart", "2026年8月1日", "events", "5")),
                "判定", List.of(Map.of("site", Small.SITE, "clause", "5.10", "outcome", "不通过", "reason", "材料不实")))));
        assertThat(content.answers())
                .allMatch(answer -> answer instanceof Answer.Accepted, "accepted")
                .extracting(Answer::place)
                .extracting(Object::toString)
                .containsExactly("站点!4", "房间!4", "房间!5", "月度活动!4", "判定!4");
        assertThat(content.stated()).hasSize(1);
        SiteFacts facts = content.stated().getFirst().facts();
        assertThat(facts.siteClass()).isEqualTo("RS");
        assertThat(facts.observedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(facts.source()).isEqualTo("Inspector");
        assertThat(facts.facts())
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("floorArea", FactValue.number("480.5")),
                        Map.entry("stepFreeRoute", FactValue.of(true)),
                        Map.entry("infoAids", FactValue.codes(List.of("display", "magnifier", "voicePrompt"))),
                        Map.entry("lastDrill", FactValue.none()),
                        Map.entry("structuralGrade", FactValue.code("A")),
                        Map.entry("closure", FactValue.none()),
                        Map.entry("committeeResidents", FactValue.number(1900)),
                        Map.entry("committeeShare60", FactValue.number("0.315")),
                        Map.entry(
                                "room",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "201",
                                                new TreeMap<>(Map.of(
                                                        "roomKind",
                                                        FactValue.code("council"),
                                                        "roomSeats",
                                                        FactValue.number(20))),
                                        "202", new TreeMap<>(Map.of("roomKind", FactValue.code("reading"))))))),
                        Map.entry(
                                "activityMonth",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "2026-08-01",
                                        new TreeMap<>(Map.of(
                                                "monthStart",
                                                FactValue.of(LocalDate.of(2026, 8, 1)),
                                                "events",
                                                FactValue.number(5))))))))));
        assertThat(facts.judgements())
                .isEqualTo(new TreeMap<>(Map.of(Small.CLAUSE + "5.10", new Judgement(false, "材料不实"))));
    }

    @Test
    void cells_of_every_excel_type_are_read() throws IOException {
        FactContent content = Small.read(Small.workbook(
                "站点",
                new Object[] {
                    "Site", "观察日期", "source", "floorArea", "Step-free route is unbroken", "lastDrill", "parkingSpaces"
                },
                new Object[] {
                    Small.SITE, LocalDate.of(2026, 9, 1), "Inspector", 480.1 + 0.2, true, LocalDate.of(2026, 3, 5), 7
                }));
        assertThat(content.faults()).isEmpty();
        assertThat(content.answers()).singleElement().isInstanceOf(Answer.Accepted.class);
        assertThat(content.stated().getFirst().facts().facts())
                .containsEntry("floorArea", FactValue.number("480.3"))
                .containsEntry("stepFreeRoute", FactValue.of(true))
                .containsEntry("lastDrill", FactValue.of(LocalDate.of(2026, 3, 5)))
                .containsEntry("parkingSpaces", FactValue.number(7));
    }

    @Test
    void csv_is_read_with_and_without_byte_order_mark() throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            FactContent content = Small.read(Small.csv(mark + HEAD + "floorArea\n" + ROW + "480.5\n\n"));
            assertThat(content.stated()).hasSize(1);
            assertThat(content.answers())
                    .extracting(answer -> answer.message("en"))
                    .containsExactly("facts.csv:2: " + Small.SITE + " accepted");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            floorArea       | large            | Floor area (floorArea) "large" is no number: write a plain number such as 480.5.
            floorArea       | 约480            | is no number
            floorArea       | 1.5万            | has another unit: convert it to m² and write the number alone
            floorArea       | 480 mm           | has another unit
            floorArea       | 480.1234567      | more than six decimals
            floorArea       | 0                | is outside 1–50000 and cannot be: check the number and its unit (m²).
            floorArea       | 无               | cannot be none: write 0 if there are none, leave it empty if nobody measured
            parkingSpaces   | 2.5              | is not whole: write a whole number
            stepFreeRoute   | vielleicht       | is neither yes nor no
            lastDrill       | 05/03/2026       | is no date: write it as 2026-09-01
            lastDrill       | 2026-02-30       | is no date
            infoAids        | display;magnifer | holds "magnifer", which is not in the code list (separate several by ;): did you mean magnifier?
            structuralGrade | E                | which is not in the code list
            structuralGrade | A;B              | must be exactly one code
            room            | 3                | leave it empty or write none
            """)
    void a_bad_value_is_refused_at_its_cell(String fact, String value, String message) throws IOException {
        FactContent content = Small.read(Small.csv(HEAD + fact + "\n" + ROW + value + "\n"));
        assertThat(content.answers()).singleElement().isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.place()).hasToString("facts.csv:2 column " + fact);
            assertThat(refused.message("en")).contains(message);
            assertThat(refused.message("zh")).contains(value.substring(0, 1)).contains("。");
        });
        assertThat(content.stated()).isEmpty();
    }

    @Test
    void a_value_outside_the_usual_is_accepted_with_a_warning() throws IOException {
        FactContent content = Small.read(Small.csv(HEAD + "floorArea\n" + ROW + "20000\n"));
        assertThat(content.answers()).singleElement().isInstanceOf(Answer.AcceptedWithWarning.class);
        assertThat(content.answers().getFirst().message("en"))
                .contains("please confirm", "facts.csv:2 column floorArea", "outside the usual 50–10000");
        assertThat(content.stated()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            site,date,source,flooArea                 | did you mean floorArea?
            site,date,source,monthsReported           | is computed from other facts
            site,date,source,roomSeats                | does not belong on this sheet
            site,date,source,floorArea,floorArea      | stands in two columns
            place,floorArea                           | has no column "Site" (site)
            siet,date,floorArea                       | Did you mean site by siet?
            """)
    void heads_that_cannot_be_used_stop_the_whole_file(String heads, String message) throws IOException {
        FactContent content = Small.read(Small.csv(heads + "\n" + ROW + "1,2\n"));
        assertThat(content.faults()).hasSize(1);
        assertThat(content.faults().getFirst().message("en")).contains("facts.csv:1", message);
        assertThat(content.stated()).isEmpty();
        assertThat(content.rows()).isEmpty();
    }

    @Test
    void every_column_is_among_those_that_a_misspelt_head_may_have_meant() throws IOException {
        for (FormColumn column : Small.FORM.sites().columns()) {
            String name = column.name();
            if (!name.equals("site")) {
                String misspelt = name.substring(0, 2) + "q" + name.substring(2);
                List<String> messages =
                        Small.read(Small.csv("site," + misspelt + "\nx,1\n")).refusals("en");
                assertThat(messages).singleElement().asString().containsIgnoringCase("did you mean " + name + "?");
            }
        }
    }

    @Test
    void refusals_are_a_line_a_row_or_a_line_a_head() throws IOException {
        assertThat(Small.read(Small.csv("site,flooArea,aera\n" + ROW)).refusals("en"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("facts.csv:1 column flooArea: "),
                        line -> assertThat(line).startsWith("facts.csv:1 column aera: "));
        assertThat(Small.read(Small.csv(HEAD + "floorArea,exits\n" + ROW + "x,y\n" + ROW.replace("RS01", "RS02")
                                + "480,2\n" + ",,,,1"))
                        .refusals("zh"))
                .hasSize(2)
                .allMatch(line -> line.matches("facts\\.csv:\\d.*。"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , 2026-09-01, Inspector            | facts.csv:2               | The site code is missing
            310112/1, 2026-09-01, Inspector    | facts.csv:2 column site   | There is no site "310112/1"
            S1, 2026-09-01, Inspector          | facts.csv:2 column site   | The class of "S1" is not known
            310112001001-RS01, 1.9.2026, Inspector   | facts.csv:2 column date   | "1.9.2026" is no date
            310112001001-RS01, 2026-11-02, Inspector | facts.csv:2 column date   | The observation date 2026-11-02 is after the assessment date (2026-11-01)
            310112001001-RS01, 2026-09-01, Mayor     | facts.csv:2 column source | There is no source "Mayor": write one of Inspector, Register, System, Manager.
            """)
    void a_row_that_does_not_say_where_when_or_who_is_refused(String ids, String place, String message)
            throws IOException {
        FactContent content = Small.read(Small.csv(HEAD + "floorArea\n" + ids.replace(", ", ",") + ",480\n"));
        assertThat(content.answers()).singleElement().isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.place()).hasToString(place);
            assertThat(refused.message("en")).contains(message);
        });
    }

    @Test
    void without_a_register_day_and_source_may_be_left_out_and_the_class_stands_in_its_column() throws IOException {
        FactContent content = Small.read(Small.csv("site,siteClass,floorArea,备注\nS1,VS,480,x\n"));
        assertThat(content.stated().getFirst().facts())
                .isEqualTo(SiteFacts.ofSite(
                        "S1", "VS", Small.TODAY, "Manager", new TreeMap<>(Map.of("floorArea", FactValue.number(480)))));
    }

    @Test
    void a_repeated_row_is_refused() throws IOException {
        FactContent content = Small.read(Small.csv(HEAD + "floorArea\n" + ROW + "480\n" + ROW + "500\n"));
        assertThat(content.answers().get(0)).isInstanceOf(Answer.Accepted.class);
        assertThat(content.answers().get(1).message("en"))
                .contains("The row repeats facts.csv:2 (same site, date and source): keep one of them.");
    }

    @Test
    void one_refused_record_sends_back_the_whole_set_but_only_that_month_of_a_series() throws IOException {
        FactContent content = Small.read(Small.filled(Map.of(
                "站点", List.of(Map.of("site", Small.SITE, "date", "2026-09-01", "source", "Manager")),
                "房间",
                        List.of(
                                Map.of("site", Small.SITE, "room.key", "201", "roomSeats", "twenty"),
                                Map.of("site", Small.SITE, "room.key", "202", "roomSeats", "20")),
                "月度活动",
                        List.of(
                                Map.of("site", Small.SITE, "monthStart", "2026-07-01", "events", "many"),
                                Map.of("site", Small.SITE, "monthStart", "2026-08-01", "events", "5")))));
        assertThat(content.answers().stream().map(answer -> answer.getClass().getSimpleName()))
                .containsExactly("Accepted", "Refused", "Refused", "Refused", "Accepted");
        int seats = Small.FORM.sheets().stream()
                .filter(sheet -> sheet.name().equals("房间"))
                .findFirst()
                .orElseThrow()
                .columns()
                .stream()
                .map(FormColumn::name)
                .toList()
                .indexOf("roomSeats");
        assertThat(content.answers().get(1).place()).hasToString("房间!" + (char) ('A' + seats) + "4");
        assertThat(content.answers().get(2).message("en")).contains("taken as a complete set, and 房间!4 is refused");
        assertThat(content.stated().getFirst().facts().facts()).containsOnlyKeys("activityMonth");
    }

    @Test
    void records_need_a_key_a_day_and_no_contradiction() throws IOException {
        FactContent content = Small.read(Small.filled(Map.of(
                "站点", List.of(Map.of("site", Small.SITE, "date", "2026-09-01", "source", "Manager", "room", "无")),
                "房间",
                        List.of(
                                Map.of("site", Small.SITE, "room.key", "2/1"),
                                Map.of("site", Small.SITE, "room.key", "202"),
                                Map.of("site", "310112001002-RS01", "room.key", "203")))));
        assertThat(content.answers().get(1).message("en")).contains("\"2/1\" cannot be the key of a record in Rooms");
        assertThat(content.answers().get(2).message("en"))
                .contains("站点!4 says that there is none, and here stands one");
        assertThat(content.answers().get(3).message("en"))
                .contains("the sheet of sites has 0 rows to take it from: write date and source here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.2  | passed | because | Clause 5.2 is decided from facts and not by people
            9.9  | passed | because | has no clause 9.9: people judge 5.1 5.10.
            5.1  | maybe  | because | The outcome "maybe" is neither passed nor failed
            5.1  | passed |         | The reason is missing
            """)
    void a_bad_judgement_is_refused(String clause, String outcome, String reason, String message) throws IOException {
        Map<String, String> row = new TreeMap<>(Map.of(
                "site", Small.SITE, "clause", clause, "outcome", outcome, "date", "2026-09-01", "source", "Inspector"));
        if (reason != null) {
            row.put("reason", reason);
        }
        FactContent content = Small.read(Small.filled(Map.of("判定", List.of(row))));
        assertThat(content.answers()).singleElement().isInstanceOf(Answer.Refused.class);
        assertThat(content.answers().getFirst().message("en")).contains(message);
    }

    @Test
    void a_clause_number_that_a_spreadsheet_took_for_a_number_is_not_guessed() throws IOException {
        FactContent content = Small.read(Small.workbook(
                "判定",
                new Object[] {"site", "clause", "outcome", "reason", "date", "source"},
                new Object[] {Small.SITE, 5.1, "通过", "好", "2026-09-01", "Inspector"}));
        assertThat(content.answers().getFirst().message("en")).contains("判定!B2", "5.1 and 5.10 look the same");
    }

    @Test
    void refused_rows_come_back_in_the_same_form_and_can_be_handed_in_again() throws IOException {
        FactContent content = Small.read(Small.filled(Map.of(
                "站点",
                        List.of(
                                Map.of(
                                        "site",
                                        Small.SITE,
                                        "date",
                                        "2026-09-01",
                                        "source",
                                        "Manager",
                                        "floorArea",
                                        "480"),
                                Map.of(
                                        "site",
                                        "310112001002-RS01",
                                        "date",
                                        "2026-09-01",
                                        "source",
                                        "Manager",
                                        "floorArea",
                                        "x")),
                "房间", List.of(Map.of("site", Small.SITE, "room.key", "201", "roomSeats", "x")))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RefusedRows.write(content, Small.FORM, out);
        FactContent again = Small.read(new TableFile("refused.xlsx", out.toByteArray()));
        assertThat(again.faults()).isEmpty();
        assertThat(again.rows()).hasSize(2).allMatch(row -> row.answer() instanceof Answer.Refused);
        assertThat(again.rows().get(1).cells())
                .containsEntry("date", "2026-09-01")
                .containsEntry("source", "Manager");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        RefusedRows.writeCsv(content, csv);
        assertThat(Small.read(new TableFile("refused.csv", csv.toByteArray())).rows())
                .hasSize(1);
    }

    @Test
    void what_a_chinese_spreadsheet_program_saves_is_read() throws UnreadableFile {
        String csv = "站点编号,观察日期,来源,floorArea\n310112001001-RS01,2026-09-01,检查员,480\n";
        FactContent content = Small.read(new TableFile("gbk.csv", csv.getBytes(Charset.forName("GB18030"))));
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_read_is_one_clear_message() throws IOException {
        byte[] good = template();
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        unreadable(new TableFile("e.xlsx", new byte[0]), "e.xlsx is empty.");
        unreadable(new TableFile("o.xls", old), "o.xls is an old .xls or has a password.");
        unreadable(
                new TableFile("h.xlsx", Arrays.copyOf(good, good.length / 2)),
                "h.xlsx is damaged or no .xlsx workbook.");
        unreadable(
                new TableFile("t.xlsx", "site,date".getBytes(Charset.forName("UTF-8"))),
                "t.xlsx is no Excel workbook.");
        unreadable(
                new TableFile("g.csv", new byte[] {'s', 'i', 't', 'e', (byte) 0xFF, (byte) 0xFF}),
                "g.csv is no text in UTF-8 or GB18030.");
        unreadable(
                new TableFile("u.csv", "site,date\n".getBytes(StandardCharsets.UTF_16LE)),
                "u.csv holds a NUL character in line 1");
        unreadable(Small.csv("site,date\n\"x,1\n"), "facts.csv is no CSV after line 1");
        unreadable(Small.workbook("Sheet1", new Object[] {"a", "b"}), "facts.xlsx has no sheet of the form.");
        assertThatThrownBy(() -> TableFile.of(Path.of("none.xlsx")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("There is no file none.xlsx");
    }

    private static void unreadable(TableFile file, String message) {
        assertThatThrownBy(() -> Small.read(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    private static byte[] template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(List.of(Small.EDITION), out);
        return out.toByteArray();
    }
}
