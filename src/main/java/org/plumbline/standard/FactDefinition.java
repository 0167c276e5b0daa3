package org.plumbline.standard;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;
import org.plumbline.rulebook.Validity;

/**
 * A fact of the shared vocabulary ({@code cccev:InformationConcept}), before it is numbered for a rulebook.
 *
 * @param name local name, unique over all facts
 * @param node its IRI
 * @param type datatype
 * @param label what people call it
 * @param question what an observer is asked; null for derived and system facts
 * @param codes code list, or null
 * @param unit unit of a number, or null
 * @param of record kind that it belongs to, or null for the site
 * @param record record kind that it lists, or null
 * @param key name of the fact that keys the series, or null
 * @param observers who may observe it: local names such as Inspector
 * @param sensitivity Public, Restricted or Personal
 * @param validFor how long an observation counts
 * @param plausible values outside it need confirming, or null
 * @param limit values outside it are refused, or null
 * @param mayBeNone whether "looked, there is none" is a sensible answer
 * @param heldBy kind of place that holds it, or null
 * @param across Sum, Min or Max over several such places, or null
 * @param derived whether it is computed
 * @param system whether only the system states or computes it
 */
public record FactDefinition(
        String name,
        Node node,
        Datatype type,
        Text label,
        @Nullable Text question,
        @Nullable CodeList codes,
        @Nullable Unit unit,
        @Nullable String of,
        @Nullable String record,
        @Nullable String key,
        List<String> observers,
        String sensitivity,
        Validity validFor,
        @Nullable Span plausible,
        @Nullable Span limit,
        boolean mayBeNone,
        @Nullable String heldBy,
        @Nullable String across,
        boolean derived,
        boolean system) {

    /** A closed range of numbers in millionths. */
    public record Span(long from, long to) {
        /** Whether {@code value} is within. */
        public boolean holds(long value) {
            return value >= from && value <= to;
        }
    }

    /** Whether a sheet, form or file may state it. */
    public boolean observed() {
        return !derived && !system;
    }
}
