package org.plumbline.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.account.Actor;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterImporter.Summary;
import org.plumbline.place.RegisterImporter.Terms;
import org.plumbline.place.RowAnswer.Accepted;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.place.RowAnswer.Unchanged;
import org.plumbline.rdf.PL;

@QuarkusTest
class RegisterImporterTest {
    private static final String HEADS = "code,name,street_code,street_name\n";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);
    private static final AtomicInteger DISTRICTS = new AtomicInteger(990000);

    @Inject
    RegisterImporter importer;

    @Inject
    Register register;

    @Inject
    DerivedStores stores;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    /** A district of its own for each test, for the ledger is shared and forgets nothing. */
    private String district;

    private final List<RowAnswer> answers = new ArrayList<>();

    @BeforeEach
    void a_new_district() {
        district = Integer.toString(DISTRICTS.incrementAndGet());
    }

    @Test
    void the_real_register_is_imported_and_twice_changes_nothing() throws IOException {
        var real = new String(
                RegisterFile.packed("/demo/register-minhang.csv")
                        .opening()
                        .open()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var moved = real.replace("310112", district);
        assertThat(read(moved, FIRST)).isEqualTo(new Summary(596, 0, 0));
        var head = ledger.head();
        assertThat(read(moved, LATER)).isEqualTo(new Summary(0, 596, 0));
        assertThat(answers).hasSize(596).allMatch(answer -> answer instanceof Unchanged);
        assertThat(ledger.head()).isEqualTo(head);
        inTransaction(() -> {
            assertThat(Place.in(district, PlaceKind.STREET)).hasSize(14);
            assertThat(Place.in(district + "108", PlaceKind.COMMITTEE)).hasSize(79);
            var committee = Place.byCode(district + "001001").orElseThrow();
            assertThat(committee.nameZh).isEqualTo("北街居委会");
            assertThat(Place.around(committee.code, FIRST))
                    .extracting(place -> place.code)
                    .containsExactly(district + "001");
            assertThat(Place.around(committee.code, FIRST.minusDays(1))).isEmpty();
        });
    }

    @Test
    void the_packed_register_names_its_streets_in_english() {
        var summary = importer.read(RegisterFile.packed("/demo/register-minhang.csv"), terms(FIRST), answer -> {});
        assertThat(summary.accepted() + summary.unchanged()).isEqualTo(596);
        assertThat(summary.refused()).isZero();
        inTransaction(() -> {
            assertThat(Place.byCode("310112").map(place -> place.nameEn)).contains("Minhang District");
            assertThat(Place.in("310112", PlaceKind.STREET))
                    .hasSize(14)
                    .allMatch(street -> street.nameEn != null && !street.nameEn.isBlank());
            assertThat(Place.byCode("310112006").map(place -> place.nameZh)).contains("古美街道");
        });
    }

    @Test
    void a_renamed_committee_is_one_entry_with_its_origin() {
        read(committees("001001,北街居委会", "001002,河东居委会"), FIRST);
        var head = ledger.head().length();
        read(committees("001001,北街居民委员会", "001002,河东居委会"), LATER);
        assertThat(answers)
                .extracting(answer -> answer.message("en"))
                .containsExactly(
                        "line 2: " + district + "001001 renamed from 北街居委会 to 北街居民委员会",
                        "line 3: " + district + "001002 unchanged");
        var entry = ledger.entries(head + 1).toList();
        assertThat(entry).hasSize(1);
        var submission = SubmissionGraph.read(entry.getFirst());
        assertThat(submission.subject()).isEqualTo(iris.place(district + "001001"));
        assertThat(submission.source()).isEqualTo(PL.REGISTER.getURI());
        assertThat(submission.observedOn()).isEqualTo(LATER);
        assertThat(submission.provenance().activity()).isEqualTo(PL.CHANGING.getURI());
        var origin = submission.provenance().origin();
        assertThat(origin).isNotNull();
        assertThat(origin.fileName()).isEqualTo("register.csv");
        assertThat(origin.row()).isEqualTo(2);
        assertThat(origin.digest()).hasSize(64);
        inTransaction(() -> {
            var place = Place.byCode(district + "001001").orElseThrow();
            assertThat(place.nameZh).isEqualTo("北街居民委员会");
            assertThat(place.validFrom).isEqualTo(FIRST);
            assertThat(place.position).isEqualTo(head + 1);
        });
    }

    @Test
    void sites_stand_in_committees_areas_and_streets() {
        read(committees("001001,北街居委会", "001201,光华村村委会"), FIRST);
        var areas = "area_code,name,street_code\n" + district + "001-A01,东片区," + district + "001\n";
        assertThat(read(areas, FIRST)).isEqualTo(new Summary(1, 0, 0));
        var sites = "site_code,class,name,committee_or_street_code,area_code\n"
                + site("001001-RS01,RS,北街党群服务站", "001001", "001-A01")
                + site("001201-VS01,VS,光华村党群服务站", "001201", "")
                + site("001-AC01,AC,东片区中心", "001", "001-A01")
                + site("001-TC01,TC,街道中心", "001", "");
        assertThat(read(sites, FIRST)).isEqualTo(new Summary(4, 0, 0));
        assertThat(read(sites, LATER)).isEqualTo(new Summary(0, 4, 0));
        inTransaction(() -> {
            assertThat(Site.ofStreet(district + "001")).hasSize(4);
            assertThat(Site.in(district + "001"))
                    .extracting(site -> site.siteClass)
                    .containsExactly("AC", "TC");
            assertThat(Site.in(district + "001-A01")).hasSize(2);
            assertThat(Site.in(district + "001201"))
                    .extracting(site -> site.nameZh)
                    .containsExactly("光华村党群服务站");
        });
        // A file without the area's column leaves areas as they are.
        var plain = "site_code,class,name,committee_or_street_code\n" + district + "001001-RS01,RS,北街党群服务站," + district
                + "001001\n";
        assertThat(read(plain, LATER)).isEqualTo(new Summary(0, 1, 0));
    }

    @Test
    void a_moved_site_keeps_its_code_and_its_past() {
        read(committees("001001,北街居委会", "001002,河东居委会"), FIRST);
        var heads = "site_code,class,name,committee_or_street_code\n";
        read(heads + district + "001001-RS01,RS,北街站," + district + "001001\n", FIRST);
        assertThat(read(heads + district + "001001-RS01,RS,北街站," + district + "001002\n", LATER))
                .isEqualTo(new Summary(1, 0, 0));
        inTransaction(() -> {
            assertThat(Place.around(district + "001001-RS01", LATER.minusDays(1)))
                    .extracting(place -> place.code)
                    .containsExactly(district + "001001");
            assertThat(Place.around(district + "001001-RS01", LATER))
                    .extracting(place -> place.code)
                    .containsExactly(district + "001002");
        });
    }

    @Test
    void the_tables_are_rebuilt_from_the_ledger_to_the_same_content() {
        sites_stand_in_committees_areas_and_streets();
        var code = district + "001001-RS01";
        register.record(List.of(new Register.Recorded(
                new Closed(code, true, LATER),
                new Provenance(iris.role("registrar"), PL.CLOSING.getURI(), clock.instant()))));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Site.byCode(code).orElseThrow().closed))
                .isEqualTo(LATER);
        List<?> before = content();
        stores.rebuild();
        assertThat(before).isNotEmpty();
        assertThat(content().equals(before)).isTrue();
    }

    @Test
    void a_change_in_an_unknown_place_is_refused_whole() {
        var head = ledger.head();
        var closing = new Register.Recorded(
                new Closed(district + "001", false, LATER),
                new Provenance(iris.role("registrar"), PL.CLOSING.getURI(), clock.instant()));
        assertThatThrownBy(() -> register.record(List.of(closing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not in the register: [" + district + "001]");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D00100,名,D001,街 | code \"D00100\" has 11 digits",
                "Ｄ001001,名,D001,街 | code \"Ｄ001001\" is not made of the digits 0 to 9",
                "D001000,名,D001,街 | code \"D001000\" ends in 000",
                "D001600,名,D001,街 | code \"D001600\" ends in 600",
                "D001001,,D001,街 | name \"\" is empty",
                "D001001,名,D002,街 | street_code \"D002\" is not how D001001 begins",
                "D001001,名,D001 | has 3 cells, the heads are 4",
                "D001001,名,称,D001,街 | has 5 cells, the heads are 4",
                "D001001,'名\u200E',D001,街 | name \"名�\" holds an invisible control character"
            })
    void a_bad_row_is_refused_with_line_and_reason_and_the_others_go_in(String row, String why) {
        var text = HEADS
                + row.replace("D", district).replace("Ｄ", fullWidth(district)).replace("'", "") + "\n"
                + "D001199,好,D001,街\n".replace("D", district);
        assertThat(read(text, FIRST)).isEqualTo(new Summary(1, 0, 1));
        assertThat(answers.getFirst().message("en"))
                .startsWith("line 2: refused, " + why.replace("D", district).replace("Ｄ", fullWidth(district)));
        assertThat(answers.getLast()).isInstanceOf(Accepted.class);
    }

    @Test
    void the_same_code_twice_and_two_names_for_a_street_are_refused() {
        var text = HEADS + row("001001,甲", "街") + row("001001,乙", "街") + row("001002,丙", "别的街");
        assertThat(read(text, FIRST)).isEqualTo(new Summary(1, 0, 2));
        assertThat(answers.get(1).message("en")).contains("line 3", "stands in an earlier line already");
        assertThat(answers.get(2).message("en")).contains("line 4", "differs from \"街\", as the register calls");
    }

    @Test
    void a_site_must_suit_its_committee_and_find_it() {
        read(committees("001001,北街居委会", "001201,光华村村委会"), FIRST);
        var sites = "site_code,class,name,committee_or_street_code\n"
                + site("001001-RS01,VS,站", "001001")
                + site("001201-RS01,RS,站", "001201")
                + site("001002-RS01,RS,站", "001002")
                + site("001002-RS02,RS,站", "001001")
                + site("001001-XX01,XX,站", "001001");
        assertThat(read(sites, FIRST)).isEqualTo(new Summary(0, 0, 5));
        assertThat(answers)
                .extracting(answer -> answer.message("en"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("class \"VS\" differs from the site code"),
                        message -> assertThat(message).contains("class \"RS\" does not suit committee"),
                        message -> assertThat(message)
                                .contains("is not in the register: import the divisions or committees first"),
                        message -> assertThat(message).contains("does not begin with the code of the place"),
                        message -> assertThat(message).contains("is no site code"));
    }

    @Test
    void files_that_cannot_be_read_say_so_in_one_answer() {
        var good = HEADS + row("001001,甲", "街");
        assertThat(readBytes(new byte[] {'c', 'o', 'd', 'e', (byte) 0xFF, (byte) 0xFF, '\n'}))
                .isEqualTo(new Summary(0, 0, 1));
        assertThat(answers.getFirst().message("en")).contains("is no text in UTF-8 or GB18030: save it as CSV UTF-8");
        assertThat(readBytes(new byte[0])).isEqualTo(new Summary(0, 0, 1));
        assertThat(answers.getFirst().message("en")).contains("is empty");
        assertThat(read("code,name\n1,2\n", FIRST)).isEqualTo(new Summary(0, 0, 1));
        assertThat(answers.getFirst().message("en")).contains("lacks the head street_code: the heads are code,name");
        assertThat(read("code,name,street_code,street_name,phone\n", FIRST)).isEqualTo(new Summary(0, 0, 1));
        assertThat(answers.getFirst().message("en")).contains("head \"phone\" is no head of this form");
        assertThat(read(good + "\"" + district + "001002,甲\n", FIRST)).isEqualTo(new Summary(1, 0, 1));
        assertThat(answers.getLast()).isInstanceOf(Refused.class);
        assertThat(answers.getLast().message("en")).contains("line 3", "quote that is not closed");
    }

    @Test
    void what_a_chinese_spreadsheet_program_saves_is_read() {
        var chinese = (HEADS + row("001001,甲一龘㐀", "街")).getBytes(Charset.forName("GB18030"));
        assertThat(readBytes(chinese)).isEqualTo(new Summary(1, 0, 0));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Place.byCode(district + "001001").orElseThrow().nameZh))
                .isEqualTo("甲一龘㐀");
    }

    @Test
    void a_district_that_nobody_named_can_be_named_later_and_keeps_its_name() {
        var heads = "code,name,street_code,street_name,district_name\n";
        var row = district + "001001,甲," + district + "001,街";
        read("code,name,street_code,street_name\n" + row + "\n", FIRST);
        assertThat(districtName()).isEqualTo(district);
        read(heads + row + ",试验区\n", FIRST);
        assertThat(districtName()).isEqualTo("试验区");
        read(heads + row + ",别的区\n", FIRST);
        assertThat(districtName()).isEqualTo("试验区");
    }

    private String districtName() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Place.byCode(district).orElseThrow().nameZh);
    }

    @Test
    void a_byte_order_mark_crlf_and_heads_in_another_order_are_fine() {
        var text =
                "\uFEFFStreet_Name,street_code, NAME ,code\r\n街," + district + "001,\"甲,乙\"," + district + "001001\r\n";
        assertThat(read(text, FIRST)).isEqualTo(new Summary(1, 0, 0));
        inTransaction(() -> assertThat(Place.byCode(district + "001001").map(place -> place.nameZh))
                .contains("甲,乙"));
    }

    private Summary read(String text, LocalDate from) {
        return readBytes(text.getBytes(StandardCharsets.UTF_8), from);
    }

    private Summary readBytes(byte[] bytes) {
        return readBytes(bytes, FIRST);
    }

    private Summary readBytes(byte[] bytes, LocalDate from) {
        answers.clear();
        return importer.read(RegisterFile.of("register.csv", bytes), terms(from), answers::add);
    }

    private Terms terms(LocalDate from) {
        return new Terms(from, Actor.program("registrar"), false);
    }

    private String committees(String... rows) {
        var text = new StringBuilder(HEADS);
        for (var row : rows) text.append(row(row, "街道"));
        return text.toString();
    }

    private String row(String row, String street) {
        return district + row + "," + district + "001," + street + "\n";
    }

    private String site(String site, String... places) {
        var text = new StringBuilder(district + site);
        for (var place : places) text.append(',').append(place.isEmpty() ? "" : district + place);
        return text.append('\n').toString();
    }

    private static String fullWidth(String digits) {
        var text = new StringBuilder();
        digits.chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    private static void inTransaction(Runnable checks) {
        QuarkusTransaction.requiringNew().run(checks);
    }

    /** All three tables as text, in a fixed order. */
    private static List<?> content() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Place.getEntityManager()
                        .createNativeQuery("select row_to_json(t)::text from place t union all"
                                + " select row_to_json(t)::text from site t union all"
                                + " select row_to_json(t)::text from membership t order by 1")
                        .getResultList());
    }
}
