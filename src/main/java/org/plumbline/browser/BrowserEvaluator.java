package org.plumbline.browser;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.PublishedRecord;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.rulebook.json.RulebookReader;
import org.teavm.jso.JSExport;

/**
 * The verdict for JavaScript. The build compiles this class with TeaVM to the module {@code /evaluator.js}, whose functions
 * give the same bytes as the server:
 *
 * <pre>import { assess } from "/evaluator.js";
 * const assessment = JSON.parse(assess(rulebook, record, "2026-11-01", "sha256:…"));</pre>
 */
public final class BrowserEvaluator {
    private static @Nullable Evaluator evaluator;
    private static String evaluatorHash = "";

    private BrowserEvaluator() {}

    /** TeaVM begins here and finds nothing to do; the module is its exported function. */
    public static void main(String[] arguments) {}

    /**
     * Holds one record against a rulebook.
     *
     * @param rulebookJson canonical JSON of the rulebook; read again only when {@code rulebookHash} differs from last time
     * @param recordJson the record of the site, as {@link RecordReader} describes
     * @param onDate assessment date, ISO 8601
     * @param rulebookHash {@code sha256:…} of {@code rulebookJson}, which the assessment names
     * @return canonical JSON of the assessment
     * @throws Json.Malformed when one of the two is not JSON of its kind
     */
    @JSExport
    public static String assess(String rulebookJson, String recordJson, String onDate, String rulebookHash) {
        return assess(rulebookJson, Json.readObject(recordJson), onDate, rulebookHash);
    }

    /**
     * Repeats a published assessment from the facts that stand in it, on its own date.
     *
     * @param rulebookJson see {@link #assess}
     * @param publishedJson the data of a site as the portal publishes it and as its report carries it
     * @param rulebookHash see {@link #assess}
     * @return canonical JSON of the assessment, as {@link #assess} gives it
     * @throws Json.Malformed when it is no such data
     */
    @JSExport
    public static String repeat(String rulebookJson, String publishedJson, String rulebookHash) {
        Map<String, @Nullable Object> published = Json.readObject(publishedJson);
        Evaluator current = evaluator(rulebookJson, rulebookHash);
        return assess(
                rulebookJson,
                PublishedRecord.of(published, current.rulebook()),
                PublishedRecord.onDate(published),
                rulebookHash);
    }

    private static String assess(String rulebookJson, Map<String, ?> record, String onDate, String rulebookHash) {
        Evaluator current = evaluator(rulebookJson, rulebookHash);
        Assessment assessment = current.assess(new RecordReader(current.rulebook()).read(record), Dates.day(onDate));
        return AssessmentWriter.write(assessment, rulebookHash, AssessmentWriter.stated(record));
    }

    private static Evaluator evaluator(String rulebookJson, String rulebookHash) {
        Evaluator current = evaluator;
        if (current == null || !evaluatorHash.equals(rulebookHash)) {
            current = new Evaluator(RulebookReader.read(rulebookJson));
            evaluator = current;
            evaluatorHash = rulebookHash;
        }
        return current;
    }
}
