package org.plumbline.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.fact.CurrentRecord;
import org.plumbline.place.Site;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;

/** Holds the sites of the register against editions, from their current records. */
@ApplicationScoped
public class Assessor {
    private final CurrentRecord records;

    Assessor(CurrentRecord records) {
        this.records = records;
    }

    /**
     * One site held against one edition.
     *
     * @param record the site's record as JSON, see {@link RecordReader}
     */
    public record Assessed(Site site, Edition edition, Assessment assessment, Map<String, ?> record) {}

    /** Holds one site against an edition, as known up to a ledger position; empty when the edition lacks its class. */
    public Optional<Assessed> assess(Site site, Editions.Known known, LocalDate on, long position) {
        if (known.edition().rulebook().classIndex(site.siteClass) < 0) {
            return Optional.empty();
        }
        Map<String, ?> record = records.of(site, on, position);
        return Optional.of(assess(site, known, on, record));
    }

    /** Holds every open site of the edition's classes against it, one after the other. */
    public void assessAll(Editions.Known known, LocalDate on, long position, Consumer<Assessed> each) {
        for (Site site : Site.open()) {
            assess(site, known, on, position).ifPresent(each);
        }
    }

    private static Assessed assess(Site site, Editions.Known known, LocalDate on, Map<String, ?> record) {
        Assessment assessment = known.evaluator()
                .assess(new RecordReader(known.edition().rulebook()).read(record), (int) on.toEpochDay());
        return new Assessed(site, known.edition(), assessment, record);
    }
}
