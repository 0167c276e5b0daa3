package org.plumbline.fact;

import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Text;
import org.plumbline.table.CellPlace;

/**
 * Something about one cell: what is wrong, why, and what to do.
 *
 * @param place where
 * @param text the wording
 */
public record Problem(CellPlace place, Text text) {
    private static final int LONGEST = 2000;

    /** The problem with its place as one line. */
    public String message(String language) {
        return Literals.shown(place + ": " + text.in(language), LONGEST);
    }
}
