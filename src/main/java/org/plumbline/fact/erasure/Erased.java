package org.plumbline.fact.erasure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values were erased. Told within the transaction that does it, after everything that derives from the ledger is right again, so that
 * whatever keeps copies takes them out in the same breath.
 *
 * @param position the last entry that says so
 * @param values what is gone
 */
public record Erased(long position, List<Value> values) {
    /**
     * A value that is gone.
     *
     * @param submission IRI of the submission that stated it
     * @param position its entry in the ledger
     * @param subject IRI of the site or place
     * @param name local name of the property: that of a fact, reason or why
     * @param text the value as people wrote it
     * @param digest SHA-256 of the file that it came in, hexadecimal; null when it came in none
     */
    public record Value(
            String submission,
            long position,
            String subject,
            String name,
            String text,
            @Nullable String digest) {}
}
