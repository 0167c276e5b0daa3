package org.plumbline.publication.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Apart;

/**
 * Takes an erased text out of a published assessment: where it is the value of its fact or the reason of a judgement, and out of the
 * sentences about clauses that read the fact. Everything else stays, also where it happens to read the same.
 */
final class ErasedQuotes {
    private final String name;
    private final String text;
    private final Set<String> clauses = new TreeSet<>();

    /**
     * For one text.
     *
     * @param name local name of the fact, or {@code reason}
     */
    ErasedQuotes(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Numbers of the clauses whose sentences quoted it. */
    Set<String> clauses() {
        return clauses;
    }

    /** The assessment without it. */
    Map<String, @Nullable Object> without(Map<String, @Nullable Object> assessment) {
        return each(assessment, (key, value) -> switch (key) {
            case "facts" -> facts(value);
            case "judgements" -> valueOf("reason", value);
            case "clauses" -> all(value, this::clause);
            default -> value;
        });
    }

    /** Facts by name, also those of records. */
    private @Nullable Object facts(@Nullable Object node) {
        if (node instanceof List<?>) {
            return all(node, this::facts);
        }
        return node instanceof Map<?, ?> map
                ? each(map, (key, value) -> key.equals(name) ? valueOf("value", value) : facts(value))
                : node;
    }

    /** The same with what stands under a key replaced where it is the text. */
    private @Nullable Object valueOf(String wanted, @Nullable Object node) {
        if (node instanceof List<?>) {
            return all(node, one -> valueOf(wanted, one));
        }
        return node instanceof Map<?, ?> map
                ? each(
                        map,
                        (key, value) ->
                                key.equals(wanted) && text.equals(value) ? Apart.ERASED : valueOf(wanted, value))
                : node;
    }

    private @Nullable Object clause(@Nullable Object node) {
        if (!(node instanceof Map<?, ?> clause && clause.get("facts") instanceof List<?> read && read.contains(name))) {
            return node;
        }
        clauses.add(String.valueOf(clause.get("clause")));
        return each(clause, (key, value) -> key.equals("text") || key.equals("gaps") ? sentences(value) : value);
    }

    private @Nullable Object sentences(@Nullable Object node) {
        return switch (node) {
            case String sentence -> sentence.replace(text, Apart.ERASED);
            case Map<?, ?> map -> each(map, (key, value) -> sentences(value));
            case List<?> list -> all(list, this::sentences);
            case null, default -> node;
        };
    }

    /** What is made of each thing under a name. */
    private static Map<String, @Nullable Object> each(
            Map<?, ? extends @Nullable Object> map, BiFunction<String, @Nullable Object, @Nullable Object> make) {
        Map<String, @Nullable Object> made = new TreeMap<>();
        map.forEach((key, value) -> made.put(String.valueOf(key), make.apply(String.valueOf(key), value)));
        return made;
    }

    /** What is made of each thing in a list; anything else as it is. */
    private static @Nullable Object all(@Nullable Object node, Change make) {
        if (!(node instanceof List<?> list)) {
            return node;
        }
        List<@Nullable Object> made = new ArrayList<>();
        list.forEach(one -> made.add(make.of(one)));
        return made;
    }

    /** Makes one thing of another. */
    private interface Change {
        @Nullable
        Object of(@Nullable Object one);
    }
}
