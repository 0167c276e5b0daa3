package org.plumbline.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. Work data, never public. */
@Entity
public class Person extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** What the person signs in with: small letters, digits, dot, hyphen, underscore. */
    public String login;

    /** The name that colleagues know. */
    public String name;

    /** See {@link Passwords}. */
    public String password;

    /** When that password was set, by whomever. */
    @Column(name = "password_set_at")
    public Instant passwordSetAt;

    /** Whether it may be used in a demonstration only, because its password is printed for everybody. */
    public boolean demonstration;

    /** Whether the account is open. Accounts are closed, not deleted: the audit trail names them. */
    public boolean active = true;

    /** Whether the password was set by somebody else, or has grown too old, and must be changed first. */
    @Column(name = "must_change")
    public boolean mustChange;

    /** Wrong passwords since the last right one. */
    public int failures;

    /** No sign-in before this moment; null when open. */
    @Column(name = "locked_until")
    public @Nullable Instant lockedUntil;

    @Column(name = "created_at")
    public Instant createdAt;

    @Version
    public int version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(String login, String name, String password, Instant createdAt) {
        this.login = login;
        this.name = name;
        this.password = password;
        this.passwordSetAt = createdAt;
        this.createdAt = createdAt;
    }

    /** The row's number. */
    public long number() {
        Long known = id;
        if (known == null) {
            throw new IllegalStateException("The account " + login + " is not kept yet");
        }
        return known;
    }

    /** The person with a login, closed accounts too. */
    public static Optional<Person> byLogin(String login) {
        return find("login", login).firstResultOptional();
    }

    /** Everybody, in the order of logins; closed accounts last. */
    public static List<Person> everybody() {
        return listAll(Sort.descending("active").and("login"));
    }

    /** Any number that nothing else takes. */
    private static final long ADMINISTRATORS_LOCK = 28349L;

    /** Lets no other transaction end an administrator before this one is over: two could each think that the other stays. */
    static void lockAdministrators() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ADMINISTRATORS_LOCK)
                .getSingleResult();
    }

    /** The open row of a login, held against others until the transaction ends. */
    static Optional<Person> locked(String login) {
        return Person.<Person>find("login", login)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether anybody with a password of their own can administer everything, so that accounts can be made from inside. */
    public static boolean anyAdministrator() {
        return count(
                        "from Person p where p.active = true and p.demonstration = false and exists (select 1 from RoleGrant g"
                                + " where g.person = p.id and g.role = ?1 and g.area = '*')",
                        Role.ADMINISTRATOR.code())
                > 0;
    }

    boolean locked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** A wrong password; the last one allowed locks the account for a while. */
    void failed(Instant now, int allowed, Duration lock) {
        failures++;
        if (failures >= allowed) {
            lockedUntil = now.plus(lock);
            failures = 0;
        }
    }

    /** A right password, which opens nothing but its change when it is older than passwords may be. */
    void entered(Instant now, Optional<Duration> age) {
        unlock();
        if (age.isPresent() && passwordSetAt.plus(age.get()).isBefore(now)) {
            mustChange = true;
        }
    }

    /** Another password, which is fresh and unlocks the account. */
    void setPassword(String hash, boolean bySomebodyElse, Instant now) {
        password = hash;
        passwordSetAt = now;
        mustChange = bySomebodyElse;
        unlock();
    }

    void unlock() {
        failures = 0;
        lockedUntil = null;
    }

    /** What the person holds, where. */
    public List<Grant> grants() {
        return RoleGrant.of(number());
    }
}
