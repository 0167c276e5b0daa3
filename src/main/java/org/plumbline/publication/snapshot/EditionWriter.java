package org.plumbline.publication.snapshot;

import java.util.List;
import java.util.Map;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.indicator.IndicatorSums;
import org.plumbline.indicator.IndicatorSums.Standing;
import org.plumbline.place.Site;
import org.plumbline.publication.snapshot.Surroundings.Whereabouts;
import org.plumbline.standard.Edition;

/** Writes what is published of one edition: the result of each site, and the counts over them. */
final class EditionWriter {
    private final Sql sql;
    private final long publication;
    private final Edition edition;
    private final AssessmentGate gate;
    private final ResultWriter results;
    private final Counts counts;
    private final IndicatorSums indicators;

    /** A writer for the results of {@code sites}, those that stand somewhere; each is counted, assessed or not. */
    EditionWriter(
            Sql sql,
            long publication,
            Edition edition,
            List<Site> sites,
            Map<String, Whereabouts> where,
            String district,
            IndicatorSums indicators) {
        this.indicators = indicators;
        this.sql = sql;
        this.publication = publication;
        this.edition = edition;
        counts = new Counts(district);
        gate = new AssessmentGate(new Gate(edition.book()));
        results = new ResultWriter(sql, publication, edition.key());
        for (Site site : sites) {
            Whereabouts found = where.get(site.code);
            if (found != null) {
                counts.site(site.siteClass, found);
            }
        }
    }

    /** Writes and counts the result of one site, and answers its assessment as the gate let it through. */
    Map<String, Object> add(Site site, Held held, Whereabouts where) {
        Map<String, Object> shown = gate.pass(held);
        results.add(site, held, where, shown);
        indicators.site(
                new Standing(site.code, site.siteClass, where.street(), where.committee(), where.areas()),
                held.assessment());
        counts.result(site.siteClass, held.assessment(), held.assessment().compliant(), where);
        return shown;
    }

    /** Writes what waits, the counts and the figures of indicators. */
    void flush(IndicatorTable table) {
        results.flush();
        table.write(publication, edition.key(), indicators.values());
        counts.write(sql, publication, edition.key());
    }
}
