package org.plumbline.publication.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * The papers of all assessed sites of a place, being printed or printed.
 *
 * @param publication number of the publication whose assessments are printed
 * @param edition key of the edition
 * @param place code of the district or street
 * @param placeName its name
 * @param print suffix of its files, see {@link org.plumbline.report.Print}
 * @param onDate date that the assessments hold for
 * @param askedBy login of who asked for it
 * @param total how many papers it will have
 * @param printed how many it has
 * @param failed how many of these could not be printed
 * @param bytes size of those printed
 * @param endedAt when it was done or cancelled; null while it runs
 */
public record Batch(
        UUID id,
        long publication,
        String edition,
        String place,
        Text placeName,
        String print,
        LocalDate onDate,
        String askedBy,
        Instant askedAt,
        int total,
        int printed,
        int failed,
        long bytes,
        State state,
        @Nullable Instant endedAt) {
    /** How far it is. */
    public enum State {
        /** It is printed, or waits for its turn. */
        RUNNING,
        /** Somebody stopped it; what is printed is kept, and it can go on. */
        CANCELLED,
        /** All is printed. */
        DONE
    }

    /** Whether all is printed. */
    public boolean done() {
        return state == State.DONE;
    }

    /** Whether it can go on: it was stopped, or some papers could not be printed. */
    public boolean resumable() {
        return state == State.CANCELLED || state == State.DONE && failed > 0;
    }

    /** Whether it is printed, or waits for its turn. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
