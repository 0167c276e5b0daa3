package org.plumbline.standard;

import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;

/**
 * What a clause rests on.
 *
 * @param document the law, standard or plan, by number or title
 * @param article article or clause in it, empty for the whole
 * @param mark how sure the citation is
 * @param note a remark, or null
 */
public record Basis(
        String document,
        String article,
        Mark mark,
        @Nullable Text note) {
    /** How sure a citation is; shown wherever the clause is. */
    public enum Mark {
        /** Read in the source. */
        VERIFIED,
        /** Read in a secondary text that restates the source. */
        SECONDARY,
        /** From memory, to be checked. */
        FROM_MEMORY,
        /** Our own proposal. */
        ILLUSTRATIVE
    }
}
