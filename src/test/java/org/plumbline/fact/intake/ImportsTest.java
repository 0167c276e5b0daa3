package org.plumbline.fact.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;

/** Files handed in over REST and pages, by people who may and people who may not. */
@QuarkusTest
class ImportsTest {
    private static final AtomicInteger DISTRICTS = new AtomicInteger(850000);

    @Inject
    Staff staff;

    @Inject
    RegisterImporter register;

    @Inject
    IntakeWork work;

    @Inject
    Intake intake;

    @Inject
    Ledger ledger;

    @Inject
    DerivedStores stores;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private String street;
    private String own;
    private String other;
    private String day;

    /** Two streets of a district of its own, a station in each. */
    @BeforeEach
    void a_new_district() {
        String district = Integer.toString(DISTRICTS.incrementAndGet());
        street = district + "001";
        String otherStreet = district + "002";
        own = street + "001-RS01";
        other = otherStreet + "001-RS01";
        day = LocalDate.now(clock).minusDays(10).toString();
        register("code,name,street_code,street_name\n" + street + "001,甲居委会," + street + ",甲街道\n" + otherStreet
                + "001,乙居委会," + otherStreet + ",乙街道\n");
        register("site_code,class,name,committee_or_street_code\n" + own + ",RS,甲站," + street + "001\n" + other
                + ",RS,乙站," + otherStreet + "001\n");
    }

