package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.fact.FactImporter.Imported;
import org.plumbline.fact.FactImporter.Recorded;
import org.plumbline.fact.FactImporter.Terms;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.rdf.PL;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

@QuarkusTest
class FactImporterTest {
    private static final AtomicInteger DISTRICTS = new AtomicInteger(880000);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    FactImporter importer;

    @Inject
    CurrentRecords records;

    @Inject
    DerivedStores stores;

    @Inject
    RegisterImporter register;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    /** A committee and its station in a district of its own, for the ledger is shared and forgets nothing. */
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
        register("area_code,name,street_code\n" + street + "-A01,甲片区," + street + "\n");
        register("site_code,class,name,committee_or_street_code,area_code\n" + site + ",RS,甲站," + committee + ","
                + street + "-A01\n");
    }

    @Test
    void a_file_is_recorded_once() throws UnreadableFile {
        TableFile file = Small.filled(Map.of(
                "站点",
                        List.of(
                                Map.of(
                                        "site",
                                        site,
                                        "date",
                                        day(10),
                                        "source",
                                        "Inspector",
                                        "floorArea",
                                        "480.50",
                                        "infoAids",
                                        "display;magnifier",
                                        "lastDrill",
                                        "无",
                                        "committeeResidents",
                                        "1900"),
                                Map.of(
                                        "site",
                                        "310112009999-RS01",
                                        "date",
                                        day(10),
                                        "source",
                                        "Inspector",
                                        "floorArea",
                                        "480")),
                "房间", List.of(Map.of("site", site, "room.key", "201", "roomKind", "council")),
                "判定", List.of(Map.of("site", site, "clause", "5.10", "outcome", "failed", "reason", "Forged"))));
        long before = ledger.head().length();
        List<Answer> answers = new ArrayList<>();
        Imported imported = importer.read(file, Small.FORM, terms(), answers::add);
        assertThat(answers.stream().map(answer -> answer.getClass().getSimpleName()))
                .containsExactly("Accepted", "Refused", "Accepted", "Accepted");
        assertThat(answers.get(1).message("en"))
                .contains("站点!A5", "There is no site \"310112009999-RS01\" in the register");
        assertThat(imported.recorded()).isEqualTo(2);
        assertThat(imported.refused()).isEqualTo(1);

        var entry = ledger.about(iris.site(site)).getLast();
        var submission = SubmissionGraph.read(entry);
        assertThat(submission.source()).isEqualTo(PL.INSPECTOR.getURI());
        assertThat(submission.provenance().origin()).isNotNull();
        assertThat(submission.provenance().origin().fileName()).isEqualTo("facts.xlsx");
        assertThat(submission.provenance().origin().sheet()).isEqualTo("站点");
        assertThat(submission.provenance().origin().row()).isEqualTo(4);
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
                .contains(
                        "<" + iris.site(site)
                                + "/room/201> <https://w3id.org/plumbline/facts#roomKind> <https://w3id.org/plumbline/code/room/council> .",
                        "<https://w3id.org/plumbline/ns#observedNone> <https://w3id.org/plumbline/facts#lastDrill> .",
                        "<https://w3id.org/plumbline/facts#floorArea> \"480.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .");
        assertThat(ledger.about(iris.place(committee)).getLast().submission()).contains("/id/submission/");

        answers.clear();
        Imported again = importer.read(file, Small.FORM, terms(), answers::add);
        assertThat(again.recorded()).isZero();
        assertThat(again.known()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(answers.getFirst().message("en")).isEqualTo("站点!4: " + site + " unchanged, recorded before");
        assertThat(ledger.head().length()).isEqualTo(before + 2);
    }

    @Test
    void the_record_shows_each_fact_with_its_day_source_and_submission() throws Exception {
        record(facts(
                "Inspector",
                10,
                Map.of(
                        "floorArea", FactValue.number("480.5"),
                        "infoAids", FactValue.codes(List.of("magnifier", "display")),
                        "structuralGrade", FactValue.code("A"),
                        "stepFreeRoute", FactValue.of(false),
                        "lastDrill", FactValue.none(),
                        "room",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "201", new TreeMap<>(Map.of("roomKind", FactValue.code("reception")))))))));
        String iri = ledger.about(iris.site(site)).getLast().submission();
        String tail = "\"on\":\"" + day(10) + "\",\"source\":\"Inspector\",\"submission\":\"" + iri + "\"";
        assertThat(records.of(site, Small.FORM.book(), today, CurrentRecords.NOW))
                .hasValue("{\"facts\":{"
                        + "\"floorArea\":{" + tail + ",\"value\":\"480.5\"},"
                        + "\"infoAids\":{" + tail + ",\"value\":[\"display\",\"magnifier\"]},"
                        + "\"lastDrill\":{\"none\":true," + tail + "},"
                        + "\"room\":{"
                        + tail.replace(
                                "\"source\"",
                                "\"records\":{\"201\":{\"roomKind\":{\"value\":\"reception\"}}},\"source\"")
                        + "},"
                        + "\"stepFreeRoute\":{" + tail + ",\"value\":false},"
                        + "\"structuralGrade\":{" + tail + ",\"value\":\"A\"}},"
                        + "\"judgements\":{},\"site\":\"" + iris.site(site) + "\",\"siteClass\":\"RS\"}");
        assertThat(records.of("310112009999-RS01", Small.FORM.book(), today, CurrentRecords.NOW))
                .isEmpty();
    }

    @Test
    void rank_goes_before_date_and_a_later_day_before_an_earlier_one() throws Exception {
        record(facts(
                "Inspector", 100, Map.of("parkingSpaces", FactValue.number(1), "floorArea", FactValue.number(300))));
        record(facts("Manager", 1, Map.of("parkingSpaces", FactValue.number(2))));
        assertThat(fact("parkingSpaces", today).path("value").textValue()).isEqualTo("1");
        record(facts("Inspector", 50, Map.of("parkingSpaces", FactValue.number(3))));
        assertThat(fact("parkingSpaces", today).path("value").textValue()).isEqualTo("3");
        assertThat(fact("floorArea", today).path("value").textValue()).isEqualTo("300");
        assertThat(fact("parkingSpaces", today.minusDays(60)).path("value").textValue())
                .isEqualTo("1");
        assertThat(fact("parkingSpaces", today.minusDays(101)).isMissingNode()).isTrue();
    }

    @Test
    void an_expired_observation_gives_way_and_comes_last() throws Exception {
        // parkingSpaces counts for a year.
        record(facts("Inspector", 400, Map.of("parkingSpaces", FactValue.number(1))));
        assertThat(fact("parkingSpaces", today).path("on").textValue()).isEqualTo(day(400));
        record(facts("Manager", 1, Map.of("parkingSpaces", FactValue.number(2))));
        assertThat(fact("parkingSpaces", today).path("value").textValue()).isEqualTo("2");
        assertThat(fact("parkingSpaces", today.plusYears(2)).path("value").textValue())
                .isEqualTo("1");
    }

    @Test
    void equals_that_differ_are_a_dispute_until_one_is_corrected() throws Exception {
        SiteFacts wrong = facts("Inspector", 10, Map.of("floorArea", FactValue.number(300)));
        record(wrong);
        record(facts("Inspector", 10, Map.of("floorArea", FactValue.number(310))));
        long disputed = ledger.head().length();
        JsonNode dispute = fact("floorArea", today).path("disputed");
        assertThat(dispute).hasSize(2);
        assertThat(dispute.path(0).path("value").textValue()).isEqualTo("300");
        assertThat(dispute.path(1).path("submission").textValue()).startsWith(iris.base());
        Provenance correcting = new Provenance(
                provenance().agent(),
                provenance().activity(),
                clock.instant(),
                null,
                new Supersession(importer.submission(wrong, provenance()), "measured again"),
                false);
        importer.record(
                List.of(facts("Inspector", 10, Map.of("floorArea", FactValue.number(310)))),
                Small.FORM.book(),
                correcting);
        assertThat(fact("floorArea", today).path("value").textValue()).isEqualTo("310");
        String then = records.of(site, Small.FORM.book(), today, disputed).orElseThrow();
        assertThat(JSON.readTree(then).path("facts").path("floorArea").path("disputed"))
                .hasSize(2);
    }

    @Test
    void records_are_replaced_whole_and_a_series_key_by_key() throws Exception {
        record(facts(
                "Manager",
                50,
                Map.of(
                        "room",
                        rooms("201", "202"),
                        "activityMonth",
                        months(Map.of("2026-01-01", 5L, "2026-02-01", 6L)))));
        record(facts(
                "Manager",
                10,
                Map.of("room", rooms("203"), "activityMonth", months(Map.of("2026-02-01", 7L, "2026-03-01", 8L)))));
        assertThat(fact("room", today).path("records").propertyStream().map(Map.Entry::getKey))
                .containsExactly("203");
        JsonNode series = fact("activityMonth", today).path("records");
        assertThat(series.propertyStream()
                        .map(month -> month.getKey() + "="
                                + month.getValue().path("events").path("value").textValue()))
                .containsExactly("2026-01-01=5", "2026-02-01=7", "2026-03-01=8");
        record(facts("Manager", 10, Map.of("activityMonth", months(Map.of("2026-03-01", 9L)))));
        JsonNode disputed = fact("activityMonth", today);
        assertThat(disputed.path("records").propertyStream().map(Map.Entry::getKey))
                .containsExactly("2026-01-01", "2026-02-01");
        assertThat(disputed.path("disputedKeys").path("2026-03-01")).hasSize(2);
    }

    @Test
    void a_place_lends_its_facts_to_the_sites_in_it() throws Exception {
        importer.record(
                List.of(SiteFacts.ofPlace(
                        committee,
                        today.minusDays(5),
                        "Register",
                        new TreeMap<>(Map.of(
                                "committeeResidents",
                                FactValue.number(4200),
                                "committeeShare60",
                                FactValue.number("0.31"))))),
                Small.FORM.book(),
                provenance());
        JsonNode residents = fact("committeeResidents", today);
        assertThat(residents.path("value").textValue()).isEqualTo("4200");
        assertThat(residents.path("place").textValue()).isEqualTo(iris.place(committee));
    }

    @Test
    void a_judgement_counts_by_rank_and_date() throws Exception {
        record(new SiteFacts(
                site,
                false,
                "RS",
                today.minusDays(9),
                "Manager",
                new TreeMap<>(),
                new TreeMap<>(Map.of(Small.CLAUSE + "5.10", new Judgement(true, "All true")))));
        record(new SiteFacts(
                site,
                false,
                "RS",
                today.minusDays(20),
                "Inspector",
                new TreeMap<>(),
                new TreeMap<>(Map.of(Small.CLAUSE + "5.10", new Judgement(false, "Forged")))));
        JsonNode judgement = json(today).path("judgements").path(Small.CLAUSE + "5.10");
        assertThat(judgement.path("outcome").textValue()).isEqualTo("failed");
        assertThat(judgement.path("reason").textValue()).isEqualTo("Forged");
        assertThat(judgement.path("source").textValue()).isEqualTo("Inspector");
    }

    @Test
    void a_rebuild_gives_the_same_rows() throws Exception {
        record(facts(
                "Inspector",
                10,
                Map.of(
                        "floorArea",
                        FactValue.number("480.50"),
                        "room",
                        rooms("201", "乙室"),
                        "infoAids",
                        FactValue.codes(List.of("display", "magnifier")),
                        "lastDrill",
                        FactValue.of(today.minusDays(30)),
                        "stepFreeRoute",
                        FactValue.of(true),
                        "activityMonth",
                        months(Map.of("2026-01-01", 5L)))));
        record(new SiteFacts(
                site,
                false,
                "RS",
                today,
                "Inspector",
                new TreeMap<>(Map.of("room", FactValue.none())),
                new TreeMap<>(Map.of(Small.CLAUSE + "5.1", new Judgement(true, "a \"quoted\"\nreason")))));
        List<String> before = rows();
        stores.rebuild();
        assertThat(rows()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void thousands_of_submissions_are_recorded_and_twice_changes_nothing() throws Exception {
        List<SiteFacts> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            TreeMap<String, java.util.SortedMap<String, FactValue>> rooms = new TreeMap<>();
            for (int room = 0; room < 16; room++) {
                rooms.put(
                        "" + (200 + room),
                        new TreeMap<>(Map.of(
                                "roomKind", FactValue.code("council"), "roomSeats", FactValue.number(i % 90 + room))));
            }
            many.add(SiteFacts.ofSite(
                    site + i,
                    "RS",
                    today,
                    "Inspector",
                    new TreeMap<>(Map.of(
                            "floorArea",
                            FactValue.number(300 + i),
                            "room",
                            FactValue.records(rooms),
                            "parkingSpaces",
                            FactValue.number(i % 7),
                            "stepFreeRoute",
                            FactValue.of(true)))));
        }
        assertThat(importer.record(many, Small.FORM.book(), provenance())).isEqualTo(new Recorded(5000, 0));
        assertThat(importer.record(many.subList(0, 700), Small.FORM.book(), provenance()))
                .isEqualTo(new Recorded(0, 700));
    }

    @Test
    void a_value_of_the_wrong_type_is_never_recorded() {
        long before = ledger.head().length();
        assertThatThrownBy(() -> record(facts("Inspector", 1, Map.of("floorArea", FactValue.of(true)))))
                .hasMessageContaining("f:floorArea is DECIMAL");
        assertThatThrownBy(() -> record(facts("Inspector", 1, Map.of("flooArea", FactValue.of(true)))))
                .hasMessageContaining("f:flooArea is not a fact");
        assertThat(ledger.head().length()).isEqualTo(before);
    }

    private static FactValue rooms(String... keys) {
        TreeMap<String, java.util.SortedMap<String, FactValue>> rooms = new TreeMap<>();
        for (String key : keys) {
            rooms.put(key, new TreeMap<>(Map.of("roomKind", FactValue.code("council"))));
        }
        return FactValue.records(rooms);
    }

    private static FactValue months(Map<String, Long> events) {
        TreeMap<String, java.util.SortedMap<String, FactValue>> months = new TreeMap<>();
        events.forEach((month, count) -> months.put(
                month,
                new TreeMap<>(Map.of(
                        "monthStart", FactValue.of(LocalDate.parse(month)), "events", FactValue.number(count)))));
        return FactValue.records(months);
    }

    private SiteFacts facts(String source, int daysAgo, Map<String, FactValue> facts) {
        return SiteFacts.ofSite(site, "RS", today.minusDays(daysAgo), source, new TreeMap<>(facts));
    }

    private void record(SiteFacts facts) {
        importer.record(List.of(facts), Small.FORM.book(), provenance());
    }

    private Provenance provenance() {
        return new Provenance(iris.role("tester"), PL.IMPORTING.getURI(), clock.instant());
    }

    private Terms terms() {
        return new Terms(Actor.program("tester"), false);
    }

    private String day(int ago) {
        return today.minusDays(ago).toString();
    }

    private JsonNode fact(String name, LocalDate on) throws Exception {
        return json(on).path("facts").path(name);
    }

    private JsonNode json(LocalDate on) throws Exception {
        return JSON.readTree(
                records.of(site, Small.FORM.book(), on, CurrentRecords.NOW).orElseThrow());
    }

    private void register(String csv) {
        var summary = register.read(
                RegisterFile.of("register.csv", csv.getBytes(StandardCharsets.UTF_8)),
                new RegisterImporter.Terms(LocalDate.of(2020, 1, 1), Actor.program("tester"), false),
                answer -> {});
        assertThat(summary.refused()).isZero();
    }

    private List<String> rows() throws Exception {
        List<String> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var found = select.executeQuery(
                        "select o::text, s::text from observation o join fact_submission s on s.position = o.ledger_position"
                                + " order by o.subject, o.fact, o.ledger_position")) {
            while (found.next()) {
                rows.add(found.getString(1) + found.getString(2));
            }
        }
        return rows;
    }
}
