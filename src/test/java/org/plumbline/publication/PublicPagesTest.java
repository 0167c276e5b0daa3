package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicPagesTest {
    private static boolean published;

    @Inject
    Fixture fixture;

    @BeforeEach
    void something_is_published() {
        if (!published) {
            fixture.publish();
            published = true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/zh/, 2026年11月1日",
        "/en/, 1 November 2026",
        "/zh/?class=RS&edition=model-station/2026, 居民区党群服务站",
        "/en/?edition=public-culture/2026, Round two of 2026",
        "/zh/street/310112501, 样板一党群服务站",
        "/zh/street/310112501, 片区跨居村委会划分",
        "/en/street/310112501, List of committees",
        "/en/place/310112501-A01, Sites by band",
        "/zh/site/310112501198-RS01, /zh/place/310112501-A01",
        "/zh/site/310112501198-RS01, /zh/place/310112501198",
        "/en/street/310112501?sort=name&class=RS, Held against",
        "/zh/sites?q=样板, 样板二党群服务站",
        "/en/sites?q=310112501198, Yangbanyi Party-Masses Service Station",
        "/en/sites?q=yangbaner, er Party-Masses Service Station (pinyin",
        "/zh/sites?q=Yang+ban+er, 样板二党群服务站",
        "/zh/sites?q=ybe, 样板二党群服务站",
        "/en/sites?q=Yàngbǎn, Yangbanyi Party-Masses Service Station",
        "/en/sites?q=RS01 station, Yangbanyi Party-Masses Service Station",
        "/zh/sites?q=莘庄工业区, /zh/street/310112501",
        "/en/sites?q=Xinzhuang, /en/street/310112501",
        "/en/sites?q=yangbanyi, /en/place/310112501198",
        "/zh/site/310112501198-RS01, 样板一党群服务站",
        "/en/site/310112501198-RS01, Demonstration",
        "/en/site/310112501198-RS01?edition=public-culture/2026, Yangbanyi Party-Masses Service Station (pinyin",
        "/zh/place/310112501198, 样板一党群服务站",
        "/en/place/310112501198?sort=name&class=RS, Committee",
        "/zh/role/district-officer, 区级管理员",
        "/en/role/importer, Published submissions",
        "/zh/standard/model-station/2026, PL/MS 001—2026",
        "/en/standard/model-station/2026, Model standard",
        "/zh/standard/public-culture/2026, 示范",
        "/zh/standard/model-station/2026/clause/5.6, 建筑面积",
        "/en/standard/model-station/2026/clause/5.6, Floor area",
        "/zh/methods, 方法",
        "/en/methods, Methods",
    })
    void each_page_answers_in_both_languages(String path, String words) {
        get(path).statusCode(200).contentType(startsWith("text/html")).body(containsString(words));
    }

    @Test
    void every_clause_has_a_page() {
        for (String lang : new String[] {"zh", "en"}) {
            String standard =
                    get("/" + lang + "/standard/model-station/2026").extract().asString();
            var paths = java.util.regex.Pattern.compile(
                            "href=\"(/" + lang + "/standard/model-station/2026/clause/[0-9.]+)\"")
                    .matcher(standard)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(paths).hasSizeGreaterThan(80);
            paths.forEach(path -> get(path).statusCode(200));
        }
    }

    @Test
    void a_figure_leads_down_to_a_fact_its_source_and_its_date() {
        String site = get("/zh/site/" + Fixture.FIRST).statusCode(200).extract().asString();
        assertThat(site).contains("640", "检查员", "2026-10-01", "/zh/submission/");
        var link = java.util.regex.Pattern.compile("/zh/submission/[0-9a-f-]+").matcher(site);
        var stating = link.results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .filter(path -> get(path).statusCode(200).extract().asString().contains("建筑面积"))
                .toList();
        assertThat(stating).isNotEmpty();
        get(stating.getFirst().replace("/zh/", "/en/")).statusCode(200).body(containsString("used in this round"));
    }

    @Test
    void the_entrance_leads_on_by_language() {
        given().redirects()
                .follow(false)
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/en/"));
        given().redirects()
                .follow(false)
                .header("Accept-Language", "zh-CN")
                .get("/")
                .then()
                .header("Location", containsString("/zh/"));
    }

    @Test
    void a_browser_that_follows_a_link_to_a_file_which_is_not_there_is_told_in_a_page() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        given().header("Accept", browser)
                .header("Accept-Language", "en")
                .get("/site/310112501198-RS99.pdf")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(containsString("hreflang"))
                .body(not(containsString("/zh/site/310112501198-RS99.pdf")));
        for (String program : List.of("/site/310112501198-RS99.pdf", "/site/310112501198-RS99.json")) {
            get(program).statusCode(404).contentType(startsWith("application/problem+json"));
        }
        given().header("Accept", browser)
                .get("/site/310112501198-RS99.json")
                .then()
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void a_site_comes_as_json_turtle_and_paper() {
        get("/site/" + Fixture.FIRST + ".json")
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("onDate", equalTo("2026-11-01"))
                .body("profile.code", equalTo(Fixture.FIRST))
                .body("facts.floorArea.value", equalTo("640"))
                .body("publication.synthetic", equalTo(true));
        get("/site/" + Fixture.FIRST + ".ttl")
                .statusCode(200)
                .contentType(startsWith("text/turtle"))
                .body(containsString("earl:Assertion"));
        byte[] paper = given().get("/site/" + Fixture.FIRST + ".pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(paper, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void a_standard_comes_as_json_and_turtle() {
        get("/standard/model-station/2026.json")
                .statusCode(200)
                .body("rulebookHash", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("provisions.size()", equalTo(90));
        get("/standard/model-station/2026.ttl").statusCode(200).body(containsString("pl:Edition"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, /zh/site/310112501198-RS01",
        "application/json, /site/310112501198-RS01.json",
        "text/turtle, /site/310112501198-RS01.ttl",
        "application/n-triples, /site/310112501198-RS01.nt",
        "application/ld+json, /site/310112501198-RS01.jsonld",
    })
    void a_name_answers_with_what_is_accepted(String accept, String location) {
        given().redirects()
                .follow(false)
                .header("Accept", accept)
                .get("/id/site/" + Fixture.FIRST)
                .then()
                .statusCode(303)
                .header("Location", containsString(location));
    }

    @Test
    void a_place_and_a_room_have_names_too() {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .get("/id/place/310112501198")
                .then()
                .statusCode(303)
                .header("Location", containsString("/zh/place/310112501198"));
        given().redirects()
                .follow(false)
                .get("/id/site/" + Fixture.FIRST + "/room/201")
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/",
                "/en/street/310112501",
                "/site/310112501198-RS01.json",
                "/standard/model-station/2026.ttl"
            })
    void who_has_it_already_is_told_so(String path) {
        String tag = get(path).statusCode(200).extract().header("ETag");
        assertThat(tag).isNotBlank();
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/street/999999999",
                "/zh/site/nowhere",
                "/en/standard/none/2026",
                "/en/standard/model-station/2026/clause/99.99",
                "/zh/submission/00000000-0000-8000-8000-000000000000",
                "/zh/place/310112999999",
                "/en/role/nobody",
                "/zh/nothing/here"
            })
    void what_is_not_there_is_a_page_that_says_so(String path) {
        given().header("Accept", "text/html").get(path).then().statusCode(404).body(containsString("404"));
        given().header("Accept", "application/json")
                .get(path)
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/?class=XX",
                "/zh/?edition=none/2026",
                "/zh/street/310112501?page=0",
                "/zh/street/310112501?band=9",
                "/zh/sites?sort=random",
                "/zh/sites?street=1"
            })
    void a_parameter_of_no_known_form_is_refused(String path) {
        given().header("Accept", "text/html").get(path).then().statusCode(400).body(containsString("400"));
    }

    @Test
    void a_few_people_are_never_counted_in_public() {
        get("/site/" + Fixture.SECOND + ".json")
                .statusCode(200)
                .body("facts.committeeResidents.withheld", equalTo(true))
                .body("facts.committeeResidents.value", equalTo(null));
        get("/site/" + Fixture.FIRST + ".json").body("facts.committeeResidents.value", equalTo("4321"));
        get("/zh/site/" + Fixture.SECOND).body(containsString("不公开"));
        get("/site/" + Fixture.SECOND + ".ttl").body(not(containsString("committeeResidents")));
    }

    @Test
    void the_permanent_address_names_the_round_the_edition_and_the_page_that_is_there() {
        String foot = given().get("/en/sites?page=99999").asString();
        assertThat(foot)
                .contains("/en/sites?round=" + Fixture.ROUND_TWO + "&amp;edition=model-station%2F2026\"")
                .contains(">http://localhost:8080/en/sites?round=")
                .doesNotContain("page=99999");
    }

    @Test
    void a_submission_counts_what_it_holds_back_and_shows_no_hash_over_it() {
        String iri = get("/site/" + Fixture.SECOND + ".json").extract().path("facts.committeeResidents.submission");
        get("/en/submission/" + iri.substring(iri.lastIndexOf('/') + 1))
                .statusCode(200)
                .body(containsString("1 further statements are not public"))
                .body(not(containsString("committeeResidents")))
                .body(containsString("<code>—</code>"));
    }

    private static ValidatableResponse get(String path) {
        return given().header("Accept", "*/*").get(path).then();
    }
}
