package org.plumbline.publication.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;

/**
 * Takes one assessment through the {@link Gate}: its facts, the values derived from them, and whatever a clause says of them. The
 * outcome of a clause is public; how far it was missed is not where a value behind it is not.
 */
final class AssessmentGate {
    private static final Map<String, Object> SENTENCE =
            Map.of("zh", "不符合；所据数据不公开。", "en", "Not met; the figures behind it are not public.");

    private final Gate gate;

    AssessmentGate(Gate gate) {
        this.gate = gate;
    }

    /**
     * An assessment as it may be published: the JSON of {@link AssessmentWriter} with {@code derived} values and
     * {@code judgements} by clause number beside its facts.
     */
    Map<String, Object> pass(Held held) {
        Assessment assessment = held.assessment();
        Map<?, ?> stated = held.record().get("facts") instanceof Map<?, ?> map ? map : Map.of();
        Gate.Passed passed = gate.facts(stated);
        Map<String, Object> shown =
                AssessmentWriter.object(assessment, held.edition().rulebookHash(), passed.facts());
        shown.putIfAbsent("facts", Json.object());
        Set<String> hidden = dependent(assessment.rulebook(), passed.withheld());
        Map<String, Object> derived = Derived.values(assessment);
        derived.keySet().removeAll(hidden);
        shown.put("derived", derived);
        shown.put("judgements", judgements(held));
        if (!hidden.isEmpty()) {
            shown.put("clauses", clauses(assessment, shown.get("clauses"), hidden));
        }
        return shown;
    }

    /** The facts that do not pass and all that is computed from them. */
    private static Set<String> dependent(Rulebook rulebook, Set<String> withheld) {
        Set<String> hidden = new TreeSet<>(withheld);
        if (!withheld.isEmpty()) {
            for (Derivation derivation : rulebook.derivations()) {
                derivation.facts(operand -> {
                    if (hidden.contains(operand.name())) {
                        hidden.add(derivation.fact().name());
                    }
                });
            }
        }
        return hidden;
    }

    private static List<Object> clauses(Assessment assessment, @Nullable Object clauses, Set<String> hidden) {
        List<Object> shown = new ArrayList<>();
        int index = 0;
        for (Object clause : clauses instanceof List<?> list ? list : List.of()) {
            ClauseResult result = assessment.results().get(index++);
            shown.add(reads(assessment, result, hidden) ? clause((Map<?, ?>) clause, result) : clause);
        }
        return shown;
    }

    private static boolean reads(Assessment assessment, ClauseResult result, Set<String> hidden) {
        Set<String> read = new HashSet<>();
        assessment
                .rulebook()
                .clauses()
                .get(result.clause())
                .facts(assessment.record().siteClass(), fact -> read.add(fact.name()));
        return read.stream().anyMatch(hidden::contains);
    }

    private static Map<String, Object> clause(Map<?, ?> clause, ClauseResult result) {
        Map<String, Object> shown = Json.object();
        clause.forEach((key, value) -> shown.put(String.valueOf(key), value));
        shown.remove("gaps");
        shown.put("withheld", true);
        if (result.outcome() == Outcome.FAILED) {
            shown.put("text", SENTENCE);
        }
        return shown;
    }

    private static Map<String, Object> judgements(Held held) {
        Map<String, Object> judgements = Json.object();
        String prefix = held.edition().rulebook().clauseIri("");
        if (held.record().get("judgements") instanceof Map<?, ?> stated) {
            stated.forEach((clause, judgement) -> {
                String iri = String.valueOf(clause);
                if (iri.startsWith(prefix) && judgement != null) {
                    judgements.put(iri.substring(prefix.length()), judgement);
                }
            });
        }
        return judgements;
    }
}
