package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Micros;

/** Runs the examples of an edition. */
public final class Examples {
    private Examples() {}

    /** What an example should have got and got instead. */
    public record Mismatch(Example example, String what) {
        @Override
        public String toString() {
            return example.place() + ": example " + example.name() + ": " + what;
        }
    }

    /** All mismatches of all examples under {@code evaluator}. */
    public static List<Mismatch> run(List<Example> examples, Evaluator evaluator) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (Example example : examples) {
            mismatches.addAll(run(example, evaluator));
        }
        return mismatches;
    }

    /** The mismatches of one example. */
    public static List<Mismatch> run(Example example, Evaluator evaluator) {
        Assessment assessment = evaluator.assess(example.record(), example.onDay());
        List<Mismatch> mismatches = new ArrayList<>();
        for (Example.Expectation expected : example.expectations()) {
            ClauseResult result = assessment.results().get(expected.clause());
            String number =
                    evaluator.rulebook().clauses().get(expected.clause()).number();
            if (result.outcome() != expected.outcome()) {
                mismatches.add(new Mismatch(
                        example,
                        "clause " + number + " should be " + expected.outcome().term() + " and is "
                                + result.outcome().term() + "."));
            } else if (expected.earned() != null && expected.earned() != result.earned()) {
                mismatches.add(new Mismatch(
                        example,
                        "clause " + number + " should earn " + Micros.format(expected.earned() * 1000)
                                + " points and earns " + Micros.format(result.earned() * 1000) + "."));
            }
        }
        Band band = assessment.band();
        if (example.score() != null
                && !example.score().equals(assessment.score().text())) {
            mismatches.add(new Mismatch(
                    example,
                    "the score should be " + example.score() + " and is "
                            + assessment.score().text() + "."));
        }
        if (example.band() != null && (band == null || !example.band().equals(band.name()))) {
            mismatches.add(new Mismatch(
                    example,
                    "the band should be " + example.band() + " and is " + (band == null ? "none" : band.name()) + "."));
        }
        return mismatches;
    }
}
