package org.plumbline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * The demonstration's accounts. Their password is printed for everybody, so they are kept apart: they open nothing unless the
 * program was started for a demonstration.
 */
@ApplicationScoped
public class Demonstration {
    /** The password of every demonstration account. */
    public static final String PASSWORD = "demonstration-2026";

    private final Clock clock;
    private volatile boolean on;

    Demonstration(Clock clock) {
        this.clock = clock;
    }

    /**
     * An account to try a role with.
     *
     * @param login what to sign in with
     * @param name a made-up name that says what it is
     * @param grant the role and where it holds
     */
    public record Account(String login, String name, Grant grant) {}

    /** Whether demonstration accounts may be used. */
    public boolean on() {
        return on;
    }

    /** Lets demonstration accounts be used until the program ends. */
    public void begin() {
        on = true;
    }

    /** Makes the accounts that are not there yet. */
    @Transactional
    public void make(List<Account> accounts) {
        List<Account> missing = accounts.stream()
                .filter(account -> Person.byLogin(account.login()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            String password = Passwords.hash(PASSWORD);
            for (Account account : missing) {
                Person person = new Person(account.login(), account.name(), password, clock.instant());
                person.demonstration = true;
                person.persistAndFlush();
                new RoleGrant(person.number(), account.grant(), clock.instant(), "demonstration").persist();
            }
        }
    }

    /** The accounts that can be used now, in the order of logins; none outside a demonstration. */
    @Transactional
    public List<Account> accounts() {
        return on
                ? Person.everybody().stream()
                        .filter(person -> person.demonstration && person.active)
                        .flatMap(person ->
                                person.grants().stream().map(grant -> new Account(person.login, person.name, grant)))
                        .toList()
                : List.of();
    }
}
