package org.plumbline.ledger;

import java.time.Instant;

/** The clock stands well before the last entry of the ledger, so nothing is recorded until it is right. */
public final class ClockSetBack extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ClockSetBack(Instant now, Instant last) {
        super(
                "The clock says " + now + ", but the last entry of the ledger was recorded at " + last
                        + ". Nothing was recorded, because what was known when would come out wrong: set the clock right, then do it again.");
    }
}
