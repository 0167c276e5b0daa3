package org.plumbline.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords by network address (IPv6 by its first 64 bits), for an account's own lock does not stop somebody who tries one password on every
 * account. In memory and of limited size: a restart forgets it, which costs nothing.
 */
@ApplicationScoped
class Trials {
    private static final int ALLOWED = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    Trials(Clock clock) {
        this.clock = clock;
    }

    private record Count(int wrong, Instant since) {}

    /** Counts a trial before it is made; false when the address has tried so often that it has to wait. */
    synchronized boolean take(String asker) {
        String address = Address.network(asker);
        Instant now = clock.instant();
        Count before = counts.get(address);
        if (before != null
                && before.wrong() >= ALLOWED
                && before.since().plus(WINDOW).isAfter(now)) {
            return false;
        }
        counts.merge(
                address,
                new Count(1, now),
                (old, one) -> old.since().plus(WINDOW).isAfter(now) ? new Count(old.wrong() + 1, old.since()) : one);
        return true;
    }

    /** Gives a trial back that was right. */
    synchronized void right(String asker) {
        counts.computeIfPresent(
                Address.network(asker), (key, old) -> new Count(Math.max(0, old.wrong() - 1), old.since()));
    }
}
