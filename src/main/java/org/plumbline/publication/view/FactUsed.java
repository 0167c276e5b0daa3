package org.plumbline.publication.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * A fact as a clause used it for one site.
 *
 * @param name local name: floorArea
 * @param label its name in words
 * @param value its value; null = unmeasured
 * @param source who observed it; null = unmeasured or derived
 * @param observedOn when; null = unmeasured or derived
 * @param submission id of the submission it came with; null = unmeasured or derived
 * @param state how it stands
 * @param operands for a derived fact the facts it was computed from, else empty
 */
public record FactUsed(
        String name,
        Text label,
        @Nullable Value value,
        @Nullable Source source,
        @Nullable LocalDate observedOn,
        @Nullable String submission,
        State state,
        List<FactUsed> operands) {

    /** How a fact stands on the date of assessment. */
    public enum State {
        /** Valid. */
        VALID,
        /** Observed, but older than the fact's validity: counts as unknown. */
        EXPIRED,
        /** Equally good sources differ: counts as unknown. */
        DISPUTED,
        /** Never observed. */
        UNMEASURED,
        /** Computed from other facts. */
        DERIVED,
        /** Not computable: division by zero, sample too small, no calendar. */
        UNDEFINED;

        /** Key of its words in the label files, and its class in the style sheet. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
