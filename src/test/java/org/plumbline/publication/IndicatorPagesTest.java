package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorPagesTest {
    private static boolean published;

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    Clock clock;

    @BeforeEach
    void something_is_published() {
        if (!published) {
            fixture.publish();
            published = true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/zh/indicators, 每百户设施面积",
        "/en/indicators, Floor area per 100 households",
        "/en/indicators?place=310112501&class=RS, figures for",
        "/zh/indicators/I04, 每百户不低于 30",
        "/en/indicators/I04?class=RS, Σ floor area",
        "/en/indicators/I08, not collected yet",
        "/zh/indicators/I08, 尚未采集",
        "/en/indicators?edition=public-culture/2026, not collected yet",
        "/en/methods, fewer than five persons",
    })
    void pages_answer_in_both_languages(String path, String words) {
        get(path).statusCode(200).body(containsString(words));
    }

    @Test
    void a_figure_says_what_it_is_made_of() {
        // 640 m² of the one station whose committee says its households, 1 900; no other does, those of other tests
        // neither.
        get("/en/indicators/I04")
                .statusCode(200)
                .body(containsString("33.7"))
                .body(containsString("640 ÷ 1,900"))
                .body(containsString("data-goal=\"30.00\""))
                .body(matchesPattern("(?s).*1 counted, [1-9] missing, 0 inapplicable.*"));
    }

    @Test
    void the_place_chosen_in_the_list_stays_with_each_indicator() {
        String street = "?place=" + Fixture.STREET;
        get("/en/indicators" + street).body(containsString("/en/indicators/I04" + street));
        get("/en/indicators/I04" + street)
                .statusCode(200)
                .body(containsString("<tr class=\"here\">"))
                .body(containsString("/en/indicators" + street))
                .body(containsString("/en/sites?street=" + Fixture.STREET));
        get("/en/indicators/I04?place=nowhere").statusCode(400);
    }

    @Test
    void rounds_keep_their_figures() {
        // In the first round the same station had 480 m².
        get("/en/indicators/I04").body(containsString("25.3")).body(containsString("Round one of 2026"));
    }

    @Test
    void data_say_the_same_and_leave_empty_what_cannot_be_said() {
        String csv = get("/indicators/I04.csv").statusCode(200).extract().asString();
        assertThat(csv.lines().filter(line -> line.contains(",310112,,")))
                .singleElement()
                .asString()
                .contains("indicator#I04-area")
                .matches(
                        ".*,33.684211,number,m² per 100 households,[^,]*百户[^,]*,640,1900,1,[1-9],0,plain,2026-11-01,model-station/2026,true");
        String json = get("/indicators/I29.json").statusCode(200).extract().asString();
        assertThat(json).contains("\"value\":null").doesNotContain("\"value\":0");
        get("/indicators/I04.xlsx").statusCode(200).contentType(containsString("spreadsheetml"));
        get("/indicators/all.json").statusCode(200).body("measure", hasItem(containsString("I06-rate")));
        get("/indicators.json").statusCode(200).body("measure", hasItem(containsString("I06-rate")));
    }

    @Test
    void the_cube_has_the_same_figure() {
        get("/statistics/model-station/2026.ttl")
                .statusCode(200)
                .body(containsString("I04-area"))
                .body(containsString("33.684211"))
                .body(not(containsString("I29-workers> 0")));
    }

    @Test
    void publishing_a_date_again_lists_what_stood_before() {
        List<Publication> made = new ArrayList<>();
        try {
            for (String name : List.of("A correction", "Another correction")) {
                made.add(publisher.publish(Fixture.ROUND_TWO, new Text("更正", name), clock, Fixture.PROGRAM));
            }
            get("/en/indicators/I04")
                    .body(containsString("published more than once"))
                    .body(containsString("A correction"))
                    .body(containsString("Another correction"));
        } finally {
            made.forEach(one -> publisher.withdraw(one.id(), clock, Fixture.PROGRAM, "Test"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/en/indicators/I99, 404",
        "/indicators/I99.csv, 404",
        "/en/indicators?class=XX, 400",
        "/en/indicators?place=310112501198, 400",
        "/en/indicators?edition=none, 400",
        "/indicators.xls, 404",
        "/id/dataset/publication-999999/statistics/model-station/2026/indicators, 404",
    })
    void what_is_not_there_is_said(String path, int status) {
        get(path).statusCode(status);
    }

    private static ValidatableResponse get(String path) {
        return given().redirects().follow(false).get(path).then();
    }
}
