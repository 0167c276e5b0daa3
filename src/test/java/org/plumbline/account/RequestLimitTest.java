package org.plumbline.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.account.RequestLimit.Kind;

/** Who asks too often, as a visitor meets it. {@link RequestBucketsTest} counts. */
@QuarkusTest
class RequestLimitTest {
    private static final int TRIES = 50;

    @Inject
    RequestLimit limit;

    @Test
    void who_asks_too_often_is_told_when_to_come_back_in_both_languages_and_as_data() {
        Response data = refused(Kind.FILE, "/site/none.pdf", "application/json", "en");
        assertThat(data.header("Retry-After")).matches("[1-9]\\d?");
        assertThat(data.header("Cache-Control")).isEqualTo("no-store");
        assertThat(data.contentType()).startsWith("application/problem+json");
        assertThat(data.path("title").toString()).isEqualTo("Too many requests");
        assertThat(refused(Kind.FILE, "/site/none.pdf", "text/html", "en").asString())
                .contains("Wait a minute");
        assertThat(refused(Kind.FILE, "/site/none.pdf", "text/html", "zh").asString())
                .contains("请求过多");
        given().get("/zh/query").then().statusCode(200);
    }

    @Test
    void public_answers_in_any_form_are_limited_while_they_have_to_be_made_and_not_once_they_are_ready() {
        String ready = "/en/methods?ready";
        given().get(ready).then().statusCode(200);
        for (String path :
                List.of("/site/none.ttl", "/site/none.jsonld", "/register.nt", "/catalogue.ttl", "/data.json")) {
            Response data = refused(Kind.ANSWER, path, "*/*", "en");
            assertThat(data.header("Retry-After")).as(path).matches("[1-9]\\d?");
            assertThat(data.contentType()).as(path).startsWith("application/problem+json");
        }
        assertThat(refused(Kind.ANSWER, "/zh/methods", "text/html", "zh").asString())
                .contains("请求过多");
        drink(Kind.ANSWER);
        given().get(ready).then().statusCode(200);
    }

    private void drink(Kind kind) {
        while (limit.take(kind, "127.0.0.1").isEmpty()) {
            // One less.
        }
    }

    /** The bucket refills many times a second, so it is drunk up again until a request comes too early. */
    private Response refused(Kind kind, String path, String accept, String language) {
        for (int i = 0; i < TRIES; i++) {
            drink(kind);
            // The address that a visitor states counts only behind a proxy that the settings name.
            Response answer = given().accept(accept)
                    .header("Accept-Language", language)
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .get(path + "?" + i);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("Never refused");
    }
}
