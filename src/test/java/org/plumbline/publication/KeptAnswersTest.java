package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

/** An answer that was kept is the answer that would be made, for everybody, and never of what is no longer published. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptAnswersTest {
    /** What differs from answer to answer and is not ours to keep. */
    private static final List<String> OF_THE_MOMENT = List.of("date", "set-cookie");

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    Clock clock;

    @BeforeEach
    void published() {
        fixture.takeIn();
        if (publisher.latest().isEmpty()) {
            fixture.publish();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/",
                "/en/site/310112501198-RS01",
                "/site/310112501198-RS01.ttl",
                "/site/310112501198-RS01.jsonld",
                "/site/310112501198-RS01.json?edition=public-culture/2026",
                "/zh/place/310112501198",
                "/standard/model-station/2026/clause/5.6.jsonld"
            })
    void asked_twice_it_is_the_same_with_all_that_goes_with_it(String path) {
        Response first = given().urlEncodingEnabled(false).get(path);
        Response again = given().urlEncodingEnabled(false)
                .cookie("plumbline-session", "anything")
                .header("Accept-Language", "en")
                .get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(headers(again)).isEqualTo(headers(first)).noneMatch(header -> header.startsWith("set-cookie"));
        given().urlEncodingEnabled(false)
                .header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", first.header("ETag"))
                .header("Vary", first.header("Vary"));
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase(java.util.Locale.ROOT)))
                .map(Header::toString)
                .toList();
    }

    @Test
    void languages_editions_and_forms_do_not_answer_for_one_another() {
        String site = "/site/" + Fixture.FIRST;
        List<String> bodies = List.of("/zh" + site, "/en" + site, site + ".ttl", site + ".nt", site + ".json").stream()
                .flatMap(path -> List.of(path, path + "?edition=public-culture/2026").stream())
                .map(path -> given().urlEncodingEnabled(false).get(path).asString())
                .toList();
        assertThat(bodies).doesNotHaveDuplicates();
    }

    @Test
    void a_publication_and_its_withdrawal_are_seen_at_once() {
        String path = "/en/site/" + Fixture.FIRST;
        Response before = given().get(path);
        Publication extra =
                publisher.publish(LocalDate.now(clock), new Text("临时一轮", "A passing round"), clock, Fixture.PROGRAM);
        given().header("If-None-Match", before.header("ETag"))
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("A passing round"));
        Publication later =
                publisher.publish(LocalDate.now(clock), new Text("又一轮", "One more round"), clock, Fixture.PROGRAM);
        publisher.withdraw(later.id(), clock, Fixture.PROGRAM, "Test");
        String shown = given().get(path)
                .then()
                .body(containsString("A passing round"))
                .extract()
                .header("ETag");
        publisher.withdraw(extra.id(), clock, Fixture.PROGRAM, "Test");
        given().header("If-None-Match", shown)
                .get(path)
                .then()
                .statusCode(200)
                .body(not(containsString("A passing round")));
    }

    /** The history on a page of the latest publication names earlier ones, which may be withdrawn too. */
    @Test
    void the_withdrawal_of_an_earlier_round_is_seen_at_once() {
        Publication early =
                publisher.publish(LocalDate.of(2026, 2, 1), new Text("早先一轮", "An early round"), clock, Fixture.PROGRAM);
        String path = "/en/site/" + Fixture.FIRST;
        String tag = given().get(path)
                .then()
                .body(containsString("An early round"))
                .extract()
                .header("ETag");
        publisher.withdraw(early.id(), clock, Fixture.PROGRAM, "Test");
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .body(not(containsString("An early round")));
    }
}
