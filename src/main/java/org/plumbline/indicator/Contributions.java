package org.plumbline.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Computation.Holds;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Subject;

/** Takes from the assessments of one edition what measures add up: its facts as the verdict used them, expired ones left out. */
final class Contributions {
    private static final long WHOLE_SHARE = 10_000;
    private static final int CODE_BITS = Long.SIZE;

    private final Rulebook rulebook;
    private final Map<String, Fact> facts = new HashMap<>();

    Contributions(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.facts().forEach(fact -> facts.put(fact.name(), fact));
    }

    /** Whether the edition reads every fact that a measure needs. */
    boolean gives(Computation computation) {
        return facts.keySet().containsAll(computation.facts())
                && (!(computation instanceof Computation.ChapterPassed(String standard, String chapter))
                        || rulebook.edition().contains("/" + standard + "/")
                                && rulebook.chapters().stream()
                                        .anyMatch(one -> one.number().equals(chapter)));
    }

    /** Whether a fact counts persons. */
    boolean persons(String name) {
        Fact fact = facts.get(name);
        return fact != null
                && fact.unit() != null
                && List.of("{person}", "{worker}").contains(fact.unit().ucum());
    }

    /** What a site gives to a computation other than {@link Computation.Coverage}. */
    Contribution of(Computation computation, Assessment assessment) {
        return switch (computation) {
            case Computation.Quotient(String numerator, String denominator, Holds where) ->
                quotient(assessment.facts(), numerator, denominator, where);
            case Computation.Gini(String numerator, String denominator) ->
                quotient(assessment.facts(), numerator, denominator, null);
            case Computation.Mean(String fact) -> number(assessment.facts(), fact);
            case Computation.Greatest(String fact) -> number(assessment.facts(), fact);
            case Computation.WeightedMean(String fact, String weight) -> weighted(assessment.facts(), fact, weight);
            case Computation.Meets(List<Holds> any) -> meets(assessment.facts(), any);
            case Computation.PerRecord(String records, String fact) -> records(assessment.facts(), records, fact);
            case Computation.ChapterPassed(String standard, String chapter) -> chapter(assessment, chapter);
            case Computation.Compliance() -> Contribution.of(assessment.compliant() ? Micros.ONE : 0, Micros.ONE);
            case Computation.MeanScore() ->
                assessment.score().exists()
                        ? Contribution.of(assessment.score().hundredths() * (Micros.ONE / 100), Micros.ONE)
                        : Contribution.INAPPLICABLE;
            case Computation.MeasuredShare() ->
                Contribution.of(assessment.measuredShare() * (Micros.ONE / WHOLE_SHARE), Micros.ONE);
            case Computation.Coverage() -> Contribution.INAPPLICABLE;
        };
    }

    private Contribution number(Subject subject, String name) {
        Fact fact = fact(name);
        return read(subject, fact) instanceof Contribution none
                ? none
                : Contribution.of(subject.value(fact.slot()), Micros.ONE);
    }

    private Contribution quotient(Subject subject, String numerator, String denominator, @Nullable Holds where) {
        Fact over = fact(numerator);
        Fact under = fact(denominator);
        Contribution none = first(read(subject, over), read(subject, under));
        if (none != null) {
            return none;
        }
        if (subject.value(under.slot()) <= 0) {
            return Contribution.INAPPLICABLE;
        }
        long value = subject.value(over.slot());
        if (where != null) {
            Contribution unknown = read(subject, fact(where.fact()));
            if (unknown != null) {
                return unknown;
            }
            value = holds(subject, where) ? value : 0;
        }
        return Contribution.of(value, subject.value(under.slot()));
    }

    private Contribution weighted(Subject subject, String name, String weight) {
        Contribution found = quotient(subject, name, weight, null);
        return found.state() != Contribution.State.COUNTED
                ? found
                : Contribution.of(product(found.numerator(), found.denominator()), found.denominator());
    }

    /** The product of two numbers in millionths, in millionths. */
    private static long product(long one, long other) {
        return Math.multiplyExact(one / Micros.ONE, other)
                + Math.multiplyExact(one % Micros.ONE, other / Micros.ONE)
                + (one % Micros.ONE) * (other % Micros.ONE) / Micros.ONE;
    }

    /** Of several conditions one that holds decides; otherwise each must be known. */
    private Contribution meets(Subject subject, List<Holds> any) {
        Contribution open = null;
        for (Holds one : any) {
            Contribution unknown = read(subject, fact(one.fact()));
            if (unknown == null && holds(subject, one)) {
                return Contribution.of(Micros.ONE, Micros.ONE);
            }
            open = first(open, unknown == Contribution.INAPPLICABLE ? null : unknown);
        }
        return open == null ? Contribution.of(0, Micros.ONE) : open;
    }

    private boolean holds(Subject subject, Holds one) {
        Fact fact = fact(one.fact());
        long value = subject.value(fact.slot());
        if (one.code() != null) {
            return (value >> code(fact, one.code()) & 1) == 1;
        }
        return (one.least() == null || value >= one.least()) && (one.most() == null || value <= one.most());
    }

    private static int code(Fact fact, String code) {
        CodeList list = fact.codes();
        int at = list == null ? -1 : list.codes().indexOf(code);
        // A code that the list does not have is in no set; the reader has refused it already.
        return at < 0 ? CODE_BITS - 1 : at;
    }

    private Contribution records(Subject subject, String list, String name) {
        Fact records = fact(list);
        Contribution none = read(subject, records);
        if (none != null) {
            return none;
        }
        Fact fact = fact(name);
        long sum = 0;
        long known = 0;
        for (Subject record : subject.records(records.slot())) {
            if (record.state(fact.slot()) == Subject.VALUE) {
                sum += record.value(fact.slot());
                known++;
            }
        }
        return known == 0 ? Contribution.INAPPLICABLE : Contribution.of(sum, known * Micros.ONE);
    }

    private Contribution chapter(Assessment assessment, String chapter) {
        boolean open = false;
        boolean any = false;
        for (ClauseResult result : assessment.results()) {
            int at = rulebook.clauses().get(result.clause()).chapter();
            if (!rulebook.chapters().get(at).number().equals(chapter) || result.obligation() != Obligation.SHALL) {
                continue;
            }
            if (result.outcome() == Outcome.FAILED) {
                return Contribution.of(0, Micros.ONE);
            }
            open |= result.outcome() == Outcome.UNTESTED || result.outcome() == Outcome.CANT_TELL;
            any |= result.outcome() == Outcome.PASSED;
        }
        if (open) {
            return Contribution.MISSING;
        }
        return any ? Contribution.of(Micros.ONE, Micros.ONE) : Contribution.INAPPLICABLE;
    }

    private Fact fact(String name) {
        Fact fact = facts.get(name);
        if (fact == null) {
            throw new IllegalArgumentException(
                    "The edition " + rulebook.edition() + " reads no fact " + name + ": ask gives() first");
        }
        return fact;
    }

    /** Why a fact gives no value; null when it does. */
    private static @Nullable Contribution read(Subject subject, Fact fact) {
        return switch (subject.state(fact.slot())) {
            case Subject.VALUE -> null;
            case Subject.NONE, Subject.UNDEFINED -> Contribution.INAPPLICABLE;
            default -> Contribution.MISSING;
        };
    }

    /** What is missing comes before what does not apply: that may change once somebody looks. */
    private static @Nullable Contribution first(@Nullable Contribution one, @Nullable Contribution other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one == Contribution.MISSING ? one : other;
    }
}
