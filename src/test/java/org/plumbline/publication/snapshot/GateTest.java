package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.FactBook;

/** What passes the gate and what does not, value by value. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GateTest {
    private static final FactBook BOOK = Books.packed();

    @Test
    void a_public_value_passes_as_it_is() {
        Map<String, Object> facts = read("{'floorArea':{'on':'2026-10-01','source':'Inspector','value':'640'}}");
        Gate.Passed passed = new Gate(BOOK).facts(facts);
        assertThat(passed.facts()).isEqualTo(facts);
        assertThat(passed.withheld()).isEmpty();
    }

    @Test
    void a_restricted_or_personal_value_never_passes() {
        for (String sensitivity : new String[] {"Restricted", "Personal"}) {
            Gate gate = new Gate(Books.with(BOOK, "floorArea", sensitivity));
            Gate.Passed passed = gate.facts(
                    read("{'floorArea':{'on':'2026-10-01','source':'Inspector','value':'640','secret':'640'}}"));
            assertThat(Json.write(passed.facts()))
                    .isEqualTo("{\"floorArea\":{\"on\":\"2026-10-01\",\"source\":\"Inspector\",\"withheld\":true}}");
            assertThat(passed.withheld()).containsExactly("floorArea");
        }
    }

    @Test
    void neither_does_one_in_dispute_or_within_a_record() {
        Gate gate = new Gate(Books.with(Books.with(BOOK, "floorArea", "Restricted"), "roomKind", "Restricted"));
        Gate.Passed passed = gate.facts(read("{'floorArea':{'disputed':[{'value':'640'},{'value':'641'}]},"
                + "'room':{'records':{'201':{'roomKind':{'value':'reception'}}}}}"));
        assertThat(Json.write(passed.facts())).doesNotContain("640", "641", "reception");
        assertThat(passed.withheld()).contains("floorArea", "room", "roomKind");
    }

    @Test
    void a_fact_that_the_vocabulary_lost_does_not_pass() {
        assertThat(Json.write(new Gate(BOOK)
                        .facts(read("{'formerFact':{'value':'7'}}"))
                        .facts()))
                .doesNotContain("7");
    }

    @Test
    void fewer_than_five_people_of_a_place_are_not_counted_in_public() {
        Gate gate = new Gate(BOOK);
        assertThat(gate.facts(residents("4")).withheld()).containsExactly("committeeResidents");
        assertThat(gate.facts(residents("5")).withheld()).isEmpty();
        assertThat(Json.write(gate.facts(residents("4")).facts())).doesNotContain("\"4\"");
    }

    @Test
    void a_sum_would_give_its_small_part_away() {
        Map<String, Object> facts = read("{'areaResidents':{'value':'6003','parts':[{'value':'6000'},{'value':'3'}]}}");
        Map<String, Object> sum =
                read("{'committeeResidents':{'value':'6003','parts':[{'value':'6000'},{'value':'3'}]}}");
        assertThat(Json.write(new Gate(BOOK).facts(facts).facts())).doesNotContain("6003", "6000");
        assertThat(Json.write(new Gate(BOOK).facts(sum).facts())).doesNotContain("6003", "6000");
    }

    @Test
    void who_is_no_role_stays_unnamed() {
        Gate gate = new Gate(BOOK);
        assertThat(gate.actor("https://x.example/id/role/inspector", "https://x.example/id/role/"))
                .isEqualTo("https://x.example/id/role/inspector");
        assertThat(gate.actor("https://x.example/people/zhang-san", "https://x.example/id/role/"))
                .isEqualTo("https://x.example/id/role/unnamed");
    }

    @Test
    void the_rules_of_the_gate_are_named_by_what_they_hold_back() {
        assertThat(new Gate(BOOK).rules()).isEqualTo(new Gate(BOOK).rules());
        assertThat(new Gate(Books.with(BOOK, "floorArea", "Restricted")).rules())
                .isNotEqualTo(new Gate(BOOK).rules());
    }

    private static Map<String, Object> residents(String count) {
        return read("{'committeeResidents':{'value':'" + count + "'}}");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String json) {
        return (Map<String, Object>) (Map<String, ?>) Json.readObject(json.replace('\'', '"'));
    }
}
