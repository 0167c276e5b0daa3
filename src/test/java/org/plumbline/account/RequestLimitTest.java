package org.plumbline.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A portal with low limits and without an OpenID provider, as a visitor meets it. */
@QuarkusTest
@TestProfile(RequestLimitTest.Low.class)
class RequestLimitTest {
    /** Three of each a minute. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "plumbline.account.queries-per-minute", "3",
                    "plumbline.account.sign-ins-per-minute", "3",
                    "plumbline.account.files-per-minute", "3",
                    "plumbline.account.sso", "false");
        }
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back_in_both_languages_and_as_data() {
        for (int i = 0; i < 3; i++) {
            // The address that a visitor states counts only behind a proxy that the settings name.
            assertThat(query("application/json", "en", "203.0.113." + i).statusCode())
                    .isNotEqualTo(429);
        }
        query("application/json", "en", "203.0.113.9")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .contentType("application/problem+json")
                .body("title", equalTo("Too many requests"));
        query("text/html", "en", "203.0.113.9")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .header("Cache-Control", "no-store")
                .body(containsString("Wait a minute"));
        given().accept("text/html")
                .queryParam("query", "ASK {}")
                .get("/zh/query")
                .then()
                .statusCode(429)
                .body(containsString("请求过多"));
        given().get("/zh/query").then().statusCode(200);
    }

    private static Response query(String accept, String language, String said) {
        return given().accept(accept)
                .header("Accept-Language", language)
                .header("X-Forwarded-For", said)
                .queryParam("query", "ASK {}")
                .queryParam("format", "json")
                .get("/sparql");
    }

    @Test
    void files_are_counted_apart() {
        for (int i = 0; i < 3; i++) {
            given().get("/dump/1999-01/none.csv.gz").then().statusCode(404);
        }
        given().get("/dump/1999-01/none.csv.gz").then().statusCode(429);
    }

    @Test
    void the_way_in_is_limited_and_without_a_provider_there_is_no_such_page() {
        given().accept("text/html")
                .header("Accept-Language", "zh")
                .get("/sso")
                .then()
                .statusCode(404)
                .body(containsString("没有这一页"));
        given().accept("text/html")
                .header("Accept-Language", "en")
                .get("/sso")
                .then()
                .statusCode(404)
                .body(containsString("No such page"));
        given().get("/sso").then().statusCode(404).contentType("application/problem+json");
        given().header("Sec-Fetch-Site", "same-origin")
                .accept("text/html")
                .formParam("login", "nobody")
                .formParam("password", "nothing-at-all")
                .post("/en/sign-in")
                .then()
                .statusCode(429)
                .body(containsString("Too many requests"));
        given().get("/en/sign-in").then().statusCode(200);
    }
}
