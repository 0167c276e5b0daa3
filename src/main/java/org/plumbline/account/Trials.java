package org.plumbline.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords by network address, for an account's own lock does not stop somebody who tries one password on every
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

    /** Whether the address has tried so often that it has to wait. */
    synchronized boolean exhausted(String address) {
        Count count = counts.get(address);
        return count != null
                && count.wrong() >= ALLOWED
                && count.since().plus(WINDOW).isAfter(clock.instant());
    }

    synchronized void wrong(String address) {
        Instant now = clock.instant();
        counts.merge(
                address,
                new Count(1, now),
                (old, one) -> old.since().plus(WINDOW).isAfter(now) ? new Count(old.wrong() + 1, old.since()) : one);
    }
}
