package org.plumbline.fact.erasure;

import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger.Kept;

/**
 * A value that can be erased, as pages, programs and commands see it.
 *
 * @param hash what names it
 * @param subject {@code site/CODE} or {@code place/CODE}
 * @param submission IRI of the submission that states it
 * @param position the submission's entry in the ledger
 * @param recordedAt when it was recorded, ISO 8601 in UTC
 * @param what local name of the fact, {@code reason} for that of a judgement, {@code why} for that of a correction
 * @param text the value
 */
public record ErasureView(
        String hash, String subject, String submission, long position, String recordedAt, String what, String text) {
    /** A value with its entry. */
    public static ErasureView of(Kept kept, Iris iris) {
        return new ErasureView(
                kept.apart().hash(),
                iris.local(kept.subject()),
                kept.submission(),
                kept.position(),
                kept.recordedAt().toString(),
                Erasure.name(kept),
                Erasure.text(kept));
    }
}
