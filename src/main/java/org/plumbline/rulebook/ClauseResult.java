package org.plumbline.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one clause.
 *
 * @param clause index of the clause
 * @param outcome the EARL outcome
 * @param reason why
 * @param chosen index of the case that decided, or -1 when none or several were possible
 * @param obligation strength of that case (of the first possible one while the clause is open)
 * @param possible points in thousandths that count as possible; 0 when inapplicable; for a May clause its bonus
 * @param earned points earned
 * @param earnedHigh points that could still be earned once missing facts of the grading are known
 * @param gaps what is wrong, for a failed clause
 * @param lastKnown outcome with expired facts taken as if they still held; null when no expired fact is concerned
 */
public record ClauseResult(
        int clause,
        Outcome outcome,
        Reason reason,
        int chosen,
        Obligation obligation,
        long possible,
        long earned,
        long earnedHigh,
        List<Gap> gaps,
        @Nullable Outcome lastKnown) {

    /** Whether the clause has failed, or had when last known: enough for a veto. */
    boolean unmet() {
        return outcome == Outcome.FAILED || outcome.open() && lastKnown == Outcome.FAILED;
    }

    ClauseResult withLastKnown(Outcome known) {
        return new ClauseResult(clause, outcome, reason, chosen, obligation, possible, earned, earnedHigh, gaps, known);
    }

    /** The same clause as if it had been decided: all points, or the least the grading gives. */
    ClauseResult decided(boolean passed) {
        return new ClauseResult(
                clause,
                passed ? Outcome.PASSED : Outcome.FAILED,
                Reason.CHECKED,
                chosen,
                obligation,
                possible,
                passed ? possible : 0,
                passed ? possible : 0,
                List.of(),
                null);
    }
}
