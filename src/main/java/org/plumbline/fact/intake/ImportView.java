package org.plumbline.fact.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * An import as programs see it.
 *
 * @param id names it
 * @param kind facts or register
 * @param file name of the file
 * @param digest SHA-256 of the file, hexadecimal
 * @param synthetic whether what it holds is made up
 * @param from register: the day from which it holds
 * @param preview whether nothing is recorded, and the answers say what would be
 * @param state waiting, reading, done, unreadable, failed
 * @param rows rows answered so far
 * @param accepted rows recorded
 * @param warned rows recorded, with something to confirm
 * @param unchanged rows that were recorded before
 * @param refused rows not recorded
 * @param recorded submissions, or changes of the register, added to the ledger
 * @param fault why nothing could be read, in both languages
 * @param submittedAt when it was handed in
 * @param endedAt when it ended
 * @param answers address of its answers, row by row
 * @param refusedFile address of the refused rows as a file; null when none was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID id,
        String kind,
        String file,
        String digest,
        boolean synthetic,
        @Nullable LocalDate from,
        boolean preview,
        String state,
        long rows,
        long accepted,
        long warned,
        long unchanged,
        long refused,
        long recorded,
        @Nullable Text fault,
        Instant submittedAt,
        @Nullable Instant endedAt,
        String answers,
        @Nullable String refusedFile) {

    static ImportView of(ImportJob job) {
        String self = "/api/imports/" + job.id;
        return new ImportView(
                job.id,
                job.kind.code(),
                job.fileName,
                job.digest,
                job.synthetic,
                job.fromDate,
                job.preview,
                job.state.code(),
                job.rows,
                job.accepted,
                job.warned,
                job.unchanged,
                job.refused,
                job.recorded,
                job.faultZh == null || job.faultEn == null ? null : new Text(job.faultZh, job.faultEn),
                job.createdAt,
                job.endedAt,
                self + "/answers",
                job.refused > 0 && job.state.ended() ? self + "/refused" : null);
    }
}
