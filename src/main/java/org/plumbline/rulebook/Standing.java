package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * What a result is made of: its score with and without the bonus, and the gates that keep it from a band its score would reach.
 */
public final class Standing {
    private final Totals totals;
    private final List<Barred> barred;

    private Standing(Totals totals, List<Barred> barred) {
        this.totals = totals;
        this.barred = List.copyOf(barred);
    }

    /**
     * A band that the score reaches and that a closed gate bars.
     *
     * @param gates its closed gates, at least one
     */
    public record Barred(Band band, List<Closed> gates) {}

    /**
     * A closed gate.
     *
     * @param clauses indexes of the clauses that keep it closed: failed ones, open ones, and for a share those that lack points
     */
    public record Closed(Band.Gate gate, List<Integer> clauses) {}

    /** The standing of a site with {@code results}, at most one for each clause of the rulebook. */
    public static Standing of(Rulebook rulebook, List<ClauseResult> results) {
        var totals = new Totals(
                rulebook, new Totals.Places(rulebook), results.toArray(ClauseResult[]::new), Totals.View.NOW);
        List<Barred> barred = new ArrayList<>();
        if (totals.anyVeto()) {
            return new Standing(totals, barred);
        }
        Band reached = totals.band();
        for (Band band : rulebook.bands()) {
            if (band.equals(reached)) {
                break;
            }
            if (totals.score().reaches(band.leastScore())) {
                barred.add(new Barred(
                        band,
                        band.gates().stream()
                                .filter(gate -> !totals.opens(gate))
                                .map(gate -> new Closed(gate, closing(rulebook, gate, results)))
                                .toList()));
            }
        }
        return new Standing(totals, barred);
    }

    private static List<Integer> closing(Rulebook rulebook, Band.Gate gate, List<ClauseResult> results) {
        return results.stream()
                .filter(result ->
                        gate.covers(rulebook.clauses().get(result.clause()).chapter()))
                .filter(result -> closes(rulebook, gate, result))
                .map(ClauseResult::clause)
                .toList();
    }

    private static boolean closes(Rulebook rulebook, Band.Gate gate, ClauseResult result) {
        return switch (gate) {
            case Band.AtMostFailed most ->
                result.outcome() != Outcome.PASSED
                        && result.outcome() != Outcome.INAPPLICABLE
                        && (most.obligations() >> result.obligation().ordinal() & 1) == 1;
            case Band.NoVeto none ->
                rulebook.clauses().get(result.clause()).veto()
                        && (result.unmet() || result.outcome().open());
            case Band.LeastShare least -> result.obligation() != Obligation.MAY && result.earned() < result.possible();
        };
    }

    /** The score. */
    public Score score() {
        return totals.score();
    }

    /** Whether there is a score and 可 clauses add to it. */
    public boolean hasBonus() {
        return score().exists() && score().bonus() != 0;
    }

    /** The score of the 应 and 宜 clauses alone. */
    public Score base() {
        return new Score(score().earned(), score().possible(), 0);
    }

    /** The bands that gates bar, best first; empty when only the score decides, and when a veto does. */
    public List<Barred> barred() {
        return barred;
    }
}
