package org.plumbline.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
        Response data = refused("application/json", "en");
        assertThat(data.header("Retry-After")).matches("[1-9]\\d?");
        assertThat(data.header("Cache-Control")).isEqualTo("no-store");
        assertThat(data.contentType()).startsWith("application/problem+json");
        assertThat(data.path("title").toString()).isEqualTo("Too many requests");
        assertThat(refused("text/html", "en").asString()).contains("Wait a minute");
        assertThat(refused("text/html", "zh").asString()).contains("请求过多");
        given().get("/zh/query").then().statusCode(200);
    }

    /** The bucket refills ten times a second, so it is drunk up again until a request comes too early. */
    private Response refused(String accept, String language) {
        for (int i = 0; i < TRIES; i++) {
            while (limit.take(Kind.FILE, "127.0.0.1").isEmpty()) {
                // One less.
            }
            // The address that a visitor states counts only behind a proxy that the settings name.
            Response answer = given().accept(accept)
                    .header("Accept-Language", language)
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .get("/site/none.pdf");
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("Never refused");
    }
}
