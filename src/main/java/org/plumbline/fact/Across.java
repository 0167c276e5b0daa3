package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.plumbline.rulebook.Micros;
import org.plumbline.standard.FactDefinition;

/** One value of a fact held by several places that a site stands in: their sum, least or greatest. */
final class Across {
    private Across() {}

    /**
     * Combines entries of a record, one for each place, at least one. With several, the result dates from the oldest of them,
     * for it ages with that, and lists all as {@code parts}. A dispute about one place is a dispute about the whole; a place
     * that has none adds nothing.
     */
    static ObjectNode of(FactDefinition fact, List<ObjectNode> entries) {
        if (entries.size() == 1) {
            return entries.getFirst();
        }
        for (ObjectNode entry : entries) {
            if (entry.has("disputed")) {
                return entry;
            }
        }
        ObjectNode oldest = entries.getFirst();
        long result = 0;
        boolean any = false;
        for (ObjectNode entry : entries) {
            oldest = entry.get("on").textValue().compareTo(oldest.get("on").textValue()) < 0 ? entry : oldest;
            if (RecordJson.none(entry)) {
                continue;
            }
            long micros = Micros.parse(entry.get("value").textValue());
            result = any ? combine(Objects.requireNonNull(fact.across()), result, micros) : micros;
            any = true;
        }
        ObjectNode combined = oldest.deepCopy();
        combined.remove("place");
        if (any) {
            combined.remove("none");
            combined.put("value", Micros.format(result));
        }
        ArrayNode parts = combined.putArray("parts");
        entries.forEach(parts::add);
        return combined;
    }

    private static long combine(String across, long a, long b) {
        return switch (across) {
            case "Sum" -> Math.addExact(a, b);
            case "Min" -> Math.min(a, b);
            case "Max" -> Math.max(a, b);
            default -> throw new IllegalArgumentException("pl:across is Sum, Min or Max, not " + across);
        };
    }
}
