package org.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Members.Has;

/** Grading, totals, bands, gates, vetoes, bounds, cases with unknown guards, and the facts that settle a band. */
class ScoreTest {
    private static final Text TEXT = new Text("文", "text");
    private static final CodeList CODES =
            new CodeList("c", List.of("a", "b", "c", "d"), List.of(TEXT, TEXT, TEXT, TEXT));
    private static final Fact X = fact("x", 0, Datatype.DECIMAL, Validity.FOREVER);
    private static final Fact Y = fact("y", 1, Datatype.DECIMAL, new Validity(0, 30));
    private static final Fact SET = fact("set", 2, Datatype.CODES, Validity.FOREVER);
    private static final int ON_DAY = 20_000;
    private static final Condition CHECK = new Bound(X, Comparison.AT_LEAST, 10 * Micros.ONE);

    private static Fact fact(String name, int slot, Datatype type, Validity validity) {
        return new Fact(
                name,
                Fact.SITE,
                slot,
                type,
                -1,
                null,
                type == Datatype.CODES ? CODES : null,
                null,
                TEXT,
                0,
                1000 * Micros.ONE,
                validity,
                Fact.Role.OBSERVED);
    }

    private static Clause.Case one(
            Condition when, Condition check, Obligation obligation, long points, Grading grading) {
        return new Clause.Case(1, when, check, obligation, points, grading, null);
    }

    private static Clause clause(String number, boolean veto, Clause.Case... cases) {
        return new Clause(number, 0, TEXT, TEXT, veto, Severity.MINOR, 90, 1, null, false, List.of(cases));
    }

    private static Clause shall(String number, boolean veto, Condition check, long points) {
        return clause(number, veto, one(null, check, Obligation.SHALL, points, new Grading.Full()));
    }

    private static Evaluator evaluator(List<Band> bands, Clause... clauses) {
        return new Evaluator(new Rulebook(
                "urn:e",
                "E",
                TEXT,
                List.of(new SiteClass("P", TEXT)),
                List.of(),
                List.of(X, Y, SET),
                3,
                List.of(),
                List.of(new Rulebook.Chapter("1", TEXT)),
                List.of(clauses),
                bands,
                bands.size() - 1,
                3000,
                900,
                Calendar.NONE));
    }

    private static final Band NONE = new Band("none", TEXT, 0, 0, List.of());

    private static Band band(String name, long least, Band.Gate... gates) {
        return new Band(name, TEXT, 1, least, List.of(gates));
    }

    /** x and y in units, null for not measured. */
    private static SiteRecord site(Evaluator evaluator, Integer x, Integer y) {
        SiteRecord record = evaluator.rulebook().emptyRecord("urn:s", 0);
        if (x != null) {
            record.facts().put(X.slot(), x * Micros.ONE, ON_DAY);
        }
        if (y != null) {
            record.facts().put(Y.slot(), y * Micros.ONE, ON_DAY);
        }
        return record;
    }

    private static long earned(Grading grading, Condition check, SiteRecordFiller filler) {
        Evaluator evaluator =
                evaluator(List.of(NONE), clause("1", false, one(null, check, Obligation.SHALL, 4000, grading)));
        SiteRecord record = evaluator.rulebook().emptyRecord("urn:s", 0);
        filler.fill(record.facts());
        return evaluator.assess(record, ON_DAY).results().getFirst().earned();
    }

    private interface SiteRecordFiller {
        void fill(Subject facts);
    }

    private static SiteRecordFiller x(long micros) {
        return facts -> facts.put(X.slot(), micros, ON_DAY);
    }

    @Test
    void full_grading_gives_all_or_nothing_at_the_threshold() {
        assertThat(earned(new Grading.Full(), CHECK, x(10 * Micros.ONE))).isEqualTo(4000);
        assertThat(earned(new Grading.Full(), CHECK, x(10 * Micros.ONE - 1))).isZero();
    }

    @Test
    void linear_grading_rounds_down_and_never_gives_a_failed_clause_all() {
        Grading linear = new Grading.Linear(X, 0, 10 * Micros.ONE);
        assertThat(earned(linear, CHECK, x(5 * Micros.ONE))).isEqualTo(2000);
        assertThat(earned(linear, CHECK, x(0))).isZero();
        assertThat(earned(linear, CHECK, x(10 * Micros.ONE - 1))).isEqualTo(3999);
        assertThat(earned(linear, CHECK, x(3_333_333))).isEqualTo(1333);
        Grading down = new Grading.Linear(X, 30 * Micros.ONE, 20 * Micros.ONE);
        Condition atMost = new Bound(X, Comparison.AT_MOST, 20 * Micros.ONE);
        assertThat(earned(down, atMost, x(25 * Micros.ONE))).isEqualTo(2000);
        assertThat(earned(down, atMost, x(31 * Micros.ONE))).isZero();
    }

