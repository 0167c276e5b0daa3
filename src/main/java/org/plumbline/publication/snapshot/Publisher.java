package org.plumbline.publication.snapshot;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.assessment.Assertor;
import org.plumbline.assessment.Assessor;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorSums;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.place.Place;
import org.plumbline.place.Site;
import org.plumbline.publication.snapshot.Surroundings.Whereabouts;
import org.plumbline.rulebook.Band;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;
import org.plumbline.web.Text;

/** Makes a snapshot of everything that is public on a date, and takes one back. */
@ApplicationScoped
public class Publisher {
    private final Assessor assessor;
    private final Editions editions;
    private final Ledger ledger;
    private final Iris iris;
    private final Publications publications;
    private final SubmissionTable submissions;
    private final WorkingTables working;
    private final PlaceTable places;
    private final SuccessionTable successions;
    private final IndicatorBook indicators;
    private final IndicatorTable figures;
    private final ChangeTable changes;
    private final Sql sql;
    private final Audit audit;
    private final PublicationConfig config;

    /** The register is not far enough for a publication; it says what to do first. */
    public static final class NothingToPublish extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private final transient Text why;

        NothingToPublish(Text why) {
            super(why.en());
            this.why = why;
        }

        /** Why, and what to do, in both languages; the message is the English. */
        public Text why() {
            return why;
        }
    }

    /** Is told how far a publication is. */
    public interface Progress {
        /** So many sites, of so many, have been held against all editions. */
        void assessed(int sites, int of);
    }

    Publisher(
            Assessor assessor,
            Editions editions,
            Ledger ledger,
            Iris iris,
            Publications publications,
            SubmissionTable submissions,
            WorkingTables working,
            PlaceTable places,
            SuccessionTable successions,
            IndicatorBook indicators,
            IndicatorTable figures,
            ChangeTable changes,
            Sql sql,
            Audit audit,
            PublicationConfig config) {
        this.assessor = assessor;
        this.editions = editions;
        this.ledger = ledger;
        this.iris = iris;
        this.publications = publications;
        this.submissions = submissions;
        this.working = working;
        this.places = places;
        this.successions = successions;
        this.indicators = indicators;
        this.figures = figures;
        this.changes = changes;
        this.sql = sql;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Holds every site against every edition and publishes what passes the gate, in one transaction: all of it or nothing.
     * Publishing a date again makes a further publication, which takes the place of the earlier one.
     *
     * @param on the date that the assessments hold for
     * @param round name of the round, such as 2026年第二轮
     * @param clock dates the checkpoint and the publication
     * @param by who publishes; noted in the audit trail
     * @throws NotAllowed when that person may not publish
     * @throws NothingToPublish when the register has no district (or not the one of the settings) or no site in a street of it
     */
    public Publication publish(LocalDate on, Text round, Clock clock, Actor by) {
        return publish(on, round, clock, by, (sites, of) -> {});
    }

    /** As {@link #publish(LocalDate, Text, Clock, Actor)}; {@code progress} is told how far it is, some hundreds of sites at a time. */
    @Transactional
    @TransactionConfiguration(timeout = DerivedStores.LONG_WORK_SECONDS)
    public Publication publish(LocalDate on, Text round, Clock clock, Actor by, Progress progress) {
        by.requireEverywhere(Act.PUBLISH);
        ledger.lock();
        Surroundings register = Surroundings.read(config.district());
        Place district = register.district();
        Map<String, Whereabouts> where = new HashMap<>();
        List<Site> sites = Site.open();
        sites.forEach(site -> register.of(site)
                .filter(found -> district.code.equals(register.districtOf(found.street())))
                .ifPresent(found -> where.put(site.code, found)));
        if (where.isEmpty()) {
            throw new NothingToPublish(new Text(
                    "登记册里没有站点位于区 " + district.code + " 的街镇内，没有可公布的内容。请先导入站点。",
                    "No site of the register stands in a street of the district " + district.code
                            + ", so there is nothing to publish: import sites first"));
        }
        Checkpoint checkpoint = ledger.checkpoint(clock);
        Gate gate = new Gate(editions.list().getFirst().book());
        Publication draft = new Publication(
                0,
                on,
                round,
                clock.instant(),
                checkpoint.length(),
                checkpoint.head(),
                checkpoint.json(),
                Assertor.RUNNING,
                working.synthetic(checkpoint.length()));
        copySubmissions(gate, checkpoint.length());
        Publication made = numbered(draft, publications.insert(draft, gate.rules()));
        places.writePlaces(made.id(), register);
        successions.write(made.id());
        Set<Long> invented = working.syntheticEntries(
                sites.stream().map(site -> site.position).toList());
        places.writeSites(made.id(), sites, where, invented);
        Readings readings = new Readings();
        Map<String, EditionWriter> writers = new LinkedHashMap<>();
        for (Edition edition : editions.list()) {
            publications.insertEdition(made.id(), edition.key(), writers.size(), edition.rulebookHash());
            IndicatorSums sums = new IndicatorSums(indicators.indicators(), edition, district.code);
            register.coverage(where.values())
                    .forEach(street -> sums.committees(street.code(), street.covered(), street.all()));
            writers.put(edition.key(), new EditionWriter(sql, made.id(), edition, sites, where, district.code, sums));
        }
        assessor.assessAll(editions.all().values(), on, made.position(), new Assessor.Listener() {
            @Override
            public void held(Site site, Assessor.Held held) {
                Whereabouts found = where.get(site.code);
                EditionWriter writer = writers.get(held.edition().key());
                if (found != null && writer != null) {
                    readings.add(writer.add(site, held, found));
                }
            }

            @Override
            public void done(int sites, int of) {
                progress.assessed(sites, of);
            }
        });
        writers.values().forEach(writer -> writer.flush(figures));
        editions.list()
                .forEach(edition -> changes.write(
                        made.id(),
                        on,
                        edition.key(),
                        edition.rulebook().bands().stream().map(Band::name).toList()));
        readings.write(sql, made.id());
        audit.note(by.login(), by.address(), new Deed("publish", "publication " + made.id() + " of " + on));
        return made;
    }

    /** Copies what is new in the ledger; everything anew when the gate has other rules than it had. */
    private void copySubmissions(Gate gate, long upTo) {
        Optional<String> before = publications.lastGate();
        if (before.isPresent() && !before.get().equals(gate.rules())) {
            submissions.clear();
        }
        SubmissionTable.Writer writer = submissions.writer();
        new SubmissionCopy(gate, iris, working, writer).copy(ledger, submissions.copied(), upTo);
        writer.flush();
    }

    private static Publication numbered(Publication draft, long id) {
        return new Publication(
                id,
                draft.onDate(),
                draft.round(),
                draft.publishedAt(),
                draft.position(),
                draft.head(),
                draft.checkpoint(),
                draft.program(),
                draft.synthetic());
    }

    /**
     * Takes a publication back: from now on no page shows it, and the one before it of that date, or else the latest other one,
     * is public again. Its rows stay, for the history stays.
     *
     * @param why the reason, for the audit trail
     * @return whether there was such a publication that had not been withdrawn
     * @throws NotAllowed when that person may not publish
     */
    @Transactional
    public boolean withdraw(long id, Clock clock, Actor by, String why) {
        by.requireEverywhere(Act.PUBLISH);
        boolean withdrawn = publications.withdraw(id, clock.instant());
        if (withdrawn) {
            audit.note(by.login(), by.address(), new Deed("withdraw-publication", "publication " + id, why));
        }
        return withdrawn;
    }

    /** What is public now. */
    public Optional<Publication> latest() {
        return publications.latest();
    }
}
