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
    private static final int MOST_OLDEST = 5;

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
        oldest(assessment, values);
        return values;
    }

    /** The age of the oldest required fact, with the facts that are so old. */
    private static void oldest(Assessment assessment, Map<String, Object> values) {
        for (Fact fact : assessment.rulebook().facts()) {
            if (fact.role() != Fact.Role.OLDEST_FACT_AGE || assessment.facts().state(fact.slot()) != Subject.VALUE) {
                continue;
            }
            long age = assessment.facts().value(fact.slot());
            long day = assessment.onDay() - age / Micros.ONE;
            Map<String, Object> entry = Json.object();
            entry.put("value", Micros.format(age));
            entry.put(
                    "from",
                    assessment.rulebook().facts().stream()
                            .filter(other -> other.kind() == Fact.SITE && other.role() == Fact.Role.OBSERVED)
                            .filter(other -> assessment.facts().observed(other.slot()) == day)
                            .map(Fact::name)
                            .sorted()
                            .limit(MOST_OLDEST)
                            .toList());
            values.put(fact.name(), entry);
        }
    }

    private static Object value(Fact fact, long value) {
        return switch (fact.type()) {
            case BOOLEAN -> value == 1;
            case DATE -> Dates.iso(value);
            default -> Micros.format(value);
        };
    }
}
