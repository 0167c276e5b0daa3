package org.plumbline.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody is signed in on some device. Kept here and not in the cookie, so that it can be ended from anywhere. */
@Entity
@Table(name = "work_session")
public class WorkSession extends PanacheEntityBase {
    private static final Duration NOTE = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** SHA-256 of the cookie. */
    public byte[] hash;

    /** Row of the person. */
    public long person;

    @Column(name = "started_at")
    public Instant startedAt;

    /** Last use, to the minute. */
    @Column(name = "seen_at")
    public Instant seenAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    /** Network address it was opened from. */
    public String address;

    /** What the browser calls itself, cut to 200 characters. */
    public String agent;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected WorkSession() {}

    WorkSession(byte[] hash, long person, Instant now, Instant endsAt, String address, String agent) {
        this.hash = hash;
        this.person = person;
        this.startedAt = now;
        this.seenAt = now;
        this.endsAt = endsAt;
        this.address = address;
        this.agent = agent.length() > 200 ? agent.substring(0, 200) : agent;
    }

    /** The open session of a cookie, noted as used now. */
    static Optional<WorkSession> use(String cookie, Instant now, Duration idle) {
        Optional<WorkSession> found = WorkSession.<WorkSession>find("hash", Secrets.hash(cookie))
                .firstResultOptional()
                .filter(session -> session.open(now, idle));
        found.filter(session -> session.seenAt.plus(NOTE).isBefore(now))
                .ifPresent(session -> update("seenAt = ?1 where id = ?2", now, session.id));
        return found;
    }

    private boolean open(Instant now, Duration idle) {
        return endsAt.isAfter(now) && seenAt.plus(idle).isAfter(now);
    }

    /** The open sessions of a person, the latest first. */
    public static List<WorkSession> of(long person, Instant now, Duration idle) {
        return WorkSession.<WorkSession>list("person = ?1 order by seenAt desc", person).stream()
                .filter(session -> session.open(now, idle))
                .toList();
    }

    static void end(String cookie) {
        delete("hash", (Object) Secrets.hash(cookie));
    }

    static long endAll(long person) {
        return delete("person", person);
    }

    static void sweep(Instant now) {
        delete("endsAt < ?1", now);
    }
}
