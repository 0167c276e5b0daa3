package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.fact.mapping.MappedForms;
import org.plumbline.standard.MappingFiles;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/** Other people's spreadsheets are read by a mapping; what of them is not recorded is told. */
class MappedFileTest {
    private static final ForeignForms PACKED = MappedForms.of(MappingFiles.packed());
    private static final String HEAD = """
            @base <https://w3id.org/plumbline/mapping/> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;
    private static final String OWN = HEAD + """
            <ledger> a pl:Mapping , csvw:Schema ; dcterms:title "台账"@zh , "Ledger"@en ; pl:passOver "合计" ;
              pl:nested (
                [ pl:fact f:room ; pl:key "council" ; pl:repeatedBy "councilRooms" ; pl:wholeSet true ;
                  csvw:column ( [ csvw:virtual true ; csvw:propertyUrl f:roomKind ; csvw:default "council" ]
                                [ csvw:title "议事室座位" ; csvw:propertyUrl f:roomSeats ] ) ]
                [ pl:fact f:room ; pl:key "office" ; pl:repeatedBy "offices" ; pl:wholeSet true ;
                  csvw:column ( [ csvw:virtual true ; csvw:propertyUrl f:roomKind ; csvw:default "office" ] ) ]
                [ pl:fact f:activityMonth ;
                  csvw:column ( [ csvw:title "月份" ; csvw:propertyUrl f:monthStart ] [ csvw:title "场次" ; csvw:propertyUrl f:events ] ) ] ) ;
              csvw:column (
                [ csvw:title "居委编码" ; csvw:propertyUrl pl:committeeCode ]
                [ csvw:title "类别" ; csvw:propertyUrl pl:siteClass ; pl:codeList <classes> ]
                [ csvw:title "检查日" ; csvw:propertyUrl pl:observedOn ; csvw:datatype [ csvw:base xsd:date ; csvw:format "dd/MM/yyyy" ] ]
                [ csvw:title "谁查的" ; csvw:propertyUrl pl:source ; pl:codeList <sources> ; csvw:default "Manager" ]
                [ csvw:title "面积（亩）" ; csvw:propertyUrl f:floorArea ; pl:factor 666.666667 ; csvw:null "-" , "不详" ]
                [ csvw:title "无障碍" ; csvw:propertyUrl f:stepFreeRoute ; csvw:datatype [ csvw:base xsd:boolean ; csvw:format "有|无" ] ]
                [ csvw:title "设备" ; csvw:propertyUrl f:infoAids ; pl:codeList <aids> ; csvw:separator "、" ; pl:optional true ]
                [ csvw:title "等级" ; csvw:propertyUrl f:structuralGrade ; csvw:required true ]
                [ csvw:name "councilRooms" ; csvw:title "议事室" ]
                [ csvw:name "offices" ; csvw:title "办公室" ]
                [ csvw:title "电话" ; csvw:suppressOutput true ; rdfs:comment "不是事实。"@zh , "No fact."@en ]
              ) .
            <c/1> skos:inScheme <classes> ; skos:notation "站" ; skos:exactMatch f:RS .
            <c/2> skos:inScheme <classes> ; skos:notation "中心" ; skos:exactMatch f:AC .
            <s/1> skos:inScheme <sources> ; skos:notation "科室" ; skos:exactMatch pl:Inspector .
            <a/1> skos:inScheme <aids> ; skos:notation "屏" ; skos:exactMatch <https://w3id.org/plumbline/code/infoaid/display> .
            <a/2> skos:inScheme <aids> ; skos:notation "板" ; skos:exactMatch <https://w3id.org/plumbline/code/infoaid/writingPad> .
            """;
    private static final String HEADS = "居委编码,类别,检查日,谁查的,面积（亩）,无障碍,设备,等级,议事室,议事室座位,办公室,月份,场次,电话\n";
    private static final String RED =
            SmallRegister.RED + ",站,05/09/2026,科室,0.72,有,屏、板,A,1,20,2,2026-08-01,5,64120000\n";

    @Test
    void the_form_of_the_ministry_is_known_by_its_heads() throws IOException {
        FactContent content = read(ministry(row("红旗社区", "100", "2026-09-01")), PACKED, null);
        assertThat(content.faults()).isEmpty();
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.answers())
                .singleElement()
                .isInstanceOf(Answer.Accepted.class)
                .satisfies(answer -> assertThat(answer.message("en"))
                        .isEqualTo("社区综合服务设施!6: " + SmallRegister.RED_STATION + " accepted"));
        assertThat(content.stated()).singleElement().satisfies(stated -> {
            assertThat(stated.sheet()).isEqualTo("社区综合服务设施");
            assertThat(stated.row()).isEqualTo(6);
            assertThat(stated.facts().code()).isEqualTo(SmallRegister.RED_STATION);
            assertThat(stated.facts().source()).isEqualTo("Manager");
            assertThat(stated.facts().observedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(stated.facts().facts())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "officeArea", FactValue.number(100),
                            "floorArea", FactValue.number("700.5"),
                            "activityArea", FactValue.number(300))));
        });
    }

    @Test
    void what_of_the_form_is_not_recorded_is_told_with_the_reason() throws IOException {
        List<String> notes =
                read(ministry(row("红旗社区", "100", "2026-09-01"), row("合计", "100", "")), PACKED, null).notes().stream()
                        .map(note -> note.message("en"))
                        .toList();
        assertThat(notes)
                .anyMatch(
                        note -> note.contains("Read by the mapping \"Ministry form of community service facilities\""))
                .anyMatch(note -> note.contains("What stands above the heads is not read: 社区综合服务设施"))
                .anyMatch(note -> note.contains("Not recorded: 社区工作用房 › 数量(个)") && note.contains("a complete set"))
                .anyMatch(note -> note.contains("社区室外活动场地 › 财政拨款(万元)") && note.contains("no outdoor grounds"))
                .anyMatch(note -> note.contains("Rows of sums and signatures") && note.contains("[7]"));
        assertThat(read(ministry(row("红旗社区", "100", "2026-09-01")), PACKED, null)
                        .notes())
                .allMatch(note -> note.message("zh").contains("。"));
    }

    @Test
    void a_part_that_is_empty_leaves_the_sum_open() throws IOException {
        FactContent content = read(ministry(row("红旗社区", "", "2026-09-01")), PACKED, null);
        assertThat(content.answers().getFirst()).isInstanceOf(Answer.AcceptedWithWarning.class);
        assertThat(content.answers().getFirst().message("en"))
                .contains("column 社区工作用房 › 建筑面积(m2)", "the sum f:floorArea is not recorded");
        assertThat(content.stated().getFirst().facts().facts()).containsOnlyKeys("activityArea");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            绿洲社区     | 100  | 2026-09-01 | 社区综合服务设施:6 column 单位名称: There is no committee "绿洲社区" in the register
            红旗村       | 100  | 2026-09-01 | There is no committee "红旗村" in the register
            红旗社区     | 十   | 2026-09-01 | column 社区工作用房 › 建筑面积(m2): Office area (officeArea) "十" is no number
            红旗社区     | 100  | 2026-11-02 | column 填报日期: The observation date 2026-11-02 is after today
            红旗社区     | 100  | ''         | column 填报日期: The cell must not be empty
            ''           | 100  | 2026-09-01 | 社区综合服务设施!6: The site code is missing
            """)
    void a_row_of_the_form_is_refused_at_its_own_cell(String name, String area, String date, String words)
            throws IOException {
        FactContent content = read(ministry(row(name, area, date)), PACKED, null);
        assertThat(content.stated()).isEmpty();
        assertThat(content.refusals("en"))
                .singleElement()
                .asString()
                .contains("社区综合服务设施")
                .contains(words);
    }

    @Test
    void refused_rows_come_back_as_the_template_with_what_was_found() throws IOException {
        FactContent content = read(ministry(row("绿洲社区", "100", "2026-09-01")), PACKED, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RefusedRows.write(content, Small.FORM, out);
        FactContent again = read(new TableFile("x-refused.xlsx", out.toByteArray()), PACKED, null);
        assertThat(again.notes()).isEmpty();
        assertThat(again.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsEntry("site", "绿洲社区")
                        .containsEntry("officeArea", "100")
                        .containsEntry("floorArea", "700.5")
                        .containsEntry("source", "Manager"));
    }

    @Test
    void the_heads_of_the_form_may_stand_in_one_row_and_in_a_text_file() throws UnreadableFile {
        List<List<String>> heads = heads();
        List<String> flat = new ArrayList<>();
        String[] over = new String[2];
        for (int c = 0; c < 38; c++) {
            over[0] = heads.get(0).get(c).isEmpty() ? over[0] : heads.get(0).get(c);
            over[1] = heads.get(1).get(c).isEmpty() ? over[1] : heads.get(1).get(c);
            String own = heads.get(2).get(c);
            String group = c < 4 || c == 22 || c >= 27 || c > 22 && c < 27 ? over[0] : over[1];
            String last = own.isEmpty() ? heads.get(1).get(c) : own;
            flat.add(c == 0 ? "单位名称" : c > 34 ? last : group + "-" + last);
        }
        String csv = String.join(",", flat) + "\n" + String.join(",", row("红旗社区", "100", "2026-09-01")) + "\n";
        FactContent content = read(new TableFile("form.csv", csv.getBytes(StandardCharsets.UTF_8)), PACKED, null);
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).singleElement().satisfies(stated -> {
            assertThat(stated.sheet()).isNull();
            assertThat(stated.facts().facts()).containsOnlyKeys("officeArea", "floorArea", "activityArea");
        });
    }

    @Test
    void units_dates_words_codes_and_records_are_translated() throws UnreadableFile {
        FactContent content = own(HEADS + RED);
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).singleElement().satisfies(stated -> {
            assertThat(stated.facts().code()).isEqualTo(SmallRegister.RED_STATION);
            assertThat(stated.facts().source()).isEqualTo("Inspector");
            assertThat(stated.facts().observedOn()).isEqualTo(LocalDate.of(2026, 9, 5));
            assertThat(stated.facts().facts())
                    .containsEntry("floorArea", FactValue.number("480"))
                    .containsEntry("stepFreeRoute", FactValue.of(true))
                    .containsEntry("infoAids", FactValue.codes(List.of("display", "writingPad")))
                    .containsEntry("structuralGrade", FactValue.code("A"))
                    .containsEntry(
                            "room",
                            FactValue.records(new TreeMap<>(Map.of(
                                    "council-1",
                                            new TreeMap<>(Map.of(
                                                    "roomKind",
                                                    FactValue.code("council"),
                                                    "roomSeats",
                                                    FactValue.number(20))),
                                    "office-1", new TreeMap<>(Map.of("roomKind", FactValue.code("office"))),
                                    "office-2", new TreeMap<>(Map.of("roomKind", FactValue.code("office")))))))
                    .containsKey("activityMonth");
        });
    }

    /** Each sample changes cells of the fine row: column=text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2=31/02/2026 | column 检查日: "31/02/2026" is no date written as dd/MM/yyyy
            3=镇长       | column 谁查的: "镇长" is none of the codes that the mapping knows: there are 科室
            4=半亩       | column 面积（亩）: "半亩" is no number, so that it cannot be multiplied by 666.666667
            4=0          | Floor area (floorArea) "0" is outside 1–50000
            5=也许       | column 无障碍: "也许" is neither "有" nor "无"
            6=屏、灯     | column 设备: "灯" is none of the codes that the mapping knows
            7=E          | column 等级: Structural safety grade (structuralGrade) "E"
            7=           | column 等级: The cell must not be empty
            8=很多       | column 议事室: "很多" is no whole number from 0 to 200
            0=310112001009 | column 居委编码: There is no committee "310112001009" in the register
            1=中心       | The register has no site of class AC for
            """)
    void what_cannot_be_translated_is_refused_at_its_own_cell(String change, String words) throws UnreadableFile {
        FactContent content = own(HEADS + changed(change));
        assertThat(content.refusals("en"))
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).startsWith("own.csv:2").contains(words));
        assertThat(content.refusals("zh")).allMatch(line -> line.contains("。"));
        assertThat(content.stated().stream().map(stated -> stated.facts().facts()))
                .noneMatch(facts -> facts.containsKey("floorArea"));
    }

    @Test
    void an_empty_cell_means_that_nobody_looked() throws UnreadableFile {
        FactContent content = own(HEADS + changed("4=不详", "5=", "3=", "8=", "9=", "10=", "11=", "12="));
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated().getFirst().facts().source()).isEqualTo("Manager");
        assertThat(content.stated().getFirst().facts().facts()).containsOnlyKeys("infoAids", "structuralGrade");
    }

    @Test
    void records_are_stated_whole_or_not_at_all() throws UnreadableFile {
        FactContent half = own(HEADS + changed("10="));
        assertThat(half.stated().getFirst().facts().facts()).doesNotContainKey("room");
        assertThat(half.answers().getFirst().message("en")).contains("办公室 is empty, and records are a complete set");
        assertThat(own(HEADS + changed("8=0", "9=", "10=0"))
                        .stated()
                        .getFirst()
                        .facts()
                        .facts())
                .containsEntry("room", FactValue.none());
        FactContent together = own(HEADS + changed("8=2"));
        assertThat(together.answers().stream().map(answer -> answer.message("en")))
                .anyMatch(line -> line.contains("The value is of 2 records together"));
        assertThat(together.stated().getFirst().facts().facts()).containsKey("room");
    }

    @Test
    void several_sites_of_a_committee_are_told_apart_by_their_class() throws UnreadableFile {
        String blue = changed("0=" + SmallRegister.BLUE);
        assertThat(own(HEADS + blue).stated().getFirst().facts().code()).isEqualTo(SmallRegister.BLUE_STATION);
        assertThat(own(HEADS + changed("0=" + SmallRegister.BLUE, "1=中心"))
                        .stated()
                        .getFirst()
                        .facts()
                        .code())
                .isEqualTo(SmallRegister.BLUE_CENTRE);
        assertThat(own(HEADS + changed("0=" + SmallRegister.BLUE, "1=")).refusals("en"))
                .first()
                .asString()
                .contains("The register has 2 sites for \"" + SmallRegister.BLUE + "\"", "write the site's code");
    }

    @Test
    void a_named_mapping_reads_a_table_that_lacks_heads_and_says_which() throws UnreadableFile {
        String csv = "居委编码,类别,检查日,面积（亩）,等级,负责人\n" + SmallRegister.RED + ",站,05/09/2026,0.72,A,张三\n";
        assertThat(read(csv(csv), owns(), null).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message("en")).contains("has no column \"Site\" (site)"));
        FactContent content = read(csv(csv), owns(), "ledger");
        assertThat(content.stated().getFirst().facts().facts()).containsOnlyKeys("floorArea", "structuralGrade");
        assertThat(content.notes().stream().map(note -> note.message("en")))
                .anyMatch(note -> note.contains("The table lacks these columns") && note.contains("无障碍"))
                .anyMatch(note -> note.contains("does not know these columns") && note.contains("负责人"));
    }

    @Test
    void hidden_rows_of_a_foreign_table_are_told() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tests", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            String[][] rows = {HEADS.strip().split(",", -1), RED.strip().split(",", -1)};
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    sheet.value(r, c, rows[r][c]);
                }
            }
            sheet.hideRow(1);
        }
        FactContent content = read(new TableFile("own.xlsx", out.toByteArray()), owns(), null);
        assertThat(content.stated()).hasSize(1);
        assertThat(content.notes().stream().map(note -> note.message("en")))
                .anyMatch(note -> note.contains("Hidden parts of the sheet 台账") && note.contains("row 2."));
    }

    @Test
    void a_mapping_that_is_not_there_or_does_not_fit_is_told() {
        assertThatThrownBy(() -> read(csv(HEADS + RED), owns(), "leger"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("There is no mapping leger: there are ledger");
        assertThatThrownBy(() -> read(csv("a,b\n1,2\n"), owns(), "ledger"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Heads that are missing: ");
    }

    @Test
    void two_mappings_that_fit_and_two_columns_of_one_head_are_not_guessed() throws UnreadableFile {
        ForeignForms two =
                MappedForms.of(Map.of("a.ttl", bytes(OWN), "b.ttl", bytes(OWN.replace("<ledger>", "<book>"))));
        assertThat(read(csv(HEADS + RED), two, null).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message("en")).contains("book, ledger", "--mapping"));
        assertThat(own(HEADS.replace("电话", "等级") + RED.replace("64120000", "A")).faults())
                .isNotEmpty();
        assertThat(own(HEADS.strip() + ",等级\n" + RED.strip() + ",A\n").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message("en")).contains("Several columns have the head \"等级\""));
    }

    @Test
    void a_broken_mapping_is_left_out_with_a_word() throws UnreadableFile {
        ForeignForms forms =
                MappedForms.of(Map.of("own.ttl", bytes(OWN), "bad.ttl", bytes(HEAD + "<bad> a pl:Mapping .")));
        assertThat(read(csv(HEADS + RED), forms, null).notes().stream().map(note -> note.message("en")))
                .anyMatch(note -> note.startsWith("bad.ttl:") && note.contains("is not well formed and is not used"));
    }

    @Test
    void the_template_is_never_taken_for_a_foreign_form() throws UnreadableFile {
        FactContent content = read(
                Small.csv("site,date,source,floorArea\n" + SmallRegister.RED_STATION + ",2026-09-01,Inspector,480\n"),
                owns(),
                null);
        assertThat(content.notes()).isEmpty();
        assertThat(content.text()).isTrue();
        assertThat(content.stated()).hasSize(1);
    }

    private static FactContent own(String csv) throws UnreadableFile {
        return read(csv(csv), owns(), null);
    }

    private static ForeignForms owns() {
        return MappedForms.of(Map.of("own.ttl", bytes(OWN)));
    }

    private static TableFile csv(String text) {
        return new TableFile("own.csv", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FactContent read(TableFile file, ForeignForms forms, @Nullable String mapping)
            throws UnreadableFile {
        return FactFile.read(
                file,
                new FactFile.Circumstances(Small.FORM, new SmallRegister(), Small.TODAY, Permit.all(), forms, mapping));
    }

    private static String changed(String... changes) {
        String[] cells = RED.strip().split(",", -1);
        for (String change : changes) {
            int equals = change.indexOf('=');
            cells[Integer.parseInt(change.substring(0, equals))] = change.substring(equals + 1);
        }
        return String.join(",", cells) + "\n";
    }

    /** The rows of heads of the ministry's form; of merged cells only the first has a text. */
    private static List<List<String>> heads() {
        String[][] heads = new String[3][38];
        for (String[] line : heads) {
            Arrays.fill(line, "");
        }
        heads[0][0] = "单位名称";
        heads[0][1] = "社区工作用房";
        heads[0][4] = "社区服务设施用房";
        heads[0][22] = "社区工作用房、社区服务设施用房投入资金";
        heads[0][27] = "社区室外活动场地";
        heads[1][1] = "数量(个)";
        heads[1][2] = "建筑面积(m2)";
        heads[1][3] = "投入使用年份(年)";
        String[] rooms = {"社区服务大厅", "社区警务室", "社区卫生室", "社区图书室", "社区文娱活动室", "残疾人活动室"};
        for (int i = 0; i < rooms.length; i++) {
            heads[1][4 + 3 * i] = rooms[i];
            heads[2][4 + 3 * i] = "个数(个)";
            heads[2][5 + 3 * i] = i == 2 ? "面积(m2" : "面积(m2)";
            heads[2][6 + 3 * i] = i == 2 ? "投入使用年份(年" : "投入使用年份(年)";
        }
        heads[1][22] = "投入资金(万元)";
        heads[1][23] = "资金来源";
        heads[1][27] = "数量(个)";
        heads[1][28] = "面积(m2)";
        heads[1][29] = "投入使用年份(年)";
        heads[1][30] = "投入资金(万元)";
        heads[1][31] = "资金来源";
        for (int start : new int[] {23, 31}) {
            heads[2][start] = "财政拨款(万元)";
            heads[2][start + 1] = "自筹(万元)";
            heads[2][start + 2] = "社会捐助(万元)";
            heads[2][start + 3] = "其他(万元)";
        }
        heads[2][35] = "填报日期";
        heads[2][36] = "填报状态";
        heads[2][37] = "上报日期";
        return Arrays.stream(heads).map(List::of).toList();
    }

    private static List<String> row(String name, String officeArea, String date) {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(38, "1"));
        cells.set(0, name);
        cells.set(2, officeArea);
        String[] areas = {"100.5", "100", "100", "100", "100", "100"};
        for (int i = 0; i < areas.length; i++) {
            cells.set(5 + 3 * i, areas[i]);
        }
        cells.set(35, date);
        cells.set(36, "已上报");
        cells.set(37, "2026-09-02");
        return cells;
    }

    @SafeVarargs
    private static TableFile ministry(List<String>... rows) throws IOException {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[] {"社区综合服务设施"});
        all.add(new Object[] {"统计单位：某街道", null, null, "统计时间：2026年09月02日"});
        heads().forEach(line ->
                all.add(line.stream().map(text -> text.isEmpty() ? null : text).toArray()));
        for (List<String> row : rows) {
            all.add(row.stream()
                    .map(text -> text.isEmpty() ? null : text.matches("[\\d.]+") ? (Object) Double.valueOf(text) : text)
                    .toArray());
        }
        return Small.workbook("社区综合服务设施", all.toArray(new Object[0][]));
    }
}
