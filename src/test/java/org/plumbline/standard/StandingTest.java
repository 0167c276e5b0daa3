package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Standing;
import org.plumbline.rulebook.json.AssessmentReader;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.RandomFacts.Mix;

/** What an assessment's JSON says of bonus and gates is what the evaluator knew. */
class StandingTest {
    private static final int ON_DAY = Dates.day("2026-06-01");
    private static final Edition EDITION = new EditionReader(StandardFolder.folder(
                    "model-station/2026", StandardFolder.packed("facts"), StandardFolder.packed("model-station/2026")))
            .read();

    private final Rulebook rulebook = anyScoreWillDo(EDITION.rulebook());
    private int barred;
    private int bonus;

    @Test
    void the_written_assessment_says_which_gates_bar_it_and_what_its_bonus_is() {
        Evaluator evaluator = new Evaluator(rulebook);
        for (Mix mix : new Mix[] {Mix.WILD, Mix.COMPLETE}) {
            RandomFacts facts = new RandomFacts(EDITION, new Random(11));
            for (int i = 0; i < 150; i++) {
                holds(evaluator.assess(
                        facts.record("urn:s", i % rulebook.classes().size(), ON_DAY, mix), ON_DAY));
            }
        }
        assertThat(barred).as("assessments that a gate keeps from a band").isPositive();
        assertThat(bonus).as("assessments with a bonus").isPositive();
    }

    /** The same rulebook without vetoes and with bands that any score reaches, so that their gates decide. */
    private static Rulebook anyScoreWillDo(Rulebook book) {
        return new Rulebook(
                book.edition(),
                book.number(),
                book.title(),
                book.classes(),
                book.kinds(),
                book.facts(),
                book.siteSlots(),
                book.derivations(),
                book.chapters(),
                book.clauses().stream().map(StandingTest::withoutVeto).toList(),
                book.bands().stream()
                        .map(band -> new Band(band.name(), band.label(), band.stars(), 0, band.gates()))
                        .toList(),
                book.vetoBand(),
                book.bonusCap(),
                book.leastMeasuredShare(),
                book.calendar());
    }

    private static Clause withoutVeto(Clause clause) {
        return new Clause(
                clause.number(),
                clause.chapter(),
                clause.text(),
                clause.plain(),
                false,
                clause.severity(),
                clause.dueDays(),
                clause.classes(),
                clause.appliesWhen(),
                clause.judged(),
                clause.cases());
    }

    private void holds(Assessment assessment) {
        var written = Json.readObject(AssessmentWriter.write(assessment, "sha256:0", Map.of()));
        Standing standing = AssessmentReader.standing(rulebook, written);
        assertThat(standing.score()).isEqualTo(assessment.score());
        assertThat(standing.base().hundredths())
                .isLessThanOrEqualTo(assessment.score().hundredths());
        bonus += standing.score().bonus() > 0 ? 1 : 0;
        if (!assessment.vetoes().isEmpty() || !assessment.score().exists()) {
            assertThat(standing.barred()).isEmpty();
            return;
        }
        Band first = rulebook.bands().stream()
                .filter(band -> assessment.score().reaches(band.leastScore()))
                .filter(band ->
                        standing.barred().stream().noneMatch(one -> one.band().equals(band)))
                .findFirst()
                .orElseThrow();
        assertThat(first).isEqualTo(assessment.band());
        for (Standing.Barred one : standing.barred()) {
            barred++;
            assertThat(one.gates()).isNotEmpty();
            one.gates().forEach(closed -> closes(assessment, closed));
        }
    }

    private static void closes(Assessment assessment, Standing.Closed closed) {
        int most = closed.gate() instanceof Band.AtMostFailed(var some, var obligations, var chapters) ? some : 0;
        assertThat(closed.clauses()).hasSizeGreaterThan(most);
        for (int clause : closed.clauses()) {
            var result = assessment.results().get(clause);
            assertThat(result.outcome()).isNotIn(Outcome.PASSED, Outcome.INAPPLICABLE);
        }
    }
}
