package org.plumbline.ledger;

import java.time.Instant;

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
        byte[] chain) {}
