package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.browser.Chromium;
import org.plumbline.publication.map.GivenMap;
import org.plumbline.publication.map.GivenMap.Settings;

/** A district's own map: only with its approval number, of published places only, and without guesses. */
@QuarkusTest
class MapTest {
    private static final String STREETS = "src/test/resources/map/streets.geojson";
    private static final String SITES = "src/test/resources/map/sites.geojson";

    @TestHTTPResource("/")
    URI portal;

    @Inject
    Fixture fixture;

    @Inject
    GivenMap map;

    @BeforeEach
    void publish() {
        fixture.publish();
        assertThat(map.use(new Settings(STREETS, SITES, "沪S(2026)000号", "CGCS2000")))
                .isTrue();
    }

    @AfterEach
    void without() {
        map.use(new Settings(null, null, null, null));
    }

    @Test
    void there_is_none_without_a_file_an_approval_number_and_a_coordinate_system() {
        given().get("/zh/").then().body(containsString("/zh/map"));
        assertThat(map.use(new Settings(STREETS, SITES, null, "CGCS2000"))).isFalse();
        assertThat(map.use(new Settings(STREETS, SITES, "沪S(2026)000号", null))).isFalse();
        assertThat(map.use(new Settings("none.geojson", null, "沪S(2026)000号", "CGCS2000")))
                .isFalse();
        fixture.publish();
        given().get("/zh/map").then().statusCode(404);
        given().get("/map/streets.geojson").then().statusCode(404);
        given().get("/zh/").then().body(not(containsString("/zh/map")));
    }

    @Test
    void its_layers_hold_what_is_published_and_nothing_else() {
        given().get("/map/streets.geojson")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("features", hasSize(1))
                .body("features[0].properties.code", equalTo(Fixture.STREET))
                .body("approval", equalTo("沪S(2026)000号"));
        given().get("/map/sites.geojson")
                .then()
                .statusCode(200)
                .body("features", hasSize(1))
                .body("features[0].properties.code", equalTo(Fixture.FIRST))
                .body("features[0].properties.zh", equalTo("样板一党群服务站"));
    }

    @Test
    void sites_without_coordinates_are_counted_and_listed() {
        given().get("/en/map")
                .then()
                .statusCode(200)
                .body(
                        containsString("沪S(2026)000号"),
                        containsString("CGCS2000"),
                        containsString(Fixture.SECOND),
                        not(containsString(">" + Fixture.FIRST + "<")));
        given().get("/map/unplaced.json")
                .then()
                .statusCode(200)
                .body("site", hasItem(Fixture.SECOND))
                .body("site", not(hasItem(Fixture.FIRST)));
    }

    @Test
    void it_is_drawn_and_can_be_read_with_the_keyboard() {
        List<String> complaints = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.browser().newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(portal + "en/map");
            Locator outline = page.locator(".geomap path[role=button]");
            outline.waitFor();
            assertThat(outline.count()).isOne();
            outline.focus();
            page.keyboard().press("Enter");
            page.locator(".leaflet-popup a[href*='/street/" + Fixture.STREET + "']")
                    .waitFor();
            page.locator("button.points").click();
            page.locator(".geomap path.unmet, .geomap path.reached, .geomap path.unknown")
                    .first()
                    .waitFor();
        }
        assertThat(complaints).isEmpty();
    }
}
