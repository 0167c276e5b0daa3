package org.plumbline.account;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests, each with a login of its own, for accounts are shared by all tests and never deleted. */
@Singleton
public class Staff {
    public static final String PASSWORD = "seven green lamps 7";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final People people;
    private final SignIn signIn;
    private final AccountConfig config;

    Staff(People people, SignIn signIn, AccountConfig config) {
        this.people = people;
        this.signIn = signIn;
        this.config = config;
    }

    /** A new person who holds these roles, written {@code role} or {@code role@area}. */
    public String with(String... roles) {
        return named("person" + NUMBER.incrementAndGet(), roles);
    }

    /** A new person of a login who holds these roles. */
    String named(String login, String... roles) {
        List<Grant> grants = List.of(roles).stream()
                .map(role -> Grant.of(role).orElseThrow())
                .toList();
        try {
            people.add(new People.Wanted(login, "某人", PASSWORD, grants, false), Actor.program("test"));
        } catch (AccountRefused e) {
            throw new IllegalStateException(e.key(), e);
        }
        return login;
    }

    /** Somebody signed in, as the acting of a request. */
    public Actor actor(String login) {
        return signIn.byPassword(login, PASSWORD, "test").orElseThrow();
    }

    /** A cookie of a new session. */
    public String cookie(String login) {
        return switch (signIn.open(login, PASSWORD, "test", "test")) {
            case SignIn.Attempt.Opened(var cookie, var actor) -> cookie;
            case SignIn.Attempt.Refused refused -> throw new IllegalStateException(login + " is refused");
            case SignIn.Attempt.Locked locked -> throw new IllegalStateException(login + " is locked");
        };
    }

    /** A request as a signed-in browser sends it from a page of the portal. */
    public RequestSpecification browser(String login) {
        return given().redirects()
                .follow(false)
                .cookie(SessionCookie.NAME, cookie(login))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "text/html");
    }

    /** A request of a program with a token for these acts. */
    public RequestSpecification program(String login, Act... acts) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token(login, acts));
    }

    /** Closes an account. */
    public void close(String login) {
        try {
            people.setActive(login, false, Actor.program("test"), "test");
        } catch (AccountRefused e) {
            throw new IllegalStateException(e.key(), e);
        }
    }

    /** A new token. */
    public String token(String login, Act... acts) {
        try {
            return people.addToken(actor(login), "test", Set.of(acts), 7, config);
        } catch (AccountRefused e) {
            throw new IllegalStateException(e.key(), e);
        }
    }
}
