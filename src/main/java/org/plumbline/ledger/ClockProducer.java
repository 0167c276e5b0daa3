package org.plumbline.ledger;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that everything is told the time by, so that a test or a demonstration can put another in its place. */
final class ClockProducer {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(LedgerConfig config) {
        return Clock.system(config.zone());
    }
}
