package org.plumbline.rulebook;

import java.util.List;

/** The results that do not depend on the site beyond its class: made once for each rulebook. */
final class Shared {
    private final ClauseResult[] otherClass;
    private final ClauseResult[] conditionNotMet;
    private final ClauseResult[] optionNotUsed;
    private final ClauseResult[][] passed;
    private final ClauseResult[][][] open;

    Shared(Rulebook rulebook) {
        List<Clause> clauses = rulebook.clauses();
        int size = clauses.size();
        otherClass = new ClauseResult[size];
        conditionNotMet = new ClauseResult[size];
        optionNotUsed = new ClauseResult[size];
        passed = new ClauseResult[size][];
        open = new ClauseResult[size][rulebook.classes().size()][];
        for (int i = 0; i < size; i++) {
            otherClass[i] = inapplicable(i, Reason.OTHER_CLASS);
            conditionNotMet[i] = inapplicable(i, Reason.CONDITION_NOT_MET);
            optionNotUsed[i] = inapplicable(i, Reason.OPTION_NOT_USED);
            List<Clause.Case> cases = clauses.get(i).cases();
            passed[i] = new ClauseResult[cases.size()];
            for (int j = 0; j < cases.size(); j++) {
                Clause.Case one = cases.get(j);
                passed[i][j] =
                        result(i, Outcome.PASSED, Reason.CHECKED, j, one.obligation(), one.points(), one.points());
            }
            for (int siteClass = 0; siteClass < rulebook.classes().size(); siteClass++) {
                open[i][siteClass] = open(i, clauses.get(i), siteClass);
            }
        }
    }

    private static ClauseResult inapplicable(int index, Reason reason) {
        return result(index, Outcome.INAPPLICABLE, reason, -1, Obligation.MAY, 0, 0);
    }

    /** Open results by reason; the points possible are the most that a case for the class gives. */
    private static ClauseResult[] open(int index, Clause clause, int siteClass) {
        long most = 0;
        Obligation obligation = Obligation.MAY;
        for (Clause.Case one : clause.cases()) {
            if ((one.classes() >> siteClass & 1) == 1) {
                most = Math.max(most, one.points());
                obligation = one.obligation().compareTo(obligation) < 0 ? one.obligation() : obligation;
            }
        }
        ClauseResult[] results = new ClauseResult[Reason.values().length];
        for (Reason reason : Reason.values()) {
            Outcome outcome = reason == Reason.FACTS_DISPUTED ? Outcome.CANT_TELL : Outcome.UNTESTED;
            results[reason.ordinal()] = result(index, outcome, reason, -1, obligation, most, 0);
        }
        return results;
    }

    private static ClauseResult result(
            int index, Outcome outcome, Reason reason, int chosen, Obligation obligation, long possible, long earned) {
        return new ClauseResult(index, outcome, reason, chosen, obligation, possible, earned, earned, List.of(), null);
    }

    ClauseResult otherClass(int index) {
        return otherClass[index];
    }

    ClauseResult conditionNotMet(int index) {
        return conditionNotMet[index];
    }

    ClauseResult optionNotUsed(int index) {
        return optionNotUsed[index];
    }

    ClauseResult passed(int index, int number) {
        return passed[index][number];
    }

    ClauseResult open(int index, int siteClass, Reason reason) {
        return open[index][siteClass][reason.ordinal()];
    }
}
