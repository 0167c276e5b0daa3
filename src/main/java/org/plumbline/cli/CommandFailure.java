package org.plumbline.cli;

/** A command cannot do its work: one line for the person at the terminal, exit code 2. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what happened, where, and what to do, on one line */
    public CommandFailure(String line) {
        super(shown(line));
    }

    /** @param line what happened, where, and what to do, on one line */
    public CommandFailure(String line, Throwable cause) {
        super(shown(line), cause);
    }

    /** What is quoted of a file may be a command to the terminal. */
    private static String shown(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", "\uFFFD");
    }
}
