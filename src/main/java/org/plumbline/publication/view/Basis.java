package org.plumbline.publication.view;

import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * What a clause rests on, and how far that has been checked.
 *
 * @param document document and number; empty for an own proposal
 * @param article article within it, empty if none is named
 * @param mark how sure we are
 * @param note a remark, null = none
 */
public record Basis(
        String document,
        String article,
        Mark mark,
        @Nullable Text note) {

    /** How far a basis has been checked. */
    public enum Mark {
        /** Seen in the source named. */
        VERIFIED("verified"),
        /** Seen only in a text that restates the source. */
        SECONDARY("secondary"),
        /** From memory, not checked. */
        FROM_MEMORY("memory"),
        /** Our own proposal, for illustration. */
        ILLUSTRATIVE("illustrative");

        private final String key;

        Mark(String key) {
            this.key = key;
        }

        /** Key of its words in the label files, and its class in the style sheet. */
        public String key() {
            return key;
        }
    }
}