    @Test
    void a_program_hands_in_a_file_and_reads_the_answers() {
        RequestSpecification officer = officer();
        String id = handIn(
                        officer, "facts.csv", facts("Inspector", own, other) + "no-such-site," + day + ",Inspector,5\n")
                .statusCode(202)
                .header("Location", containsString("/api/imports/"))
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        ended(officer, id)
                .body("state", equalTo("done"))
                .body("accepted", equalTo(2))
                .body("refused", equalTo(1))
                .body("recorded", equalTo(2));
        given().spec(officer)
                .get("/api/imports/" + id + "/answers")
                .then()
                .body("answers", hasSize(3))
                .body("answers[0].kind", equalTo("ACCEPTED"))
                .body("answers[2].kind", equalTo("REFUSED"))
                .body("answers[2].zh", containsString("facts.csv:4"))
                .body("answers[2].en", containsString("no-such-site"));
        given().spec(officer)
                .get("/api/imports/" + id + "/answers?limit=2")
                .then()
                .body("answers", hasSize(2))
                .body("next", containsString("after=2"));
        String back = given().spec(officer)
                .get("/api/imports/" + id + "/refused")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("facts-refused.csv"))
                .extract()
                .asString();
        assertThat(back).contains("no-such-site").doesNotContain(own);
        String corrected = handIn(
                        officer,
                        "facts-refused.csv",
                        back.replace("no-such-site", own)
                                .replace(",5,", ",480,")
                                .replace(day, LocalDate.parse(day).plusDays(1).toString()))
                .statusCode(202)
                .extract()
                .path("id");
        ended(officer, corrected).body("accepted", equalTo(1)).body("refused", equalTo(0));
    }

    @Test
    void the_same_request_twice_is_one_import_and_the_same_file_twice_changes_nothing() {
        RequestSpecification officer = officer();
        String key = UUID.randomUUID().toString();
        String file = facts("Inspector", own);
        String first = handIn(officer, key, "facts.csv", file)
                .statusCode(202)
                .extract()
                .path("id");
        ended(officer, first).body("recorded", equalTo(1));
        long length = ledger.head().length();
        handIn(officer, key, "facts.csv", file).statusCode(200).body("id", equalTo(first));
        handIn(officer, key, "facts.csv", file + " ")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("another file"));
        String again =
                handIn(officer, "copy.csv", file).statusCode(202).extract().path("id");
        ended(officer, again).body("unchanged", equalTo(1)).body("recorded", equalTo(0));
        assertThat(ledger.head().length()).isEqualTo(length);
    }

    @Test
    void what_is_missing_from_a_request_is_said() {
        RequestSpecification officer = officer();
        given().spec(officer)
                .body("x")
                .contentType("text/csv")
                .post("/api/imports?name=a.csv")
                .then()
                .statusCode(400)
                .body("detail", containsString("Idempotency-Key"));
        handIn(officer, "", "x").statusCode(400).body("detail", containsString("name"));
        handIn(officer, "a.csv", "").statusCode(400).body("detail", containsString("empty"));
        handIn(officer, "a.csv&kind=else", "x").statusCode(400).body("detail", containsString("register"));
        handIn(officer, "a.csv&kind=register&from=1.11.2026", "x")
                .statusCode(400)
                .body("detail", containsString("2026-11-01"));
    }

    @Test
    void somebody_of_one_street_records_there_only_and_as_their_own_source_only() {
        String login = staff.with("inspector@" + street);
        RequestSpecification inspector = staff.program(login, Act.IMPORT_FACTS, Act.SEE_WORK);
        String id = handIn(inspector, "facts.csv", facts("Inspector", own, other))
                .statusCode(202)
                .extract()
                .path("id");
        ended(inspector, id).body("accepted", equalTo(1)).body("refused", equalTo(1));
        given().spec(inspector)
                .get("/api/imports/" + id + "/answers?kind=refused")
                .then()
                .body("answers", hasSize(1))
                .body("answers[0].subject", equalTo(other))
                .body("answers[0].zh", containsString("不在您负责的范围内"));
        String declared =
                handIn(inspector, "facts.csv", facts("Manager", own)).extract().path("id");
        ended(inspector, declared).body("refused", equalTo(1));
        given().spec(inspector)
                .get("/api/imports/" + declared + "/answers")
                .then()
                .body("answers[0].en", containsString("write Inspector"));
        RequestSpecification manager =
                staff.program(staff.with("centre-manager@" + own), Act.IMPORT_FACTS, Act.SEE_WORK);
        String selfMade =
                handIn(manager, "facts.csv", facts("Manager", own)).extract().path("id");
        ended(manager, selfMade).body("accepted", equalTo(1));
        given().spec(manager).get("/api/imports/" + id).then().statusCode(404);
        handIn(manager, "register.csv&kind=register", "x").statusCode(403);
    }

    @Test
    void rights_taken_back_before_the_file_is_read_count() throws Exception {
        String login = staff.with("inspector@" + street);
        Actor inspector = staff.actor(login);
        ImportJob job = QuarkusTransaction.requiringNew()
                .call(() -> intake.take(
                                new Handed(
                                        ImportJob.Kind.FACTS,
                                        "facts.csv",
                                        facts("Inspector", own).getBytes(StandardCharsets.UTF_8),
                                        false,
                                        null,
                                        false,
                                        null,
                                        null),
                                inspector)
                        .job());
        staff.close(login);
        work.readAlone(job.id);
        assertThat(reload(job).state).isEqualTo(ImportJob.State.UNREADABLE);
        assertThat(reload(job).faultEn).contains("closed");
    }

    @Test
    void what_a_power_cut_left_is_taken_up_and_told_once() throws SQLException, InterruptedException {
        RequestSpecification officer = officer();
        String id = handIn(officer, "facts.csv", facts("Inspector", own, other))
                .extract()
                .path("id");
        ended(officer, id);
        long length = ledger.head().length();
        // As if the power had gone when the first answer was written: file and first answer are there, the end is not.
        sql("update import_job set state = 'READING', ended_at = null where id = '" + id + "'");
        sql("delete from import_answer where number = 2 and job = '" + id + "'");
        sql("insert into import_file (job, part, name, bytes) values ('" + id + "', 'content', 'facts.csv', decode('"
                + java.util.HexFormat.of()
                        .formatHex(facts("Inspector", own, other).getBytes(StandardCharsets.UTF_8))
                + "', 'hex'))");
        work.resume();
        ended(officer, id).body("rows", equalTo(2)).body("accepted", equalTo(1)).body("unchanged", equalTo(1));
        assertThat(ledger.head().length()).isEqualTo(length);
    }

    @Test
    void a_job_that_another_server_reads_is_left_to_it() throws Exception {
        Actor officer = staff.actor(staff.with("district-officer"));
        ImportJob job = QuarkusTransaction.requiringNew()
                .call(() -> intake.take(
                                new Handed(
                                        ImportJob.Kind.FACTS,
                                        "facts.csv",
                                        facts("Inspector", own).getBytes(StandardCharsets.UTF_8),
                                        false,
                                        null,
                                        false,
                                        null,
                                        null),
                                officer)
                        .job());
        try (var otherServer = database.getConnection();
                var lock = otherServer.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('import " + job.id + "', 0))");
            work.readAlone(job.id);
            assertThat(reload(job).state).isEqualTo(ImportJob.State.WAITING);
            lock.execute("select pg_advisory_unlock(hashtextextended('import " + job.id + "', 0))");
        }
        work.readAlone(job.id);
        assertThat(reload(job).state).isEqualTo(ImportJob.State.DONE);
    }

    @Test
    void a_register_comes_back_with_reasons_beside_its_refused_lines() {
        RequestSpecification officer = officer();
        String file = "site_code,class,name,committee_or_street_code\n" + street + "001-RS02,RS,丙站," + street + "001\n"
                + street + "001-RS03,XX,丁站," + street + "001\n";
        String id = handIn(officer, "sites.csv&kind=register&from=" + day, file)
                .statusCode(202)
                .extract()
                .path("id");
        ended(officer, id)
                .body("accepted", equalTo(1))
                .body("refused", equalTo(1))
                .body("from", equalTo(day));
        String back =
                given().spec(officer).get("/api/imports/" + id + "/refused").asString();
        assertThat(back).contains("why").contains("RS03").doesNotContain("RS02");
        String corrected = handIn(officer, "sites.csv&kind=register", back.replace("XX", "RS"))
                .extract()
                .path("id");
        ended(officer, corrected).body("accepted", equalTo(1));
    }

    @Test
    void on_the_pages_a_file_is_handed_in_and_its_answers_are_read() {
        String login = staff.with("district-officer");
        Response sent = staff.browser(login)
                .multiPart(
                        "file",
                        "../../some facts.csv",
                        facts("Inspector", own).getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .multiPart("kind", "facts")
                .post("/zh/work/imports");
        String page = sent.then().statusCode(303).extract().header("Location").replaceFirst("https?://[^/]+", "");
        ended(staff.program(login, Act.SEE_WORK), page.substring(page.lastIndexOf('/') + 1));
        staff.browser(login)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("some facts.csv"))
                .body(containsString("已接受"));
        staff.browser(login).get("/en/work/imports").then().statusCode(200).body(containsString("some facts.csv"));
        staff.browser(login)
                .get("/en/work/imports/template.xlsx")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/vnd.openxml"));
        staff.browser(login)
                .multiPart("kind", "facts")
                .post("/en/work/imports")
                .then()
                .statusCode(400)
                .body(containsString("Choose the file"));
        staff.browser(login).get("/en/work/imports/not-a-number").then().statusCode(404);
        staff.browser(staff.with("inspector@" + street)).get(page).then().statusCode(404);
        staff.browser(staff.with("inspector@" + street))
                .get("/zh/work/imports")
                .then()
                .body(not(containsString("some facts.csv")));
    }

    @Test
    void a_mistaken_import_is_taken_back_as_a_whole_and_may_come_again() {
        String login = staff.with("district-officer");
        RequestSpecification officer = staff.program(login, Act.IMPORT_FACTS, Act.SEE_WORK);
        String before = handIn(
                        officer,
                        "before.csv",
                        facts("Inspector", own)
                                .replace(",480", ",300")
                                .replace(day, LocalDate.parse(day).minusDays(5).toString()))
                .extract()
                .path("id");
        ended(officer, before).body("accepted", equalTo(1));
        String file = facts("Inspector", own, other);
        String id = handIn(officer, "mistake.csv", file).extract().path("id");
        ended(officer, id).body("recorded", equalTo(2));
        assertThat(area(own)).isEqualTo("480");
        String path = "/zh/work/imports/" + id;
        staff.browser(login)
                .post(path + "/withdraw")
                .then()
                .statusCode(303)
                .header("Location", containsString("withdraw-why"));
        assertThat(area(own)).isEqualTo("480");
        staff.browser(login)
                .formParam("why", "用错了文件")
                .post(path + "/withdraw")
                .then()
                .statusCode(303)
                .header("Location", containsString("import-withdrawn"));
        assertThat(area(own)).isEqualTo("300");
        assertThat(area(other)).isEmpty();
        long length = ledger.head().length();
        staff.browser(login)
                .formParam("why", "再来一次")
                .post(path + "/withdraw")
                .then()
                .statusCode(303);
        assertThat(ledger.head().length()).isEqualTo(length);
        assertThat(stores.differences()).isEmpty();
        String again = handIn(officer, "again.csv", file).extract().path("id");
        ended(officer, again).body("recorded", equalTo(2)).body("accepted", equalTo(2));
        assertThat(area(own)).isEqualTo("480");
        String twice = handIn(officer, "twice.csv", file).extract().path("id");
        ended(officer, twice).body("recorded", equalTo(0)).body("unchanged", equalTo(2));
        staff.browser(staff.with("publisher"))
                .formParam("why", "x")
                .post(path + "/withdraw")
                .then()
                .statusCode(403);
    }

    /** The floor area that counts now; empty when none does. */
    private String area(String site) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select o.value ->> 'value' from observation o join fact_submission s on s.position ="
                                    + " o.ledger_position where o.subject = ? and o.fact = 'floorArea' and s.superseded_by"
                                    + " is null order by o.observed_on desc limit 1")) {
                select.setString(1, "site/" + site);
                try (var rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : "";
                }
            }
        });
    }

    @Test
    void a_file_name_is_a_name_and_nothing_else() {
        assertThat(named("../../etc/passwd")).isEqualTo("passwd");
        assertThat(named("C:\\temp\\事实.xlsx")).isEqualTo("事实.xlsx");
        assertThat(named("fact\u202esvsc.exe\n\u0000")).isEqualTo("factsvsc.exe");
        assertThat(named("..")).isEqualTo("unnamed");
        assertThat(named("<b>|?*\":.csv")).isEqualTo("b.csv");
        assertThat(named("x".repeat(300) + ".csv")).hasSize(200).endsWith(".csv");
    }

    private static String named(String given) {
        return new Handed(ImportJob.Kind.FACTS, given, new byte[1], false, null, false, null, null).name();
    }

    @Test
    void programs_find_it_described() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/api/imports'.post.responses.'202'", notNullValue())
                .body("paths.keySet()", org.hamcrest.Matchers.everyItem(startsWith("/api/")));
    }

    private RequestSpecification officer() {
        return staff.program(staff.with("district-officer"), Act.IMPORT_FACTS, Act.IMPORT_REGISTER, Act.SEE_WORK);
    }

    private String facts(String source, String... sites) {
        StringBuilder csv = new StringBuilder("site,date,source,floorArea\n");
        for (String site : sites) {
            csv.append(site).append(',').append(day).append(',').append(source).append(",480\n");
        }
        return csv.toString();
    }

    private static ValidatableResponse handIn(RequestSpecification who, String name, String content) {
        return handIn(who, UUID.randomUUID().toString(), name, content);
    }

    private static ValidatableResponse handIn(RequestSpecification who, String key, String name, String content) {
        return given().spec(who)
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .contentType("text/csv; charset=UTF-8")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports?name=" + name)
                .then();
    }

    private static ValidatableResponse ended(RequestSpecification who, String id) {
        for (int i = 0; i < 300; i++) {
            Response now = given().spec(who).get("/api/imports/" + id);
            String state = now.path("state");
            if (!state.equals("waiting") && !state.equals("reading")) {
                return now.then();
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The import " + id + " did not end in half a minute");
    }

    private ImportJob reload(ImportJob job) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.byId(job.id).orElseThrow());
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private void register(String csv) {
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("test"), false),
                answer -> {});
    }
}
