package org.plumbline.rulebook.json;

import java.util.List;
import java.util.Map;
import org.plumbline.rulebook.Rulebook;

/** The record that a published assessment rests on: what a reader needs to repeat the verdict without asking anybody. */
public final class PublishedRecord {
    private PublishedRecord() {}

    /**
     * The date that a published assessment holds for, ISO 8601.
     *
     * @throws Json.Malformed when the data name none
     */
    public static String onDate(Map<?, ?> published) {
        if (published.get("onDate") instanceof String date) {
            return date;
        }
        throw new Json.Malformed("It has no \"onDate\".");
    }

    /**
     * The record, as {@link RecordReader} describes it.
     *
     * @param published the data of a site as the portal publishes it and as its report carries it; its judgements stand by number
     *     of their clause, in a record they stand by IRI
     * @param rulebook of the edition that the site was held against
     * @throws Json.Malformed when the data hold no facts
     */
    public static Map<String, Object> of(Map<?, ?> published, Rulebook rulebook) {
        if (!(published.get("facts") instanceof Map<?, ?> facts)) {
            throw new Json.Malformed("It has no \"facts\".");
        }
        Map<String, Object> record = Json.object();
        record.put("facts", facts);
        for (String name : List.of("site", "siteClass")) {
            Object value = published.get(name);
            if (value == null) {
                throw new Json.Malformed("It has no \"" + name + "\".");
            }
            record.put(name, value);
        }
        Map<String, Object> judgements = Json.object();
        if (published.get("judgements") instanceof Map<?, ?> stated) {
            stated.forEach(
                    (clause, judgement) -> judgements.put(rulebook.clauseIri(String.valueOf(clause)), judgement));
        }
        record.put("judgements", judgements);
        return record;
    }
}
