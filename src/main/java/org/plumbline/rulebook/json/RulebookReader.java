package org.plumbline.rulebook.json;

import static org.plumbline.rulebook.json.ConditionCode.number;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.Calendar;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.RecordKind;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Severity;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;
import org.plumbline.rulebook.Validity;

/** Reads what {@link RulebookWriter} writes. */
public final class RulebookReader {
    private final Fields root;
    private final List<Fact> facts;
    private final ConditionCode conditions;
    private final ExpressionCode expressions;

    private RulebookReader(Fields root) {
        this.root = root;
        List<CodeList> codeLists = root.list(
                "codeLists",
                one -> new CodeList(
                        one.string("name"),
                        one.list("codes").stream().map(String::valueOf).toList(),
                        one.list("labels").stream().map(RulebookReader::text).toList()));
        facts = root.list("facts", one -> fact(one, codeLists));
        conditions = new ConditionCode(facts);
        expressions = new ExpressionCode(conditions);
    }

    /**
     * The rulebook that {@code json} states.
     *
     * @throws Json.Malformed when it is not a rulebook of {@link Rulebook#VERSION}
     */
    public static Rulebook read(String json) {
        Fields root = new Fields(Json.read(json));
        if (root.integer("version") != Rulebook.VERSION) {
            throw new Json.Malformed("This rulebook is of version " + root.integer("version") + ", and version "
                    + Rulebook.VERSION + " is read here. Use the program that it was made with.");
        }
        try {
            return new RulebookReader(root).rulebook();
        } catch (Json.Malformed e) {
            throw e;
        } catch (RuntimeException e) {
            // Each part checks itself as it is made: an index, a name, a length, a date.
            throw new Json.Malformed("This is no rulebook: " + e.getMessage() + ".");
        }
    }

    private Rulebook rulebook() {
        Fields calendar = root.object("calendar");
        return new Rulebook(
                root.string("edition"),
                root.string("number"),
                root.text("title"),
                root.list("classes", one -> new SiteClass(one.string("name"), one.text("label"))),
                root.list("kinds", one -> new RecordKind(one.string("name"), one.text("label"), one.integer("slots"))),
                facts,
                root.integer("siteSlots"),
                root.list("derivations", this::derivation),
                root.list("chapters", one -> new Rulebook.Chapter(one.string("name"), one.text("label"))),
                root.list("clauses", this::clause),
                root.list("bands", RulebookReader::band),
                root.integer("vetoBand"),
                root.number("bonusCap"),
                root.number("leastMeasuredShare"),
                new Calendar(
                        calendar.integer("firstYear"),
                        calendar.integer("years"),
                        integers(calendar.list("holidays")),
                        integers(calendar.list("workdays"))));
    }

    private static List<Integer> integers(List<?> values) {
        return values.stream().map(value -> (int) number(value)).toList();
    }

    private static Text text(@Nullable Object value) {
        Fields text = new Fields(value);
        return new Text(text.string("zh"), text.string("en"));
    }

    private static Fact fact(Fields one, List<CodeList> codeLists) {
        boolean limited = one.has("least");
        return new Fact(
                one.string("name"),
                one.integer("kind"),
                one.integer("slot"),
                Datatype.valueOf(one.string("type")),
                one.integer("recordKind"),
                one.optional("key"),
                one.has("codes") ? codeLists.get(one.integer("codes")) : null,
                one.has("unit")
                        ? new Unit(
                                one.object("unit").string("ucum"),
                                one.object("unit").text("symbol"))
                        : null,
                one.text("label"),
                limited ? one.number("least") : Long.MIN_VALUE,
                limited ? one.number("most") : Long.MAX_VALUE,
                new Validity(one.integer("months"), one.integer("days")),
                Fact.Role.valueOf(one.string("role")));
    }

    private Derivation derivation(Fields one) {
        Aggregate aggregate = null;
        if (one.has("aggregate")) {
            Fields over = one.object("aggregate");
            aggregate = new Aggregate(
                    Aggregate.Function.valueOf(over.string("function")),
                    conditions.fact(over.get("records")),
                    over.has("member") ? conditions.fact(over.get("member")) : null,
                    conditions.readOptional(over.get("where")));
        }
        return new Derivation(
                conditions.fact(one.get("fact")),
                one.has("expression") ? expressions.read(one.get("expression")) : null,
                aggregate,
                conditions.readOptional(one.get("measuredWhen")));
    }

    private Clause clause(Fields one) {
        return new Clause(
                one.string("number"),
                one.integer("chapter"),
                one.text("text"),
                one.text("plain"),
                one.flag("veto"),
                Severity.valueOf(one.string("severity")),
                one.integer("dueDays"),
                one.number("classes"),
                conditions.readOptional(one.get("appliesWhen")),
                one.flag("judged"),
                one.list("cases", this::oneCase));
    }

    private Clause.Case oneCase(Fields one) {
        return new Clause.Case(
                one.number("classes"),
                conditions.readOptional(one.get("when")),
                conditions.readOptional(one.get("check")),
                Obligation.valueOf(one.string("obligation")),
                one.number("points"),
                grading(one.list("grading")),
                one.optionalText("text"));
    }

    private Grading grading(List<?> code) {
        return switch (String.valueOf(code.getFirst())) {
            case "full" -> new Grading.Full();
            case "proRata" -> new Grading.ProRata();
            case "perMissing" -> new Grading.PerMissing(number(code.get(1)));
            case "perFailure" -> new Grading.PerFailure(number(code.get(1)));
            case "perUnit" -> new Grading.PerUnit(number(code.get(1)), conditions.fact(code.get(2)));
            case "linear" -> new Grading.Linear(conditions.fact(code.get(1)), number(code.get(2)), number(code.get(3)));
            case "steps" -> {
                List<Grading.Steps.Step> steps = new ArrayList<>();
                for (int i = 1; i < code.size(); i++) {
                    List<?> step = (List<?>) code.get(i);
                    steps.add(new Grading.Steps.Step(conditions.read(step.get(0)), number(step.get(1))));
                }
                yield new Grading.Steps(List.copyOf(steps));
            }
            default -> throw new Json.Malformed("Unknown grading " + Json.write(code) + ".");
        };
    }

    private static Band band(Fields one) {
        List<Band.Gate> gates = new ArrayList<>();
        for (Object gate : one.list("gates")) {
            List<?> code = (List<?>) gate;
            gates.add(
                    switch (String.valueOf(code.getFirst())) {
                        case "atMostFailed" ->
                            new Band.AtMostFailed((int) number(code.get(1)), number(code.get(2)), number(code.get(3)));
                        case "leastShare" -> new Band.LeastShare(number(code.get(1)), number(code.get(2)));
                        case "noVeto" -> new Band.NoVeto(number(code.get(1)));
                        default -> throw new Json.Malformed("Unknown gate " + Json.write(code) + ".");
                    });
        }
        return new Band(
                one.string("name"),
                one.text("label"),
                one.integer("stars"),
                one.number("leastScore"),
                List.copyOf(gates));
    }
}
