package org.plumbline.publication.snapshot;

import java.util.Map;
import java.util.TreeSet;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Subject;
import org.plumbline.rulebook.json.Json;

/** The values that a rulebook computed for one site, so that a reader sees each step from a fact to a verdict. */
final class Derived {
    private Derived() {}

    /** By name: {@code {"value":"31.57","from":["committeeHouseholds","floorArea"]}}, or {@code "none":true} for none. */
    static Map<String, Object> values(Assessment assessment) {
        Map<String, Object> values = Json.object();
        for (Derivation derivation : assessment.rulebook().derivations()) {
            Fact fact = derivation.fact();
            if (fact.kind() != Fact.SITE) {
                continue;
            }
            byte state = assessment.facts().state(fact.slot());
            if (state != Subject.VALUE && state != Subject.NONE) {
                continue;
            }
            Map<String, Object> entry = Json.object();
            if (state == Subject.NONE) {
                entry.put("none", true);
            } else {
                entry.put("value", value(fact, assessment.facts().value(fact.slot())));
            }
            TreeSet<String> from = new TreeSet<>();
            derivation.facts(operand -> {
                if (operand.kind() == Fact.SITE) {
                    from.add(operand.name());
                }
            });
            entry.put("from", java.util.List.copyOf(from));
            values.put(fact.name(), entry);
        }
        return values;
    }

    private static Object value(Fact fact, long value) {
        return switch (fact.type()) {
            case BOOLEAN -> value == 1;
            case DATE -> Dates.iso(value);
            default -> Micros.format(value);
        };
    }
}
