package org.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;
import org.plumbline.ledger.ClockSetBack;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.rdf.PL;
import org.plumbline.standard.Editions;

/** What was known at one time about another, over the same addresses that people and programs use. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsKnownTest {
    private static final String STREET = "830001001";
    private static final String SITE = STREET + "001-RS01";
    private static final String MODEL = "model-station/2026";

    @Inject
    FactImporter facts;

    @Inject
    RegisterImporter register;

    @Inject
    Editions editions;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @Inject
    Staff staff;

    private LocalDate today;
    private Instant before;
    private String officer;

    @BeforeAll
    void a_site_is_measured_then_corrected_then_moved() throws InterruptedException {
        today = LocalDate.now(clock);
        register("code,name,street_code,street_name\n" + STREET + "001,甲居委会," + STREET + ",一街\n" + STREET + "002,乙居委会,"
                + STREET + ",一街\n830001009001,丙居委会,830001009,九街\n");
        register("site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站," + STREET + "001\n");
        floorArea(480, 20);
        Thread.sleep(20);
        before = clock.instant();
        Thread.sleep(20);
        // Recorded later, about an earlier day than today: a second date and a second time.
        floorArea(640, 10);
        officer = staff.with("district-officer");
    }

    @Test
    void a_fact_has_the_value_that_was_known_then_and_that_held_on_the_day() {
        assertThat(area(today.minusDays(5), null)).isEqualTo("640");
        assertThat(area(today.minusDays(5), before)).isEqualTo("480");
        assertThat(area(today.minusDays(15), null)).isEqualTo("480");
        assertThat(area(today.minusDays(30), null)).isNull();
    }

    @Test
    void a_past_assessment_is_repeated_to_the_same_bytes_after_more_was_recorded() {
        String then = assessment(today, before);
        assertThat(then).contains("\"onDate\":\"" + today + "\"").contains("480");
        floorArea(650, 0);
        register("site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站," + STREET + "002\n");
        assertThat(assessment(today, before)).isEqualTo(then);
    }

    @Test
    void nobody_learns_of_a_site_that_is_not_theirs_or_that_was_not_registered_yet() {
        String other = staff.with("inspector@830001009");
        staff.program(other, Act.SEE_WORK)
                .get("/api/sites/" + SITE + "/record")
                .then()
                .statusCode(404);
        String own = staff.with("inspector@" + STREET);
        staff.program(own, Act.SEE_WORK)
                .get("/api/sites/" + SITE + "/record")
                .then()
                .statusCode(200);
        staff.program(officer, Act.SEE_WORK)
                .queryParam("known", "2001-01-01")
                .get("/api/sites/" + SITE + "/record")
                .then()
                .statusCode(404);
        staff.program(officer, Act.SEE_WORK)
                .queryParam("known", "yesterday")
                .get("/api/sites/" + SITE + "/record")
                .then()
                .statusCode(400);
    }

    @Test
    void the_page_shows_facts_and_what_came_of_them_in_both_languages() {
        staff.browser(officer)
                .queryParam("code", SITE)
                .queryParam("on", today.toString())
                .get("/en/work/sites")
                .then()
                .statusCode(200)
                .body(containsString("Facts that counted"))
                .body(containsString("inspector"));
        staff.browser(officer).get("/zh/work/sites").then().statusCode(200).body(containsString("所知截至"));
        staff.browser(officer)
                .queryParam("code", "nowhere")
                .get("/zh/work/sites")
                .then()
                .statusCode(404);
    }

    @Test
    void a_clock_that_was_set_back_writes_nothing() {
        long length = ledger.head().length();
        Instant wrong = clock.instant().minus(Duration.ofDays(400));
        assertThatThrownBy(() -> record(99, 0, wrong))
                .isInstanceOf(ClockSetBack.class)
                .hasMessageContaining("set the clock right");
        assertThat(ledger.head().length()).isEqualTo(length);
        assertThat(ledger.lengthAt(wrong)).isLessThanOrEqualTo(length);
    }

    private String area(LocalDate on, Instant known) {
        var answer = staff.program(officer, Act.SEE_WORK).queryParam("on", on.toString());
        if (known != null) answer.queryParam("known", known.toString());
        return answer.get("/api/sites/" + SITE + "/record")
                .then()
                .statusCode(200)
                .body("site", equalTo(iris.site(SITE)))
                .extract()
                .path("facts.floorArea.value");
    }

    private String assessment(LocalDate on, Instant known) {
        return staff.program(officer, Act.SEE_WORK)
                .queryParam("on", on.toString())
                .queryParam("known", known.toString())
                .queryParam("edition", MODEL)
                .get("/api/sites/" + SITE + "/assessment")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void floorArea(int area, int daysAgo) {
        record(area, daysAgo, clock.instant());
    }

    private void record(int area, int daysAgo, Instant at) {
        var stated = new TreeMap<>(Map.of("floorArea", FactValue.number(area)));
        QuarkusTransaction.requiringNew()
                .run(() -> facts.record(
                        List.of(SiteFacts.ofSite(SITE, "RS", today.minusDays(daysAgo), "Inspector", stated)),
                        editions.list().getFirst().book(),
                        new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), at, null, null, true)));
    }

    private void register(String csv) {
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(today.minusYears(1), Actor.program("office"), false),
                answer -> {});
    }
}
