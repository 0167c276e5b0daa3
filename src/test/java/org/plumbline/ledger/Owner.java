package org.plumbline.ledger;

import java.sql.SQLException;
import java.util.List;
import org.plumbline.house.OneConnection;
import org.plumbline.signature.Signer;

/**
 * Somebody with the owner's password, who can switch off triggers and change anything. Everything is undone at the end, so the
 * other tests find their ledger as it was.
 */
final class Owner implements AutoCloseable {
    private final OneConnection database = new OneConnection("quarkus.flyway");

    Owner() throws SQLException {}

    /** Tampers, verifies, and takes the tampering back. Locks the tables meanwhile. */
    List<Fault> faultsAfter(Iris iris, Signer signer, List<Checkpoint> outside, String... tampering)
            throws SQLException {
        database.sql("alter table ledger_entry disable trigger user");
        database.sql("alter table ledger_checkpoint disable trigger user");
        database.sql("alter table ledger_apart disable trigger user");
        database.sql("alter table ledger_entry drop constraint ledger_entry_hash_check");
        for (var statement : tampering) database.sql(statement);
        var faults = new Ledger(new LedgerTable(database.asDataSource()), iris, signer)
                .verify(outside, position -> {})
                .faults();
        database.connection.rollback();
        return faults;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
