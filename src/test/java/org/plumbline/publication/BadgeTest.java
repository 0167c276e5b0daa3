package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The badge that a site may show on a page of its own. */
@QuarkusTest
class BadgeTest {
    private static final String SITE = "/site/" + Fixture.FIRST;

    @Inject
    Fixture fixture;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    @Test
    void it_says_in_words_what_it_draws_and_that_facts_are_made_up() throws Exception {
        Element svg = badge("/zh" + SITE);
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("t d");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("：");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("2026", "演示数据");
        assertThat(badge("/en" + SITE).getElementsByTagName("desc").item(0).getTextContent())
                .contains("November 2026", "Demonstration");
    }

    @Test
    void the_line_for_other_pages_leads_back_and_is_valid() throws IOException {
        String page = given().get("/zh" + SITE).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("&lt;a href=&quot;http")
                .contains("/zh" + SITE + "/badge.svg&quot; alt=&quot;")
                .contains("<img src=\"/zh" + SITE + "/badge.svg\"");
    }

    @Test
    void the_line_taken_from_the_page_of_a_round_shows_what_is_published_last_all_the_same() {
        String page = given().get("/zh" + SITE + "?round=" + Fixture.ROUND_TWO).asString();
        assertThat(page)
                .contains("/zh" + SITE + "/badge.svg&quot; alt=&quot;")
                .doesNotContain("badge.svg?round", "badge.svg&quot;?round");
    }

    @Test
    void it_names_the_edition_and_says_what_is_provisional() throws Exception {
        String other = "?edition=public-culture%2F2026";
        String page =
                given().urlEncodingEnabled(false).get("/zh" + SITE + other).asString();
        assertThat(page).contains("/zh" + SITE + "/badge.svg" + other + "\"");
        for (String edition : List.of("", other)) {
            String said = given().urlEncodingEnabled(false)
                    .get("/zh" + SITE + "/badge.svg" + edition)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(said).contains(edition.isEmpty() ? "PL/MS 001" : "PL/CD 001");
            assertThat(said.contains("暂定"))
                    .isEqualTo(given().urlEncodingEnabled(false)
                            .get("/zh" + SITE + edition)
                            .asString()
                            .contains("class=\"prov\""));
        }
    }

    @Test
    void a_site_that_is_not_published_has_none() {
        given().get("/zh/site/" + Fixture.LATER + "x/badge.svg").then().statusCode(404);
    }

    private static Element badge(String path) throws Exception {
        byte[] svg = given().get(path + "/badge.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml;charset=UTF-8")
                .extract()
                .asByteArray();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
    }
}
