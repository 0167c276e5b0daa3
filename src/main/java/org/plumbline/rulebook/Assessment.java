package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Totals.View;

/** What came out for one site on one date. */
public final class Assessment {
    private final Evaluator evaluator;
    private final SiteRecord record;
    private final int onDay;
    private final Subject facts;
    private final ClauseResult[] results;
    private final Totals now;
    // Made when asked for: who wants only the score does not pay for its bounds. Made twice by two threads they are
    // equal.
    private @Nullable Totals low;
    private @Nullable Totals high;

    Assessment(Evaluator evaluator, SiteRecord record, int onDay, Subject facts, ClauseResult[] results) {
        this.evaluator = evaluator;
        this.record = record;
        this.onDay = onDay;
        this.facts = facts;
        this.results = results;
        now = totals(results, View.NOW);
    }

    private Totals low() {
        Totals totals = low;
        if (totals == null) {
            totals = totals(results, View.LOW);
            low = totals;
        }
        return totals;
    }

    private Totals high() {
        Totals totals = high;
        if (totals == null) {
            totals = totals(results, View.HIGH);
            high = totals;
        }
        return totals;
    }

    /** The totals under {@code view} if {@code assumed} had come out. */
    Totals totals(ClauseResult[] assumed, View view) {
        return new Totals(evaluator.rulebook(), evaluator.places(), assumed, view);
    }

    /** The rulebook that the site was held against. */
    public Rulebook rulebook() {
        return evaluator.rulebook();
    }

    /** The record it rests on. */
    public SiteRecord record() {
        return record;
    }

    /** The assessment date, days since 1970-01-01. */
    public int onDay() {
        return onDay;
    }

    /** The facts as they counted: expired ones marked, derived ones filled in. */
    public Subject facts() {
        return facts;
    }

    /** One result for each clause of the rulebook, in its order. */
    public List<ClauseResult> results() {
        return List.of(results);
    }

    /** The score with open clauses earning nothing. */
    public Score score() {
        return now.score();
    }

    /** The score if all open clauses failed. */
    public Score scoreLow() {
        return low().score();
    }

    /** The score if all open clauses passed. */
    public Score scoreHigh() {
        return high().score();
    }

    /** The score of the chapter with index {@code chapter}, without bonus. */
    public Score chapterScore(int chapter) {
        return now.chapterScore(chapter);
    }

    /** The band reached; null when there is no score. */
    public @Nullable Band band() {
        return now.band();
    }

    /** The band if all open clauses failed. */
    public @Nullable Band bandLow() {
        return low().band();
    }

    /** The band if all open clauses passed. */
    public @Nullable Band bandHigh() {
        return high().band();
    }

    /** Whether the band stands whatever the open clauses turn out to be. */
    public boolean settled() {
        return Objects.equals(bandLow(), bandHigh());
    }

    /** Share of the possible points whose clauses are decided, in ten-thousandths rounded down; 10,000 when none are possible. */
    public long measuredShare() {
        long possible = Totals.sum(now.possible);
        return possible == 0 ? 10_000 : now.measured * 10_000 / possible;
    }

    /** Whether too little is measured, or a veto clause is open, for the result to be final. */
    public boolean provisional() {
        long possible = Totals.sum(now.possible);
        return now.measured * 1000 < rulebook().leastMeasuredShare() * possible || now.anyOpenVeto();
    }

    /** Indexes of the veto clauses that have failed, or that had when last known. */
    public List<Integer> vetoes() {
        List<Integer> vetoes = new ArrayList<>();
        for (ClauseResult result : results) {
            if (rulebook().clauses().get(result.clause()).veto() && result.unmet()) {
                vetoes.add(result.clause());
            }
        }
        return vetoes;
    }

    /** How many 应 clauses have failed. */
    public long failedShall() {
        long failed = 0;
        for (ClauseResult result : results) {
            failed += result.outcome() == Outcome.FAILED && result.obligation() == Obligation.SHALL ? 1 : 0;
        }
        return failed;
    }

    /** Whether the site complies: enough of it is measured to say so, and it fails no 应 clause and no veto. */
    public boolean compliant() {
        return !provisional() && failedShall() == 0 && vetoes().isEmpty();
    }

    /** What the clause with index {@code clause} still needs to know. */
    public Unknowns needs(int clause) {
        return evaluator.unknowns(rulebook().clauses().get(clause), record.siteClass(), facts);
    }

    /** The base facts that the clause with index {@code clause} rests on. */
    public List<Fact> factsUsed(int clause) {
        return evaluator.baseFacts(rulebook().clauses().get(clause), record.siteClass());
    }
}
