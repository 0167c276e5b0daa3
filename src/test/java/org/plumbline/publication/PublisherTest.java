package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.Site;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublisherTest {
    private static final Text AGAIN = new Text("2026年第二轮（更正）", "Round two of 2026, corrected");

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private Publication last;

    @BeforeEach
    void something_is_published() {
        last = fixture.publish();
    }

    @Test
    void a_publication_carries_a_signed_checkpoint_of_the_ledger() {
        Checkpoint checkpoint = Checkpoint.read(last.checkpoint());
        assertThat(checkpoint.length()).isEqualTo(last.position());
        assertThat(ledger.verify(List.of(checkpoint), position -> {}).holds()).isTrue();
    }

    @Test
    void who_waits_is_told_how_many_sites_are_assessed() {
        List<String> told = new ArrayList<>();
        Publication again = publisher.publish(
                Fixture.ROUND_TWO, AGAIN, clock, Fixture.PROGRAM, (sites, of) -> told.add(sites + "/" + of));
        publisher.withdraw(again.id(), clock, Fixture.PROGRAM, "Test");
        long sites =
                QuarkusTransaction.requiringNew().call(() -> (long) Site.open().size());
        assertThat(told).isNotEmpty().endsWith(sites + "/" + sites);
    }

    @Test
    void publishing_a_date_again_takes_the_place_and_withdrawing_gives_it_back() {
        Publication again = publisher.publish(Fixture.ROUND_TWO, AGAIN, clock, Fixture.PROGRAM);
        assertThat(again.id()).isGreaterThan(last.id());
        given().get("/en/").then().body(containsString("corrected"));
        assertThat(publisher.withdraw(again.id(), clock, Fixture.PROGRAM, "Test"))
                .isTrue();
        assertThat(publisher.withdraw(again.id(), clock, Fixture.PROGRAM, "Test"))
                .isFalse();
        assertThat(publisher.latest().map(Publication::id)).contains(last.id());
        given().get("/en/site/" + Fixture.FIRST).then().statusCode(200);
    }

    @Test
    void an_earlier_date_published_later_does_not_take_the_latest_ones_place() {
        Publication earlier = publisher.publish(Fixture.ROUND_ONE, new Text("补发", "Once more"), clock, Fixture.PROGRAM);
        assertThat(publisher.latest().map(Publication::id)).contains(last.id());
        publisher.withdraw(earlier.id(), clock, Fixture.PROGRAM, "Test");
    }

    @Test
    void before_anything_is_public_the_entrance_says_what_to_do() {
        List<Long> withdrawn = new ArrayList<>();
        while (publisher.latest().isPresent()) {
            long id = publisher.latest().orElseThrow().id();
            publisher.withdraw(id, clock, Fixture.PROGRAM, "Test");
            withdrawn.add(id);
        }
        assertThat(withdrawn).isNotEmpty();
        given().get("/en/").then().statusCode(200).body(containsString("plumbline publish"));
        given().get("/zh/methods").then().statusCode(200);
        given().get("/site/" + Fixture.FIRST + ".json").then().statusCode(404);
        fixture.publish();
        given().get("/site/" + Fixture.FIRST + ".json").then().body("onDate", equalTo("2026-11-01"));
    }

    @Test
    void pages_read_the_published_tables_only() throws SQLException, InterruptedException {
        // A connection that rests writes its counters within ten seconds.
        Thread.sleep(10_500);
        Map<String, Long> before = settled();
        for (String path : List.of(
                "/en/",
                "/zh/street/" + Fixture.STREET,
                "/zh/sites?q=样板",
                "/zh/site/" + Fixture.FIRST,
                "/site/" + Fixture.FIRST + ".json",
                "/site/" + Fixture.FIRST + ".ttl",
                "/site/" + Fixture.FIRST + ".pdf",
                "/en/standard/model-station/2026",
                "/en/standard/model-station/2026/clause/5.6",
                "/standard/model-station/2026.json")) {
            given().get(path).then().statusCode(200);
        }
        Map<String, Long> after = settled();
        Map<String, Long> read = new TreeMap<>();
        after.forEach((table, scans) -> {
            if (scans > before.getOrDefault(table, 0L)) {
                read.put(table, scans);
            }
        });
        assertThat(read.keySet()).isNotEmpty().allMatch(table -> table.startsWith("published."));
    }

    /** Scans of each table once the server has written its counters, which each connection does a second after its last work. */
    private Map<String, Long> settled() throws SQLException, InterruptedException {
        Map<String, Long> scans = scans();
        for (int same = 0; same < 3; ) {
            Thread.sleep(700);
            Map<String, Long> next = scans();
            same = next.equals(scans) ? same + 1 : 0;
            scans = next;
        }
        return scans;
    }

    private Map<String, Long> scans() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery(
                        "select schemaname || '.' || relname, coalesce(seq_scan, 0) + coalesce(idx_scan, 0)"
                                + " from pg_stat_user_tables")) {
            Map<String, Long> scans = new TreeMap<>();
            while (rows.next()) {
                scans.put(rows.getString(1), rows.getLong(2));
            }
            return scans;
        }
    }
}
