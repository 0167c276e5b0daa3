package org.plumbline.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;

/** Opens and ends sessions, and says who stands behind a cookie, a token or a password. */
@ApplicationScoped
public class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class);

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

        /** No such account, a closed or locked one, or not its password: the asker is not told which. */
        record Refused() implements Attempt {}

        /** Too many wrong passwords from this address: nothing is tried for a while. */
        record Locked() implements Attempt {}
    }

    /**
     * Tries to sign in.
     *
     * @param address network address of the asker
     * @param agent what the browser calls itself
     */
    public Attempt open(String login, String password, String address, String agent) {
        if (!trials.take(address)) {
            return new Attempt.Locked();
        }
        return check(login, password, address, person -> session(person, address, agent, "sign-in"))
                .orElseGet(Attempt.Refused::new);
    }

    /**
     * Opens a session for somebody whom the district's own OpenID provider knows.
     *
     * @param login as the provider says it; an account of that login must stand open here, for roles are given here
     */
    public Attempt openKnown(String login, String address, String agent) {
        String known = login.strip().toLowerCase(Locale.ROOT);
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Person> found = Person.byLogin(known).filter(this::usable);
            if (found.isEmpty()) {
                audit.note("unknown", address, new Deed("sign-in-refused", "no open account for the provider's login"));
                return new Attempt.Refused();
            }
            return session(found.get(), address, agent, "sign-in-sso");
        });
    }

    /**
     * Refuses somebody whom the provider knows and does not name: without a login no account can be found.
     *
     * @param claim the claim that should have been the login
     */
    public Attempt refuseUnnamed(String claim, String address) {
        LOG.warnf(
                "The OpenID provider signed somebody in without the claim %s, so that no account could be found and nobody was let"
                        + " in. Have the provider put it into its ID tokens, or name in plumbline.account.sso-claim the claim that"
                        + " holds the login.",
                claim);
        QuarkusTransaction.requiringNew()
                .run(() -> audit.note(
                        "unknown",
                        address,
                        new Deed("sign-in-refused", "no claim " + claim + " in the provider's token")));
        return new Attempt.Refused();
    }

    private Attempt session(Person person, String address, String agent, String deed) {
        Instant now = clock.instant();
        String cookie = Secrets.make(32);
        WorkSession.sweep(now);
        new WorkSession(Secrets.hash(cookie), person.number(), now, now.plus(config.sessionLength()), address, agent)
                .persist();
        audit.note(person.login, address, new Deed(deed, agent));
        return new Attempt.Opened(cookie, actor(person, EnumSet.allOf(Act.class), address));
    }

    /** Who has this login and password, for a command; counted and locked like any attempt. */
    public Optional<Actor> byPassword(String login, String password, String address) {
        return trials.take(address)
                ? check(login, password, address, person -> actor(person, EnumSet.allOf(Act.class), address))
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

    /**
     * What comes of a right password; empty for a wrong one, and nobody learns whether the login exists or is locked. The slow hash
     * is tried between two short transactions: a flood of trials may not hold the database's connections.
     */
    private <T> Optional<T> check(String login, String password, String address, Function<Person, T> then) {
        String known = login.strip().toLowerCase(Locale.ROOT);
        Optional<String> seen = QuarkusTransaction.requiringNew()
                .call(() -> Person.byLogin(known).filter(this::usable).map(person -> person.password));
        boolean tooLong = password.length() > PasswordRules.LONGEST * 2;
        boolean right = Passwords.matches(tooLong ? "" : password, seen.orElse(Passwords.NOBODY)) && seen.isPresent();
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Optional<Person> found = Person.locked(known).filter(this::usable);
            if (found.isEmpty()) {
                audit.note("unknown", address, new Deed("sign-in-refused", "no such open account"));
                return Optional.<T>empty();
            }
            Person person = found.get();
            if (person.locked(now)) {
                return Optional.<T>empty();
            }
            // Changed while it was tried? Then it is not the password any more.
            if (right && person.password.equals(seen.orElse(""))) {
                person.entered(now, config.passwordAge());
                trials.right(address);
                return Optional.of(then.apply(person));
            }
            person.failed(now, config.attempts(), config.lockout());
            audit.note(
                    person.login,
                    address,
                    new Deed(person.locked(now) ? "account-locked" : "sign-in-refused", "wrong password"));
            return Optional.<T>empty();
        });
    }

    private boolean usable(Person person) {
        return person.active && (!person.demonstration || demonstration.on());
    }

    private static Actor actor(Person person, Set<Act> limit, String address) {
        return new Actor(
                person.number(), person.login, person.name, person.grants(), limit, address, person.mustChange);
    }
}
