package org.plumbline.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.rulebook.Micros;

/**
 * How values stand in JSON, in observations and in the record of a site: {@code {"value":"480.5"}}, {@code {"value":true}},
 * {@code {"value":["council","service"]}}, {@code {"none":true}}, {@code {"records":{"201":{"roomKind":{"value":"reception"}}}}},
 * {@code {"outcome":"passed","reason":"…"}}. Numbers and dates are texts, codes their local names.
 */
final class RecordJson {
    /** Before the IRI of a clause, the name under which its judgement is kept beside the facts. */
    static final String JUDGEMENT = "judgement:";

    private RecordJson() {}

    static ObjectNode of(FactValue value) {
        ObjectNode json = CanonicalJson.object();
        switch (value) {
            case FactValue.None none -> json.put("none", true);
            case FactValue.Truth(var truth) -> json.put("value", truth);
            case FactValue.Amount(var micros) -> json.put("value", Micros.format(micros));
            case FactValue.Day(var day) -> json.put("value", day.toString());
            case FactValue.Wording(var text) -> json.put("value", text);
            case FactValue.Codes(var codes) -> {
                ArrayNode array = json.putArray("value");
                codes.forEach(array::add);
            }
            case FactValue.Records(var records) -> {
                ObjectNode set = json.putObject("records");
                records.forEach((key, members) -> {
                    ObjectNode one = set.putObject(key);
                    members.forEach((name, member) -> one.set(name, of(member)));
                });
            }
        }
        return json;
    }

    static ObjectNode of(Judgement judgement) {
        return CanonicalJson.object().put("outcome", judgement.outcome()).put("reason", judgement.reason());
    }

    /** Facts and judgements by the names under which they are kept. */
    static ObjectNode of(SiteFacts facts) {
        ObjectNode json = CanonicalJson.object();
        facts.facts().forEach((name, value) -> json.set(name, of(value)));
        facts.judgements().forEach((clause, judgement) -> json.set(JUDGEMENT + clause, of(judgement)));
        return json;
    }

    /** Whether a value is "looked, there is none". */
    static boolean none(JsonNode value) {
        return value.path("none").asBoolean();
    }

    /** The value as a record shows it: a fact of one code has it as text, a fact of many as array. */
    static ObjectNode shaped(ObjectNode value, boolean many) {
        ObjectNode shaped = value.deepCopy();
        JsonNode inner = shaped.get("value");
        if (inner != null && inner.isArray() && !many && inner.size() == 1) {
            shaped.set("value", TextNode.valueOf(inner.get(0).textValue()));
        }
        return shaped;
    }

    /** Copies the entries of one object into another. */
    static void copy(ObjectNode from, ObjectNode to) {
        for (Map.Entry<String, JsonNode> entry : from.properties()) {
            to.set(entry.getKey(), entry.getValue());
        }
    }
}
