package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.fact.CurrentRecord.Held;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Subject;
import org.plumbline.rulebook.json.RecordReader;

class CurrentRecordTest {
    private static final String SITE = "https://example.org/id/site/S1";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void several_places_of_a_kind_are_summed_or_the_greatest_taken_and_age_with_the_oldest() throws Exception {
        JsonNode facts = around(
                place("A", 9, Map.of("committeeResidents", "1900", "committeeShare60", "0.3")),
                place("B", 40, Map.of("committeeResidents", "2100.5", "committeeShare60", "0.45")));
        assertThat(facts.path("committeeResidents").path("value").textValue()).isEqualTo("4000.5");
        assertThat(facts.path("committeeResidents").path("on").textValue())
                .isEqualTo(DAY.minusDays(40).toString());
        assertThat(facts.path("committeeResidents").path("parts")).hasSize(2);
        assertThat(facts.path("committeeResidents")
                        .path("parts")
                        .path(1)
                        .path("place")
                        .textValue())
                .isEqualTo("https://example.org/id/place/B");
        assertThat(facts.path("committeeShare60").path("value").textValue()).isEqualTo("0.45");
    }

    @Test
    void a_place_of_which_nothing_is_known_leaves_the_whole_unmeasured() throws Exception {
        JsonNode facts = around(place("A", 9, Map.of("committeeResidents", "1900")), place("B", 9, Map.of()));
        assertThat(facts.has("committeeResidents")).isFalse();
    }

    @Test
    void places_of_another_kind_add_nothing() throws Exception {
        Held street = new Held(
                "https://example.org/id/place/S",
                "Street",
                place("A", 9, Map.of("committeeResidents", "7")).observed());
        assertThat(around(street).isEmpty()).isTrue();
    }

    @Test
    void what_a_file_states_becomes_a_record_that_the_evaluator_reads() {
        SiteFacts facts = new SiteFacts(
                "S1",
                false,
                "RS",
                DAY,
                "Inspector",
                new TreeMap<>(Map.of(
                        "floorArea", FactValue.number("480.5"),
                        "infoAids", FactValue.codes(List.of("display")),
                        "structuralGrade", FactValue.code("B"),
                        "lastDrill", FactValue.none(),
                        "activityMonth",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "2026-08-01",
                                        new TreeMap<>(Map.of(
                                                "monthStart",
                                                FactValue.of(LocalDate.of(2026, 8, 1)),
                                                "events",
                                                FactValue.number(3)))))))),
                new TreeMap<>(Map.of(Small.CLAUSE + "5.10", new Judgement(true, "seen"))));
        SiteFacts other = SiteFacts.ofSite(
                "S1", "RS", DAY, "Inspector", new TreeMap<>(Map.of("structuralGrade", FactValue.code("A"))));
        String json = CurrentRecord.of(SITE, "RS", List.of(facts, other), Small.FORM.book(), Small.TODAY);
        var rulebook = Small.EDITION.rulebook();
        var record = new RecordReader(rulebook).read(json);
        assertThat(record.site()).isEqualTo(SITE);
        assertThat(record.facts().value(slot("floorArea"))).isEqualTo(480_500_000L);
        assertThat(record.facts().state(slot("lastDrill"))).isEqualTo(Subject.NONE);
        assertThat(record.facts().state(slot("structuralGrade"))).isEqualTo(Subject.DISPUTED);
        assertThat(record.facts().value(slot("infoAids"))).isEqualTo(1L);
        assertThat(record.facts().records(slot("activityMonth"))).hasSize(1);
        assertThat(record.facts().state(slot("stepFreeRoute"))).isEqualTo(Subject.UNMEASURED);
        assertThat(record.judgements()[rulebook.clauseIndex("5.10")]).isEqualTo(Outcome.PASSED);
    }

    @Test
    void judgements_that_differ_are_shown_apart() throws Exception {
        List<SiteFacts> stated = new ArrayList<>();
        for (boolean passed : new boolean[] {true, false}) {
            stated.add(new SiteFacts(
                    "S1",
                    false,
                    "RS",
                    DAY,
                    "Inspector",
                    new TreeMap<>(),
                    new TreeMap<>(Map.of(Small.CLAUSE + "5.1", new Judgement(passed, "seen")))));
        }
        JsonNode json =
                new ObjectMapper().readTree(CurrentRecord.of(SITE, "RS", stated, Small.FORM.book(), Small.TODAY));
        assertThat(json.path("judgements").isEmpty()).isTrue();
        assertThat(json.path("disputedJudgements").path(Small.CLAUSE + "5.1")).hasSize(2);
    }

    private static int slot(String fact) {
        return Small.EDITION.rulebook().facts().stream()
                .filter(one -> one.name().equals(fact))
                .findFirst()
                .orElseThrow()
                .slot();
    }

    private static Held place(String code, int daysAgo, Map<String, String> facts) {
        List<Observed> observed = new ArrayList<>();
        facts.forEach((fact, value) -> observed.add(new Observed(
                fact,
                DAY.minusDays(daysAgo),
                2,
                "Register",
                "https://example.org/id/submission/" + code,
                1,
                0,
                value(value))));
        return new Held("https://example.org/id/place/" + code, "Committee", observed);
    }

    private static ObjectNode value(String value) {
        return CanonicalJson.object().put("value", value);
    }

    private static JsonNode around(Held... places) throws Exception {
        String json =
                CanonicalJson.write(CurrentRecord.of(SITE, "RS", List.of(), List.of(places), Small.FORM.book(), DAY));
        return new ObjectMapper().readTree(json).path("facts");
    }
}
