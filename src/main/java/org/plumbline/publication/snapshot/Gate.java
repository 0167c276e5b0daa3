package org.plumbline.publication.snapshot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Canonical;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/**
 * The one gate between what is recorded and what is published. It works on values before they are copied:
 *
 * <ul>
 *   <li><b>sensitivity</b>: a fact that is not pl:Public passes without its value, nested ones too;
 *   <li><b>small cells</b>: a count of people below {@value #LEAST} that a place holds passes without its value, for it may
 *       point at somebody; so does a sum over places when one of its parts is so small;
 *   <li><b>pseudonyms</b>: whoever is not named by a role's IRI becomes the role {@code unnamed}.
 * </ul>
 *
 * Assessments that rest on such values are the work of {@link AssessmentGate}.
 */
final class Gate {
    /** The least count of people that is shown. */
    static final int LEAST = 5;

    private static final BigDecimal LEAST_COUNT = BigDecimal.valueOf(LEAST);

    private final FactBook book;
    private final Set<String> closed = new TreeSet<>();

    Gate(FactBook book) {
        this.book = book;
        book.facts().values().stream()
                .filter(fact -> !fact.sensitivity().equals("Public"))
                .forEach(fact -> closed.add(fact.name()));
    }

    /** What passed of some facts, and the names of those that did not, or not whole. */
    record Passed(Map<String, Object> facts, Set<String> withheld) {}

    /** Names the rules, so that a change of them shows: a hash over the facts that never pass and the least count. */
    String rules() {
        String text = LEAST + " " + String.join(" ", closed);
        return "sha256:" + HexFormat.of().formatHex(Canonical.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The facts of a record, or of a submission, by name; values that may not pass give way to {@code {"withheld":true}}. */
    Passed facts(Map<?, ?> stated) {
        Map<String, Object> passed = Json.object();
        Set<String> withheld = new TreeSet<>();
        stated.forEach((name, entry) -> {
            if (entry instanceof Map<?, ?> fields) {
                passed.put(String.valueOf(name), entry(String.valueOf(name), fields, withheld));
            }
        });
        return new Passed(passed, withheld);
    }

    /** The role to name in public for an actor. */
    String actor(String actor, String roles) {
        return actor.startsWith(roles) ? actor : roles + "unnamed";
    }

    private Map<String, Object> entry(String name, Map<?, ?> fields, Set<String> withheld) {
        FactDefinition fact = book.facts().get(name);
        // A fact that the vocabulary no longer has cannot say how sensitive it is.
        if (fact == null || closed.contains(name) || small(fact, fields)) {
            withheld.add(name);
            return origin(fields);
        }
        Map<String, Object> passed = Json.object();
        fields.forEach((key, value) -> passed.put(
                String.valueOf(key),
                switch (String.valueOf(key)) {
                    case "records" -> records(name, value, withheld);
                    case "disputed", "parts" -> members(name, value, withheld);
                    default -> value;
                }));
        return passed;
    }

    private Object records(String name, @Nullable Object value, Set<String> withheld) {
        Map<String, Object> records = Json.object();
        if (value instanceof Map<?, ?> stated) {
            stated.forEach((key, record) -> {
                Map<?, ?> members = record instanceof Map<?, ?> map ? map : Map.of();
                Passed passed = facts(members);
                if (!passed.withheld().isEmpty()) {
                    withheld.add(name);
                    withheld.addAll(passed.withheld());
                }
                records.put(String.valueOf(key), passed.facts());
            });
        }
        return records;
    }

    private List<Object> members(String name, @Nullable Object value, Set<String> withheld) {
        List<Object> members = new ArrayList<>();
        for (Object member : value instanceof List<?> list ? list : List.of()) {
            members.add(member instanceof Map<?, ?> fields ? entry(name, fields, withheld) : Map.of());
        }
        return members;
    }

    /** A count of people that a place holds, when it, or one of the parts it is summed from, is too small to show. */
    private static boolean small(FactDefinition fact, Map<?, ?> fields) {
        if (fact.heldBy() == null || fact.unit() == null || !fact.unit().ucum().equals("{person}")) {
            return false;
        }
        if (fields.get("value") instanceof String value && new BigDecimal(value).compareTo(LEAST_COUNT) < 0) {
            return true;
        }
        return any(fact, fields.get("parts")) || any(fact, fields.get("disputed"));
    }

    private static boolean any(FactDefinition fact, @Nullable Object entries) {
        return entries instanceof List<?> list
                && list.stream().anyMatch(one -> one instanceof Map<?, ?> fields && small(fact, fields));
    }

    /** Who and when, without what. */
    private static Map<String, Object> origin(Map<?, ?> fields) {
        Map<String, Object> origin = Json.object();
        origin.put("withheld", true);
        for (String kept : List.of("on", "source", "submission")) {
            Object value = fields.get(kept);
            if (value != null) {
                origin.put(kept, value);
            }
        }
        return origin;
    }
}
