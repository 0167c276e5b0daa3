package org.plumbline.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;

/** Makes and changes accounts; every change is noted in the audit trail in the same transaction. */
@ApplicationScoped
public class People {
    /** What a login is made of. */
    public static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,39}";

    private final Audit audit;
    private final Ground ground;
    private final Clock clock;

    People(Audit audit, Ground ground, Clock clock) {
        this.audit = audit;
        this.ground = ground;
        this.clock = clock;
    }

    /**
     * A person to be.
     *
     * @param login what to sign in with
     * @param name the name that colleagues know
     * @param password the first password
     * @param grants roles by place
     * @param mustChange whether the password must be changed at the first sign-in, as when somebody else knows it
     */
    public record Wanted(String login, String name, String password, List<Grant> grants, boolean mustChange) {}

    /**
     * Makes an account.
     *
     * @throws AccountRefused when the login is taken or no login, the password breaks a rule, or an area is not in the register
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public Person add(Wanted wanted, Actor by) throws AccountRefused {
        require(wanted.login().matches(LOGIN), "login");
        require(Person.byLogin(wanted.login()).isEmpty(), "taken");
        require(!wanted.name().isBlank() && wanted.name().length() <= 80, "name");
        checkPassword(wanted.password(), wanted.login());
        Person person =
                new Person(wanted.login(), wanted.name().strip(), Passwords.hash(wanted.password()), clock.instant());
        person.mustChange = wanted.mustChange();
        person.persistAndFlush();
        audit.note(by.login(), by.address(), new Deed("add-person", person.login));
        for (Grant grant : wanted.grants()) {
            grant(person, grant, by, "");
        }
        return person;
    }

    /** A password that nobody has chosen, for an account that somebody else opens. */
    public static String firstPassword() {
        return Secrets.make(12);
    }

    /**
     * Gives a role.
     *
     * @param why the reason, for the audit trail
     * @throws AccountRefused when the area is not in the register
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public void grant(Person person, Grant grant, Actor by, String why) throws AccountRefused {
        require(grant.everywhere() || ground.knows(grant.area()), "area");
        if (!person.grants().contains(grant)) {
            new RoleGrant(person.number(), grant, clock.instant(), by.login()).persist();
            audit.note(by.login(), by.address(), new Deed("grant-role", person.login + " " + grant, why));
        }
    }

    /**
     * Takes a role back.
     *
     * @throws AccountRefused when it is the last administrator's
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public void revoke(Person person, Grant grant, Actor by, String why) throws AccountRefused {
        if (RoleGrant.end(person.number(), grant)) {
            keepAnAdministrator(grant.role() == Role.ADMINISTRATOR);
            audit.note(by.login(), by.address(), new Deed("revoke-role", person.login + " " + grant, why));
        }
    }

    /**
     * Closes an account, with its sessions and tokens, or opens it again.
     *
     * @throws AccountRefused when it is the last administrator's
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public void setActive(String login, boolean active, Actor by, String why) throws AccountRefused {
        Person person = need(login);
        person.active = active;
        person.unlock();
        if (!active) {
            keepAnAdministrator(person.grants().stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR));
            WorkSession.endAll(person.number());
            AccessToken.revokeAll(person.number(), clock.instant(), by.login());
        }
        audit.note(by.login(), by.address(), new Deed(active ? "open-account" : "close-account", login, why));
    }

    /**
     * Sets a password; all sessions and tokens of the person end, for who knew the old one may hold some.
     *
     * @param password the new one; null makes one
     * @return the password set
     * @throws AccountRefused when it breaks a rule, or is the one that is there
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public String setPassword(String login, @org.jspecify.annotations.Nullable String password, Actor by)
            throws AccountRefused {
        Person person = need(login);
        String set = password != null ? password : firstPassword();
        checkPassword(set, login);
        // Else whoever has to choose a new one would be through with the old one again.
        require(!Passwords.matches(set, person.password), "password.same");
        boolean bySomebodyElse = by.person() != person.number() && !by.login().equals(login);
        person.setPassword(Passwords.hash(set), bySomebodyElse, clock.instant());
        WorkSession.endAll(person.number());
        AccessToken.revokeAll(person.number(), clock.instant(), by.login());
        audit.note(by.login(), by.address(), new Deed("set-password", login));
        return set;
    }

    /** Whether a password is the person's own now: asked again before it is changed. */
    public boolean knows(Actor actor, String password) {
        Optional<String> kept = QuarkusTransaction.requiringNew()
                .call(() -> Person.byLogin(actor.login()).map(person -> person.password));
        return kept.filter(hash -> Passwords.matches(password, hash)).isPresent();
    }

    /**
     * Makes a token for the actor's own programs.
     *
     * @param acts what it may do; acts that the actor may not do are refused
     * @param days how long it lives
     * @return the token, told this once
     * @throws AccountRefused when it has no name, no act, an act too many, or too long a life
     */
    @Transactional(rollbackOn = AccountRefused.class)
    public String addToken(Actor actor, String name, java.util.Set<Act> acts, int days, AccountConfig config)
            throws AccountRefused {
        require(!actor.mustChange(), "token.scope");
        require(!name.isBlank() && name.length() <= 80, "token.name");
        require(!acts.isEmpty() && acts.stream().allMatch(actor::may), "token.scope");
        require(days >= 1 && days <= config.tokenLength().toDays(), "token.days");
        String token = AccessToken.PREFIX + Secrets.make(32);
        var now = clock.instant();
        new AccessToken(
                        Secrets.hash(token),
                        actor.person(),
                        name.strip(),
                        acts,
                        now,
                        now.plus(java.time.Duration.ofDays(days)))
                .persist();
        audit.note(
                actor.login(),
                actor.address(),
                new Deed(
                        "make-token", name + ": " + acts.stream().map(Act::code).collect(Collectors.joining(" "))));
        return token;
    }

    /** Ends a token: one's own, or anybody's for who may administer. Whether there was one to end. */
    @Transactional
    public boolean revokeToken(long id, Actor by) {
        Optional<AccessToken> token = AccessToken.<AccessToken>findByIdOptional(id)
                .filter(one -> one.person == by.person() || !by.mustChange() && by.mayEverywhere(Act.ADMINISTER));
        token.ifPresent(one -> {
            one.revoke(clock.instant(), by.login());
            audit.note(by.login(), by.address(), new Deed("revoke-token", one.name));
        });
        return token.isPresent();
    }

    private static Person need(String login) throws AccountRefused {
        Optional<Person> person = Person.byLogin(login);
        require(person.isPresent(), "unknown");
        return person.orElseThrow();
    }

    private static void checkPassword(String password, String login) throws AccountRefused {
        Optional<String> broken = PasswordRules.broken(password, login);
        require(broken.isEmpty(), broken.orElse(""));
    }

    private static void keepAnAdministrator(boolean concerned) throws AccountRefused {
        if (concerned) {
            Person.lockAdministrators();
            require(Person.anyAdministrator(), "last-administrator");
        }
    }

    private static void require(boolean holds, String key) throws AccountRefused {
        if (!holds) {
            throw new AccountRefused(key);
        }
    }
}
