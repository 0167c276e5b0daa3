package org.plumbline.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.rulebook.json.Json;

/**
 * An assessment's JSON made linked data by a context that stands in it, so that a reader fetches nothing. One form everywhere: what
 * a command writes, what a site's data is, and what its report carries.
 */
public final class AssessmentJsonLd {
    /**
     * Members whose values are decimals. A number of JSON would be read as xsd:double, which is another value: so it is passed over,
     * and its digits stand beside it as an xsd:decimal, under the name that the property has as a compact IRI.
     */
    private static final List<String> DECIMALS =
            List.of("earned", "measuredShare", "points", "score", "scoreHigh", "scoreLow");

    /** Facts, gaps and the checkpoint stay JSON, for their hashes and values are those of the JSON. */
    private static final String CONTEXT = """
            {"@version":1.1,"@vocab":"https://w3id.org/plumbline/ns#","pl":"https://w3id.org/plumbline/ns#","earl":"http://www.w3.org/ns/earl#",\
            "site":{"@type":"@id"},\
            "standard":{"@id":"edition","@type":"@id"},\
            "onDate":{"@type":"http://www.w3.org/2001/XMLSchema#date"},\
            "rulebook":"rulebookHash",\
            "clauses":{"@id":"assertion","@context":{"@base":"STANDARD/clause/"}},\
            "clause":{"@id":"earl:test","@type":"@id"},\
            "outcome":{"@id":"earl:outcome","@type":"@vocab"},\
            "lastKnown":{"@type":"@vocab"},\
            "passed":"earl:passed","failed":"earl:failed","inapplicable":"earl:inapplicable",\
            "untested":"earl:untested","cantTell":"earl:cantTell",\
            "text":{"@id":"earl:info","@container":"@language"},\
            "name":{"@id":"http://www.w3.org/2004/02/skos/core#prefLabel","@container":"@language"},\
            "round":{"@container":"@language"},\
            "street":"http://purl.org/dc/terms/isPartOf","committee":"http://purl.org/dc/terms/isPartOf",\
            "areas":"http://purl.org/dc/terms/isPartOf",\
            "facts":{"@id":"factsUsed","@type":"@json"},"derived":{"@type":"@json"},"judgements":{"@type":"@json"},\
            "gaps":{"@type":"@json"},"needs":{"@type":"@json"},"checkpoint":{"@type":"@json"}}""";

    private AssessmentJsonLd() {}

    /**
     * The assessment as JSON-LD 1.1 in canonical form; without {@code @context}, {@code @id}, {@code @type} and what begins with
     * {@code pl:} it is the assessment again.
     *
     * @param assessment see {@link org.plumbline.rulebook.json.AssessmentWriter}; further keys may stand beside
     */
    public static String of(Map<String, ?> assessment) {
        String standard = String.valueOf(assessment.get("standard"));
        Map<String, Object> object = exact(assessment);
        for (String list : List.of("clauses", "chapters")) {
            if (assessment.get(list) instanceof List<?> members) {
                object.put(
                        list,
                        members.stream()
                                .map(member -> member instanceof Map<?, ?> one ? exact(one) : member)
                                .toList());
            }
        }
        Map<String, Object> context = new TreeMap<>(Json.readObject(CONTEXT.replace("STANDARD", standard)));
        for (String decimal : DECIMALS) {
            context.put(decimal, null);
            context.put("pl:" + decimal, Map.of("@type", "http://www.w3.org/2001/XMLSchema#decimal"));
        }
        object.put("@context", context);
        object.put(
                "@id",
                AssessmentGraph.iri(
                        String.valueOf(assessment.get("site")), standard, String.valueOf(assessment.get("onDate"))));
        object.put("@type", "Assessment");
        return Json.write(object);
    }

    /** A copy in which each decimal stands once more, digit for digit as it is written. */
    private static Map<String, Object> exact(Map<?, ?> stated) {
        Map<String, Object> copy = new TreeMap<>();
        stated.forEach((name, value) -> copy.put(String.valueOf(name), value));
        for (String decimal : DECIMALS) {
            switch (stated.get(decimal)) {
                case Json.Number number -> copy.put("pl:" + decimal, number.digits());
                case String digits -> copy.put("pl:" + decimal, digits);
                case null, default -> {}
            }
        }
        return copy;
    }
}
