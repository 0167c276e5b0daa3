package org.plumbline.publication.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * The page of a submission: where facts came from. Address: {@code /submission/{uuid}}.
 *
 * @param page the frame
 * @param id uuid of the submission
 * @param subject the site or place it speaks of
 * @param source role that observed
 * @param method how it reached us: template, CSV, visit …
 * @param observedOn date of observation
 * @param received moment of acknowledgement, already written out with its offset
 * @param file name of the file it came in; null = none
 * @param fileRow where in the file: sheet and row; null = none
 * @param fileHash hash of the file, {@code sha256:…}; null = none
 * @param supersedes ids of submissions it replaces
 * @param reason why it replaces them; null = it replaces none
 * @param supersededBy ids of submissions that replace it
 * @param observations what it states, without what is not public
 * @param judgements judgements it states
 * @param withheld how many statements are not public
 * @param entry its place in the ledger
 */
public record SubmissionView(
        Page page,
        String id,
        Place subject,
        Source source,
        Text method,
        LocalDate observedOn,
        String received,
        @Nullable String file,
        @Nullable String fileRow,
        @Nullable String fileHash,
        List<String> supersedes,
        @Nullable Text reason,
        List<String> supersededBy,
        List<Observation> observations,
        List<Judgement> judgements,
        long withheld,
        Entry entry) {

    /**
     * A fact as it was stated.
     *
     * @param name local name of the fact
     * @param record key of the nested record it stands on, empty for the site itself
     * @param label the fact's name in words
     * @param value what was stated
     * @param current whether it is what the published round reads
     * @param clauses clauses that read it
     */
    public record Observation(
            String name, String record, Text label, Value value, boolean current, List<ClauseLink> clauses) {}

    /**
     * A clause to go on to.
     *
     * @param number clause number
     * @param path language-free address
     */
    public record ClauseLink(String number, String path) {}

    /**
     * A judgement as it was stated.
     *
     * @param clause the clause judged
     * @param outcome EARL term: passed or failed
     * @param reason the reason given
     */
    public record Judgement(ClauseLink clause, String outcome, Text reason) {}

    /**
     * A place in the ledger.
     *
     * @param position number of the entry, from 1
     * @param hash hash of its canonical bytes, {@code sha256:…}
     * @param chain hash of the entry with the chain before it
     * @param before chain hash of the entry before it; null for the first
     * @param checkpoint length of the newest checkpoint that covers it; null = none yet
     * @param checkpointOn date of that checkpoint; null = none yet
     */
    public record Entry(
            long position,
            String hash,
            String chain,
            @Nullable String before,
            @Nullable Long checkpoint,
            @Nullable LocalDate checkpointOn) {}
}
