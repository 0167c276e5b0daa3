package org.plumbline.rulebook.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Condition.Any;
import org.plumbline.rulebook.Condition.Not;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;

/** Conditions as JSON arrays that begin with the kind of condition; facts stand as their numbers. */
final class ConditionCode {
    private final List<Fact> facts;
    private final Map<String, Integer> indexes = new HashMap<>();

    ConditionCode(List<Fact> facts) {
        this.facts = facts;
        for (int i = 0; i < facts.size(); i++) {
            indexes.put(facts.get(i).name(), i);
        }
    }

    @Nullable
    Object write(@Nullable Condition condition) {
        return switch (condition) {
            case null -> null;
            case All all -> junction("all", all.parts());
            case Any any -> junction("any", any.parts());
            case Not not -> list("not", write(not.part()));
            case Bound bound ->
                list("bound", index(bound.fact()), bound.comparison().sign(), Json.Number.of(bound.limit()));
            case Count count ->
                list("count", index(count.fact()), count.comparison().sign(), Json.Number.of(count.limit()));
            case Has has -> list("has", index(has.fact()), Json.Number.of(has.members()));
            case Equal equal -> list("equal", index(equal.fact()), Json.Number.of(equal.required()), equal.text());
            case AllIn in ->
                list(
                        "in",
                        index(in.fact()),
                        Json.Number.of(in.members()),
                        in.values().stream().map(Json.Number::of).toList(),
                        in.texts());
            case CountIn count ->
                list(
                        "countIn",
                        index(count.fact()),
                        Json.Number.of(count.members()),
                        count.comparison().sign(),
                        Json.Number.of(count.limit()));
            case Matches matches -> list("matches", index(matches.fact()), matches.regex());
            case AtMostOther other ->
                list("other", index(other.fact()), other.comparison().sign(), index(other.other()));
            case Each each -> list("each", index(each.fact()), write(each.part()));
            case Found found ->
                list("found", index(found.fact()), index(found.code()), Json.Number.of(found.members()));
            case CountRecords count ->
                list(
                        "records",
                        index(count.fact()),
                        write(count.part()),
                        count.comparison().sign(),
                        Json.Number.of(count.limit()));
        };
    }

    private Object junction(String kind, List<Condition> parts) {
        List<@Nullable Object> list = new ArrayList<>(List.of(kind));
        parts.forEach(part -> list.add(write(part)));
        return list;
    }

    static List<@Nullable Object> list(@Nullable Object... members) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object member : members) {
            list.add(member);
        }
        return list;
    }

    Object index(Fact fact) {
        Integer index = indexes.get(fact.name());
        return Json.Number.of(index == null ? -1 : index);
    }

    @Nullable
    Condition readOptional(@Nullable Object code) {
        return code == null ? null : read(code);
    }

    Condition read(@Nullable Object code) {
        if (!(code instanceof List<?> list) || list.isEmpty() || !(list.getFirst() instanceof String kind)) {
            throw new Json.Malformed("A condition was expected, not " + Json.write(code) + ".");
        }
        return switch (kind) {
            case "all" -> new All(parts(list));
            case "any" -> new Any(parts(list));
            case "not" -> new Not(read(list.get(1)));
            case "bound" -> new Bound(fact(list.get(1)), sign(list.get(2)), number(list.get(3)));
            case "count" -> new Count(fact(list.get(1)), sign(list.get(2)), number(list.get(3)));
            case "has" -> new Has(fact(list.get(1)), number(list.get(2)));
            case "equal" ->
                new Equal(
                        fact(list.get(1)),
                        number(list.get(2)),
                        list.get(3) == null ? null : String.valueOf(list.get(3)));
            case "in" ->
                new AllIn(
                        fact(list.get(1)),
                        number(list.get(2)),
                        ((List<?>) list.get(3))
                                .stream().map(ConditionCode::number).toList(),
                        ((List<?>) list.get(4)).stream().map(String::valueOf).toList());
            case "countIn" ->
                new CountIn(fact(list.get(1)), number(list.get(2)), sign(list.get(3)), number(list.get(4)));
            case "matches" -> new Matches(fact(list.get(1)), String.valueOf(list.get(2)));
            case "other" -> new AtMostOther(fact(list.get(1)), sign(list.get(2)), fact(list.get(3)));
            case "each" -> new Each(fact(list.get(1)), read(list.get(2)));
            case "found" -> new Found(fact(list.get(1)), fact(list.get(2)), number(list.get(3)));
            case "records" ->
                new CountRecords(fact(list.get(1)), read(list.get(2)), sign(list.get(3)), number(list.get(4)));
            default -> throw new Json.Malformed("Unknown condition \"" + kind + "\".");
        };
    }

    private List<Condition> parts(List<?> list) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 1; i < list.size(); i++) {
            parts.add(read(list.get(i)));
        }
        return List.copyOf(parts);
    }

    Fact fact(@Nullable Object index) {
        return facts.get((int) number(index));
    }

    static long number(@Nullable Object value) {
        return Fields.number(value, "number");
    }

    static Comparison sign(@Nullable Object value) {
        return Comparison.ofSign(String.valueOf(value));
    }
}
