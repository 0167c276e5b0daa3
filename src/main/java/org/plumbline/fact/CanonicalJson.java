package org.plumbline.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.plumbline.rulebook.json.Json;

/** JSON in its one canonical form (RFC 8785), for what is compared and hashed. Numbers stand as strings, so none occur. */
final class CanonicalJson {
    private CanonicalJson() {}

    /** An empty object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The same as {@link org.plumbline.rulebook.json.Json} reads it: sorted maps, lists, strings, booleans. */
    static Map<String, Object> plain(ObjectNode node) {
        Map<String, Object> plain = Json.object();
        node.properties().forEach(entry -> plain.put(entry.getKey(), plain(entry.getValue())));
        return plain;
    }

    private static Object plain(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> plain(object);
            case ArrayNode array ->
                array.valueStream().map(CanonicalJson::plain).toList();
            case TextNode text -> text.textValue();
            case BooleanNode truth -> truth.booleanValue();
            default -> throw new IllegalArgumentException("Not in records of facts: " + node.getNodeType());
        };
    }

    /** The canonical text. */
    static String write(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            out.append('{');
            String separator = "";
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                out.append(separator);
                quote(name, out);
                out.append(':');
                write(node.get(name), out);
                separator = ",";
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            String separator = "";
            for (JsonNode element : node) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(']');
        } else if (node.isTextual()) {
            quote(node.textValue(), out);
        } else if (node.isBoolean() || node.isNull()) {
            out.append(node.asText());
        } else {
            throw new IllegalArgumentException("Not in records of facts: " + node.getNodeType());
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
