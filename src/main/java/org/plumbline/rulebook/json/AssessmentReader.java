package org.plumbline.rulebook.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Reason;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Standing;

/** Reads back what {@link AssessmentWriter} wrote. */
public final class AssessmentReader {
    private AssessmentReader() {}

    /**
     * What the result is made of. Clauses that the rulebook no longer has are left out.
     *
     * @throws Json.Malformed if a field is missing or wrong
     */
    public static Standing standing(Rulebook rulebook, Map<String, ?> assessment) {
        Map<String, Integer> indexes = new HashMap<>();
        for (Clause clause : rulebook.clauses()) {
            indexes.put(clause.number(), indexes.size());
        }
        List<ClauseResult> results = new ArrayList<>();
        for (Fields clause : new Fields(assessment).list("clauses", one -> one)) {
            Integer index = indexes.get(clause.string("clause"));
            if (index != null) {
                results.add(result(index, clause));
            }
        }
        return Standing.of(rulebook, results);
    }

    /** A clause as far as totals need it; one that does not apply is like an option not used. */
    private static ClauseResult result(int index, Fields clause) {
        Outcome outcome = Outcome.ofTerm(clause.string("outcome"));
        String obligation = clause.optional("obligation");
        String known = clause.optional("lastKnown");
        long earned = thousandths(clause.get("earned"));
        return new ClauseResult(
                index,
                outcome,
                Reason.valueOf(clause.string("reason")),
                -1,
                obligation == null ? Obligation.MAY : Obligation.valueOf(obligation),
                thousandths(clause.get("points")),
                earned,
                earned,
                List.of(),
                known == null ? null : Outcome.ofTerm(known));
    }

    private static long thousandths(@Nullable Object points) {
        return switch (points) {
            case Json.Number(var digits) ->
                new BigDecimal(digits).movePointRight(3).longValueExact();
            case null, default -> 0;
        };
    }
}
