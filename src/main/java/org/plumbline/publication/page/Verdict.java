package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.json.Json;
import org.plumbline.web.Text;

/** A published assessment of one site, read from its JSON. */
final class Verdict {
    private final Map<String, @Nullable Object> json;
    private final Map<String, Map<?, ?>> clauses = new HashMap<>();

    Verdict(Map<String, @Nullable Object> json) {
        this.json = json;
        for (Object clause : list(json.get("clauses"))) {
            Map<?, ?> fields = map(clause);
            clauses.put(String.valueOf(fields.get("clause")), fields);
        }
    }

    /** The whole of it. */
    Map<String, @Nullable Object> json() {
        return json;
    }

    /** A text such as {@code band}; null when it is not there. */
    @Nullable
    String string(String name) {
        return json.get(name) instanceof String text ? text : null;
    }

    /** A number such as {@code score}; null when it is not there. */
    @Nullable
    BigDecimal number(String name) {
        return number(json.get(name));
    }

    /** Whether it is provisional. */
    boolean provisional() {
        return Boolean.TRUE.equals(json.get("provisional"));
    }

    /** Names in a list such as {@code vetoes}. */
    List<String> names(String name) {
        return list(json.get(name)).stream().map(String::valueOf).toList();
    }

    /** Whether it says anything of a clause. */
    boolean has(String clause) {
        return clauses.containsKey(clause);
    }

    /** The outcome of a clause. */
    Outcome outcome(String clause) {
        return Outcome.ofTerm(String.valueOf(clause(clause).get("outcome")));
    }

    /** Strength of the case that applied; null when the clause did not apply. */
    @Nullable
    Obligation obligation(String clause) {
        return clause(clause).get("obligation") instanceof String name ? Obligation.valueOf(name) : null;
    }

    /** Points possible or earned; zero when the clause did not apply. */
    BigDecimal points(String clause, String which) {
        BigDecimal points = number(clause(clause).get(which));
        return points == null ? BigDecimal.ZERO : points;
    }

    /** The sentence that says why a clause has its outcome. */
    Text sentence(String clause) {
        Map<?, ?> text = map(clause(clause).get("text"));
        return new Text(String.valueOf(text.get("zh")), String.valueOf(text.get("en")));
    }

    /** Names of facts that an open clause still needs, without the records they stand on. */
    List<String> needs(String clause) {
        List<String> needs = new ArrayList<>();
        for (Object need : list(clause(clause).get("needs"))) {
            String name = String.valueOf(need).replaceFirst("^.*/", "");
            if (!needs.contains(name)) {
                needs.add(name);
            }
        }
        return needs;
    }

    /** The fields of a fact as the record states it; empty when nobody observed it. */
    Map<?, ?> fact(String name) {
        return map(map(json.get("facts")).get(name));
    }

    /** The fields of a derived fact; empty when it has no value. */
    Map<?, ?> derived(String name) {
        return map(map(json.get("derived")).get(name));
    }

    /** Names of all facts it rests on. */
    List<String> factNames() {
        return map(json.get("facts")).keySet().stream().map(String::valueOf).toList();
    }

    /** Facts as canonical JSON. */
    String facts() {
        return Json.write(map(json.get("facts")));
    }

    /** The fields of a judgement; empty when nobody judged. */
    Map<?, ?> judgement(String clause) {
        return map(map(json.get("judgements")).get(clause));
    }

    /** Points of a chapter; zero when it has none. */
    BigDecimal chapter(String number, String which) {
        for (Object one : list(json.get("chapters"))) {
            Map<?, ?> chapter = map(one);
            BigDecimal points = number(chapter.get(which));
            if (number.equals(chapter.get("chapter")) && points != null) {
                return points;
            }
        }
        return BigDecimal.ZERO;
    }

    /** Score of a chapter, 0..100 rounded down; null when nothing is possible. */
    @Nullable
    BigDecimal chapterScore(String number) {
        BigDecimal possible = chapter(number, "points");
        return possible.signum() == 0
                ? null
                : chapter(number, "earned").movePointRight(2).divide(possible, 2, RoundingMode.DOWN);
    }

    private Map<?, ?> clause(String number) {
        return clauses.getOrDefault(number, Map.of());
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Json.Number(var digits) -> new BigDecimal(digits);
            case String text -> new BigDecimal(text);
            case null, default -> null;
        };
    }
}
