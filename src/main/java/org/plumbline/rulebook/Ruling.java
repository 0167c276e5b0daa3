package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One clause as it stands for the sites of one class: its cases for them, and, made once, every result that does not depend on
 * the site any further.
 */
final class Ruling {
    private static final Condition ALWAYS = new Condition.All(List.of());

    private final int clause;
    private final Condition appliesWhen;
    private final Branch[] branches;
    /** Whether applicability can be asked as ranges. */
    private final boolean screened;
    /** See {@link #check()}. */
    private final Condition check;

    private final ClauseResult conditionNotMet;
    private final ClauseResult optionNotUsed;
    private final ClauseResult open;
    private final ClauseResult disputed;

    /** One case for the class. */
    private record Branch(
            int number, Condition when, @Nullable Condition check, Clause.Case one, ClauseResult passed) {}

    Ruling(int index, Clause clause, int siteClass) {
        this.clause = index;
        appliesWhen = Objects.requireNonNullElse(clause.appliesWhen(), ALWAYS);
        List<Branch> cases = new ArrayList<>();
        long most = 0;
        Obligation obligation = Obligation.MAY;
        for (int i = 0; i < clause.cases().size(); i++) {
            Clause.Case one = clause.cases().get(i);
            if (one.isFor(siteClass)) {
                ClauseResult passed =
                        result(Outcome.PASSED, Reason.CHECKED, i, one.obligation(), one.points(), one.points());
                cases.add(new Branch(i, Objects.requireNonNullElse(one.when(), ALWAYS), one.check(), one, passed));
                most = Math.max(most, one.points());
                obligation = one.obligation().compareTo(obligation) < 0 ? one.obligation() : obligation;
            }
        }
        branches = cases.toArray(Branch[]::new);
        screened = Ranges.cover(appliesWhen);
        check = screened && branches.length == 1 && branches[0].when == ALWAYS ? screen(branches[0].check) : ALWAYS;
        conditionNotMet = inapplicable(index, Reason.CONDITION_NOT_MET);
        optionNotUsed = inapplicable(index, Reason.OPTION_NOT_USED);
        Reason reason =
                clause.judged() ? Reason.NOT_JUDGED : clause.automatic() ? Reason.FACTS_MISSING : Reason.NOT_CODIFIED;
        // Open, the most that a case for the class gives counts as possible.
        open = result(Outcome.UNTESTED, reason, -1, obligation, most, 0);
        disputed = result(Outcome.CANT_TELL, Reason.FACTS_DISPUTED, -1, obligation, most, 0);
    }

    private static Condition screen(@Nullable Condition check) {
        return check != null && Ranges.cover(check) ? check : ALWAYS;
    }

    /** Whether {@link #check} alone decides the clause once it applies. */
    private boolean simple() {
        return check != ALWAYS;
    }

    static ClauseResult inapplicable(int index, Reason reason) {
        return new ClauseResult(index, Outcome.INAPPLICABLE, reason, -1, Obligation.MAY, 0, 0, 0, List.of(), null);
    }

    private ClauseResult result(
            Outcome outcome, Reason reason, int chosen, Obligation obligation, long possible, long earned) {
        return new ClauseResult(clause, outcome, reason, chosen, obligation, possible, earned, earned, List.of(), null);
    }

    /** Index of the clause in its rulebook. */
    int clause() {
        return clause;
    }

    /** The condition under which the clause applies. */
    Condition appliesWhen() {
        return appliesWhen;
    }

    /** The one condition that decides the clause once it applies, where that can be asked as ranges; else one always met. */
    Condition check() {
        return check;
    }

    /** The result that follows from whether the clause applies and is met alone; null where it takes {@link #on}. */
    @Nullable
    ClauseResult ready(Truth applies, Truth met) {
        if (!screened) {
            return null;
        }
        if (applies != Truth.TRUE) {
            return applies == Truth.FALSE ? conditionNotMet : open;
        }
        return !simple() || met == Truth.FALSE ? null : met == Truth.TRUE ? branches[0].passed : open;
    }

    /** The result where none was ready: where applicability can be asked as ranges, the clause applies. */
    ClauseResult unready(SiteRecord record, Subject facts) {
        return simple() ? failed(branches[0], check, facts) : screened ? choose(record, facts) : on(record, facts);
    }

    /** The result when only disputed facts keep the clause open. */
    ClauseResult disputed() {
        return disputed;
    }

    /** The result for the site of {@code record}, whose facts are prepared as {@code facts}. */
    ClauseResult on(SiteRecord record, Subject facts) {
        Truth applies = appliesWhen.test(facts);
        if (applies != Truth.TRUE) {
            return applies == Truth.FALSE ? conditionNotMet : open;
        }
        return choose(record, facts);
    }

    /** The result of the first case whose guard holds, once the clause applies. */
    private ClauseResult choose(SiteRecord record, Subject facts) {
        ClauseResult result = null;
        for (Branch branch : branches) {
            Truth guard = branch.when.test(facts);
            if (guard == Truth.FALSE) {
                continue;
            }
            ClauseResult next = decide(branch, record, facts);
            if (next == null || result != null && !unanimous(result, next)) {
                return open;
            }
            result = result == null ? next : result;
            if (guard == Truth.TRUE) {
                return result;
            }
        }
        return result == null ? conditionNotMet : open;
    }

    /** Cases that could each be the right one decide only when nothing would differ. */
    private static boolean unanimous(ClauseResult a, ClauseResult b) {
        return a.outcome() == b.outcome()
                && a.possible() == b.possible()
                && a.earned() == b.earned()
                && a.obligation() == b.obligation();
    }

    /** The result of one case, or null while it is undecided. */
    private @Nullable ClauseResult decide(Branch branch, SiteRecord record, Subject facts) {
        Condition check = branch.check;
        if (check == null) {
            Outcome judgement = record.judgements()[clause];
            return judgement == null
                    ? null
                    : judgement == Outcome.PASSED ? branch.passed : failed(branch, 0, 0, List.of());
        }
        return switch (check.test(facts)) {
            case UNKNOWN -> null;
            case TRUE -> branch.passed;
            case FALSE -> failed(branch, check, facts);
        };
    }

    private ClauseResult failed(Branch branch, Condition check, Subject facts) {
        List<Gap> gaps = new ArrayList<>(2);
        check.gaps(facts, gaps);
        Grading grading = branch.one.grading();
        if (grading instanceof Grading.Full) {
            return failed(branch, 0, 0, gaps);
        }
        Tally tally = new Tally(check.units());
        check.tally(facts, tally);
        long points = branch.one.points();
        return failed(
                branch, grading.earned(tally, facts, points, false), grading.earned(tally, facts, points, true), gaps);
    }

    /** A failed check earns something between nothing and not quite all. */
    private ClauseResult failed(Branch branch, long pessimistic, long hopeful, List<Gap> gaps) {
        Clause.Case one = branch.one;
        if (one.obligation() == Obligation.MAY) {
            return optionNotUsed;
        }
        long low = Math.max(0, Math.min(one.points() - 1, pessimistic));
        long high = Math.max(0, Math.min(one.points() - 1, hopeful));
        return new ClauseResult(
                clause,
                Outcome.FAILED,
                Reason.CHECKED,
                branch.number,
                one.obligation(),
                one.points(),
                Math.min(low, high),
                Math.max(low, high),
                gaps,
                null);
    }
}
