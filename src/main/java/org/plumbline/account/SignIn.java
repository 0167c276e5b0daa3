package org.plumbline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;

/** Opens and ends sessions, and says who stands behind a cookie, a token or a password. */
@ApplicationScoped
public class SignIn {
    private final AccountConfig config;
    private final Audit audit;
    private final Trials trials;
    private final Demonstration demonstration;
    private final Clock clock;

    SignIn(AccountConfig config, Audit audit, Trials trials, Demonstration demonstration, Clock clock) {
        this.config = config;
        this.audit = audit;
        this.trials = trials;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    /** What became of an attempt to sign in. */
    public sealed interface Attempt {
        /** Signed in; the cookie's value is told this once. */
        record Opened(String cookie, Actor actor) implements Attempt {}

        /** No such account, a closed one, or not its password: the asker is not told which. */
        record Refused() implements Attempt {}

        /** Too many wrong passwords, for this account or from this address: nothing is tried for a while. */
        record Locked() implements Attempt {}
    }

    /**
     * Tries to sign in.
     *
     * @param address network address of the asker
     * @param agent what the browser calls itself
     */
    @Transactional
    public Attempt open(String login, String password, String address, String agent) {
        Instant now = clock.instant();
        return switch (check(login, password, address)) {
            case Checked.Right(Person person) -> {
                String cookie = Secrets.make(32);
                WorkSession.sweep(now);
                new WorkSession(
                                Secrets.hash(cookie),
                                person.number(),
                                now,
                                now.plus(config.sessionLength()),
                                address,
                                agent)
                        .persist();
                audit.note(person.login, address, new Deed("sign-in", agent));
                yield new Attempt.Opened(cookie, actor(person, EnumSet.allOf(Act.class), address));
            }
            case Checked.Wrong wrong -> new Attempt.Refused();
            case Checked.Locked locked -> new Attempt.Locked();
        };
    }

    /** Who has this login and password, for a command; counted and locked like any attempt. */
    @Transactional
    public Optional<Actor> byPassword(String login, String password, String address) {
        return check(login, password, address) instanceof Checked.Right(Person person)
                ? Optional.of(actor(person, EnumSet.allOf(Act.class), address))
                : Optional.empty();
    }

    /** Who is signed in with a cookie; empty when the session has ended. */
    @Transactional
    public Optional<Actor> bySession(String cookie, String address) {
        return WorkSession.use(cookie, clock.instant(), config.sessionIdle())
                .flatMap(session -> Person.<Person>findByIdOptional(session.person))
                .filter(this::usable)
                .map(person -> actor(person, EnumSet.allOf(Act.class), address));
    }

    /** For whom a token acts, limited to its scopes; empty when it has ended, was revoked, or its person's account is closed. */
    @Transactional
    public Optional<Actor> byToken(String token, String address) {
        return AccessToken.use(token, clock.instant())
                .flatMap(used -> Person.<Person>findByIdOptional(used.person)
                        .filter(person -> usable(person) && !person.mustChange)
                        .map(person -> actor(person, used.acts(), address)));
    }

    /** The rights that somebody has by now, for work that was begun earlier; empty when the account is closed. */
    @Transactional
    public Optional<Actor> still(long person, String address) {
        return Person.<Person>findByIdOptional(person)
                .filter(this::usable)
                .map(one -> actor(one, EnumSet.allOf(Act.class), address));
    }

    /** Ends the session of a cookie. */
    @Transactional
    public void close(String cookie, Actor actor) {
        WorkSession.end(cookie);
        audit.note(actor.login(), actor.address(), new Deed("sign-out", ""));
    }

    /** Ends every session of a person, on whatever device. */
    @Transactional
    public void closeEverywhere(Actor actor) {
        long ended = WorkSession.endAll(actor.person());
        audit.note(actor.login(), actor.address(), new Deed("sign-out-everywhere", ended + " sessions"));
    }

    private sealed interface Checked {
        record Right(Person person) implements Checked {}

        record Wrong() implements Checked {}

        record Locked() implements Checked {}
    }

    private Checked check(String login, String password, String address) {
        if (trials.exhausted(address)) {
            return new Checked.Locked();
        }
        Instant now = clock.instant();
        String known = login.strip().toLowerCase(Locale.ROOT);
        Optional<Person> found = Person.byLogin(known).filter(this::usable);
        if (found.isEmpty() || password.length() > PasswordRules.LONGEST * 2) {
            Passwords.pretend("");
            trials.wrong(address);
            audit.note(shown(known), address, new Deed("sign-in-refused", "no such open account"));
            return new Checked.Wrong();
        }
        Person person = found.get();
        if (person.locked(now)) {
            return new Checked.Locked();
        }
        if (Passwords.matches(password, person.password)) {
            person.entered();
            return new Checked.Right(person);
        }
        trials.wrong(address);
        person.failed(now, config.attempts(), config.lockout());
        audit.note(
                person.login,
                address,
                new Deed(person.locked(now) ? "account-locked" : "sign-in-refused", "wrong password"));
        return person.locked(now) ? new Checked.Locked() : new Checked.Wrong();
    }

    /** People type passwords into the field of logins: what is no login is not written down. */
    private static String shown(String login) {
        return login.matches(People.LOGIN) && Person.byLogin(login).isPresent() ? login : "unknown";
    }

    private boolean usable(Person person) {
        return person.active && (!person.demonstration || demonstration.on());
    }

    private static Actor actor(Person person, Set<Act> limit, String address) {
        return new Actor(
                person.number(), person.login, person.name, person.grants(), limit, address, person.mustChange);
    }
}
