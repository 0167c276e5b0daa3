package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.rdf.PL;

/** Of a long history only what can count is read, and the record is the same as if all of it were. */
@QuarkusTest
class LongHistoryTest {
    private static final String COMMITTEE = "810003001001";
    private static final String SITE = COMMITTEE + "-RS01";
    private static final List<String> SOURCES = List.of("Inspector", "Register", "Manager");

    @Inject
    FactImporter importer;

    @Inject
    RegisterImporter register;

    @Inject
    CurrentRecords records;

    @Inject
    ObservationTable table;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @Test
    void the_record_at_each_position_is_that_of_the_whole_history() {
        take("code,name,street_code,street_name\n" + COMMITTEE + ",甲居委会,810003001,乙街道\n");
        take("site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站," + COMMITTEE + "\n");
        LocalDate today = LocalDate.now(clock);
        long before = ledger.head().length();
        Random random = new Random(4);
        List<SiteFacts> stated = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            SiteFacts facts = made(random, today, i);
            stated.add(facts);
            Provenance plain = provenance(null);
            boolean corrects = i > 0 && i % 9 == 0;
            String wrong = importer.submission(stated.get(random.nextInt(i + 1)), plain);
            importer.record(
                    List.of(facts), Small.FORM.book(), corrects ? provenance(new Supersession(wrong, "again")) : plain);
        }
        long head = ledger.head().length();
        for (LocalDate on : List.of(today, today.minusDays(60), today.plusDays(500), today.plusYears(20))) {
            for (long position = before; position <= head; position++) {
                String whole = records.known(List.of(SITE), on, 0, head)
                        .record(SITE, Small.FORM.book(), position)
                        .orElseThrow();
                for (long from = Math.max(before, position - 3); from <= position; from += 3) {
                    String part = records.known(List.of(SITE), on, from, Math.min(head, position + 5))
                            .record(SITE, Small.FORM.book(), position)
                            .orElseThrow();
                    assertThat(part).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void what_is_read_of_a_site_does_not_grow_with_its_history() {
        LocalDate today = LocalDate.now(clock);
        List<SiteFacts> stated = new ArrayList<>();
        String subject = "810003001002-RS01";
        for (int i = 0; i < 300; i++) {
            stated.add(SiteFacts.ofSite(
                    subject,
                    "RS",
                    today.minusDays(400 - i),
                    "Inspector",
                    new TreeMap<>(Map.of("floorArea", FactValue.number(100 + i)))));
        }
        importer.record(stated, Small.FORM.book(), provenance(null));
        long head = ledger.head().length();
        assertThat(table.observed(List.of("site/" + subject), today, head, head).get("site/" + subject))
                .singleElement()
                .satisfies(one -> assertThat(one.on()).isEqualTo(today.minusDays(101)));
    }

    private static SiteFacts made(Random random, LocalDate today, int i) {
        TreeMap<String, FactValue> facts = new TreeMap<>();
        facts.put("floorArea", FactValue.number(400 + random.nextInt(3)));
        if (random.nextBoolean()) {
            facts.put("lastDrill", random.nextBoolean() ? FactValue.none() : FactValue.of(today.minusDays(200 + i)));
        }
        if (random.nextBoolean()) {
            TreeMap<String, SortedMap<String, FactValue>> months = new TreeMap<>();
            for (int m = 0; m <= random.nextInt(3); m++) {
                LocalDate month = LocalDate.of(2026, 1 + random.nextInt(4), 1);
                months.put(
                        month.toString(),
                        new TreeMap<>(Map.of(
                                "monthStart", FactValue.of(month), "events", FactValue.number(random.nextInt(3)))));
            }
            facts.put("activityMonth", random.nextInt(4) == 0 ? FactValue.none() : FactValue.records(months));
        }
        if (random.nextBoolean()) {
            facts.put(
                    "room",
                    random.nextInt(3) == 0
                            ? FactValue.none()
                            : FactValue.records(new TreeMap<>(Map.of(
                                    "2" + random.nextInt(3),
                                    new TreeMap<>(Map.of("roomKind", FactValue.code("council")))))));
        }
        return SiteFacts.ofSite(
                SITE, "RS", today.minusDays(random.nextInt(12) * 30L), SOURCES.get(random.nextInt(3)), facts);
    }

    private Provenance provenance(@Nullable Supersession supersedes) {
        return new Provenance(iris.role("tester"), PL.IMPORTING.getURI(), clock.instant(), null, supersedes, false);
    }

    private void take(String csv) {
        assertThat(register.read(
                                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("tester"), false),
                                answer -> {})
                        .refused())
                .isZero();
    }
}
