package org.plumbline.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.plumbline.ledger.Ledger;

/** Signs where the ledger ends once a day while the portal serves, so that a tail that is rewritten later shows. */
final class DailyCheckpoint implements Runnable {
    private static final Logger LOG = Logger.getLogger(DailyCheckpoint.class);

    private final Ledger ledger;
    private final Clock clock;

    DailyCheckpoint(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Looks every hour, for as long as the program runs, whether the day has its checkpoint. */
    void watch() {
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("checkpoint").factory())
                .scheduleWithFixedDelay(this, 1, 60, TimeUnit.MINUTES);
    }

    /** Makes the checkpoint of today, unless there is one or nothing to sign. */
    @Override
    public void run() {
        try {
            LocalDate today = LocalDate.now(clock);
            boolean made = ledger.checkpoints().stream()
                    .anyMatch(checkpoint -> checkpoint.date().equals(today));
            if (!made && ledger.head().length() > 0) {
                ledger.checkpoint(clock);
            }
        } catch (RuntimeException e) {
            // The next hour tries again; a day without a checkpoint is covered by the next one.
            LOG.warn("The checkpoint of today could not be made; it will be tried again in an hour.", e);
        }
    }
}
