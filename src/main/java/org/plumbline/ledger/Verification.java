package org.plumbline.ledger;

import java.util.List;

/**
 * What a walk through the whole ledger found.
 *
 * @param head where the ledger ends
 * @param checkpoints how many checkpoints were held against it
 * @param faults everything that does not hold, in the order of positions, then of checkpoints; empty when all holds
 */
public record Verification(Head head, int checkpoints, List<Fault> faults) {
    /** Whether nothing is wrong. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