    @Test
    void pro_rata_and_deductions_count_members_failures_and_units() {
        Condition all = new Has(SET, 0b1111);
        SiteRecordFiller three = facts -> facts.put(SET.slot(), 0b0111, ON_DAY);
        assertThat(earned(new Grading.ProRata(), all, three)).isEqualTo(3000);
        assertThat(earned(new Grading.PerMissing(500), all, three)).isEqualTo(3500);
        assertThat(earned(new Grading.PerMissing(500), all, facts -> facts.mark(SET.slot(), Subject.NONE, ON_DAY)))
                .isEqualTo(2000);
        Condition both = new Condition.All(List.of(CHECK, all));
        assertThat(earned(new Grading.PerFailure(1500), both, facts -> {
                    three.fill(facts);
                    facts.put(X.slot(), 1, ON_DAY);
                }))
                .isEqualTo(1000);
        Condition atMost = new Bound(X, Comparison.AT_MOST, 0);
        assertThat(earned(new Grading.PerUnit(300, X), atMost, x(2 * Micros.ONE)))
                .isEqualTo(3400);
        assertThat(earned(new Grading.PerUnit(300, X), atMost, x(2 * Micros.ONE + 1)))
                .isEqualTo(3399);
        assertThat(earned(new Grading.PerUnit(3000, X), atMost, x(900 * Micros.ONE)))
                .isZero();
    }

    @Test
    void steps_give_the_first_that_holds() {
        Grading steps = new Grading.Steps(List.of(
                new Grading.Steps.Step(new Bound(X, Comparison.AT_LEAST, 8 * Micros.ONE), 3000),
                new Grading.Steps.Step(new Bound(X, Comparison.AT_LEAST, 5 * Micros.ONE), 1000)));
        assertThat(earned(steps, CHECK, x(8 * Micros.ONE))).isEqualTo(3000);
        assertThat(earned(steps, CHECK, x(8 * Micros.ONE - 1))).isEqualTo(1000);
        assertThat(earned(steps, CHECK, x(5 * Micros.ONE - 1))).isZero();
    }

    @Test
    void the_score_is_exact_rounded_down_and_capped() {
        assertThat(new Score(2000, 3000, 0).text()).isEqualTo("66.66");
        assertThat(new Score(2000, 3000, 0).reaches(66_667)).isFalse();
        assertThat(new Score(2000, 3000, 0).reaches(66_666)).isTrue();
        assertThat(new Score(3000, 3000, 3000).text()).isEqualTo("100");
        assertThat(new Score(2700, 3000, 3000).text()).isEqualTo("93");
        assertThat(new Score(0, 0, 3000).exists()).isFalse();
    }

    @Test
    void bounds_hold_open_clauses_to_all_failed_and_all_passed() {
        Evaluator evaluator = evaluator(
                List.of(band("1", 60_000), NONE),
                shall("1", false, CHECK, 6000),
                shall("2", false, new Bound(Y, Comparison.AT_LEAST, 1), 4000));
        Assessment assessment = evaluator.assess(site(evaluator, 10, null), ON_DAY);
        assertThat(assessment.score().text()).isEqualTo("60");
        assertThat(assessment.scoreLow().text()).isEqualTo("60");
        assertThat(assessment.scoreHigh().text()).isEqualTo("100");
        assertThat(assessment.band()).isEqualTo(assessment.bandHigh());
        assertThat(assessment.settled()).isTrue();
        assertThat(assessment.measuredShare()).isEqualTo(6000);
        assertThat(assessment.provisional()).isTrue();
        Assessment other = evaluator.assess(site(evaluator, null, 1), ON_DAY);
        assertThat(other.settled()).isFalse();
        assertThat(Settler.settle(other)).containsExactly("x");
    }

    @Test
    void an_untested_clause_opens_no_gate() {
        Band gated = band("1", 10_000, new Band.AtMostFailed(0, -1L, -1L));
        Evaluator evaluator = evaluator(
                List.of(gated, NONE),
                shall("1", false, CHECK, 6000),
                shall("2", false, new Bound(Y, Comparison.AT_LEAST, 1), 4000));
        assertThat(evaluator.assess(site(evaluator, 10, null), ON_DAY).band()).isEqualTo(NONE);
        assertThat(evaluator.assess(site(evaluator, 10, null), ON_DAY).bandHigh())
                .isEqualTo(gated);
        assertThat(evaluator.assess(site(evaluator, 10, 1), ON_DAY).band()).isEqualTo(gated);
        Band share = band("1", 10_000, new Band.LeastShare(600, -1L));
        Evaluator shares = evaluator(
                List.of(share, NONE),
                shall("1", false, CHECK, 6000),
                shall("2", false, new Bound(Y, Comparison.AT_LEAST, 1), 4000));
        assertThat(shares.assess(site(shares, 10, 0), ON_DAY).band()).isEqualTo(share);
        assertThat(shares.assess(site(shares, 9, 1), ON_DAY).band()).isEqualTo(NONE);
    }

