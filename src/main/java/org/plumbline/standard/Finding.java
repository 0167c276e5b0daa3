package org.plumbline.standard;

import org.plumbline.rdf.Sources.Place;

/**
 * Something to mend in a standard, on one line: where, which clause, what, why, what to do.
 *
 * @param error false for a warning, which does not make lint fail
 * @param place file and line
 * @param clause number of the clause concerned, or the name of the fact or example, or empty
 * @param message what is wrong, why it matters and what to do, as sentences
 */
public record Finding(boolean error, Place place, String clause, String message) {
    private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]";

    /** What is quoted of a file may be a command to the terminal. */
    public Finding {
        clause = clause.replaceAll(UNSEEN, "\uFFFD");
        message = message.replaceAll(UNSEEN, "\uFFFD");
    }

    @Override
    public String toString() {
        String position = place.file().isEmpty() ? "" : place + ": ";
        return position + (error ? "" : "warning: ") + (clause.isEmpty() ? "" : clause + ": ") + message;
    }
}
