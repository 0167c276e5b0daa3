package org.plumbline.fact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one source observed at one site, or of one place, on one day: what becomes a submission.
 *
 * @param code code of the site or place
 * @param place whether it is a place, which states only facts that its kind of place holds
 * @param siteClass local name of the site's class; null where it is not known here, and for a place
 * @param observedOn the day
 * @param source local name of the source, such as Inspector
 * @param facts what was observed, by local name of the fact
 * @param judgements what a person judged, by IRI of the clause
 */
public record SiteFacts(
        String code,
        boolean place,
        @Nullable String siteClass,
        LocalDate observedOn,
        String source,
        SortedMap<String, FactValue> facts,
        SortedMap<String, Judgement> judgements) {
    public SiteFacts {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        judgements = Collections.unmodifiableSortedMap(new TreeMap<>(judgements));
    }

    /**
     * A person's verdict on a clause that no program decides.
     *
     * @param passed whether the clause is met
     * @param reason why, in the judge's words
     */
    public record Judgement(boolean passed, String reason) {
        /** Local name of the EARL outcome. */
        public String outcome() {
            return passed ? "passed" : "failed";
        }
    }

    /** Facts of a site without judgements. */
    public static SiteFacts ofSite(
            String code, String siteClass, LocalDate on, String source, SortedMap<String, FactValue> facts) {
        return new SiteFacts(code, false, siteClass, on, source, facts, new TreeMap<>());
    }

    /** Facts that a place holds. */
    public static SiteFacts ofPlace(String code, LocalDate on, String source, SortedMap<String, FactValue> facts) {
        return new SiteFacts(code, true, null, on, source, facts, new TreeMap<>());
    }

    /** Whether nothing at all is stated. */
    public boolean empty() {
        return facts.isEmpty() && judgements.isEmpty();
    }
}
