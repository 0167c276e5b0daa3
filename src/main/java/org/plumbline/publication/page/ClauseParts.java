package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.ClauseCase;
import org.plumbline.publication.view.FactNeed;
import org.plumbline.publication.view.Source;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Validity;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Text;

/** How a clause is checked, in words. */
final class ClauseParts {
    private ClauseParts() {}

    /** Its cases, or its only check as a single case; none when a person judges or nothing is codified. */
    static List<ClauseCase> cases(Rulebook rulebook, Clause clause) {
        List<ClauseCase> cases = new ArrayList<>();
        Clause.Case first = clause.cases().getFirst();
        for (Clause.Case one : clause.cases()) {
            if (one.check() != null) {
                cases.add(new ClauseCase(
                        Standards.kinds(rulebook, one.classes() & clause.classes()),
                        one.when() == null ? null : ConditionWords.say(one.when()),
                        ConditionWords.parts(one.check()),
                        one.points() == first.points() ? null : Standards.points(one.points()),
                        one.obligation() == first.obligation() ? null : one.obligation(),
                        one.text() == null ? null : Standards.text(one.text())));
            }
        }
        return cases;
    }

    /** How points are given; null for all or nothing. */
    static @Nullable Text grading(Clause clause) {
        Clause.Case first = clause.cases().getFirst();
        return switch (first.grading()) {
            case Grading.Full full -> null;
            case Grading.ProRata proRata ->
                new Text("按达到的项数占应达到项数的比例得分。", "In proportion to the required parts that are there.");
            case Grading.PerMissing(var amount) ->
                new Text(
                        "每缺一项扣 " + plain(amount) + " 分，扣完为止。", plain(amount) + " off for each one missing, down to 0.");
            case Grading.PerFailure(var amount) ->
                new Text("每有一处不符合扣 " + plain(amount) + " 分，扣完为止。", plain(amount) + " off for each failure, down to 0.");
            case Grading.PerUnit(var amount, var fact) ->
                new Text(
                        fact.label().zh() + "每一单位扣 " + plain(amount) + " 分，扣完为止。",
                        plain(amount) + " off for each unit of " + fact.label().en() + ", down to 0.");
            case Grading.Linear linear -> linear(linear);
            case Grading.Steps(var steps) -> steps(steps);
        };
    }

    private static Text linear(Grading.Linear linear) {
        Fact fact = linear.fact();
        return new Text(
                fact.label().zh() + "从 " + show(fact, linear.from(), "zh") + "（不得分）到 " + show(fact, linear.to(), "zh")
                        + "（满分）按比例得分。",
                fact.label().en() + ": from " + show(fact, linear.from(), "en") + " (nothing) to "
                        + show(fact, linear.to(), "en") + " (all), in proportion.");
    }

    private static String show(Fact fact, long value, String language) {
        return org.plumbline.rulebook.Values.show(fact, value, null, language);
    }

    private static Text steps(List<Grading.Steps.Step> steps) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Grading.Steps.Step step : steps) {
            Text condition = ConditionWords.say(step.condition());
            zh.add(condition.zh() + "，得 " + plain(step.points()) + " 分");
            en.add(condition.en() + ": " + plain(step.points()));
        }
        return new Text(String.join("；", zh) + "。", "Points by step. " + String.join("; ", en) + ".");
    }

    private static String plain(long thousandths) {
        BigDecimal points = Standards.points(thousandths);
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    /** The facts that a clause reads, each once, with the formulas of derived ones. */
    static List<FactNeed> facts(Edition edition, Clause clause) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < edition.rulebook().classes().size(); i++) {
            if (clause.concerns(i)) {
                clause.factList(i).stream()
                        .filter(fact -> !facts.contains(fact))
                        .forEach(facts::add);
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            operands(edition, facts.get(i)).stream()
                    .filter(fact -> !facts.contains(fact))
                    .forEach(facts::add);
        }
        return facts.stream().map(fact -> need(edition, fact)).toList();
    }

    private static List<Fact> operands(Edition edition, Fact fact) {
        List<Fact> operands = new ArrayList<>();
        edition.rulebook().derivations().stream()
                .filter(derivation -> derivation.fact().name().equals(fact.name()))
                .forEach(derivation -> derivation.facts(operands::add));
        return operands;
    }

    private static FactNeed need(Edition edition, Fact fact) {
        FactDefinition definition = edition.book().facts().get(fact.name());
        String formula = edition.rulebook().derivations().stream()
                .filter(derivation -> derivation.fact().name().equals(fact.name()))
                .map(Formula::of)
                .findFirst()
                .orElse(null);
        List<Source> observers = definition == null
                ? List.of()
                : definition.observers().stream()
                        .map(UsedFacts::source)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        org.plumbline.rulebook.Text question = definition == null ? null : definition.question();
        return new FactNeed(
                fact.name(),
                Standards.text(fact.label()),
                question == null ? null : Standards.text(question),
                FactValues.unit(fact.unit()),
                observers,
                period(fact.validFor()),
                formula);
    }

    private static @Nullable String period(Validity validity) {
        if (validity.months() > 0) {
            return validity.months() % 12 == 0 ? "P" + validity.months() / 12 + "Y" : "P" + validity.months() + "M";
        }
        return validity.days() > 0 ? "P" + validity.days() + "D" : null;
    }
}
