package org.plumbline.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.RegisterImporter.Summary;
import org.plumbline.place.RegisterImporter.Terms;

/** What the register keeps of what changes: other names, editions of codes, merges, splits, new codes, ends, lines of descent. */
@QuarkusTest
class RegisterHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 1);
    private static final AtomicInteger DISTRICTS = new AtomicInteger(840000);

    @Inject
    RegisterImporter importer;

    @Inject
    RegisterWithdrawal withdrawal;

    @Inject
    DerivedStores stores;

    @Inject
    Ledger ledger;

    /** A district of its own for each test, D in the texts below. */
    private String district;

    private final List<RowAnswer> answers = new ArrayList<>();

    @BeforeEach
    void a_new_district() {
        district = Integer.toString(DISTRICTS.incrementAndGet());
        read("""
                code,name,street_code,street_name
                D001001,甲居委会,D001,一街
                D001002,乙居委会,D001,一街
                D002001,丙居委会,D002,二街
                """, FIRST);
        read("""
                site_code,class,name,committee_or_street_code
                D001001-RS01,RS,甲站,D001001
                D001002-RS01,RS,乙站,D001002
                D002001-RS01,RS,丙站,D002001
                D001-TC01,TC,一街中心,D001
                """, FIRST);
    }

    @Test
    void divisions_of_every_level_are_read_with_aliases_and_the_edition_of_their_codes() {
        var province = district.substring(0, 2);
        var city = district.substring(0, 4);
        read(
                "code,name,parent_code,level,aliases,code_edition\n" + province + ",试省,,province,,2023\n" + city
                        + ",试市," + province + ",city,,2023\n" + "D,试区," + city
                        + ",area,试验区；老试区,2023\nD001,一街道,D,street,一街,2023\n",
                LATER);
        assertThat(messages()).contains("renamed from 一街 to 一街道", "renamed from " + district + " to 试区");
        inTransaction(() -> {
            var place = place("D");
            assertThat(place.aliases).containsExactly("老试区", "试验区");
            assertThat(place.codeEdition).isEqualTo("2023");
            assertThat(Place.around(district, LATER))
                    .extracting(one -> one.kind)
                    .containsExactly(PlaceKind.CITY);
            assertThat(place("D001").aliases).containsExactly("一街");
        });
        // The alias is a name of the street: committees' rows may use it, and change nothing by it.
        read("code,name,street_code,street_name\nD001001,甲居委会,D001,一街\nD001002,乙居委会,D001,十街\n", LATER);
        assertThat(answers.getFirst()).isInstanceOf(RowAnswer.Unchanged.class);
        assertThat(answers.getLast().message("en"))
                .contains("street_name \"十街\" differs from \"一街道\", as the register calls " + district + "001");
    }

    @Test
    void a_merged_committee_hands_its_sites_to_the_one_that_continues_it() {
        read("closed_code,successor_codes,reason\nD001001,D001002,两居合并\n", LATER);
        assertThat(messages()).contains("merged into " + district + "001002; " + district + "001001-RS01 moved along");
        inTransaction(() -> {
            assertThat(place("D001001").validTo).isEqualTo(LATER);
            assertThat(Succession.of(List.of(district + "001001")))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.successor).isEqualTo(district + "001002");
                        assertThat(one.since).isEqualTo(LATER);
                        assertThat(one.why).isEqualTo("两居合并");
                    });
            assertThat(Place.around(district + "001001-RS01", LATER.minusDays(1)))
                    .extracting(one -> one.code)
                    .containsExactly(district + "001001");
            assertThat(Place.around(district + "001001-RS01", LATER))
                    .extracting(one -> one.code)
                    .containsExactly(district + "001002");
        });
        var head = ledger.head();
        assertThat(read("closed_code,successor_codes\nD001001,D001002\n", LAST)).isEqualTo(new Summary(0, 1, 0));
        assertThat(ledger.head()).isEqualTo(head);
        read("code,name,street_code,street_name\nD001001,甲居委会,D001,一街\n", LAST);
        assertThat(messages())
                .contains("ended on 2026-06-01 and is continued by " + district + "001002: use the code of");
    }

    @Test
    void a_split_or_closed_place_must_be_empty_first() {
        read("closed_code,successor_codes\nD001001,\n", LATER);
        assertThat(messages()).contains("still has 1 places or sites in it: " + district + "001001-RS01");
        read("closed_code,successor_codes\nD001001,D001002;D002001\n", LATER);
        assertThat(messages()).contains("still has 1 places");
        read("site_code,class,name,committee_or_street_code\nD001001-RS01,RS,甲站,D001002\n", LATER);
        read("closed_code,successor_codes\nD001001,D001002;D002001\n", LATER);
        assertThat(messages()).contains("split into " + district + "001002, " + district + "002001");
        read("closed_code\nD002001-RS01\n", LAST);
        assertThat(messages()).contains(district + "002001-RS01 closed");
        inTransaction(() -> assertThat(Site.byCode(district + "002001-RS01").orElseThrow().closed)
                .isEqualTo(LAST));
    }

    @Test
    void a_site_has_a_line_of_descent() {
        read("closed_code,successor_codes\nD001001-RS01,D001002-RS01\n", LATER);
        read("closed_code,successor_codes\nD001002-RS01,D002001-RS01\n", LAST);
        inTransaction(() -> assertThat(Succession.line(district + "002001-RS01"))
                .containsExactly(district + "001002-RS01", district + "001001-RS01"));
    }

    @Test
    void an_end_is_refused_when_it_names_what_is_not_there_or_not_alike() {
        read(
                "closed_code,successor_codes\nD009,D001\nD001001,D001009\nD001001,D001\nD001001-RS01,D001\nD001002,D001002\n",
                LATER);
        assertThat(answers).allMatch(answer -> answer instanceof RowAnswer.Refused);
        assertThat(messages())
                .contains(
                        "closed_code \"" + district + "009\" is not in the register",
                        "successor_codes \"" + district + "001009\" is not in the register",
                        "names what is closed itself",
                        "is a site where a place ended");
        read("closed_code,successor_codes\nD001001,D002\n", LATER);
        assertThat(messages()).contains("is of another level than what ended");
        read("closed_code,successor_codes\nD001001,D001002\n", FIRST.minusDays(1));
        assertThat(messages()).contains("holds from 2025-12-31, but what the register says holds from 2026-01-01");
    }

    @Test
    void a_site_may_be_several_buildings_and_stand_in_areas_and_grids_at_once() {
        read("area_code,name,street_code,kind\nD001-A01,东片区,D001,\nD001-G07,第七网格,D001,网格\n", FIRST);
        read(
                "site_code,class,name,committee_or_street_code,area_code,address\n"
                        + "D001001-RS01,RS,甲站,D001001,D001-A01;D001-G07,东路1号；西路2号\n",
                FIRST);
        inTransaction(() -> {
            assertThat(Place.around(district + "001001-RS01", FIRST))
                    .extracting(one -> one.kind)
                    .containsExactlyInAnyOrder(PlaceKind.COMMITTEE, PlaceKind.AREA, PlaceKind.GRID);
            assertThat(Site.byCode(district + "001001-RS01").orElseThrow().address)
                    .isEqualTo("东路1号；西路2号");
        });
    }

    @Test
    void a_preview_says_what_would_change_and_changes_nothing() {
        var head = ledger.head();
        var file = """
                closed_code,successor_codes
                D001001,D001002
                D001001-RS01,D001002-RS01
                """;
        answers.clear();
        var summary = importer.preview(file(file), terms(LATER), answers::add);
        assertThat(summary).isEqualTo(new Summary(2, 0, 0));
        var foreseen = messages();
        assertThat(ledger.head()).isEqualTo(head);
        inTransaction(() -> assertThat(place("D001001").validTo).isNull());
        read(file, LATER);
        assertThat(messages()).isEqualTo(foreseen);
        assertThat(ledger.head().length()).isEqualTo(head.length() + 3);
    }

    @Test
    void a_workbook_is_read_sheet_by_sheet_and_gives_back_what_was_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var committees = book.newWorksheet("居村");
            fill(committees, 0, "code", "name", "street_code", "street_name");
            fill(committees, 1, "D001003", "丁居委会", "D001", "一街");
            fill(committees, 2, "D001004", "", "D001", "一街");
            var sites = book.newWorksheet("站点");
            fill(sites, 0, "site_code", "class", "name", "committee_or_street_code");
            fill(sites, 1, "D001003-RS01", "RS", "丁站", "D001003");
        }
        answers.clear();
        var file = RegisterFile.of("register.xlsx", bytes.toByteArray());
        var refused = new RefusedRegister(file);
        var summary = importer.read(file, terms(FIRST), answer -> {
            answers.add(answer);
            refused.accept(answer);
        });
        assertThat(summary).isEqualTo(new Summary(2, 0, 1));
        assertThat(messages()).contains("sheet 居村 line 3: refused, name \"\" is empty");
        var back = new ByteArrayOutputStream();
        refused.write(back);
        assertThat(refused.name()).isEqualTo("register-refused.xlsx");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(back.toByteArray()))) {
            assertThat(book.getSheets()).singleElement().satisfies(sheet -> {
                assertThat(sheet.getName()).isEqualTo("居村");
                var rows = sheet.read();
                assertThat(rows).hasSize(2);
                assertThat(rows.getLast().getCellText(0)).isEqualTo(district + "001004");
                assertThat(rows.getLast().getCellText(4)).contains("请写中文名称");
            });
        }
    }

    @Test
    void what_a_workbook_hides_is_read_and_told() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var committees = book.newWorksheet("居村");
            fill(committees, 0, "code", "name", "street_code", "street_name");
            fill(committees, 1, "D001003", "丁居委会", "D001", "一街");
            fill(committees, 2, "D001004", "戊居委会", "D001", "一街");
            committees.hideRow(0);
            committees.hideRow(2);
            committees.hideColumn(1);
            var sites = book.newWorksheet("站点");
            fill(sites, 0, "site_code", "class", "name", "committee_or_street_code");
            fill(sites, 1, "D001003-RS01", "RS", "丁站", "D001003");
            sites.setVisibilityState(VisibilityState.VERY_HIDDEN);
            fill(book.newWorksheet("全见"), 0, "site_code", "class", "name", "committee_or_street_code");
        }
        answers.clear();
        var summary = importer.read(RegisterFile.of("register.xlsx", bytes.toByteArray()), terms(FIRST), answers::add);
        assertThat(summary).isEqualTo(new Summary(3, 0, 0));
        assertThat(answers)
                .filteredOn(answer -> answer instanceof RowAnswer.Noted)
                .extracting(answer -> answer.message("en"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("sheet 居村 line 1: Hidden parts of the sheet 居村 are read")
                                .contains("row 3; column B."),
                        second -> assertThat(second).contains("sheet 站点 line 1", "the whole sheet."));
        assertThat(answers).anyMatch(answer -> answer.message("zh").contains("工作表“居村”有隐藏的内容，已照常读取：第3行；B列。"));
    }

    @Test
    void a_mistaken_import_is_taken_back_as_a_whole_and_what_changed_since_is_left() throws IOException {
        var text = """
                code,name,street_code,street_name
                D001001,改错的名称,D001,一街
                D001002,又一个错名,D001,一街
                D001009,不该有的居委会,D001,一街
                """;
        read(text, LATER);
        read("code,name,street_code,street_name\nD001002,乙居民委员会,D001,一街\n", LAST);
        String digest;
        try (var content = file(text).read()) {
            digest = content.digest();
        }
        var taken = withdrawal.ofFile(digest, false, Actor.program("tester"), "表格拿错了");
        assertThat(taken.restored()).isEqualTo(1);
        assertThat(taken.closed()).isEqualTo(1);
        assertThat(taken.left()).singleElement().asString().endsWith(district + "001002");
        inTransaction(() -> {
            assertThat(place("D001001").nameZh).isEqualTo("甲居委会");
            assertThat(place("D001002").nameZh).isEqualTo("乙居民委员会");
            assertThat(place("D001009").validTo).isEqualTo(LATER);
        });
        var head = ledger.head();
        assertThat(withdrawal
                        .ofFile(digest, false, Actor.program("tester"), "再来一次")
                        .restored())
                .isZero();
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void the_history_is_rebuilt_from_the_ledger_to_the_same_rows() {
        a_site_has_a_line_of_descent();
        var before = successions();
        stores.rebuild();
        assertThat(before).isNotEmpty();
        assertThat(successions()).isEqualTo(before);
    }

    private List<String> successions() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Succession.ofSites(true).stream()
                        .map(one -> one.code + ">" + one.successor + "@" + one.since)
                        .toList());
    }

    private void fill(org.dhatim.fastexcel.Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) sheet.value(row, i, cells[i].replace("D0", district + "0"));
    }

    private Summary read(String text, LocalDate from) {
        answers.clear();
        return importer.read(file(text), terms(from), answers::add);
    }

    private RegisterFile file(String text) {
        return RegisterFile.of(
                "register.csv",
                text.replaceAll("(?m)(?<=^|[,;\\n])D(?=[\\d,])", district).getBytes(StandardCharsets.UTF_8));
    }

    private Terms terms(LocalDate from) {
        return new Terms(from, Actor.program("tester"), false);
    }

    private String messages() {
        return String.join(
                "\n", answers.stream().map(answer -> answer.message("en")).toList());
    }

    private Place place(String code) {
        return Place.byCode(code.replace("D", district)).orElseThrow();
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
