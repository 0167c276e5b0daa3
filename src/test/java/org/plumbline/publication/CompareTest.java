package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streets and sites side by side: like with like, with the group that they belong to. */
@QuarkusTest
class CompareTest {
    @Inject
    Fixture fixture;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    @Test
    void without_anything_to_compare_there_is_a_form_to_choose() {
        given().get("/zh/compare")
                .then()
                .statusCode(200)
                .body(containsString("name=\"street\" value=\"" + Fixture.STREET));
    }

    @Test
    void a_street_stands_beside_the_district_and_the_class_is_said() {
        given().queryParam("street", Fixture.STREET)
                .queryParam("class", "RS")
                .get("/zh/compare")
                .then()
                .statusCode(200)
                .body(containsString("居民区"), containsString("最后一列是全区"));
        String page = given().queryParam("street", Fixture.STREET)
                .get("/zh/compare")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String score = page.replaceAll("(?s).*#score\">[^<]*</a></th><td[^>]*>([^<]*)<.*", "$1");
        assertThat(score).matches("\\d+\\.\\d\\d");
        assertThat(given().get("/zh/street/" + Fixture.STREET).asString())
                .as("the same score as on the street's page")
                .contains(score);
    }

    @Test
    void a_site_stands_beside_those_of_its_class_and_others_are_left_out_with_a_sentence() {
        given().queryParam("site", Fixture.FIRST, Fixture.SECOND, Fixture.CENTRE, "nowhere")
                .get("/en/compare")
                .then()
                .statusCode(200)
                .body(
                        containsString("Same class, whole district"),
                        containsString("of another class"),
                        containsString("nowhere: there is no assessment"),
                        containsString("Clauses that came out differently"),
                        not(containsString("/en/site/" + Fixture.CENTRE + "\"")));
    }

    @Test
    void what_is_not_there_or_finds_no_room_is_named() {
        given().queryParam("street", "nowhere", Fixture.STREET)
                .get("/en/compare")
                .then()
                .statusCode(200)
                .body(containsString("nowhere: no street or town"), containsString("Average score"));
        given().queryParam("street", "nowhere")
                .get("/en/compare")
                .then()
                .statusCode(200)
                .body(containsString("nowhere: no street or town"), not(containsString("Average score")));
        given().queryParam("site", "1", "2", "3", "4", "5", "6")
                .get("/en/compare")
                .then()
                .statusCode(200)
                .body(containsString("Only 4 stand side by side; left out beyond them: 2."));
    }

    @Test
    void nonsense_is_refused_and_nothing_of_it_is_markup() {
        given().queryParam("street", Fixture.STREET)
                .queryParam("site", Fixture.FIRST)
                .get("/zh/compare")
                .then()
                .statusCode(400);
        given().queryParam("site", "<b>x</b>")
                .get("/zh/compare")
                .then()
                .statusCode(200)
                .body(not(containsString("<b>x")));
    }
}