    @Test
    void a_failed_veto_fixes_the_veto_band_and_ageing_does_not_lift_it() {
        Evaluator evaluator = evaluator(
                List.of(band("1", 0), NONE),
                shall("1", false, CHECK, 6000),
                shall("2", true, new Bound(Y, Comparison.AT_LEAST, 1), 1000));
        SiteRecord failing = site(evaluator, 10, 0);
        assertThat(evaluator.assess(failing, ON_DAY).band()).isEqualTo(NONE);
        Assessment later = evaluator.assess(failing, ON_DAY + 31);
        assertThat(later.results().get(1).outcome()).isEqualTo(Outcome.UNTESTED);
        assertThat(later.results().get(1).lastKnown()).isEqualTo(Outcome.FAILED);
        assertThat(later.vetoes()).containsExactly(1);
        assertThat(later.band()).isEqualTo(NONE);
        Assessment good = evaluator.assess(site(evaluator, 10, 1), ON_DAY + 31);
        assertThat(good.results().get(1).lastKnown()).isEqualTo(Outcome.PASSED);
        assertThat(good.vetoes()).isEmpty();
        assertThat(good.provisional()).isTrue();
    }

    @Test
    void while_a_guard_is_unknown_only_a_unanimous_outcome_stands() {
        Condition when = new Bound(Y, Comparison.AT_LEAST, 5 * Micros.ONE);
        Clause clause = clause(
                "1",
                false,
                one(
                        when,
                        new Bound(X, Comparison.AT_LEAST, 20 * Micros.ONE),
                        Obligation.SHALL,
                        1000,
                        new Grading.Full()),
                one(null, CHECK, Obligation.SHALL, 1000, new Grading.Full()));
        Evaluator evaluator = evaluator(List.of(NONE), clause);
        assertThat(outcome(evaluator, 20, null)).isEqualTo(Outcome.PASSED);
        assertThat(outcome(evaluator, 15, null)).isEqualTo(Outcome.UNTESTED);
        assertThat(outcome(evaluator, 9, null)).isEqualTo(Outcome.FAILED);
        assertThat(outcome(evaluator, 15, 4)).isEqualTo(Outcome.PASSED);
        assertThat(outcome(evaluator, 15, 5)).isEqualTo(Outcome.FAILED);
        Evaluator guarded = evaluator(
                List.of(NONE), clause("1", false, one(when, CHECK, Obligation.SHALL, 1000, new Grading.Full())));
        assertThat(outcome(guarded, 10, 4)).isEqualTo(Outcome.INAPPLICABLE);
        assertThat(outcome(guarded, 10, null)).isEqualTo(Outcome.UNTESTED);
    }

    private static Outcome outcome(Evaluator evaluator, Integer x, Integer y) {
        return evaluator
                .assess(site(evaluator, x, y), ON_DAY)
                .results()
                .getFirst()
                .outcome();
    }

    @Test
    void a_permission_earns_a_capped_bonus_and_is_never_failed() {
        List<Clause> clauses =
                new ArrayList<>(List.of(shall("1", false, new Bound(Y, Comparison.AT_LEAST, 1), 10_000)));
        clauses.add(clause("2", false, one(null, CHECK, Obligation.MAY, 5000, new Grading.Full())));
        Evaluator evaluator = evaluator(List.of(NONE), clauses.toArray(Clause[]::new));
        assertThat(evaluator.assess(site(evaluator, 10, 0), ON_DAY).score().text())
                .isEqualTo("3");
        ClauseResult unused =
                evaluator.assess(site(evaluator, 9, 0), ON_DAY).results().get(1);
        assertThat(unused.outcome()).isEqualTo(Outcome.INAPPLICABLE);
        assertThat(unused.reason()).isEqualTo(Reason.OPTION_NOT_USED);
    }

    @Test
    void facts_in_dispute_alone_make_it_cannot_tell() {
        Condition both = new Condition.All(List.of(CHECK, new Bound(Y, Comparison.AT_LEAST, 1)));
        Evaluator evaluator = evaluator(List.of(NONE), shall("1", false, both, 1000));
        SiteRecord record = site(evaluator, null, 1);
        record.facts().mark(X.slot(), Subject.DISPUTED, ON_DAY);
        assertThat(evaluator.assess(record, ON_DAY).results().getFirst().outcome())
                .isEqualTo(Outcome.CANT_TELL);
        record.facts().forget(Y.slot());
        assertThat(evaluator.assess(record, ON_DAY).results().getFirst().outcome())
                .isEqualTo(Outcome.UNTESTED);
    }
}
