package org.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the ledger holds it.
 *
 * @param position its place in the chain, from 1 without gaps
 * @param kind what it speaks about
 * @param submission IRI of the submission
 * @param subject IRI of the site or place it speaks about
 * @param actor IRI of the role that brought it
 * @param recordedAt when it was recorded
 * @param bytes canonical N-Triples
 * @param hash SHA-256 of the bytes
 * @param chain SHA-256 of the chain before and the hash
 * @param apart the values that the bytes hold as hashes, erased ones too, in the order of hashes
 * @param read the submission that the bytes record, when whoever made them still has it; see {@link SubmissionGraph#read}
 */
public record LedgerEntry(
        long position,
        Kind kind,
        String submission,
        String subject,
        String actor,
        Instant recordedAt,
        byte[] bytes,
        byte[] hash,
        byte[] chain,
        List<Apart> apart,
        @Nullable Submission read) {
    /** An entry whose submission is read from the bytes. */
    public LedgerEntry(
            long position,
            Kind kind,
            String submission,
            String subject,
            String actor,
            Instant recordedAt,
            byte[] bytes,
            byte[] hash,
            byte[] chain,
            List<Apart> apart) {
        this(position, kind, submission, subject, actor, recordedAt, bytes, hash, chain, apart, null);
    }

    /** The same entry with what stands beside it. */
    LedgerEntry beside(List<Apart> values) {
        return new LedgerEntry(
                position, kind, submission, subject, actor, recordedAt, bytes, hash, chain, List.copyOf(values));
    }
}
