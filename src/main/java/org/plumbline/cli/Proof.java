package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.PrintWriter;
import java.util.List;
import org.plumbline.account.audit.Audit;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Verification;

/** Whether the record holds, and what derives from it agrees, told line by line. */
final class Proof {
    private Proof() {}

    /**
     * Walks the chain and compares what derives from it.
     *
     * @param outside checkpoints that were kept elsewhere
     * @return whether everything holds
     */
    static boolean print(List<Checkpoint> outside, PrintWriter out) {
        Verification verification = CDI.current().select(Ledger.class).get().verify(outside, position -> {});
        verification.faults().forEach(fault -> out.println(fault.message()));
        List<String> drift = CDI.current().select(DerivedStores.class).get().differences();
        drift.forEach(out::println);
        List<String> audit = CDI.current().select(Audit.class).get().faults();
        audit.forEach(out::println);
        out.println(verification.head().length() + " entries, " + verification.checkpoints() + " checkpoints, head "
                + verification.head().chain() + ".");
        boolean fine = verification.faults().isEmpty() && drift.isEmpty() && audit.isEmpty();
        out.println(
                fine
                        ? "The chain holds, what derives from it agrees, and the audit trail is whole."
                        : "Something does not hold; see above.");
        return fine;
    }
}
