package org.plumbline.cli.database;

/** The database of a data folder cannot be used; the message is one line that says why and what to do. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(String line) {
        super(line);
    }

    DatabaseFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
