package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;

/** An assessment that rests on something not public still has its outcome, and nothing that tells the value. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AssessmentGateTest {
    private static final String RECORD = """
            {"site":"https://x.example/id/site/A","siteClass":"RS","facts":{
             "floorArea":{"value":"487.25","on":"2026-10-01","source":"Inspector"},
             "committeeHouseholds":{"value":"1900","on":"2026-10-01","source":"Register"}},
             "judgements":{}}""";

    @Test
    void a_public_figure_is_told_with_its_gap() {
        String shown = Json.write(pass(Books.packed()));
        assertThat(shown).contains("487.25", "\"clause\":\"5.6\"");
        assertThat(clause(pass(Books.packed()), "5.6").get("gaps")).isNotNull();
    }

    @Test
    void a_restricted_figure_is_told_nowhere() {
        Map<String, Object> shown = pass(Books.with(Books.packed(), "floorArea", "Restricted"));
        assertThat(Json.write(shown)).doesNotContain("487", "25.6", "112.75");
        Map<?, ?> clause = clause(shown, "5.6");
        assertThat(clause.get("outcome")).isEqualTo("failed");
        assertThat(clause.get("gaps")).isNull();
        assertThat(String.valueOf(clause.get("text"))).contains("not public");
    }

    private static Map<String, Object> pass(FactBook book) {
        Edition edition = Books.edition();
        Map<String, ?> record = Json.readObject(RECORD);
        Assessment assessment = new Evaluator(edition.rulebook())
                .assess(new RecordReader(edition.rulebook()).read(record), (int)
                        LocalDate.of(2026, 11, 1).toEpochDay());
        return new AssessmentGate(new Gate(book)).pass(new Held(edition, assessment, record));
    }

    private static Map<?, ?> clause(Map<String, Object> shown, String number) {
        for (Object clause : (Iterable<?>) shown.get("clauses")) {
            if (((Map<?, ?>) clause).get("clause").equals(number)) {
                return (Map<?, ?>) clause;
            }
        }
        throw new AssertionError("no clause " + number);
    }
}
