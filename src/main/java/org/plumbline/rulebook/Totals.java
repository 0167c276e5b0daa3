package org.plumbline.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points and counts over the clauses of one site, under one view of the open clauses. All points in thousandths.
 */
final class Totals {
    /** How open clauses are seen. */
    enum View {
        /** As they are: nothing earned, no gate opened. */
        NOW,
        /** All failed. */
        LOW,
        /** All passed. */
        HIGH
    }

    private static final int OBLIGATIONS = Obligation.values().length;

    private final Rulebook rulebook;
    final long[] earned;
    final long[] possible;
    /** Failed clauses by chapter and obligation. */
    private final int[] failed;

    /** Bits of the chapters in which a veto has failed, or is open. */
    private long vetoed;

    private long vetoOpen;
    long bonus;
    long measured;

    Totals(Rulebook rulebook, ClauseResult[] results, View view) {
        this.rulebook = rulebook;
        int chapters = rulebook.chapters().size();
        earned = new long[chapters];
        possible = new long[chapters];
        failed = new int[chapters * OBLIGATIONS];
        for (ClauseResult result : results) {
            if (result.outcome() != Outcome.INAPPLICABLE) {
                add(result, view);
            }
        }
        bonus = Math.min(bonus, rulebook.bonusCap());
    }

    private void add(ClauseResult result, View view) {
        Clause clause = rulebook.clauses().get(result.clause());
        int chapter = clause.chapter();
        boolean open = result.outcome().open();
        boolean passed = result.outcome() == Outcome.PASSED || open && view == View.HIGH;
        long points = passed ? result.possible() : view == View.HIGH ? result.earnedHigh() : result.earned();
        if (result.obligation() == Obligation.MAY) {
            bonus += passed ? points : 0;
            return;
        }
        possible[chapter] += result.possible();
        earned[chapter] += points;
        measured += open ? 0 : result.possible();
        if (!passed) {
            failed[chapter * OBLIGATIONS + result.obligation().ordinal()]++;
        }
        if (clause.veto()) {
            vetoOpen |= open && view != View.HIGH ? 1L << chapter : 0;
            vetoed |= (view == View.NOW ? result.vetoes(clause) : !passed) ? 1L << chapter : 0;
        }
    }

    Score score() {
        return new Score(sum(earned), sum(possible), bonus);
    }

    Score chapterScore(int chapter) {
        return new Score(earned[chapter], possible[chapter], 0);
    }

    boolean anyVeto() {
        return vetoed != 0;
    }

    boolean anyOpenVeto() {
        return vetoOpen != 0;
    }

    /** The best band reached, or null when there is no score. */
    @Nullable
    Band band() {
        Score score = score();
        List<Band> bands = rulebook.bands();
        if (!score.exists() || bands.isEmpty()) {
            return null;
        }
        if (anyVeto()) {
            return bands.get(rulebook.vetoBand());
        }
        for (Band band : bands) {
            if (score.reaches(band.leastScore()) && band.gates().stream().allMatch(this::opens)) {
                return band;
            }
        }
        return bands.getLast();
    }

    private boolean opens(Band.Gate gate) {
        return switch (gate) {
            case Band.AtMostFailed most -> count(most) <= most.most();
            case Band.NoVeto none -> (none.chapters() & (vetoed | vetoOpen)) == 0;
            case Band.LeastShare least -> {
                long all = sumWithin(least.chapters(), possible);
                yield sumWithin(least.chapters(), earned) * 1000 >= least.share() * all;
            }
        };
    }

    private int count(Band.AtMostFailed gate) {
        int count = 0;
        for (int i = 0; i < failed.length; i++) {
            boolean inScope =
                    (gate.chapters() >> i / OBLIGATIONS & 1) == 1 && (gate.obligations() >> i % OBLIGATIONS & 1) == 1;
            count += inScope ? failed[i] : 0;
        }
        return count;
    }

    private static long sumWithin(long chapters, long[] points) {
        long sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += (chapters >> i & 1) == 1 ? points[i] : 0;
        }
        return sum;
    }

    static long sum(long[] points) {
        return sumWithin(-1L, points);
    }
}
