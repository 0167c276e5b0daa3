package org.plumbline.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assertor;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
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

    /** Facts, gaps and the checkpoint stay JSON, for their hashes and values are those of the JSON; the signature is about the file, not data. */
    private static final String CONTEXT = """
            {"@version":1.1,"@vocab":"https://w3id.org/plumbline/ns#","pl":"https://w3id.org/plumbline/ns#","earl":"http://www.w3.org/ns/earl#",\
            "site":{"@type":"@id"},\
            "standard":{"@id":"edition","@type":"@id"},\
            "onDate":{"@type":"http://www.w3.org/2001/XMLSchema#date"},\
            "rulebook":"rulebookHash",\
            "clauses":{"@id":"assertion","@context":{"@base":"STANDARD/clause/"}},\
            "clause":{"@id":"earl:test","@type":"@id"},\
            "outcome":{"@id":"earl:outcome","@type":"@vocab"},\
            "earl:mode":{"@type":"@id"},"earl:assertedBy":{"@type":"@id"},\
            "band":BAND,"bandLow":BAND,"bandHigh":BAND,\
            "lastKnown":{"@type":"@vocab"},\
            "passed":"earl:passed","failed":"earl:failed","inapplicable":"earl:inapplicable",\
            "untested":"earl:untested","cantTell":"earl:cantTell",\
            "text":{"@id":"earl:info","@container":"@language"},\
            "name":{"@id":"http://www.w3.org/2004/02/skos/core#prefLabel","@container":"@language"},\
            "round":{"@container":"@language"},\
            "street":"http://purl.org/dc/terms/isPartOf","committee":"http://purl.org/dc/terms/isPartOf",\
            "areas":"http://purl.org/dc/terms/isPartOf",\
            "facts":{"@id":"factsUsed","@type":"@json"},"derived":{"@type":"@json"},"judgements":{"@type":"@json"},\
            "gaps":{"@type":"@json"},"needs":{"@type":"@json"},"checkpoint":{"@type":"@json"},"proof":null}""";

    /** A band is told by its local name, which is that of a concept of the edition. */
    private static final String BAND = "{\"@type\":\"@id\",\"@context\":{\"@base\":\"STANDARD/band/\"}}";

    private AssessmentJsonLd() {}

    /**
     * The assessment as JSON-LD 1.1 in canonical form; without what begins with {@code @}, {@code pl:} or {@code earl:} it is the assessment
     * again. Bands have their names beside them, and each clause says who asserts its outcome.
     *
     * @param assessment see {@link org.plumbline.rulebook.json.AssessmentWriter}; further keys may stand beside
     * @param rulebook of the edition that it was held against
     * @param program version of the program that did so; empty when that was not kept
     */
    public static String of(Map<String, ?> assessment, Rulebook rulebook, String program) {
        return Json.write(object(assessment, rulebook, program));
    }

    /** The same as an object, for writers that add to it. */
    public static Map<String, Object> object(Map<String, ?> assessment, Rulebook rulebook, String program) {
        String standard = String.valueOf(assessment.get("standard"));
        Map<String, Object> object = exact(assessment);
        members(assessment, "chapters", object, chapter -> chapter);
        members(assessment, "clauses", object, clause -> asserted(clause, assessment, rulebook, program));
        Map<String, Object> context =
                new TreeMap<>(Json.readObject(CONTEXT.replace("BAND", BAND).replace("STANDARD", standard)));
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
        object.put("@included", bands(assessment, rulebook, standard));
        return object;
    }

    private static void members(
            Map<String, ?> assessment,
            String list,
            Map<String, Object> object,
            UnaryOperator<Map<String, Object>> more) {
        if (assessment.get(list) instanceof List<?> members) {
            object.put(
                    list,
                    members.stream()
                            .map(member -> member instanceof Map<?, ?> one ? more.apply(exact(one)) : member)
                            .toList());
        }
    }

    private static Map<String, Object> asserted(
            Map<String, Object> clause, Map<String, ?> assessment, Rulebook rulebook, String program) {
        String number = String.valueOf(clause.get("clause"));
        Outcome outcome = Outcome.ofTerm(String.valueOf(clause.get("outcome")));
        rulebook.clauses().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .ifPresent(one -> {
                    Assertor by = Assertor.of(one, outcome, judgedAs(assessment, number), program);
                    clause.put("earl:mode", by.mode().getURI());
                    clause.put("earl:assertedBy", by.iri());
                });
        return clause;
    }

    private static @Nullable String judgedAs(Map<String, ?> assessment, String clause) {
        return assessment.get("judgements") instanceof Map<?, ?> judgements
                        && judgements.get(clause) instanceof Map<?, ?> judgement
                        && judgement.get("source") instanceof String source
                ? source
                : null;
    }

    /** What the bands in it are called. */
    private static List<Object> bands(Map<String, ?> assessment, Rulebook rulebook, String standard) {
        Set<String> named = Stream.of("band", "bandLow", "bandHigh")
                .map(assessment::get)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return rulebook.bands().stream()
                .filter(band -> named.contains(band.name()))
                .<Object>map(band -> new TreeMap<>(Map.of(
                        "@id",
                        standard + "/band/" + band.name(),
                        "@type",
                        "http://www.w3.org/2004/02/skos/core#Concept",
                        "name",
                        new TreeMap<>(Map.of(
                                "zh", band.label().zh(), "en", band.label().en())))))
                .toList();
    }

    private static String canonical(String digits) {
        return Literals.decimal(new BigDecimal(digits)).getLiteralLexicalForm();
    }

    /** A copy in which each decimal stands once more, in the one form that it has in Turtle and N-Triples. */
    private static Map<String, Object> exact(Map<?, ?> stated) {
        Map<String, Object> copy = new TreeMap<>();
        stated.forEach((name, value) -> copy.put(String.valueOf(name), value));
        for (String decimal : DECIMALS) {
            switch (stated.get(decimal)) {
                case Json.Number number -> copy.put("pl:" + decimal, canonical(number.digits()));
                case String digits -> copy.put("pl:" + decimal, canonical(digits));
                case null, default -> {}
            }
        }
        return copy;
    }
}
