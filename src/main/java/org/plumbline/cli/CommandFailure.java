package org.plumbline.cli;

/** A command cannot do its work: one line for the person at the terminal, exit code 2. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what happened, where, and what to do, on one line */
    public CommandFailure(String line) {
        super(line);
    }

    /** @param line what happened, where, and what to do, on one line */
    public CommandFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
