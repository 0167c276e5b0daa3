package org.plumbline.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.indicator.IndicatorSums.Standing;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Subject;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** What the figures of indicators come to, from sites to places. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorSumsTest {
    private static final String DISTRICT = "990000";
    private static final String NORTH = "990000001";
    private static final String SOUTH = "990000002";
    private static final int DAY = (int) LocalDate.of(2026, 11, 1).toEpochDay();

    private static Edition edition;
    private static List<Indicator> indicators;

    private final IndicatorSums sums = new IndicatorSums(indicators, edition, DISTRICT);
    private final Evaluator evaluator = new Evaluator(edition.rulebook());

    @BeforeAll
    static void read() throws IOException {
        edition = Linter.lint(StandardFolder.of(Path.of("standards/model-station/2026")))
                .edition();
        Sources sources = new Sources();
        StandardFolder.packedAndOwn("indicators", null)
                .forEach((name, bytes) -> sources.read(name, bytes, IndicatorBook.NS));
        indicators = new IndicatorReader(sources, edition.book()).indicators();
    }

    @Test
    void a_ratio_divides_sums_and_does_not_average_percentages() {
        site("A", NORTH, "a", Map.of("floorArea", 300, "committeeHouseholds", 1000));
        site("B", SOUTH, "b", Map.of("floorArea", 900, "committeeHouseholds", 2000));
        assertThat(value("I04-area", DISTRICT)).isEqualByComparingTo("40");
        assertThat(value("I04-area", NORTH)).isEqualByComparingTo("30");
        assertThat(found("I04-area", DISTRICT).numerator()).isEqualByComparingTo("1200");
        assertThat(found("I04-area", DISTRICT).denominator()).isEqualByComparingTo("3000");
    }

    @Test
    void households_count_once_however_many_sites_their_committee_has() {
        site("A", NORTH, "a", Map.of("floorArea", 300, "committeeHouseholds", 1000));
        site("B", NORTH, "a", Map.of("floorArea", 100, "committeeHouseholds", 1000));
        assertThat(value("I04-area", DISTRICT)).isEqualByComparingTo("40");
        assertThat(found("I04-area", DISTRICT).counted()).isEqualTo(2);
    }

    @Test
    void what_nobody_measured_is_missing_and_no_zero() {
        site("A", NORTH, "a", Map.of("floorArea", 300, "committeeHouseholds", 1000));
        site("B", NORTH, "b", Map.of("floorArea", 900));
        IndicatorValue found = found("I04-area", NORTH);
        assertThat(found.value()).isEqualByComparingTo("30");
        assertThat(found.counted()).isEqualTo(1);
        assertThat(found.missing()).isEqualTo(1);
    }

    @Test
    void a_place_where_nothing_is_known_has_no_value() {
        site("A", NORTH, "a", Map.of("floorArea", 300));
        IndicatorValue found = found("I04-area", NORTH);
        assertThat(found.value()).isNull();
        assertThat(found.numerator()).isNull();
        assertThat(found.missing()).isEqualTo(1);
    }

    @Test
    void a_site_of_which_nothing_was_asked_is_inapplicable() {
        site("A", NORTH, "a", Map.of("onTimeClosed", 0, "closedDue", 0));
        site("B", NORTH, "b", Map.of("onTimeClosed", 9, "closedDue", 10));
        IndicatorValue found = found("I16-ontime", NORTH);
        assertThat(found.value()).isEqualByComparingTo("0.9");
        assertThat(found.inapplicable()).isEqualTo(1);
        assertThat(found.missing()).isZero();
    }

    @Test
    void one_condition_that_holds_is_enough_and_one_unknown_leaves_it_open() {
        site("A", NORTH, "a", Map.of("eveningsPerWeek", 2));
        site("B", NORTH, "b", Map.of("eveningsPerWeek", 0));
        site("C", NORTH, "c", Map.of("eveningsPerWeek", 0, "weekendHours", 0));
        IndicatorValue found = found("I11-late", NORTH);
        assertThat(found.value()).isEqualByComparingTo("0.5");
        assertThat(found.missing()).isEqualTo(1);
    }

    @Test
    void a_mean_is_weighted_and_too_few_answers_are_not_compared() {
        site("A", NORTH, "a", Map.of("surveyScore", 90, "validN", 20));
        site("B", SOUTH, "b", Map.of("surveyScore", 60, "validN", 40));
        assertThat(value("I15-score", DISTRICT)).isEqualByComparingTo("70");
        assertThat(found("I15-score", NORTH).note()).isEqualTo(IndicatorValue.Note.FEW);
        assertThat(found("I15-score", SOUTH).note()).isEqualTo(IndicatorValue.Note.PLAIN);
    }

    @Test
    void a_deviation_is_taken_from_one() {
        site("A", NORTH, "a", Map.of("floorArea", 900, "plannedArea", 1000));
        assertThat(value("I25-match", NORTH)).isEqualByComparingTo("0.9");
    }

    @Test
    void coverage_counts_committees_of_the_register() {
        sums.committees(NORTH, 3, 4);
        sums.committees(SOUTH, 6, 6);
        assertThat(value("I01-coverage", DISTRICT)).isEqualByComparingTo("0.9");
        assertThat(value("I01-coverage", NORTH)).isEqualByComparingTo("0.75");
    }

    @Test
    void an_area_with_two_centres_counts_once() {
        Map<String, Integer> facts = Map.of("areaResidentsWithin15", 800, "areaResidents", 1000);
        sums.site(new Standing("A", "AC", NORTH, null, List.of("P1")), assess("AC", "A", facts));
        sums.site(new Standing("B", "AC", NORTH, null, List.of("P1")), assess("AC", "B", facts));
        sums.site(
                new Standing("C", "AC", NORTH, null, List.of("P2")),
                assess("AC", "C", Map.of("areaResidentsWithin15", 100, "areaResidents", 1000)));
        IndicatorValue found = found("I02-within15", NORTH);
        assertThat(found.value()).isEqualByComparingTo("0.45");
        assertThat(found.counted()).isEqualTo(2);
    }

    @Test
    void a_figure_of_fewer_than_five_persons_is_held_back_and_cannot_be_subtracted() {
        site("A", NORTH, "a", Map.of("workers", 3, "committeeResidents", 4000));
        site("B", SOUTH, "b", Map.of("workers", 9, "committeeResidents", 4000));
        assertThat(found("I29-workers", NORTH).note()).isEqualTo(IndicatorValue.Note.SUPPRESSED);
        assertThat(found("I29-workers", NORTH).value()).isNull();
        assertThat(found("I29-workers", NORTH).numerator()).isNull();
        // The district less the other street would give it away, so the other street goes too.
        assertThat(found("I29-workers", SOUTH).note()).isEqualTo(IndicatorValue.Note.SUPPRESSED);
        assertThat(value("I29-workers", DISTRICT)).isEqualByComparingTo("15");
    }

    @Test
    void enough_persons_are_shown() {
        site("A", NORTH, "a", Map.of("workers", 5, "committeeResidents", 4000));
        site("B", SOUTH, "b", Map.of("workers", 9, "committeeResidents", 4000));
        assertThat(value("I29-workers", NORTH)).isEqualByComparingTo("12.5");
    }

    @Test
    void an_even_spread_has_a_gini_of_zero_and_all_in_one_place_nearly_one() {
        assertThat(gini(30, 100, 60, 200)).isEqualByComparingTo("0");
        assertThat(gini(0, 100, 60, 100)).isEqualByComparingTo("0.5");
        // Shares of 1, 2, 3 and 4 tenths among four of the same size: (2·(1·1+2·2+3·3+4·4))/(4·10) − 5/4 = 0.25.
        assertThat(gini(1, 1, 2, 1, 3, 1, 4, 1)).isEqualByComparingTo("0.25");
        assertThat(Sum.gini(List.of(new long[] {1, 1}))).isNull();
    }

    @Test
    void stations_of_one_committee_are_one_place_to_the_gini() {
        site("A", NORTH, "a", Map.of("floorArea", 300, "committeeHouseholds", 1000));
        site("B", NORTH, "a", Map.of("floorArea", 300, "committeeHouseholds", 1000));
        site("C", NORTH, "c", Map.of("floorArea", 600, "committeeHouseholds", 1000));
        assertThat(value("I26-gini", NORTH)).isEqualByComparingTo("0");
    }

    @Test
    void classes_are_added_up_apart_and_together() {
        site("A", NORTH, "a", Map.of("openHoursWeek", 40));
        sums.site(new Standing("C", "TC", NORTH, null, List.of()), assess("TC", "C", Map.of("openHoursWeek", 60)));
        assertThat(value("I10-hours", NORTH)).isEqualByComparingTo("50");
        assertThat(sums.values().stream()
                        .filter(one ->
                                one.measure().equals("I10-hours") && one.place().equals(NORTH))
                        .map(one -> one.siteClass() + " "
                                + one.value().stripTrailingZeros().toPlainString()))
                .containsExactlyInAnyOrder(" 50", "RS 40", "TC 60");
    }

    private static BigDecimal gini(long... cells) {
        List<long[]> pairs = new java.util.ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            pairs.add(new long[] {cells[i], cells[i + 1]});
        }
        return Sum.gini(pairs);
    }

    private void site(String code, String street, String committee, Map<String, Integer> facts) {
        sums.site(new Standing(code, "RS", street, committee, List.of()), assess("RS", code, facts));
    }

    private Assessment assess(String siteClass, String code, Map<String, Integer> facts) {
        var record = edition.rulebook().emptyRecord(code, edition.rulebook().classIndex(siteClass));
        facts.forEach((name, value) -> put(record.facts(), name, value));
        return evaluator.assess(record, DAY);
    }

    private static void put(Subject subject, String name, int value) {
        Fact fact = edition.rulebook().facts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        subject.put(fact.slot(), value * Micros.ONE, DAY - 10);
    }

    private BigDecimal value(String measure, String place) {
        return found(measure, place).value();
    }

    private IndicatorValue found(String measure, String place) {
        return sums.values().stream()
                .filter(one -> one.measure().equals(measure)
                        && one.place().equals(place)
                        && one.siteClass().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
