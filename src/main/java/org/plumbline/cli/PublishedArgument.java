package org.plumbline.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.PublishedRecord;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.Edition;

/** The data of a site as it is published and as its report carries it: the facts and judgements that its assessment rests on. */
final class PublishedArgument {
    private PublishedArgument() {}

    static List<FactsArgument.Stated> read(Path file, Edition edition, LocalDate on) throws IOException {
        try {
            Object read = Json.read(Files.readString(file));
            List<FactsArgument.Stated> sites = new ArrayList<>();
            for (Object one : read instanceof List<?> list ? list : Collections.singletonList(read)) {
                if (!(one instanceof Map<?, ?> data) || !(data.get("facts") instanceof Map<?, ?>)) {
                    throw new CommandFailure(
                            file + " is not the data of a site: it has no \"facts\". Name the .json of a"
                                    + " site, or the assessment.jsonld that its report carries.");
                }
                Map<String, ?> record = PublishedRecord.of(data, edition.rulebook());
                later(file, record, on);
                sites.add(new FactsArgument.Stated(
                        new RecordReader(edition.rulebook()).read(record), AssessmentWriter.stated(record)));
            }
            return sites;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not UTF-8: take the file as it was published.", e);
        } catch (Json.Malformed e) {
            throw new CommandFailure(file + " is not the data of a site: " + e.getMessage(), e);
        }
    }

    /** Nobody could know on a day what was observed after it. */
    private static void later(Path file, Map<String, ?> record, LocalDate on) {
        AssessmentWriter.stated(record).forEach((name, fact) -> {
            if (fact instanceof Map<?, ?> stated
                    && stated.get("on") instanceof String day
                    && day.compareTo(on.toString()) > 0) {
                throw new CommandFailure(file + ": " + name + " was observed on " + day + ", after " + on
                        + ", when nobody could know it. Give a later --on, or data of that day.");
            }
        });
    }
}
