package org.plumbline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.fact.CurrentRecord;
import org.plumbline.fact.FactContent;
import org.plumbline.fact.FactFile;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.SiteFacts;
import org.plumbline.fact.SiteLookup;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.Edition;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/** Facts in a workbook or CSV file of the template's form, read without a database. */
final class SheetArgument {
    private static final String SITE = "https://w3id.org/plumbline/example/id/site/";

    private SheetArgument() {}

    /** The sites of a file; {@code warn} takes what is told of the file as a whole, such as rows that it hides. */
    static List<FactsArgument.Stated> read(Path file, Edition edition, LocalDate on, Consumer<String> warn) {
        FactContent content = content(file, edition, on);
        content.notes().forEach(note -> warn.accept(note.message("en")));
        Map<String, List<SiteFacts>> sites = new LinkedHashMap<>();
        for (FactContent.Stated stated : content.stated()) {
            sites.computeIfAbsent(stated.facts().code(), code -> new ArrayList<>())
                    .add(stated.facts());
        }
        List<FactsArgument.Stated> records = new ArrayList<>();
        RecordReader reader = new RecordReader(edition.rulebook());
        sites.forEach((code, facts) -> {
            String siteClass = facts.stream()
                    .map(SiteFacts::siteClass)
                    .filter(one -> one != null)
                    .findFirst()
                    .orElse(null);
            if (siteClass == null) {
                throw new CommandFailure(file + ": the class of the site " + code
                        + " is not stated. Fill the column siteClass with RS, VS, AC or TC.");
            }
            if (edition.rulebook().classIndex(siteClass) >= 0) {
                Map<String, ?> json =
                        Json.readObject(CurrentRecord.of(SITE + code, siteClass, facts, edition.book(), on));
                records.add(new FactsArgument.Stated(reader.read(json), AssessmentWriter.stated(json)));
            }
        });
        return records;
    }

    /** A row that cannot be read would make the verdict another one, so it is refused as a whole, each row on a line. */
    private static FactContent content(Path file, Edition edition, LocalDate on) {
        try {
            FactContent content =
                    FactFile.read(TableFile.of(file), FactForm.of(List.of(edition)), SiteLookup.withoutRegister(), on);
            List<String> refusals = content.refusals("en");
            if (!refusals.isEmpty()) {
                throw new CommandFailure(FactsArgument.lines(refusals));
            }
            return content;
        } catch (UnreadableFile e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
