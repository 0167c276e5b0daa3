package org.plumbline.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.fact.CurrentRecords;
import org.plumbline.fact.Knowledge;
import org.plumbline.place.Site;
import org.plumbline.rulebook.Assessment;
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
     * A site's record held against one edition.
     *
     * @param record the site's record as JSON, see {@link RecordReader}
     */
    public record Held(Edition edition, Assessment assessment, Map<String, ?> record) {}

    /** Is told what came of holding one site against one edition. */
    public interface Listener {
        /** Takes in what came of it. */
        void held(Site site, Held held);

        /** Is told how many sites, of how many, have been held against all editions; some hundreds at a time. */
        default void done(int sites, int of) {}
    }

    /**
     * Holds every open site against those of the editions that have its class, in the order of codes, some hundreds at a time.
     *
     * @param position ledger position up to which entries are known, {@link CurrentRecords#NOW} for all
     */
    @Transactional
    public void assessAll(Collection<Editions.Known> editions, LocalDate on, long position, Listener each) {
        List<Site> sites = Site.open();
        Collection<List<Editions.Known>> alike = alike(editions);
        for (int from = 0; from < sites.size(); from += AT_ONCE) {
            List<Site> some = sites.subList(from, Math.min(sites.size(), from + AT_ONCE));
            List<String> codes = some.stream().map(site -> site.code).toList();
            Knowledge known = records.known(codes, on, position, position);
            some.forEach(
                    site -> hold(alike, site.siteClass, site.code, known, on, position, held -> each.held(site, held)));
            each.done(from + some.size(), sites.size());
        }
    }

    /**
     * Holds what is known of one site at a position of the ledger against those of the editions that have its class.
     *
     * @param alike editions as {@link #alike} puts them together
     */
    static void hold(
            Collection<List<Editions.Known>> alike,
            String siteClass,
            String site,
            Knowledge known,
            LocalDate on,
            long position,
            Consumer<Held> each) {
        for (List<Editions.Known> some : alike) {
            List<Editions.Known> covering = some.stream()
                    .filter(one -> one.edition().rulebook().classIndex(siteClass) >= 0)
                    .toList();
            if (!covering.isEmpty()) {
                known.plain(site, covering.getFirst().edition().book(), position)
                        .ifPresent(record -> covering.forEach(edition -> each.accept(hold(edition, on, record))));
            }
        }
    }

    /** Editions that share one vocabulary of facts together, for the record of a site is the same for them. */
    static Collection<List<Editions.Known>> alike(Collection<Editions.Known> editions) {
        return editions.stream()
                .collect(Collectors.groupingBy(
                        known -> known.edition().book().facts(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Held hold(Editions.Known known, LocalDate on, Map<String, ?> record) {
        Assessment assessment = known.evaluator().assess(known.reader().read(record), (int) on.toEpochDay());
        return new Held(known.edition(), assessment, record);
    }
}
