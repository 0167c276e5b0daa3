package org.plumbline.cli;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The portal starts on its own PostgreSQL and says so, with the headers every answer has. */
@QuarkusTest
class HealthTest {
    @Test
    void the_portal_is_ready_with_its_database() {
        given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void every_answer_forbids_foreign_content_and_type_guessing() {
        given().when()
                .get("/q/health/live")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("X-Content-Type-Options", "nosniff");
    }
}
