package org.plumbline.rulebook.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Rulebook;

/** A rulebook as canonical JSON; its SHA-256 names the rules of an assessment. */
public final class RulebookWriter {
    private final Rulebook rulebook;
    private final List<CodeList> codeLists = new ArrayList<>();
    private final ConditionCode conditions;
    private final ExpressionCode expressions;

    private RulebookWriter(Rulebook rulebook) {
        this.rulebook = rulebook;
        conditions = new ConditionCode(rulebook.facts());
        expressions = new ExpressionCode(conditions);
        for (Fact fact : rulebook.facts()) {
            if (fact.codes() != null && !codeLists.contains(fact.codes())) {
                codeLists.add(fact.codes());
            }
        }
    }

    /** The canonical JSON of {@code rulebook}. */
    public static String write(Rulebook rulebook) {
        return Json.write(new RulebookWriter(rulebook).object());
    }

    private Map<String, Object> object() {
        Map<String, Object> out = Json.object();
        out.put("version", Json.Number.of(Rulebook.VERSION));
        out.put("edition", rulebook.edition());
        out.put("number", rulebook.number());
        out.put("title", Fields.of(rulebook.title()));
        out.put(
                "classes",
                rulebook.classes().stream()
                        .map(one -> named(one.name(), one.label()))
                        .toList());
        out.put(
                "kinds",
                rulebook.kinds().stream()
                        .map(one -> {
                            Map<String, Object> kind = named(one.name(), one.label());
                            kind.put("slots", Json.Number.of(one.slots()));
                            return kind;
                        })
                        .toList());
        out.put("codeLists", codeLists.stream().map(RulebookWriter::codeList).toList());
        out.put("facts", rulebook.facts().stream().map(this::fact).toList());
        out.put("siteSlots", Json.Number.of(rulebook.siteSlots()));
        out.put(
                "derivations",
                rulebook.derivations().stream().map(this::derivation).toList());
        out.put(
                "chapters",
                rulebook.chapters().stream()
                        .map(one -> named(one.number(), one.title()))
                        .toList());
        out.put("clauses", rulebook.clauses().stream().map(this::clause).toList());
        out.put("bands", rulebook.bands().stream().map(RulebookWriter::band).toList());
        out.put("vetoBand", Json.Number.of(rulebook.vetoBand()));
        out.put("bonusCap", Json.Number.of(rulebook.bonusCap()));
        out.put("leastMeasuredShare", Json.Number.of(rulebook.leastMeasuredShare()));
        Map<String, Object> calendar = Json.object();
        calendar.put("firstYear", Json.Number.of(rulebook.calendar().firstYear()));
        calendar.put("years", Json.Number.of(rulebook.calendar().years()));
        calendar.put("holidays", numbers(rulebook.calendar().holidays()));
        calendar.put("workdays", numbers(rulebook.calendar().workdays()));
        out.put("calendar", calendar);
        return out;
    }

    private static List<Object> numbers(List<Integer> values) {
        return values.stream().map(value -> Json.Number.of(value)).toList();
    }

    private static Map<String, Object> named(String name, org.plumbline.rulebook.Text label) {
        Map<String, Object> out = Json.object();
        out.put("name", name);
        out.put("label", Fields.of(label));
        return out;
    }

    private static Map<String, Object> codeList(CodeList list) {
        Map<String, Object> out = Json.object();
        out.put("name", list.name());
        out.put("codes", list.codes());
        out.put("labels", list.labels().stream().map(Fields::of).toList());
        return out;
    }

    private Map<String, Object> fact(Fact fact) {
        Map<String, Object> out = named(fact.name(), fact.label());
        out.put("kind", Json.Number.of(fact.kind()));
        out.put("slot", Json.Number.of(fact.slot()));
        out.put("type", fact.type().name());
        out.put("recordKind", Json.Number.of(fact.recordKind()));
        put(out, "key", fact.key());
        put(out, "codes", fact.codes() == null ? null : Json.Number.of(codeLists.indexOf(fact.codes())));
        if (fact.unit() != null) {
            Map<String, Object> unit = Json.object();
            unit.put("ucum", fact.unit().ucum());
            unit.put("symbol", Fields.of(fact.unit().symbol()));
            out.put("unit", unit);
        }
        if (fact.least() != Long.MIN_VALUE) {
            out.put("least", Json.Number.of(fact.least()));
            out.put("most", Json.Number.of(fact.most()));
        }
        out.put("months", Json.Number.of(fact.validFor().months()));
        out.put("days", Json.Number.of(fact.validFor().days()));
        out.put("role", fact.role().name());
        return out;
    }

