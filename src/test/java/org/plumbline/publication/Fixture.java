package org.plumbline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.account.Actor;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.place.RowAnswer;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.PL;
import org.plumbline.standard.Editions;
import org.plumbline.standard.FactBook;
import org.plumbline.web.Text;

/** A street with three sites and some facts, taken in and published by the program's own means. */
@ApplicationScoped
class Fixture {
    static final Actor PROGRAM = Actor.program("test");
    static final String STREET = "310112501";
    static final String AREA = STREET + "-A01";
    static final String FIRST = STREET + "198-RS01";
    static final String SECOND = STREET + "199-RS01";
    /** A site that comes after the publications, unless one publishes again. */
    static final String LATER = STREET + "198-RS77";

    static final String CENTRE = STREET + "-TC09";
    static final LocalDate ROUND_ONE = LocalDate.of(2026, 5, 1);
    static final LocalDate ROUND_TWO = LocalDate.of(2026, 11, 1);

    private final RegisterImporter register;
    private final FactImporter facts;
    private final Publisher publisher;
    private final Editions editions;
    private final Iris iris;
    private final Clock clock;
    private boolean taken;

    Fixture(
            RegisterImporter register,
            FactImporter facts,
            Publisher publisher,
            Editions editions,
            Iris iris,
            Clock clock) {
        this.register = register;
        this.facts = facts;
        this.publisher = publisher;
        this.editions = editions;
        this.iris = iris;
        this.clock = clock;
    }

    /** Takes everything in, once. */
    synchronized void takeIn() {
        if (taken) {
            return;
        }
        read("code,name,street_code,street_name\n" + STREET + "198,样板一居委会," + STREET + ",莘庄工业区\n" + STREET
                + "199,样板二居委会," + STREET + ",莘庄工业区\n");
        read("area_code,name,street_code\n" + AREA + ",样板片区," + STREET + "\n");
        read("site_code,class,name,committee_or_street_code,area_code\n" + FIRST + ",RS,样板一党群服务站," + STREET + "198,"
                + AREA
                + "\n" + SECOND + ",RS,样板二党群服务站," + STREET + "199," + AREA + "\n" + CENTRE + ",TC,样板街镇党群服务中心," + STREET
                + ",\n");
        FactBook book = editions.list().getFirst().book();
        facts.record(
                List.of(
                        site(FIRST, "RS", LocalDate.of(2026, 4, 1), "Inspector", "floorArea", FactValue.number(480)),
                        site(FIRST, "RS", LocalDate.of(2026, 10, 1), "Inspector", "floorArea", FactValue.number(640)),
                        site(SECOND, "RS", LocalDate.of(2026, 10, 1), "Manager", "floorArea", FactValue.number(120)),
                        site(CENTRE, "TC", LocalDate.of(2026, 10, 1), "Inspector", "floorArea", FactValue.number(2500)),
                        place(STREET + "198", "committeeHouseholds", FactValue.number(1900)),
                        place(STREET + "198", "committeeResidents", FactValue.number(4321)),
                        place(STREET + "199", "committeeResidents", FactValue.number(3))),
                book,
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
        taken = true;
    }

    /** Publishes both rounds and answers with the later. */
    Publication publish() {
        takeIn();
        publisher.publish(ROUND_ONE, new Text("2026年第一轮", "Round one of 2026"), clock, PROGRAM);
        return publisher.publish(ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, PROGRAM);
    }

    /** Registers a site that no publication has. */
    void registerLater(String name) {
        register(LATER, name);
    }

    /** Registers a further site of the first committee. */
    void register(String code, String name) {
        read("site_code,class,name,committee_or_street_code\n" + code + ",RS," + name + "," + STREET + "198\n");
    }

    /** Records the floor area of a site of the first committee before the first round. */
    void measure(String code) {
        facts.record(
                List.of(site(code, "RS", LocalDate.of(2026, 4, 2), "Inspector", "floorArea", FactValue.number(300))),
                editions.list().getFirst().book(),
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
    }

    /** Records before the second round that somebody judged a clause of the model standard to be met. */
    void judge(String code, String clause, String source) {
        SortedMap<String, SiteFacts.Judgement> judgements = new TreeMap<>();
        judgements.put(
                editions.list().getFirst().rulebook().clauseIri(clause), new SiteFacts.Judgement(true, "看过，符合。"));
        facts.record(
                List.of(new SiteFacts(
                        code, false, "RS", LocalDate.of(2026, 10, 3), source, new TreeMap<>(), judgements)),
                editions.list().getFirst().book(),
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
    }

    /** Records a fact about a committee that no publication knows, unless one publishes again. */
    void stateLater() {
        facts.record(
                List.of(place(STREET + "199", "committeeHouseholds", FactValue.number(1500))),
                editions.list().getFirst().book(),
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
    }

    /** Registers a street of the district that has no site. */
    void street(String code, String name) {
        read("code,name,parent_code,level\n" + code + "," + name + "," + STREET.substring(0, 6) + ",street\n");
    }

    /** Ends sites or places: each of the texts names one and what continues it. */
    void end(LocalDate on, String... ends) {
        read("closed_code,successor_codes\n" + String.join("\n", ends) + "\n", on);
    }

    private void read(String csv) {
        read(csv, LocalDate.of(2020, 1, 1));
    }

    private void read(String csv, LocalDate from) {
        RegisterFile file = RegisterFile.of("fixture.csv", csv.getBytes(StandardCharsets.UTF_8));
        register.read(file, new RegisterImporter.Terms(from, PROGRAM, false), answer -> {
            if (answer instanceof RowAnswer.Refused) {
                throw new IllegalStateException(answer.toString());
            }
        });
    }

    private static SiteFacts site(
            String code, String siteClass, LocalDate on, String source, String fact, FactValue value) {
        return SiteFacts.ofSite(code, siteClass, on, source, one(fact, value));
    }

    private static SiteFacts place(String code, String fact, FactValue value) {
        return SiteFacts.ofPlace(code, LocalDate.of(2026, 3, 1), "Register", one(fact, value));
    }

    private static SortedMap<String, FactValue> one(String fact, FactValue value) {
        SortedMap<String, FactValue> map = new TreeMap<>();
        map.put(fact, value);
        return map;
    }
}
