package org.plumbline.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a submission came to be.
 *
 * @param agent IRI of the role that brought it, never a person's name
 * @param activity IRI of the kind of activity, such as pl:Importing
 * @param recordedAt when it was recorded; cut to whole milliseconds
 * @param origin the file and row it was read from, if any
 * @param supersedes the earlier submission that it corrects, if any
 * @param synthetic whether it was made up for a demonstration; shown wherever its facts are
 */
public record Provenance(
        String agent,
        String activity,
        Instant recordedAt,
        @Nullable Origin origin,
        @Nullable Supersession supersedes,
        boolean synthetic) {
    public Provenance {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Something recorded directly, real, that corrects nothing. */
    public Provenance(String agent, String activity, Instant recordedAt) {
        this(agent, activity, recordedAt, null, null, false);
    }

    /** The same, read from this file and row. */
    public Provenance from(Origin origin) {
        return new Provenance(agent, activity, recordedAt, origin, supersedes, synthetic);
    }

    /** The same, by another kind of activity. */
    public Provenance by(String activity) {
        return new Provenance(agent, activity, recordedAt, origin, supersedes, synthetic);
    }

    /**
     * Where in a file something stood.
     *
     * @param fileName the file's name without its folder
     * @param digest SHA-256 of the whole file as 64 hexadecimal digits, where known
     * @param sheet sheet of a workbook
     * @param row row of the sheet, or line of the text file, from 1
     */
    public record Origin(
            String fileName,
            @Nullable String digest,
            @Nullable String sheet,
            @Nullable Integer row) {}

    /**
     * What is corrected, and why.
     *
     * @param submission IRI of the earlier submission
     * @param why the reason, a sentence for people
     */
    public record Supersession(String submission, String why) {}
}
