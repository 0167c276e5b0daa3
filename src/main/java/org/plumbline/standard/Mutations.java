package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources.Place;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.ConditionMutants.Mutant;

/** Changes each rule a little and sees whether an example of the clause notices: the test of the tests. */
public final class Mutations {
    private final Edition edition;
    private final List<Missed> missed = new ArrayList<>();
    private int tried;

    private Mutations(Edition edition) {
        this.edition = edition;
    }

    /**
     * A change that no example noticed.
     *
     * @param of the clause or derived fact changed
     * @param what how it was changed
     * @param written where the clause stands in the folder of the edition; null for a fact, which all editions share
     */
    public record Missed(String of, String what, @Nullable Place written) {}

    /**
     * What came out.
     *
     * @param tried number of changes
     * @param missed the changes that no example noticed, clause by clause
     */
    public record Result(int tried, List<Missed> missed) {
        /** Share of the changes noticed, from 0 to 1; 1 when there was nothing to change. */
        public double share() {
            return tried == 0 ? 1 : 1 - (double) missed.size() / tried;
        }
    }

    /** Mutates every automatic clause of {@code edition}, and the conditions and limits of the facts derived for it. */
    public static Result run(Edition edition) {
        Mutations mutations = new Mutations(edition);
        List<Clause> clauses = edition.rulebook().clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).automatic()) {
                mutations.clause(i, clauses.get(i));
            }
        }
        for (Derivation derivation : edition.rulebook().derivations()) {
            mutations.derivation(derivation);
        }
        return new Result(mutations.tried, List.copyOf(mutations.missed));
    }

    private void clause(int index, Clause clause) {
        Condition appliesWhen = clause.appliesWhen();
        if (appliesWhen != null) {
            attempt(index, clause(clause, clause.classes(), null, clause.cases()), "applies always");
            for (Mutant mutant : ConditionMutants.of(appliesWhen)) {
                attempt(
                        index,
                        clause(clause, clause.classes(), mutant.condition(), clause.cases()),
                        "applies when " + mutant.what());
            }
        }
        for (int bit = 0; bit < edition.rulebook().classes().size(); bit++) {
            String name = edition.rulebook().classes().get(bit).name();
            boolean has = clause.concerns(bit);
            long mask = 1L << bit;
            List<Clause.Case> cases = clause.cases().stream()
                    .map(one -> has || clause.cases().size() > 1
                            ? one
                            : one(one, one.classes() | mask, one.when(), one.check(), one.grading()))
                    .toList();
            if (has || clause.cases().size() == 1) {
                attempt(
                        index,
                        clause(clause, clause.classes() ^ mask, appliesWhen, cases),
                        (has ? "without class " : "also for class ") + name);
            }
        }
        for (int i = 0; i < clause.cases().size(); i++) {
            oneCase(index, clause, i);
        }
    }

    private void oneCase(int index, Clause clause, int number) {
        Clause.Case one = clause.cases().get(number);
        String where = clause.cases().size() == 1 ? "" : "case " + (number + 1) + ": ";
        if (clause.cases().size() > 1) {
            List<Clause.Case> rest = new ArrayList<>(clause.cases());
            rest.remove(number);
            attempt(index, clause(clause, clause.classes(), clause.appliesWhen(), rest), where + "dropped");
        }
        Condition when = one.when();
        if (when != null) {
            for (Mutant mutant : ConditionMutants.of(when)) {
                replace(
                        index,
                        clause,
                        number,
                        one(one, one.classes(), mutant.condition(), one.check(), one.grading()),
                        where + "when " + mutant.what());
            }
        }
        Condition check = one.check();
        if (check != null) {
            for (Mutant mutant : ConditionMutants.of(check)) {
                Condition changed = mutant.condition() == null ? new Condition.All(List.of()) : mutant.condition();
                replace(
                        index,
                        clause,
                        number,
                        one(one, one.classes(), when, changed, one.grading()),
                        where + mutant.what());
            }
            if (!(one.grading() instanceof Grading.Full)) {
                replace(
                        index,
                        clause,
                        number,
                        one(one, one.classes(), when, check, new Grading.Full()),
                        where + "grading dropped");
            }
        }
    }

    private void replace(int index, Clause clause, int number, Clause.Case changed, String what) {
        List<Clause.Case> cases = new ArrayList<>(clause.cases());
        cases.set(number, changed);
        attempt(index, clause(clause, clause.classes(), clause.appliesWhen(), cases), what);
    }

    private void derivation(Derivation derivation) {
        Condition measuredWhen = derivation.measuredWhen();
        if (measuredWhen != null) {
            for (Mutant mutant : ConditionMutants.of(measuredWhen)) {
                derivation(
                        derivation,
                        new Derivation(
                                derivation.fact(), derivation.expression(), derivation.aggregate(), mutant.condition()),
                        "measured when " + mutant.what());
            }
        }
        var aggregate = derivation.aggregate();
        if (aggregate != null && aggregate.where() != null) {
            for (Mutant mutant : ConditionMutants.of(aggregate.where())) {
                var changed = new org.plumbline.rulebook.Aggregate(
                        aggregate.function(), aggregate.records(), aggregate.member(), mutant.condition());
                derivation(
                        derivation,
                        new Derivation(derivation.fact(), null, changed, measuredWhen),
                        "where " + mutant.what());
            }
        }
    }

    private void derivation(Derivation original, Derivation changed, String what) {
        Rulebook rulebook = edition.rulebook();
        List<Derivation> derivations = rulebook.derivations().stream()
                .map(one -> one.equals(original) ? changed : one)
                .toList();
        run(
                new Parts(rulebook.clauses(), derivations),
                edition.examples(),
                new Missed("fact f:" + original.fact().name(), what, null));
    }

    private void attempt(int index, Clause changed, String what) {
        List<Clause> clauses = new ArrayList<>(edition.rulebook().clauses());
        clauses.set(index, changed);
        List<Example> examples = edition.examples().stream()
                .filter(example -> example.expectations().stream().anyMatch(one -> one.clause() == index))
                .toList();
        Place written = edition.provisions().get(index).written();
        run(
                new Parts(clauses, edition.rulebook().derivations()),
                examples,
                new Missed("clause " + changed.number(), what, written));
    }

    private record Parts(List<Clause> clauses, List<Derivation> derivations) {}

    /** A rulebook with other clauses and derivations. */
    static Rulebook with(Rulebook book, List<Clause> clauses, List<Derivation> derivations) {
        return new Rulebook(
                book.edition(),
                book.number(),
                book.title(),
                book.classes(),
                book.kinds(),
                book.facts(),
                book.siteSlots(),
                derivations,
                book.chapters(),
                clauses,
                book.bands(),
                book.vetoBand(),
                book.bonusCap(),
                book.leastMeasuredShare(),
                book.calendar());
    }

    private void run(Parts parts, List<Example> examples, Missed change) {
        Evaluator evaluator = new Evaluator(with(edition.rulebook(), parts.clauses(), parts.derivations()));
        tried++;
        for (Example example : examples) {
            if (!Examples.run(example, evaluator).isEmpty()) {
                return;
            }
        }
        missed.add(change);
    }

    private static Clause clause(Clause of, long classes, @Nullable Condition appliesWhen, List<Clause.Case> cases) {
        return new Clause(
                of.number(),
                of.chapter(),
                of.text(),
                of.plain(),
                of.veto(),
                of.severity(),
                of.dueDays(),
                classes,
                appliesWhen,
                of.judged(),
                cases);
    }

    private static Clause.Case one(
            Clause.Case of, long classes, @Nullable Condition when, @Nullable Condition check, Grading grading) {
        return new Clause.Case(classes, when, check, of.obligation(), of.points(), grading, of.text());
    }
}
