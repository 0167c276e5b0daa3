package org.plumbline.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.fact.CurrentRecords;
import org.plumbline.place.Site;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;

/** Holds the sites of the register against editions, from their current records. */
@ApplicationScoped
public class Assessor {
    private static final int AT_ONCE = 200;

    private final CurrentRecords records;

    Assessor(CurrentRecords records) {
        this.records = records;
    }

    /**
     * One site held against one edition.
     *
     * @param record the site's record as JSON, see {@link RecordReader}
     */
    public record Assessed(Site site, Edition edition, Assessment assessment, Map<String, ?> record) {}

    /**
     * Holds one site against an edition.
     *
     * @param position ledger position up to which entries are known, {@link CurrentRecords#NOW} for all
     * @return empty when the edition lacks the site's class or the register the site
     */
    @Transactional
    public Optional<Assessed> assess(Site site, Editions.Known known, LocalDate on, long position) {
        return records.of(site.code, known.edition().book(), on, position)
                .filter(record -> covers(known, site))
                .map(record -> assess(site, known, on, record));
    }

    /** Holds every open site of the edition's classes against it, in the order of codes, some hundreds at a time. */
    @Transactional
    public void assessAll(Editions.Known known, LocalDate on, long position, Consumer<Assessed> each) {
        List<Site> sites =
                Site.open().stream().filter(site -> covers(known, site)).toList();
        for (int from = 0; from < sites.size(); from += AT_ONCE) {
            Map<String, Site> some = sites.subList(from, Math.min(sites.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.toMap(site -> site.code, Function.identity()));
            SortedMap<String, String> stated =
                    records.of(some.keySet(), known.edition().book(), on, position);
            stated.forEach((code, record) -> {
                Site site = some.get(code);
                if (site != null) {
                    each.accept(assess(site, known, on, record));
                }
            });
        }
    }

    private static boolean covers(Editions.Known known, Site site) {
        return known.edition().rulebook().classIndex(site.siteClass) >= 0;
    }

    private static Assessed assess(Site site, Editions.Known known, LocalDate on, String json) {
        Map<String, ?> record = Json.readObject(json);
        Assessment assessment = known.evaluator()
                .assess(new RecordReader(known.edition().rulebook()).read(record), (int) on.toEpochDay());
        return new Assessed(site, known.edition(), assessment, record);
    }
}
