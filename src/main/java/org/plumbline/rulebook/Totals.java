package org.plumbline.rulebook;

import java.util.Arrays;
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

    /** By clause its chapter and whether it is a veto, close together: totals are made for every site. */
    record Places(byte[] chapters, boolean[] vetoes) {
        Places(Rulebook rulebook) {
            this(
                    new byte[rulebook.clauses().size()],
                    new boolean[rulebook.clauses().size()]);
            for (int i = 0; i < chapters.length; i++) {
                chapters[i] = (byte) rulebook.clauses().get(i).chapter();
                vetoes[i] = rulebook.clauses().get(i).veto();
            }
        }
    }

    private static final int OBLIGATIONS = Obligation.values().length;
    /** By outcome 1 where it is decided, 0 where it is open. */
    private static final int[] DECIDED = Arrays.stream(Outcome.values())
            .mapToInt(outcome -> outcome.open() ? 0 : 1)
            .toArray();

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

    Totals(Rulebook rulebook, Places places, ClauseResult[] results, View view) {
        this.rulebook = rulebook;
        int chapters = rulebook.chapters().size();
        earned = new long[chapters];
        possible = new long[chapters];
        failed = new int[chapters * OBLIGATIONS];
        for (ClauseResult result : results) {
            add(result, view, places.chapters[result.clause()], places.vetoes[result.clause()]);
        }
        bonus = Math.min(bonus, rulebook.bonusCap());
    }

    /** Adds one result; an inapplicable one is like a May clause that was not used. */
    private void add(ClauseResult result, View view, int chapter, boolean veto) {
        int outcome = result.outcome().ordinal();
        boolean passed = result.outcome() == Outcome.PASSED
                || view == View.HIGH && result.outcome().open();
        long points = view != View.HIGH ? result.earned() : passed ? result.possible() : result.earnedHigh();
        if (result.obligation() == Obligation.MAY) {
            bonus += points;
            return;
        }
        possible[chapter] += result.possible();
        earned[chapter] += points;
        measured += result.possible() * DECIDED[outcome];
        failed[chapter * OBLIGATIONS + result.obligation().ordinal()] += passed ? 0 : 1;
        if (veto) {
            boolean open = result.outcome().open();
            vetoOpen |= open && view != View.HIGH ? 1L << chapter : 0;
            vetoed |= (view == View.NOW ? result.unmet() : !passed) ? 1L << chapter : 0;
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
            if (score.reaches(band.leastScore()) && opens(band.gates())) {
                return band;
            }
        }
        return bands.getLast();
    }

    private boolean opens(List<Band.Gate> gates) {
        for (Band.Gate gate : gates) {
            if (!opens(gate)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the condition is true. */
    boolean opens(Band.Gate gate) {
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
            boolean inScope = gate.covers(i / OBLIGATIONS) && (gate.obligations() >> i % OBLIGATIONS & 1) == 1;
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
