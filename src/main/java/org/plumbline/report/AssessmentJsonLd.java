package org.plumbline.report;

import java.util.Map;
import java.util.TreeMap;
import org.plumbline.rulebook.json.Json;

/** An assessment's JSON made linked data by a context that stands in it, so that a reader fetches nothing. */
public final class AssessmentJsonLd {
    private static final String CONTEXT = """
            {"@version":1.1,"@vocab":"https://w3id.org/plumbline/ns#","earl":"http://www.w3.org/ns/earl#",\
            "site":{"@id":"https://w3id.org/plumbline/ns#site","@type":"@id"},\
            "standard":{"@id":"https://w3id.org/plumbline/ns#edition","@type":"@id"},\
            "onDate":{"@id":"https://w3id.org/plumbline/ns#onDate","@type":"http://www.w3.org/2001/XMLSchema#date"},\
            "rulebook":"https://w3id.org/plumbline/ns#rulebookHash",\
            "outcome":{"@id":"earl:outcome","@type":"@vocab"},\
            "passed":"earl:passed","failed":"earl:failed","inapplicable":"earl:inapplicable",\
            "untested":"earl:untested","cantTell":"earl:cantTell",\
            "text":{"@id":"earl:info","@container":"@language"},\
            "facts":{"@id":"https://w3id.org/plumbline/ns#factsUsed","@type":"@json"},\
            "gaps":{"@id":"https://w3id.org/plumbline/ns#gaps","@type":"@json"}}""";

    private AssessmentJsonLd() {}

    /** The assessment as JSON-LD 1.1 in canonical form; without {@code @context} and {@code @type} it is the assessment again. */
    public static String of(Map<String, ?> assessment) {
        Map<String, Object> object = new TreeMap<>(assessment);
        object.put("@context", Json.read(CONTEXT));
        object.put("@type", "Assessment");
        return Json.write(object);
    }
}
