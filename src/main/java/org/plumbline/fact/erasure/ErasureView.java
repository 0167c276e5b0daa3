package org.plumbline.fact.erasure;

import org.plumbline.account.audit.Audit;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger.Kept;

/**
 * A value that can be erased, as pages, programs and commands see it.
 *
 * @param hash what names it
 * @param subject {@code site/CODE} or {@code place/CODE}; {@code audit} for a text of the audit trail
 * @param submission IRI of the submission that states it; empty for a text of the audit trail
 * @param position the submission's entry in the ledger, or that of the audit trail
 * @param recordedAt when it was recorded, ISO 8601 in UTC
 * @param what local name of the fact, {@code reason} for that of a judgement, {@code why} for that of a correction, {@code fileName};
 *     in the audit trail {@code why} or {@code file}
 * @param text the value
 */
public record ErasureView(
        String hash, String subject, String submission, long position, String recordedAt, String what, String text) {
    static final String AUDIT = "audit";
    static final String FILE = "file";

    /** A text of the audit trail. */
    static ErasureView of(Audit.Text text) {
        return new ErasureView(
                text.hash(),
                AUDIT,
                "",
                text.entry().position(),
                text.entry().at().toString(),
                text.field(),
                text.value());
    }

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
