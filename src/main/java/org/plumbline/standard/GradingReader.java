package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Micros;

/** Reads how a failed check still earns points, and sees to it that all points are earned exactly where the check passes. */
final class GradingReader {
    private final Reading reading;
    private final ShapeReader shapes;
    private final FactIndex index;

    GradingReader(Reading reading, ShapeReader shapes, FactIndex index) {
        this.reading = reading;
        this.shapes = shapes;
        this.index = index;
    }

    /** The points stated at {@code node} in thousandths, or {@code otherwise}. */
    static long points(Reading reading, Node node, long otherwise) {
        String text = reading.lexical(node, PL.term("points"));
        return text == null ? otherwise : thousandths(reading, node, "points", text);
    }

    static long thousandths(Reading reading, Node node, String term, String text) {
        try {
            long micros = Micros.parse(text);
            if (micros < 0) {
                reading.error(
                        node, PL.term(term), "pl:" + term + " " + text + " is below 0. Write a number from 0 up.");
                return 0;
            }
            if (micros % 1000 != 0) {
                reading.error(
                        node,
                        PL.term(term),
                        "pl:" + term + " " + text + " has more than three decimals, and points are "
                                + "exact to three. Round it.");
            }
            return micros / 1000;
        } catch (NumberFormatException e) {
            reading.error(node, PL.term(term), "pl:" + term + " is " + e.getMessage() + ". Write a plain decimal.");
            return 0;
        }
    }

    Grading read(Node owner, @Nullable Condition check, long points) {
        Node grading = reading.one(owner, PL.term("grading"));
        if (grading == null || check == null) {
            return new Grading.Full();
        }
        if (grading.isURI()) {
            return switch (local(grading)) {
                case "ProRata" -> {
                    requireUnits(owner, check);
                    yield new Grading.ProRata();
                }
                case "Full" -> new Grading.Full();
                default -> unknown(owner, grading);
            };
        }
        Node type = reading.one(grading, RDF.type.asNode());
        return switch (type == null ? "" : local(type)) {
            case "Deduction" -> deduction(grading, check);
            case "Bands" -> steps(grading, check, points);
            case "Linear" -> linear(grading, check);
            case "ProRata" -> new Grading.ProRata();
            default -> unknown(owner, grading);
        };
    }

    private Grading unknown(Node owner, Node grading) {
        reading.error(
                owner,
                PL.term("grading"),
                Reading.name(grading) + " is not a way of grading. Use pl:Full, pl:ProRata, "
                        + "[ a pl:Deduction … ], [ a pl:Bands … ] or [ a pl:Linear … ].");
        return new Grading.Full();
    }

    private void requireUnits(Node owner, Condition check) {
        if (check.units() < 2) {
            reading.error(
                    owner,
                    PL.term("grading"),
                    "The check has only one part, so that there is no share to earn. Drop "
                            + "pl:grading or check several members.");
        }
    }

    private Grading deduction(Node grading, Condition check) {
        for (String term : List.of("perMissing", "perFailure", "perUnit")) {
            String text = reading.lexical(grading, PL.term(term));
            if (text != null) {
                long amount = thousandths(reading, grading, term, text);
                if (term.equals("perUnit")) {
                    Fact fact = fact(grading);
                    return fact == null ? new Grading.Full() : new Grading.PerUnit(amount, fact);
                }
                if (term.equals("perMissing")) {
                    requireUnits(grading, check);
                    return new Grading.PerMissing(amount);
                }
                return new Grading.PerFailure(amount);
            }
        }
        reading.error(
                grading,
                "The deduction does not say for what. Add pl:perMissing, pl:perFailure or pl:perUnit with an amount.");
        return new Grading.Full();
    }

    private Grading steps(Node grading, Condition check, long points) {
        List<Grading.Steps.Step> steps = new ArrayList<>();
        long above = Long.MAX_VALUE;
        for (Node step : reading.list(reading.one(grading, PL.term("bands")))) {
            Condition condition = shapes.shape(step, Fact.SITE);
            long earned = points(reading, step, -1);
            if (condition == null || earned < 0 || earned > above || earned > points) {
                reading.error(
                        step,
                        "Each band of a grading needs a check and no more points than the one before, best first and never "
                                + "more than the clause has. Correct it.");
                continue;
            }
            if (earned == points && !condition.equals(check)) {
                reading.error(
                        step,
                        "This band earns all points under another condition than the clause's check, so that a failed "
                                + "clause could earn all. Use the same condition or fewer points.");
            }
            above = earned;
            steps.add(new Grading.Steps.Step(condition, earned));
        }
        return new Grading.Steps(List.copyOf(steps));
    }

    private Grading linear(Node grading, Condition check) {
        Fact fact = fact(grading);
        String from = reading.lexical(grading, PL.term("from"));
        String to = reading.lexical(grading, PL.term("to"));
        if (fact == null || from == null || to == null || from.equals(to)) {
            reading.error(grading, "pl:Linear needs pl:fact, pl:from (earns nothing) and another pl:to (earns all).");
            return new Grading.Full();
        }
        try {
            Grading.Linear linear = new Grading.Linear(fact, Micros.parse(from), Micros.parse(to));
            if (!meets(check, linear)) {
                reading.error(
                        grading,
                        PL.term("to"),
                        "All points are earned at " + to + ", but the check does not begin to pass there. "
                                + "Make pl:to the threshold of the check on f:" + fact.name() + ".");
            }
            return linear;
        } catch (NumberFormatException e) {
            reading.error(grading, String.valueOf(e.getMessage()) + ". Write plain decimals in pl:from and pl:to.");
            return new Grading.Full();
        }
    }

    private static boolean meets(Condition check, Grading.Linear linear) {
        return switch (check) {
            case Bound bound ->
                bound.fact().equals(linear.fact())
                        && bound.limit() == linear.to()
                        && bound.comparison().wantsMore() == linear.to() > linear.from();
            case All all -> all.parts().stream().anyMatch(part -> meets(part, linear));
            case Condition.Any any -> any.parts().stream().anyMatch(part -> meets(part, linear));
            default -> false;
        };
    }

    private @Nullable Fact fact(Node grading) {
        Node named = reading.one(grading, PL.term("fact"));
        Fact fact = named == null ? null : index.fact(local(named));
        if (fact == null || fact.kind() != Fact.SITE || !fact.type().number()) {
            reading.error(grading, PL.term("fact"), "pl:fact must name a number of the site. Correct it.");
            return null;
        }
        return fact;
    }
}
