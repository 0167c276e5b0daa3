package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One observation as it is kept: what one submission states of one fact.
 *
 * @param fact local name of the fact, or {@code judgement:} and the IRI of a clause
 * @param on day of observation
 * @param rank rank of the source, 1 the best
 * @param source local name of the source
 * @param submission IRI of the submission; null for what was never recorded, as on the command line
 * @param position its position in the ledger; 0 for what was never recorded
 * @param correctedAt position of the entry that corrects it; 0 while none does
 * @param value see {@link RecordJson}; codes always as an array
 */
record Observed(
        String fact,
        LocalDate on,
        int rank,
        String source,
        @Nullable String submission,
        long position,
        long correctedAt,
        ObjectNode value) {

    /** Whether it counts for who knows the ledger up to a position. */
    boolean known(long upTo) {
        return position <= upTo && (correctedAt == 0 || correctedAt > upTo);
    }

    /** The entry of a record that rests on this observation. */
    ObjectNode entry(boolean many) {
        ObjectNode entry = RecordJson.shaped(value, many);
        entry.put("on", on.toString()).put("source", source);
        if (submission != null) {
            entry.put("submission", submission);
        }
        return entry;
    }
}
