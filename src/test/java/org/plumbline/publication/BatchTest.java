package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Staff;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.Canonical;

/** Papers in bulk: asked for on the page of work, printed in the background, stopped, gone on with, fetched as one file. */
@QuarkusTest
class BatchTest {
    private static final String MODEL = "model-station/2026";
    private static final Pattern FETCH = Pattern.compile("/work/papers/([0-9a-f-]{36})\\.zip");
    private static final Pattern RESUME = Pattern.compile("/work/papers/([0-9a-f-]{36})/resume");

    @Inject
    Fixture fixture;

    @Inject
    Staff staff;

    @Inject
    Publisher publisher;

    @Inject
    DataSource database;

    @Inject
    Event<Erased> erasures;

    private Publication publication;
    private String reviewer;

    @BeforeEach
    void publish() throws SQLException {
        run("delete from prepared.batch");
        publication = fixture.publish();
        reviewer = staff.with("street-reviewer@" + Fixture.STREET);
    }

    @Test
    void the_zip_holds_the_papers_that_the_portal_shows_and_an_index_with_their_hashes() throws Exception {
        ask(Fixture.STREET).statusCode(303);
        Map<String, byte[]> files = unzip(fetch(until(FETCH)));
        String name = "莘庄工业区/" + Fixture.FIRST + " 样板一党群服务站.pdf";
        byte[] shown = given().queryParam("edition", MODEL)
                .get("/site/" + Fixture.FIRST + ".pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(files.get(name)).isEqualTo(shown);
        assertThat(new String(files.get("index.csv"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains(name)))
                .singleElement()
                .asString()
                .contains(HexFormat.of().formatHex(Canonical.hash(shown)));
        assertThat(files).hasSize((int) assessed() + 1);
        ask(Fixture.STREET).statusCode(303).header("Location", containsString("said=printing.same"));
    }

    @Test
    void papers_in_bulk_come_in_one_language_too() throws Exception {
        ask(Fixture.STREET, "en.pdf").statusCode(303);
        assertThat(staff.browser(staff.with("auditor")).get("/zh/work/audit").asString())
                .contains("批量打印报告");
        Map<String, byte[]> files = unzip(fetch(until(FETCH)));
        assertThat(files.get("莘庄工业区/" + Fixture.FIRST + " 样板一党群服务站.en.pdf"))
                .isEqualTo(given().queryParam("edition", MODEL)
                        .get("/site/" + Fixture.FIRST + ".en.pdf")
                        .asByteArray());
        ask(Fixture.STREET, "exe").statusCode(400).body(containsString("没有这种文件"));
    }

    @Test
    void one_that_was_stopped_goes_on_with_what_is_missing() throws Exception {
        String id = "6b6f3a52-95f3-4cfe-9d7a-2a9f6d1f0b01";
        run("insert into prepared.batch values ('" + id + "', " + publication.id() + ", '" + MODEL + "', '"
                + Fixture.STREET + "', 'x', now(), " + assessed() + ", 'CANCELLED', now())");
        run("insert into prepared.paper values ('" + id + "', '" + Fixture.FIRST
                + "', '../样板', '..', '', '', 'x', 'kept before the stop')");
        assertThat(until(RESUME)).isEqualTo(id);
        staff.browser(reviewer).post("/zh/work/papers/" + id + "/resume").then().statusCode(303);
        Map<String, byte[]> files = unzip(fetch(until(FETCH)));
        assertThat(files.entrySet().stream().filter(file -> file.getKey().contains(Fixture.FIRST)))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.getKey()).doesNotContain("../").doesNotStartWith("..");
                    assertThat(file.getValue()).asString().isEqualTo("kept before the stop");
                });
        assertThat(files.keySet()).anyMatch(file -> file.contains(Fixture.SECOND));
    }

    @Test
    void one_with_papers_that_could_not_be_printed_says_so_and_can_try_again() throws Exception {
        String id = "6b6f3a52-95f3-4cfe-9d7a-2a9f6d1f0b02";
        run("insert into prepared.batch values ('" + id + "', " + publication.id() + ", '" + MODEL + "', '"
                + Fixture.STREET + "', 'x', now(), " + assessed() + ", 'DONE', now())");
        run("insert into prepared.paper select '" + id + "', site, '', '', '', '', '', null from published.result where"
                + " publication = " + publication.id() + " and edition = '" + MODEL + "' and street = '"
                + Fixture.STREET + "'");
        byte[] index = unzip(fetch(id)).get("index.csv");
        assertThat(new String(index, StandardCharsets.UTF_8)).contains("未能生成");
        staff.browser(reviewer).get("/en/work/papers").then().body(containsString("could not be printed"));
        staff.browser(reviewer).post("/zh/work/papers/" + id + "/resume").then().statusCode(303);
        assertThat(until(FETCH)).isEqualTo(id);
        for (int i = 0; i < 600 && unzipped(id) < assessed() + 1; i++) {
            Thread.sleep(100);
        }
        assertThat(unzipped(id)).isEqualTo(assessed() + 1);
    }

    /** How many files there are in a batch; 0 while it is printed. */
    private long unzipped(String id) throws IOException {
        var answer = staff.browser(reviewer).get("/zh/work/papers/" + id + ".zip");
        return answer.statusCode() == 200 ? unzip(answer.asByteArray()).size() : 0;
    }

    @Test
    void nobody_prints_for_a_place_of_others_and_nonsense_is_told() {
        ask("310112").statusCode(400).body(containsString("选一个你负责的地方"));
        ask("999999").statusCode(400);
        staff.browser(reviewer).get("/zh/work/papers").then().body(containsString("<option value=\"" + Fixture.STREET));
        staff.browser(staff.with("auditor"))
                .get("/zh/work/papers")
                .then()
                .statusCode(200)
                .body(not(containsString("<select")));
        staff.browser(reviewer)
                .formParam("place", Fixture.STREET)
                .formParam("edition", "none/1")
                .post("/zh/work/papers")
                .then()
                .statusCode(400)
                .body(containsString("选一个本轮公布的标准版本"));
        staff.browser(reviewer).get("/zh/work/papers/none.zip").then().statusCode(404);
    }

    @Test
    void what_is_taken_back_or_erased_is_in_no_batch_any_more() throws Exception {
        ask(Fixture.STREET);
        String id = until(FETCH);
        publisher.withdraw(publication.id(), java.time.Clock.systemUTC(), Fixture.PROGRAM, "a trial");
        staff.browser(reviewer).get("/zh/work/papers/" + id + ".zip").then().statusCode(404);
        publication = fixture.publish();
        ask(Fixture.STREET);
        String next = until(FETCH);
        fetch(next);
        QuarkusTransaction.requiringNew().run(() -> erasures.fire(new Erased(1, List.of())));
        staff.browser(reviewer).get("/zh/work/papers/" + next + ".zip").then().statusCode(404);
    }

    private io.restassured.response.ValidatableResponse ask(String place) {
        return ask(place, "pdf");
    }

    private io.restassured.response.ValidatableResponse ask(String place, String print) {
        return staff.browser(reviewer)
                .formParam("place", place)
                .formParam("edition", MODEL)
                .formParam("print", print)
                .post("/zh/work/papers")
                .then();
    }

    /** The batch that a link of the page is about, as soon as there is one. */
    private String until(Pattern link) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Matcher found =
                    link.matcher(staff.browser(reviewer).get("/zh/work/papers").asString());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no link to " + link);
    }

    private byte[] fetch(String id) {
        return staff.browser(reviewer)
                .get("/zh/work/papers/" + id + ".zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private long assessed() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from published.result where publication = " + publication.id()
                                + " and edition = '" + MODEL + "' and street = '" + Fixture.STREET + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
