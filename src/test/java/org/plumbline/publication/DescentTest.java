package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

/** A site that ended leads to the one that continues it, whose history holds its results. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DescentTest {
    private static final String OLD = Fixture.STREET + "198-RS91";
    private static final String SPLIT = Fixture.STREET + "198-RS92";

    private static final String OLD_STREET = "310112599";

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    Clock clock;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Test
    void old_addresses_lead_on_and_old_results_stay() {
        fixture.takeIn();
        fixture.register(OLD, "旧一站");
        fixture.register(SPLIT, "旧二站");
        fixture.measure(OLD);
        publisher.publish(Fixture.ROUND_ONE, new Text("2026年第一轮", "Round one of 2026"), clock, Fixture.PROGRAM);
        fixture.end(
                LocalDate.of(2026, 6, 1),
                OLD + "," + Fixture.SECOND,
                SPLIT + "," + Fixture.FIRST + ";" + Fixture.SECOND);
        publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, Fixture.PROGRAM);

        given().redirects()
                .follow(false)
                .get("/en/site/" + OLD)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/en/site/" + Fixture.SECOND));
        given().redirects()
                .follow(false)
                .get("/id/site/" + OLD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/id/site/" + Fixture.SECOND));
        given().accept("text/html")
                .get("/en/site/" + SPLIT)
                .then()
                .statusCode(410)
                .header("Link", containsString(Fixture.FIRST))
                .body(containsString("is continued by " + Fixture.FIRST + ", " + Fixture.SECOND));
        given().get("/en/site/" + SPLIT + "/badge.svg")
                .then()
                .statusCode(410)
                .contentType("image/svg+xml;charset=UTF-8")
                .body(containsString("This site has ended"))
                .body(containsString(Fixture.FIRST));
        given().redirects()
                .follow(false)
                .get("/en/site/" + OLD + "/badge.svg")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/en/site/" + Fixture.SECOND + "/badge.svg"));
        given().get("/en/site/" + Fixture.SECOND)
                .then()
                .statusCode(200)
                .body(containsString("as " + OLD + ", which this site continues"));
        given().get("/site/" + Fixture.SECOND + ".ttl").then().statusCode(200).body(containsString("isReplacedBy"));
        given().get("/en/site/" + Fixture.STREET + "198-RS93").then().statusCode(404);
        given().get("/en/site/" + Fixture.SECOND)
                .then()
                .body(containsString("href=\"/en/site/" + OLD + "?round=" + Fixture.ROUND_ONE));
        earlier_rounds_stay();
    }

    /** What only an earlier round holds has its page and its data there, and neither anywhere else. */
    private void earlier_rounds_stay() {
        String submission = ledger.about(iris.site(OLD)).stream()
                .filter(entry -> entry.kind() == Kind.SUBMISSION)
                .findFirst()
                .orElseThrow()
                .submission();
        String id = submission.substring(submission.lastIndexOf('/') + 1);
        String round = "?round=" + Fixture.ROUND_ONE;
        String assessment = "/id/site/" + OLD + "/assessment/model-station/2026/" + Fixture.ROUND_ONE;
        leads(assessment, "text/html", "/zh/site/" + OLD + round);
        leads(assessment, "application/n-triples", "/site/" + OLD + ".nt" + round);
        leads("/id/submission/" + id, "text/html", "/zh/submission/" + id + round);
        leads("/id/submission/" + id, "text/turtle", "/submission/" + id + ".ttl" + round);
        for (String path : List.of("/zh/site/" + OLD, "/site/" + OLD + ".jsonld", "/en/submission/" + id)) {
            given().get(path + round).then().statusCode(200);
        }
        given().get("/en/site/" + OLD + round)
                .then()
                .body(containsString("This is the round of " + Fixture.ROUND_ONE))
                .body(containsString("href=\"/en/submission/" + id + round));
        for (String path : List.of("/zh/submission/" + id, "/submission/" + id + ".ttl", "/submission/" + id + ".nt")) {
            given().get(path).then().statusCode(404);
        }
    }

    private static void leads(String name, String accept, String to) {
        given().redirects()
                .follow(false)
                .accept(accept)
                .get(name)
                .then()
                .statusCode(303)
                .header("Location", endsWith(to));
    }

    @Test
    void a_street_says_what_it_continues_and_since_when() {
        fixture.takeIn();
        fixture.street(OLD_STREET, "旧镇");
        publisher.publish(Fixture.ROUND_ONE, new Text("2026年第一轮", "Round one of 2026"), clock, Fixture.PROGRAM);
        fixture.end(LocalDate.of(2026, 7, 1), OLD_STREET + "," + Fixture.STREET);
        publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, Fixture.PROGRAM);

        given().get("/en/street/" + Fixture.STREET)
                .then()
                .statusCode(200)
                .body(containsString("What it continues"))
                .body(containsString("Jiu Town (pinyin, automatic) <code>" + OLD_STREET
                        + "</code> (continued here from 1 July 2026)"));
        given().get("/zh/street/" + Fixture.STREET)
                .then()
                .body(containsString("沿革"))
                .body(containsString(OLD_STREET));
        given().redirects()
                .follow(false)
                .get("/zh/street/" + OLD_STREET + "?class=RS")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/zh/street/" + Fixture.STREET + "?class=RS"));
        given().redirects()
                .follow(false)
                .get("/id/place/" + OLD_STREET)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/id/place/" + Fixture.STREET));
    }
}
