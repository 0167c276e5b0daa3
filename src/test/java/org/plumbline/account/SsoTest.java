package org.plumbline.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;

/** Signing in through an OpenID provider that runs beside the test: the whole way of a browser, redirect by redirect. */
@QuarkusTest
class SsoTest {
    private static final int MOST_STEPS = 8;

    /** Put in by {@link ProviderResource}. */
    MockOAuth2Server provider;

    @Inject
    Staff staff;

    @Test
    void whom_the_provider_knows_gets_a_session_of_ours_with_the_roles_given_here() {
        String login = staff.with("auditor");
        Map<String, String> cookies = new HashMap<>();
        Response last = walk(login, cookies);
        assertThat(last.statusCode()).isEqualTo(303);
        assertThat(last.header("Location")).endsWith("/work");
        assertThat(cookies).containsKey(SessionCookie.NAME);
        given().cookie(SessionCookie.NAME, cookies.get(SessionCookie.NAME))
                .accept("text/html")
                .get("/en/work")
                .then()
                .statusCode(200)
                .body(containsString("Auditor"));
    }

    @Test
    void whom_nobody_here_knows_gets_no_session() {
        Map<String, String> cookies = new HashMap<>();
        Response last = walk("somebody-else", cookies);
        assertThat(last.header("Location")).endsWith("/sign-in?refused=sso");
        assertThat(cookies).doesNotContainKey(SessionCookie.NAME);
        given().get("/en/sign-in?refused=sso").then().body(containsString("Ask your administrator"));
    }

    @Test
    void a_claim_that_is_null_or_no_text_names_nobody_and_the_page_says_what_is_missing() {
        String login = "null";
        if (Person.byLogin(login).isEmpty()) {
            staff.named(login, "administrator");
        }
        for (Object claim : new Object[] {null, List.of(login), " "}) {
            Map<String, Object> claims = new HashMap<>();
            claims.put("preferred_username", claim);
            Map<String, String> cookies = new HashMap<>();
            assertThat(walk("subject", claims, cookies).header("Location")).endsWith("/sign-in?refused=sso-claim");
            assertThat(cookies).doesNotContainKey(SessionCookie.NAME);
        }
        given().get("/en/sign-in?refused=sso-claim").then().body(containsString("plumbline.account.sso-claim"));
        given().get("/zh/sign-in?refused=sso-claim").then().body(containsString("没有说明您的登录名"));
    }

    @Test
    void a_closed_account_stays_closed() {
        String login = staff.with("auditor");
        staff.close(login);
        assertThat(walk(login, new HashMap<>()).header("Location")).endsWith("/sign-in?refused=sso");
    }

    @Test
    void the_page_of_signing_in_leads_there() {
        given().get("/zh/sign-in").then().statusCode(200).body(containsString("href=\"/sso\""));
    }

    /** Follows redirects as a browser does, until one leads to a page of the portal. */
    private Response walk(String login, Map<String, String> cookies) {
        return walk("subject-of-" + login, Map.of("preferred_username", login), cookies);
    }

    private Response walk(String subject, Map<String, Object> claims, Map<String, String> cookies) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("district", subject, "JWT", List.of("plumbline"), claims, 300));
        Response answer = given().redirects().follow(false).get("/sso");
        for (int step = 0; step < MOST_STEPS; step++) {
            cookies.putAll(answer.cookies());
            String to = answer.header("Location");
            assertThat(to)
                    .as("answer " + answer.statusCode() + " " + answer.asString())
                    .isNotNull();
            if (to.contains("/work") || to.contains("/sign-in")) {
                return answer;
            }
            answer = given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .cookies(cookies)
                    .get(to);
        }
        throw new AssertionError("Led on and on, the last time to " + answer.header("Location"));
    }
}
