package org.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.rdf.PL;
import org.plumbline.standard.Editions;

/** A row for each submission that changed what comes of holding a site against an edition, and none for any other. */
@QuarkusTest
class AssessmentStoreTest {
    private static final AtomicInteger DISTRICTS = new AtomicInteger(870000);
    private static final String MODEL = "model-station/2026";

    @Inject
    FactImporter facts;

    @Inject
    RegisterImporter register;

    @Inject
    Editions editions;

    @Inject
    DerivedStores stores;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    private String committee;
    private String site;
    private LocalDate today;

    @BeforeEach
    void a_new_district() {
        committee = DISTRICTS.incrementAndGet() + "001001";
        site = committee + "-RS01";
        today = LocalDate.now(clock);
        String street = committee.substring(0, 9);
        register("code,name,street_code,street_name\n" + committee + ",甲居委会," + street + ",甲街道\n");
        register("site_code,class,name,committee_or_street_code\n" + site + ",RS,甲站," + committee + "\n");
        households(1900);
    }

    @Test
    void only_a_changed_outcome_is_stored() {
        assertThat(history()).extracting(one -> one.outcomes.get("5.6")).containsExactly("untested");
        long before = ledger.head().length();
        record(about(30, Map.of("floorArea", FactValue.number(480))));
        long first = ledger.head().length();
        record(about(20, Map.of("floorArea", FactValue.number(481))));
        record(about(10, Map.of("floorArea", FactValue.number(640))));
        long last = ledger.head().length();

        List<StoredAssessment> history = history();
        assertThat(history).extracting(one -> one.position).containsExactly(before, first, last);
        assertThat(history).extracting(one -> one.outcomes.get("5.6")).containsExactly("untested", "failed", "passed");
        assertThat(history.get(1).outcomes).containsEntry("6.1", "untested");
        assertThat(history).allSatisfy(one -> {
            assertThat(one.on).isEqualTo(today);
            assertThat(one.siteClass).isEqualTo("RS");
            assertThat(one.rulebook)
                    .isEqualTo(editions.find(MODEL).orElseThrow().edition().rulebookHash());
        });
    }

    @Test
    void a_correction_changes_it_back_and_a_fact_of_the_committee_reaches_the_site() {
        SiteFacts wrong = about(10, Map.of("floorArea", FactValue.number(640)));
        record(about(20, Map.of("floorArea", FactValue.number(480))));
        record(wrong);
        Provenance by = by(null);
        record(
                about(10, Map.of("floorArea", FactValue.number(470))),
                by(new Supersession(facts.submission(wrong, by), "Measured with the yard")));
        assertThat(history())
                .extracting(one -> one.outcomes.get("5.6"))
                .containsExactly("untested", "failed", "passed", "failed");

        int before = history().size();
        households(100);
        assertThat(history()).hasSize(before + 1);
        assertThat(history().getLast().position).isEqualTo(ledger.head().length());
    }

    @Test
    void a_rebuild_gives_the_same_and_an_altered_row_is_noticed() {
        record(about(30, Map.of("floorArea", FactValue.number(480), "lastDrill", FactValue.of(today.minusDays(40)))));
        record(about(10, Map.of("floorArea", FactValue.number(640))));
        assertThat(stores.differences()).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> {
            StoredAssessment one = StoredAssessment.of(site, MODEL).getLast();
            one.outcomes = new TreeMap<>(Map.of("5.6", "failed"));
        });
        assertThat(stores.differences()).singleElement().asString().contains("assessment", "plumbline rebuild");
        stores.rebuild();
        assertThat(stores.differences()).isEmpty();
        assertThat(history().getLast().outcomes).containsEntry("5.6", "passed");
    }

    @Test
    void what_a_former_rulebook_gave_stays() {
        record(about(30, Map.of("floorArea", FactValue.number(480))));
        long position = ledger.head().length();
        QuarkusTransaction.requiringNew().run(() -> RulebookUse.since(MODEL, "another", position));
        record(about(20, Map.of("floorArea", FactValue.number(481))));
        assertThat(history()).extracting(one -> one.position).contains(position, position + 1);
        stores.rebuild();
        assertThat(history()).extracting(one -> one.position).contains(position, position + 1);
    }

    private List<StoredAssessment> history() {
        return QuarkusTransaction.requiringNew().call(() -> StoredAssessment.of(site, MODEL));
    }

    private void households(int number) {
        record(new SiteFacts(
                committee,
                true,
                "Committee",
                today.minusDays(5),
                "Register",
                new TreeMap<>(Map.of("committeeHouseholds", FactValue.number(number))),
                new TreeMap<>()));
    }

    private SiteFacts about(int daysAgo, Map<String, FactValue> stated) {
        return SiteFacts.ofSite(site, "RS", today.minusDays(daysAgo), "Inspector", new TreeMap<>(stated));
    }

    private Provenance by(Supersession supersedes) {
        return new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, supersedes, true);
    }

    private void record(SiteFacts stated) {
        record(stated, by(null));
    }

    private void record(SiteFacts stated, Provenance by) {
        facts.record(List.of(stated), editions.list().getFirst().book(), by);
    }

    private void register(String csv) {
        register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(today.minusYears(1), Actor.program("office"), false),
                answer -> {});
    }
}
