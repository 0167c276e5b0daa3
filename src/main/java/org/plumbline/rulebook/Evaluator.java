package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds records against one rulebook. A pure function of rulebook, record and date, safe for use by many threads; no clock, no
 * locale, no order of anything but the rulebook's.
 */
public final class Evaluator {
    private final Rulebook rulebook;
    private final Map<String, Derivation> derivations = new HashMap<>();
    private final Preparation preparation;
    private final Shared shared;
    private final Clause[] clauses;
    private final Clause.Case[][] cases;
    private final Reason[] openReasons;

    /** Prepares to hold records against {@code rulebook}. */
    public Evaluator(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (Derivation derivation : rulebook.derivations()) {
            derivations.put(derivation.fact().name(), derivation);
        }
        preparation = new Preparation(rulebook);
        shared = new Shared(rulebook);
        clauses = rulebook.clauses().toArray(Clause[]::new);
        openReasons = rulebook.clauses().stream()
                .map(clause -> clause.judged()
                        ? Reason.NOT_JUDGED
                        : clause.automatic() ? Reason.FACTS_MISSING : Reason.NOT_CODIFIED)
                .toArray(Reason[]::new);
        cases = rulebook.clauses().stream()
                .map(clause -> clause.cases().toArray(Clause.Case[]::new))
                .toArray(Clause.Case[][]::new);
    }

    /** The rulebook in use. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /**
     * Assesses one site.
     *
     * @param record what is known of the site, arranged for this rulebook; not changed
     * @param onDay the assessment date, days since 1970-01-01
     */
    public Assessment assess(SiteRecord record, int onDay) {
        Subject facts = preparation.prepare(record, onDay, false);
        int states = preparation.states(facts);
        boolean disputes = (states >> Subject.DISPUTED & 1) == 1;
        ClauseResult[] results = new ClauseResult[rulebook.clauses().size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = evaluate(i, record, facts, disputes);
        }
        if ((states >> Subject.EXPIRED & 1) == 1) {
            addLastKnown(record, preparation.prepare(record, onDay, true), results);
        }
        return new Assessment(this, record, onDay, facts, results);
    }

    private void addLastKnown(SiteRecord record, Subject lastKnown, ClauseResult[] results) {
        for (int i = 0; i < results.length; i++) {
            if (results[i].outcome().open()) {
                Outcome outcome = evaluate(i, record, lastKnown, false).outcome();
                if (!outcome.open()) {
                    results[i] = results[i].withLastKnown(outcome);
                }
            }
        }
    }

    private ClauseResult evaluate(int index, SiteRecord record, Subject facts, boolean disputes) {
        Clause clause = clauses[index];
        if (!clause.concerns(record.siteClass())) {
            return shared.otherClass(index);
        }
        Condition appliesWhen = clause.appliesWhen();
        Truth applies = appliesWhen == null ? Truth.TRUE : appliesWhen.test(facts);
        if (applies == Truth.FALSE) {
            return shared.conditionNotMet(index);
        }
        if (applies == Truth.UNKNOWN) {
            return open(index, record, facts, disputes);
        }
        ClauseResult result = null;
        for (int i = 0; i < cases[index].length; i++) {
            Clause.Case one = cases[index][i];
            if ((one.classes() >> record.siteClass() & 1) == 0) {
                continue;
            }
            Condition when = one.when();
            Truth guard = when == null ? Truth.TRUE : when.test(facts);
            if (guard == Truth.FALSE) {
                continue;
            }
            ClauseResult next = decide(index, i, one, record.judgements()[index], facts);
            if (next == null || result != null && !unanimous(result, next)) {
                return open(index, record, facts, disputes);
            }
            result = result == null ? next : result;
            if (guard == Truth.TRUE) {
                return result;
            }
        }
        return result == null ? shared.conditionNotMet(index) : open(index, record, facts, disputes);
    }

    /** Cases that could each be the right one decide only when nothing would differ. */
    private static boolean unanimous(ClauseResult a, ClauseResult b) {
        return a.outcome() == b.outcome()
                && a.possible() == b.possible()
                && a.earned() == b.earned()
                && a.obligation() == b.obligation();
    }

    /** The result of one case, or null while it is undecided. */
    private @Nullable ClauseResult decide(
            int index, int number, Clause.Case one, @Nullable Outcome judgement, Subject facts) {
        Condition check = one.check();
        if (check == null) {
            return judgement == null
                    ? null
                    : judgement == Outcome.PASSED
                            ? shared.passed(index, number)
                            : failed(index, number, one, 0, 0, List.of());
        }
        return switch (check.test(facts)) {
            case UNKNOWN -> null;
            case TRUE -> shared.passed(index, number);
            case FALSE -> {
                List<Gap> gaps = new ArrayList<>(4);
                check.gaps(facts, gaps);
                long low = cap(one, one.grading().earned(check, facts, one.points(), false));
                long high = cap(one, one.grading().earned(check, facts, one.points(), true));
                yield failed(index, number, one, low, high, gaps);
            }
        };
    }

    private ClauseResult failed(int index, int number, Clause.Case one, long low, long high, List<Gap> gaps) {
        if (one.obligation() == Obligation.MAY) {
            return shared.optionNotUsed(index);
        }
        return new ClauseResult(
                index,
                Outcome.FAILED,
                Reason.CHECKED,
                number,
                one.obligation(),
                one.points(),
                Math.min(low, high),
                Math.max(low, high),
                gaps,
                null);
    }

    /** A failed check earns something between nothing and not quite all. */
    private static long cap(Clause.Case one, long earned) {
        return Math.max(0, Math.min(one.points() - 1, earned));
    }

    private ClauseResult open(int index, SiteRecord record, Subject facts, boolean disputes) {
        boolean disputed =
                disputes && unknowns(clauses[index], record.siteClass(), facts).onlyDisputed();
        return shared.open(index, record.siteClass(), disputed ? Reason.FACTS_DISPUTED : openReasons[index]);
    }

    /** What {@code clause} needs to know of a site with these prepared facts. */
    Unknowns unknowns(Clause clause, int siteClass, Subject facts) {
        Unknowns unknowns = new Unknowns(derivations);
        Condition appliesWhen = clause.appliesWhen();
        if (appliesWhen != null && appliesWhen.test(facts) == Truth.UNKNOWN) {
            appliesWhen.unknowns(facts, unknowns);
        }
        for (Clause.Case one : clause.cases()) {
            Condition when = one.when();
            Truth guard = when == null ? Truth.TRUE : when.test(facts);
            if ((one.classes() >> siteClass & 1) == 0 || guard == Truth.FALSE) {
                continue;
            }
            if (when != null && guard == Truth.UNKNOWN) {
                when.unknowns(facts, unknowns);
            }
            Condition check = one.check();
            if (check != null && check.test(facts) == Truth.UNKNOWN) {
                check.unknowns(facts, unknowns);
            }
            if (guard == Truth.TRUE) {
                break;
            }
        }
        return unknowns;
    }

    /** The base facts that {@code clause} rests on for sites of {@code siteClass}, derived facts resolved. */
    public List<Fact> baseFacts(Clause clause, int siteClass) {
        return preparation.baseFacts(clause, siteClass, derivations);
    }
}
