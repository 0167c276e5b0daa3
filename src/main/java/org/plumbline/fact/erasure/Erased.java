package org.plumbline.fact.erasure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values were erased. Told within the transaction that does it, after everything that derives from the ledger is right again, so that
 * whatever keeps copies takes them out in the same breath.
 *
 * @param position the last entry of the ledger that says so; 0 when only texts of the audit trail are gone
 * @param values what is gone
 */
public record Erased(long position, List<Value> values) {
    /**
     * A value that is gone.
     *
     * @param hash what stands in its place in the bytes of its entry
     * @param position its entry in the ledger; 0 when it stood in the audit trail
     * @param subject IRI of the site or place; empty when it stood in the audit trail
     * @param name local name of the property: that of a fact, reason, why, or {@link #FILE_NAME}
     * @param text the value as people wrote it
     * @param digest SHA-256 of the file that it came in, hexadecimal; null when it came in none
     */
    public record Value(
            String hash,
            long position,
            String subject,
            String name,
            String text,
            @Nullable String digest) {
        /** The name of a file that was handed in; many entries may state the same. */
        public static final String FILE_NAME = "fileName";

        /** Whether it is the name of a file. */
        public boolean fileName() {
            return name.equals(FILE_NAME);
        }
    }
}
