package org.plumbline.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measure takes from each site. A site contributes a numerator and a denominator; a place's figure is the sum of the one over
 * the sum of the other unless said otherwise, so that a large site weighs more than a small one where the unit is a person or a metre,
 * and each weighs the same where the unit is a site.
 */
public sealed interface Computation {
    /** The names of the facts that it reads. */
    List<String> facts();

    /**
     * A number over another.
     *
     * @param where counts the numerator only of sites where this holds; null for all
     */
    record Quotient(
            String numerator, String denominator, @Nullable Holds where) implements Computation {
        @Override
        public List<String> facts() {
            return where == null ? List.of(numerator, denominator) : List.of(numerator, denominator, where.fact());
        }
    }

    /** The mean of a number over the sites. */
    record Mean(String fact) implements Computation {
        @Override
        public List<String> facts() {
            return List.of(fact);
        }
    }

    /** The mean of a number, each site weighing as much as another number says. */
    record WeightedMean(String fact, String weight) implements Computation {
        @Override
        public List<String> facts() {
            return List.of(fact, weight);
        }
    }

    /** The greatest value of all. */
    record Greatest(String fact) implements Computation {
        @Override
        public List<String> facts() {
            return List.of(fact);
        }
    }

    /** How unevenly a quotient is spread over the places that hold the denominator: Gini coefficient, 0 when all have the same. */
    record Gini(String numerator, String denominator) implements Computation {
        @Override
        public List<String> facts() {
            return List.of(numerator, denominator);
        }
    }

    /** The share of sites for which at least one condition holds. */
    record Meets(List<Holds> any) implements Computation {
        @Override
        public List<String> facts() {
            return any.stream().map(Holds::fact).toList();
        }
    }

    /** The mean of a number over the nested records of a kind, such as months. */
    record PerRecord(String records, String fact) implements Computation {
        @Override
        public List<String> facts() {
            return List.of(records, fact);
        }
    }

    /**
     * The share of sites that fail no 应 clause of a chapter, among those of which all of these clauses are decided.
     *
     * @param standard the standard whose chapter it is, such as {@code model-station}: other standards count their chapters otherwise
     */
    record ChapterPassed(String standard, String chapter) implements Computation {
        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The share of assessed sites that comply: not provisional, no 应 clause failed, no veto. */
    record Compliance() implements Computation {
        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The mean score. */
    record MeanScore() implements Computation {
        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The mean share of the possible points whose clauses are decided. */
    record MeasuredShare() implements Computation {
        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The share of committees in which a site stands: counted from the register, not from sites. */
    record Coverage() implements Computation {
        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /**
     * A condition on one fact: a number within bounds, or a code among those recorded.
     *
     * @param least least number that meets it, in millionths; null for no bound
     * @param most greatest number that meets it, in millionths; null for no bound
     * @param code the code that must be among those of the fact; null for a number
     */
    record Holds(
            String fact,
            @Nullable Long least,
            @Nullable Long most,
            @Nullable String code) {}
}
