package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of pages as data: all rows of what the page shows, in three forms. */
@QuarkusTest
class ListsTest {
    @Inject
    Fixture fixture;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    @Test
    void sites_come_with_what_came_out_and_when() {
        given().get("/sites.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("site", hasItem(Fixture.FIRST))
                .body("on_date", everyItem(equalTo(Fixture.ROUND_TWO.toString())))
                .body("edition", everyItem(equalTo("model-station/2026")))
                .body("synthetic", everyItem(equalTo(true)))
                .body("find { it.site == '" + Fixture.FIRST + "' }.name", equalTo("样板一党群服务站"))
                .body("find { it.site == '" + Fixture.FIRST + "' }.street_name", not(containsString("310112")));
        Float score = given().get("/sites.json").path("find { it.site == '" + Fixture.FIRST + "' }.score");
        assertThat(given().get("/zh/site/" + Fixture.FIRST).asString())
                .as("the score of the site's page")
                .contains(new BigDecimal(score.toString()).setScale(2).toPlainString());
    }

    @Test
    void a_list_is_narrowed_and_ordered_like_its_page() {
        given().get("/sites.json?class=TC").then().statusCode(200).body("class", everyItem(equalTo("TC")));
        given().get("/sites.json?q=" + Fixture.FIRST)
                .then()
                .statusCode(200)
                .body("site", equalTo(List.of(Fixture.FIRST)));
        given().get("/sites.json?q=nowhere").then().statusCode(200).body("$", hasSize(0));
        given().get("/zh/sites?class=TC&page=1").then().body(containsString("/sites.csv?class=TC\""));
        given().get("/zh/street/" + Fixture.STREET).then().body(containsString("/sites.xlsx?street=" + Fixture.STREET));
        given().get("/sites.csv?class=XX").then().statusCode(400);
        given().get("/sites.csv?street=1").then().statusCode(400);
        given().get("/sites.pdf").then().statusCode(404);
    }

    @Test
    void comma_separated_values_open_in_a_spreadsheet() {
        String csv = given().get("/sites.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(csv).startsWith("\uFEFFsite,name,name_en,class,street");
        assertThat(csv.lines().count())
                .isEqualTo(
                        1 + given().get("/sites.json").jsonPath().getList("$").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sites.xlsx",
                "/changes.xlsx",
                "/compare.xlsx?street=" + Fixture.STREET,
                "/compare.xlsx?site=" + Fixture.FIRST + "&site=" + Fixture.SECOND
            })
    void a_workbook_has_a_sheet_with_the_same_rows(String address) throws IOException {
        byte[] bytes = given().get(address).then().statusCode(200).extract().asByteArray();
        int rows = given().get(address.replace(".xlsx", ".json"))
                .jsonPath()
                .getList("$")
                .size();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheet(1).orElseThrow().read()).hasSize(1 + rows);
        }
    }

    @Test
    void a_workbook_says_what_it_is_narrowed_to_and_leads_to_the_same_page() throws IOException {
        List<String> about = about("/sites.xlsx?class=TC&q=样板&street=" + Fixture.STREET);
        assertThat(about).anySatisfy(said -> assertThat(said).contains("/zh/sites?q=", "street=" + Fixture.STREET));
        assertThat(about).anySatisfy(said -> assertThat(said).contains("样板", "narrowed to"));
        assertThat(about)
                .as("a list is no paper to sign")
                .noneSatisfy(said -> assertThat(said).contains("PDF"));
        assertThat(about("/place/" + Fixture.STREET + ".xlsx"))
                .anySatisfy(said -> assertThat(said).contains("PDF"));
        assertThat(about("/compare.xlsx?class=RS&street=" + Fixture.STREET))
                .anySatisfy(said -> assertThat(said).contains("/zh/compare?street=" + Fixture.STREET + "&class=RS"));
    }

    private static List<String> about(String address) throws IOException {
        byte[] bytes = given().get(address).then().statusCode(200).extract().asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream().filter(Objects::nonNull).map(Cell::getText))
                    .toList();
        }
    }

    @Test
    void the_sites_of_a_committee_are_a_list_too() {
        String committee = Fixture.FIRST.substring(0, 12);
        given().get("/zh/place/" + committee).then().body(containsString("/sites.csv?within=" + committee));
        given().get("/sites.json?within=" + committee)
                .then()
                .statusCode(200)
                .body("site", hasItem(Fixture.FIRST))
                .body("site", not(hasItem(Fixture.SECOND)));
        given().get("/sites.json?within=nowhere").then().statusCode(400);
        assertThat(given().get("/en/sites").headers().getValues("Link"))
                .anySatisfy(link -> assertThat(link).contains("/sites.csv"));
    }

    @Test
    void changes_are_sentences_with_their_clauses() {
        given().get("/zh/changes").then().body(containsString("/changes.csv"));
        given().get("/changes.json?way=NONE").then().statusCode(400);
        var changes =
                given().get("/changes.json").then().statusCode(200).extract().jsonPath();
        assertThat(changes.getString("[0].what_happened")).isNotBlank();
        assertThat(changes.getString("[0].change")).isNotBlank();
    }

    @Test
    void those_compared_stand_in_columns() {
        given().get("/compare.json?street=" + Fixture.STREET)
                .then()
                .statusCode(200)
                .body("[0]", hasKey(Fixture.STREET))
                .body("[0]", hasKey("310112"))
                .body("compared", hasItem("Average score"));
        given().get("/compare.json?site=" + Fixture.FIRST + "&site=" + Fixture.SECOND)
                .then()
                .body("class", everyItem(equalTo("RS")))
                .body("findAll { it.about.startsWith('Clauses') }." + "'" + Fixture.FIRST + "'", hasItem("passed"))
                .body("find { it.compared == 'Score' }.peers", containsString("(average)"));
        given().get("/compare.csv?street=" + Fixture.STREET + "&site=" + Fixture.FIRST)
                .then()
                .statusCode(400);
        given().get("/zh/compare?street=" + Fixture.STREET)
                .then()
                .body(containsString("/compare.csv?street=" + Fixture.STREET));
    }

    @Test
    void without_a_map_no_site_is_missing_on_it() {
        given().get("/map/unplaced.csv").then().statusCode(404);
    }
}
