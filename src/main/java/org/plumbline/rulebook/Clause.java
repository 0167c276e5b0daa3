package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an edition.
 *
 * @param number its number, the same everywhere
 * @param chapter index of its chapter
 * @param text the wording
 * @param plain one sentence that everybody reads
 * @param veto whether failing it fixes the veto band
 * @param severity how grave a failure is
 * @param dueDays days in which a failure is to be put right
 * @param classes bits of the site classes that it concerns
 * @param appliesWhen condition under which it applies, or null for always
 * @param judged whether a person records the outcome
 * @param cases the checks, first match; one for a clause without cases
 */
public record Clause(
        String number,
        int chapter,
        Text text,
        Text plain,
        boolean veto,
        Severity severity,
        int dueDays,
        long classes,
        @Nullable Condition appliesWhen,
        boolean judged,
        List<Case> cases) {

    /**
     * One case of a clause.
     *
     * @param classes bits of the site classes that it is for
     * @param when its guard, or null
     * @param check the check; null when a person judges or nothing is codified
     * @param obligation strength
     * @param points points in thousandths
     * @param grading what a failure still earns
     * @param text wording that overrides the clause's, or null
     */
    public record Case(
            long classes,
            @Nullable Condition when,
            @Nullable Condition check,
            Obligation obligation,
            long points,
            Grading grading,
            @Nullable Text text) {

        /** Whether the case is for sites of the class with index {@code siteClass}. */
        public boolean isFor(int siteClass) {
            return (classes >> siteClass & 1) == 1;
        }

        void facts(Consumer<Fact> visitor) {
            if (when != null) {
                when.facts(visitor);
            }
            if (check != null) {
                check.facts(visitor);
            }
            switch (grading) {
                case Grading.PerUnit unit -> visitor.accept(unit.fact());
                case Grading.Linear linear -> visitor.accept(linear.fact());
                case Grading.Steps steps ->
                    steps.steps().forEach(step -> step.condition().facts(visitor));
                case Grading.Full full -> {}
                case Grading.PerMissing missing -> {}
                case Grading.PerFailure failure -> {}
                case Grading.ProRata proRata -> {}
            }
        }
    }

    /** Whether the clause concerns the class with index {@code siteClass}. */
    public boolean concerns(int siteClass) {
        return (classes >> siteClass & 1) == 1;
    }

    /** Whether a program decides it. */
    public boolean automatic() {
        return !judged && cases.stream().anyMatch(one -> one.check != null);
    }

    /** Tells {@code visitor} each fact that the clause reads for sites of {@code siteClass}; derived facts as themselves. */
    public void facts(int siteClass, Consumer<Fact> visitor) {
        if (appliesWhen != null) {
            appliesWhen.facts(visitor);
        }
        for (Case one : cases) {
            if (one.isFor(siteClass)) {
                one.facts(visitor);
            }
        }
    }

    /** The facts of {@link #facts} as a list without repeats. */
    public List<Fact> factList(int siteClass) {
        List<Fact> facts = new ArrayList<>();
        facts(siteClass, fact -> {
            if (!facts.contains(fact)) {
                facts.add(fact);
            }
        });
        return facts;
    }
}
