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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key by which a program acts for a person, limited to some acts and to a time, and revocable. */
@Entity
@Table(name = "access_token")
public class AccessToken extends PanacheEntityBase {
    /** What every token begins with, so that one that leaks can be found by searching. */
    public static final String PREFIX = "plumbline_";

    private static final Duration NOTE = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** SHA-256 of the token. */
    public byte[] hash;

    /** Row of the person. */
    public long person;

    /** What it is for. */
    public String name;

    /** Codes of acts, parted by spaces. */
    public String scopes;

    @Column(name = "made_at")
    public Instant madeAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    /** Last use, to the minute; null when never used. */
    @Column(name = "used_at")
    public @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    @Column(name = "revoked_by")
    public @Nullable String revokedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {}

    AccessToken(byte[] hash, long person, String name, Set<Act> scopes, Instant now, Instant endsAt) {
        this.hash = hash;
        this.person = person;
        this.name = name;
        this.scopes = scopes.stream().map(Act::code).collect(Collectors.joining(" "));
        this.madeAt = now;
        this.endsAt = endsAt;
    }

    /** The acts it is limited to. */
    public Set<Act> acts() {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        Arrays.stream(scopes.split(" ")).forEach(code -> Act.of(code).ifPresent(acts::add));
        return acts;
    }

    /** Whether it opens anything at a moment. */
    public boolean open(Instant now) {
        return revokedAt == null && endsAt.isAfter(now);
    }

    static Optional<AccessToken> use(String token, Instant now) {
        Optional<AccessToken> found = AccessToken.<AccessToken>find("hash", Secrets.hash(token))
                .firstResultOptional()
                .filter(one -> one.open(now));
        found.filter(one -> one.usedAt == null || one.usedAt.plus(NOTE).isBefore(now))
                // Only this column: writing the whole row could undo a revocation made meanwhile.
                .ifPresent(one -> update("usedAt = ?1 where id = ?2", now, one.id));
        return found;
    }

    /** Tokens of a person, the newest first. */
    public static List<AccessToken> of(long person) {
        return list("person = ?1 order by madeAt desc", person);
    }

    /** Everybody's tokens that still open something, the newest first. */
    public static List<AccessToken> open() {
        return list("revokedAt is null order by madeAt desc");
    }

    void revoke(Instant now, String by) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = by;
        }
    }

    static void revokeAll(long person, Instant now, String by) {
        of(person).forEach(token -> token.revoke(now, by));
    }
}
