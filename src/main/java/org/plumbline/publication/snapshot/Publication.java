package org.plumbline.publication.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import org.plumbline.web.Text;

/**
 * One act of publishing.
 *
 * @param id its number, which grows
 * @param onDate the date that every assessment in it holds for
 * @param round name of the round
 * @param publishedAt when it was made
 * @param position ledger position up to which it knows the record
 * @param head chain hash of the ledger there, 64 hexadecimal digits
 * @param checkpoint the signed checkpoint of the ledger there, as canonical JSON
 * @param program version of the program that held the sites against the editions; empty for those made before it was kept
 * @param synthetic whether facts in it are made up for a demonstration
 */
public record Publication(
        long id,
        LocalDate onDate,
        Text round,
        Instant publishedAt,
        long position,
        String head,
        String checkpoint,
        String program,
        boolean synthetic) {}
