package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
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
                .body("site", equalTo(List.of(Fixture.FIRST)))
                .body("street_name_zh", equalTo(List.of("莘庄工业区")));
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
        assertThat(csv).startsWith("\uFEFFsite,name,name_en,class,street,street_name,street_name_zh,score");
        assertThat(csv.lines().filter(line -> line.startsWith(Fixture.FIRST)))
                .singleElement()
                .asString()
                .contains(",Xinzhuang Industrial Zone,莘庄工业区,");
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

    @Test
    void figures_of_places_are_those_of_their_pages() {
        given().get("/places.json")
                .then()
                .statusCode(200)
                .body("[0].kind", equalTo("District"))
                .body("place", hasItem(Fixture.STREET))
                .body("place", not(hasItem(Fixture.AREA)));
        given().get("/places.json?street=" + Fixture.STREET)
                .then()
                .statusCode(200)
                .body("[0].place", equalTo(Fixture.STREET))
                .body("find { it.place == '" + Fixture.AREA + "' }.sites", greaterThanOrEqualTo(2))
                .body("find { it.place == '" + Fixture.AREA + "' }.assessed", greaterThanOrEqualTo(2))
                .body("kind", hasItem("Committee"));
        float score = given().get("/places.json?street=" + Fixture.STREET)
                .path("find { it.place == '" + Fixture.AREA + "' }.score");
        assertThat(given().get("/zh/street/" + Fixture.STREET).asString())
                .as("the score of the area on the street's page")
                .contains("data-v=\"" + new BigDecimal(Float.toString(score)).setScale(2) + "\"");
        given().get("/places.json?street=1").then().statusCode(400);
        given().get("/places.csv?class=XX").then().statusCode(400);
    }

    @Test
    void rounds_come_in_order_and_end_with_the_one_shown() {
        given().get("/rounds.json?place=" + Fixture.AREA)
                .then()
                .statusCode(200)
                .body("round_date", equalTo(List.of(Fixture.ROUND_ONE.toString(), Fixture.ROUND_TWO.toString())));
        given().get("/rounds.json?round=" + Fixture.ROUND_ONE)
                .then()
                .body("round_date", equalTo(List.of(Fixture.ROUND_ONE.toString())));
        given().get("/rounds.json?place=nowhere").then().statusCode(400);
    }

    @Test
    void clauses_come_with_their_outcomes_places_and_failing_sites() {
        String clause = "/standard/model-station/2026/clause/5.6";
        int failed = given().get("/clauses.json").path("find { it.clause == '5.6' }.failed");
        given().get(clause + "/places.json")
                .then()
                .statusCode(200)
                .body("[0].failed", equalTo(failed))
                .body("place", hasItem(Fixture.STREET));
        given().get(clause + "/failing.json").then().statusCode(200).body("$", hasSize(failed));
        given().get("/clauses.json?place=" + Fixture.AREA).then().statusCode(400);
        given().get("/standard/model-station/2026/clause/99.9/failing.csv")
                .then()
                .statusCode(404);
        given().get("/standard/none/2026/clause/5.6/failing.csv").then().statusCode(404);
    }

    @Test
    void the_glossary_is_a_list_too() {
        given().get("/glossary.json").then().statusCode(200).body("term_zh", hasItem("一票否决"));
    }

    /** Each page names its tables, and each of the names leads to a file with rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/",
                "/en/?class=RS&edition=model-station/2026&round=2026-05-01",
                "/zh/street/310112501",
                "/en/place/310112501-A01",
                "/zh/standard/model-station/2026/clause/5.1",
                "/en/glossary"
            })
    void tables_of_a_page_are_offered_as_data(String page) {
        String html = given().get(page).then().statusCode(200).extract().asString();
        String offered = html.substring(html.indexOf("aria-labelledby=\"tables\""));
        List<String> files = java.util.regex.Pattern.compile("class=\"face\" href=\"([^\"]+)\"")
                .matcher(offered.substring(0, offered.indexOf("</section>")))
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (String file : files) {
            byte[] body = given().urlEncodingEnabled(false)
                    .get(file)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(body).as(file).hasSizeGreaterThan(100);
        }
    }
}
