package org.plumbline.standard;

import org.plumbline.rdf.Literals;
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
    /** What is quoted of a file may be a command to the terminal. */
    public Finding {
        clause = Literals.shown(clause);
        message = Literals.shown(message);
    }

    @Override
    public String toString() {
        String position = place.file().isEmpty() ? "" : place + ": ";
        return position + (error ? "" : "warning: ") + (clause.isEmpty() ? "" : clause + ": ") + message;
    }
}
