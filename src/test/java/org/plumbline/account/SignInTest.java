package org.plumbline.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.AuditEntry;

@QuarkusTest
class SignInTest {
    @Inject
    Staff staff;

    @Inject
    SignIn signIn;

    @Inject
    People people;

    @Inject
    FirstAdministrator first;

    @Inject
    Demonstration demonstration;

    @Inject
    Audit audit;

    @Inject
    AccountConfig config;

    @Inject
    Clock clock;

    @Test
    void a_person_signs_in_works_and_signs_out() {
        String login = staff.with("auditor");
        Response entered =
                post("/zh/sign-in", "login", login, "password", Staff.PASSWORD, "next", "/zh/work/audit?q=1");
        entered.then().statusCode(303).header("Location", containsString("/zh/work/audit?q=1"));
        String setCookie = entered.header("Set-Cookie");
        assertThat(setCookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Max-Age");
        String cookie = entered.cookie(SessionCookie.NAME);
        page("/zh/work/audit", cookie).then().statusCode(200).header("Cache-Control", "no-store");
        form(cookie).post("/zh/work/sign-out").then().statusCode(303);
        page("/zh/work/audit", cookie)
                .then()
                .statusCode(303)
                .header("Location", containsString("/zh/sign-in?next=%2Fzh%2Fwork%2Faudit"));
        assertThat(noted(login)).startsWith("sign-out", "sign-in");
    }

    @Test
    void nobody_is_led_to_another_site_after_signing_in() {
        String login = staff.with("auditor");
        for (String next :
                new String[] {"//evil.example/zh/work", "https://evil.example", "/zh/work/../../x?y=:", "/zh/"}) {
            post("/zh/sign-in", "login", login, "password", Staff.PASSWORD, "next", next)
                    .then()
                    .header("Location", not(containsString("evil")));
        }
    }

    @Test
    void an_address_that_is_none_leads_to_the_desk() {
        String login = staff.with("auditor");
        for (String next : new String[] {"/zh/work/audit?q=%", "/zh/work?q=%4", "/zh/work?" + "a".repeat(20_000)}) {
            post("/zh/sign-in", "login", login, "password", Staff.PASSWORD, "next", next)
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/zh/work"));
        }
        post("/zh/sign-in", "login", login, "password", Staff.PASSWORD, "next", "/zh/work/audit?q=%E6%B5%8B")
                .then()
                .header("Location", endsWith("/zh/work/audit?q=%E6%B5%8B"));
    }

    @Test
    void wrong_passwords_lock_the_account_and_say_the_same_for_unknown_logins() {
        String login = staff.with("auditor");
        String known = "";
        for (int i = 0; i < 4; i++) {
            known = post("/en/sign-in", "login", login, "password", "wrong one " + i)
                    .then()
                    .statusCode(400)
                    .extract()
                    .asString();
        }
        String unknown = post("/en/sign-in", "login", "nobody.here", "password", "wrong one 3")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(known.replace(login, "")).isEqualTo(unknown.replace("nobody.here", ""));
        post("/en/sign-in", "login", login, "password", "wrong one 5").then().statusCode(400);
        post("/en/sign-in", "login", login, "password", Staff.PASSWORD).then().statusCode(400);
        assertThat(noted(login)).startsWith("account-locked", "sign-in-refused");
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = Person.byLogin(login).orElseThrow();
            person.lockedUntil = clock.instant().minusSeconds(1);
        });
        post("/en/sign-in", "login", login, "password", Staff.PASSWORD).then().statusCode(303);
    }

    @Test
    void a_session_ends_when_idle_and_when_it_is_old() {
        String login = staff.with("auditor");
        String idle = staff.cookie(login);
        String old = staff.cookie(login);
        String fresh = staff.cookie(login);
        move(idle, "seenAt", Duration.ofMinutes(31));
        move(old, "endsAt", Duration.ofHours(13));
        page("/zh/work", idle).then().statusCode(303);
        page("/zh/work", old).then().statusCode(303);
        page("/zh/work", fresh).then().statusCode(200);
        page("/zh/work", "made-up").then().statusCode(303);
    }

    @Test
    void signing_out_everywhere_ends_every_session_of_that_person_only() {
        String login = staff.with("auditor");
        String phone = staff.cookie(login);
        String desk = staff.cookie(login);
        String other = staff.cookie(staff.with("auditor"));
        form(desk).post("/zh/work/sign-out-everywhere").then().statusCode(303);
        page("/zh/work", phone).then().statusCode(303);
        page("/zh/work", desk).then().statusCode(303);
        page("/zh/work", other).then().statusCode(200);
    }

    @Test
    void a_new_password_ends_sessions_and_needs_the_old_one() {
        String login = staff.with("auditor");
        String cookie = staff.cookie(login);
        form(cookie)
                .formParam("old", "not it at all")
                .formParam("password", "another green lamp 8")
                .post("/en/work/password")
                .then()
                .statusCode(400)
                .body(containsString("present password is wrong"));
        form(cookie)
                .formParam("old", Staff.PASSWORD)
                .formParam("password", "short")
                .post("/en/work/password")
                .then()
                .statusCode(400)
                .body(containsString("12 to 128"));
        form(cookie)
                .formParam("old", Staff.PASSWORD)
                .formParam("password", "another green lamp 8")
                .post("/en/work/password")
                .then()
                .statusCode(303);
        page("/en/work", cookie).then().statusCode(303);
        post("/en/sign-in", "login", login, "password", "another green lamp 8")
                .then()
                .statusCode(303);
    }

    @Test
    void what_another_site_makes_a_browser_send_is_refused() {
        String cookie = staff.cookie(staff.with("auditor"));
        RequestSpecification bare = given().redirects().follow(false).cookie(SessionCookie.NAME, cookie);
        bare.post("/zh/work/sign-out").then().statusCode(403).body(containsString("page of this portal"));
        given().spec(bare)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/zh/work/sign-out")
                .then()
                .statusCode(403);
        given().spec(bare)
                .header("Sec-Fetch-Site", "same-site")
                .post("/zh/work/sign-out")
                .then()
                .statusCode(403);
        given().cookie(SessionCookie.NAME, cookie)
                .header("Origin", "https://evil.example")
                .post("/zh/work/sign-out")
                .then()
                .statusCode(403);
        given().header("Sec-Fetch-Site", "cross-site")
                .formParam("login", "x")
                .formParam("password", "y")
                .post("/zh/sign-in")
                .then()
                .statusCode(403);
        page("/zh/work", cookie).then().statusCode(200);
    }

    @Test
    void a_token_does_what_its_scopes_and_its_person_may_until_it_is_revoked() {
        String login = staff.with("auditor", "administrator");
        staff.program(login, Act.READ_AUDIT).get("/en/work/audit").then().statusCode(200);
        staff.program(login, Act.READ_AUDIT)
                .get("/en/work/people")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        String token = staff.token(login, Act.READ_AUDIT);
        long id = QuarkusTransaction.requiringNew()
                .call(() -> AccessToken.of(staff.actor(login).person()).getFirst().id);
        assertThat(people.revokeToken(id, staff.actor(staff.with("auditor")))).isFalse();
        bearer(token).get("/en/work/audit").then().statusCode(200);
        assertThat(people.revokeToken(id, staff.actor(login))).isTrue();
        bearer(token).get("/en/work/audit").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        bearer("plumbline_guess").get("/en/work/audit").then().statusCode(401).body("status", equalTo(401));
        assertThatThrownBy(() -> staff.token(login, Act.PUBLISH)).hasMessageContaining("token.scope");
    }

    @Test
    void a_token_neither_makes_another_nor_outlives_the_password() throws AccountRefused {
        String login = staff.with("auditor");
        String token = staff.token(login, Act.READ_AUDIT);
        bearer(token)
                .formParam("name", "longer")
                .formParam("scope", "read-audit")
                .post("/en/work/tokens")
                .then()
                .statusCode(403);
        String first = people.setPassword(login, null, Actor.program("test"));
        bearer(token).get("/en/work/audit").then().statusCode(401);
        Actor unchanged = signIn.byPassword(login, first, "test").orElseThrow();
        assertThat(unchanged.mustChange()).isTrue();
        assertThatThrownBy(() -> people.addToken(unchanged, "mine", java.util.Set.of(Act.READ_AUDIT), 5, config))
                .hasMessageContaining("token.scope");
    }

    @Test
    void wrong_passwords_at_once_are_all_counted() throws InterruptedException {
        String login = staff.with("auditor");
        List<Thread> guesses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String wrong = "wrong guess " + i;
            guesses.add(Thread.ofPlatform().start(() -> signIn.open(login, wrong, "192.0.2.77", "test")));
        }
        for (Thread guess : guesses) {
            guess.join();
        }
        assertThat(signIn.open(login, Staff.PASSWORD, "192.0.2.78", "test")).isInstanceOf(SignIn.Attempt.Refused.class);
        assertThat(noted(login)).contains("account-locked");
    }

    @Test
    void nothing_but_a_file_may_be_long() {
        given().contentType("application/sparql-query")
                .body(new byte[70_000])
                .post("/sparql")
                .then()
                .statusCode(413);
        form(staff.cookie(staff.with("auditor")))
                .formParam("old", "x".repeat(70_000))
                .post("/zh/work/password")
                .then()
                .statusCode(413);
    }

    @Test
    void a_closed_account_loses_its_sessions_and_tokens_at_once() throws AccountRefused {
        String login = staff.with("auditor");
        String cookie = staff.cookie(login);
        String token = staff.token(login, Act.READ_AUDIT);
        people.setActive(login, false, Actor.program("test"), "left");
        page("/zh/work", cookie).then().statusCode(303);
        bearer(token).get("/en/work/audit").then().statusCode(401);
        post("/zh/sign-in", "login", login, "password", Staff.PASSWORD).then().statusCode(400);
        people.setActive(login, true, Actor.program("test"), "back");
        page("/zh/work", cookie).then().statusCode(303);
        post("/zh/sign-in", "login", login, "password", Staff.PASSWORD).then().statusCode(303);
    }

    @Test
    void a_password_set_by_somebody_else_opens_nothing_but_its_change() throws AccountRefused {
        String login = staff.with("auditor");
        String set = people.setPassword(login, null, Actor.program("test"));
        Response entered = post("/en/sign-in", "login", login, "password", set, "next", "/en/work/audit");
        entered.then().statusCode(303).header("Location", containsString("/en/work"));
        String cookie = entered.cookie(SessionCookie.NAME);
        page("/en/work/audit", cookie).then().statusCode(403);
        page("/en/work", cookie).then().statusCode(200).body(containsString("Choose one of your own"));
    }

    @Test
    void a_password_that_has_grown_too_old_opens_nothing_but_the_choice_of_another() {
        String login = staff.with("auditor");
        Duration allowed = config.passwordAge().orElseThrow();
        aged(login, allowed.minusDays(1));
        page("/en/work/audit", staff.cookie(login)).then().statusCode(200);
        aged(login, allowed.plusDays(1));
        Response entered = post("/en/sign-in", "login", login, "password", Staff.PASSWORD, "next", "/en/work/audit");
        entered.then().statusCode(303).header("Location", endsWith("/en/work"));
        String cookie = entered.cookie(SessionCookie.NAME);
        page("/en/work/audit", cookie).then().statusCode(403);
        page("/en/work", cookie).then().statusCode(200).body(containsString("grown too old"));
        form(cookie)
                .formParam("old", Staff.PASSWORD)
                .formParam("password", Staff.PASSWORD)
                .post("/en/work/password")
                .then()
                .statusCode(400)
                .body(containsString("this is your present password"));
        form(cookie)
                .formParam("old", Staff.PASSWORD)
                .formParam("password", "another green lamp 9")
                .post("/en/work/password")
                .then()
                .statusCode(303);
        String again = post("/en/sign-in", "login", login, "password", "another green lamp 9")
                .cookie(SessionCookie.NAME);
        page("/en/work/audit", again).then().statusCode(200);
    }

    @Test
    void demonstration_accounts_open_nothing_outside_a_demonstration() {
        String login = staff.with("auditor");
        QuarkusTransaction.requiringNew().run(() -> Person.byLogin(login).orElseThrow().demonstration = true);
        assertThat(demonstration.on()).isFalse();
        post("/zh/sign-in", "login", login, "password", Staff.PASSWORD).then().statusCode(400);
        given().get("/zh/sign-in").then().body(not(containsString(Demonstration.PASSWORD)));
    }

    @Test
    void the_first_administrator_needs_the_printed_code() {
        staff.with("administrator");
        assertThat(first.invite()).isEmpty();
        given().get("/zh/first-administrator?code=").then().statusCode(404);
        given().get("/zh/first-administrator?code=guess").then().statusCode(404);
        assertThatThrownBy(() -> first.make("guess", "somebody", "某人", Staff.PASSWORD, "test"))
                .hasMessageContaining("invitation");
    }

    @Test
    void the_last_administrator_cannot_be_lost() {
        QuarkusTransaction.begin();
        try {
            String login = staff.with("administrator");
            Person.<Person>listAll().stream()
                    .filter(person -> !person.login.equals(login))
                    .forEach(person -> person.active = false);
            Person last = Person.byLogin(login).orElseThrow();
            Grant grant = new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE);
            assertThatThrownBy(() -> people.revoke(last, grant, Actor.program("test"), ""))
                    .hasMessageContaining("last-administrator");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void move(String cookie, String column, Duration back) {
        QuarkusTransaction.requiringNew()
                .run(() -> WorkSession.update(
                        column + " = ?1 where hash = ?2", clock.instant().minus(back), Secrets.hash(cookie)));
    }

    private void aged(String login, Duration age) {
        QuarkusTransaction.requiringNew()
                .run(() -> Person.byLogin(login).orElseThrow().passwordSetAt =
                        clock.instant().minus(age));
    }

    private List<String> noted(String login) {
        return audit.before(Long.MAX_VALUE, login, "", 10).stream()
                .filter(entry -> entry.who().equals(login))
                .map(AuditEntry::act)
                .toList();
    }

    private static RequestSpecification form(String cookie) {
        return given().redirects()
                .follow(false)
                .cookie(SessionCookie.NAME, cookie)
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification bearer(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token);
    }

    private static Response page(String path, String cookie) {
        return form(cookie).header("Accept", "text/html").get(path);
    }

    private static Response post(String path, String... fields) {
        RequestSpecification request = given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }
}
