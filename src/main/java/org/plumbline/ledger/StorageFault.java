package org.plumbline.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** What is wrong with the database itself when a statement fails, told by its SQL state (PostgreSQL, appendix A). */
public enum StorageFault {
    /** The connection broke, or the server was shut down. */
    LOST("08...|57P0[123]"),
    /** The disk is full; what was being recorded is rolled back. */
    FULL("53100");

    private final String states;

    StorageFault(String states) {
        this.states = states;
    }

    /** The fault behind a problem; empty when it is another kind of problem. */
    public static Optional<StorageFault> of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                for (StorageFault fault : values()) {
                    if (sql.getSQLState().matches(fault.states)) {
                        return Optional.of(fault);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