    private Map<String, Object> derivation(Derivation derivation) {
        Map<String, Object> out = Json.object();
        out.put("fact", conditions.index(derivation.fact()));
        if (derivation.expression() != null) {
            out.put("expression", expressions.write(derivation.expression()));
        }
        Aggregate aggregate = derivation.aggregate();
        if (aggregate != null) {
            Map<String, Object> over = Json.object();
            over.put("function", aggregate.function().name());
            over.put("records", conditions.index(aggregate.records()));
            put(over, "member", aggregate.member() == null ? null : conditions.index(aggregate.member()));
            put(over, "where", conditions.write(aggregate.where()));
            out.put("aggregate", over);
        }
        put(out, "measuredWhen", conditions.write(derivation.measuredWhen()));
        return out;
    }

    private Map<String, Object> clause(Clause clause) {
        Map<String, Object> out = Json.object();
        out.put("number", clause.number());
        out.put("chapter", Json.Number.of(clause.chapter()));
        out.put("text", Fields.of(clause.text()));
        out.put("plain", Fields.of(clause.plain()));
        out.put("veto", clause.veto());
        out.put("severity", clause.severity().name());
        out.put("dueDays", Json.Number.of(clause.dueDays()));
        out.put("classes", Json.Number.of(clause.classes()));
        put(out, "appliesWhen", conditions.write(clause.appliesWhen()));
        out.put("judged", clause.judged());
        out.put("cases", clause.cases().stream().map(this::oneCase).toList());
        return out;
    }

    private Map<String, Object> oneCase(Clause.Case one) {
        Map<String, Object> out = Json.object();
        out.put("classes", Json.Number.of(one.classes()));
        put(out, "when", conditions.write(one.when()));
        put(out, "check", conditions.write(one.check()));
        out.put("obligation", one.obligation().name());
        out.put("points", Json.Number.of(one.points()));
        out.put("grading", grading(one.grading()));
        put(out, "text", one.text() == null ? null : Fields.of(one.text()));
        return out;
    }

    private Object grading(Grading grading) {
        return switch (grading) {
            case Grading.Full full -> ConditionCode.list("full");
            case Grading.ProRata proRata -> ConditionCode.list("proRata");
            case Grading.PerMissing missing -> ConditionCode.list("perMissing", Json.Number.of(missing.amount()));
            case Grading.PerFailure failure -> ConditionCode.list("perFailure", Json.Number.of(failure.amount()));
            case Grading.PerUnit unit ->
                ConditionCode.list("perUnit", Json.Number.of(unit.amount()), conditions.index(unit.fact()));
            case Grading.Linear linear ->
                ConditionCode.list(
                        "linear",
                        conditions.index(linear.fact()),
                        Json.Number.of(linear.from()),
                        Json.Number.of(linear.to()));
            case Grading.Steps steps -> {
                List<@Nullable Object> list = ConditionCode.list("steps");
                steps.steps()
                        .forEach(step -> list.add(
                                ConditionCode.list(conditions.write(step.condition()), Json.Number.of(step.points()))));
                yield list;
            }
        };
    }

    private static Map<String, Object> band(Band band) {
        Map<String, Object> out = named(band.name(), band.label());
        out.put("stars", Json.Number.of(band.stars()));
        out.put("leastScore", Json.Number.of(band.leastScore()));
        out.put(
                "gates",
                band.gates().stream()
                        .map(gate -> switch (gate) {
                            case Band.AtMostFailed most ->
                                ConditionCode.list(
                                        "atMostFailed",
                                        Json.Number.of(most.most()),
                                        Json.Number.of(most.obligations()),
                                        Json.Number.of(most.chapters()));
                            case Band.LeastShare least ->
                                ConditionCode.list(
                                        "leastShare", Json.Number.of(least.share()), Json.Number.of(least.chapters()));
                            case Band.NoVeto none -> ConditionCode.list("noVeto", Json.Number.of(none.chapters()));
                        })
                        .toList());
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value);
        }
    }
}
