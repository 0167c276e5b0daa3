package org.plumbline.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.indicator.Computation;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.Measure;
import org.plumbline.indicator.Measure.Form;
import org.plumbline.indicator.Topic;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Table;
import org.plumbline.web.Text;

/** A year of rounds beside each other, and against the year before. */
class YearTablesTest {
    private static final Topic TOPIC = new Topic("Space", word("空间"));
    private static final Measure SHARE = measure("I01-share", Form.SHARE, "", 1);
    private static final Measure AREA = measure("I02-area", Form.NUMBER, "平方米", 2);
    private static final List<Indicator> INDICATORS =
            List.of(indicator("I01", SHARE), indicator("I02", AREA), indicator("I03"));

    @Test
    void a_year_is_that_of_the_last_round_beside_the_year_before() {
        BookYear year =
                year("2025-05-01", "2025-11-01", "2026-01-01", "2026-03-01", "2026-06-01", "2026-09-01", "2026-12-31");
        assertThat(year.year()).isEqualTo(2026);
        assertThat(year.rounds()).hasSize(5);
        assertThat(year.shown())
                .extracting(round -> round.onDate().toString())
                .containsExactly("2025-11-01", "2026-03-01", "2026-06-01", "2026-09-01", "2026-12-31");
    }

    @Test
    void a_year_without_rounds_before_it_is_not_compared_with_an_earlier_one() {
        assertThat(year("2024-11-01", "2026-05-01").before()).isNull();
    }

    @Test
    void the_first_year_has_nothing_before_it_and_no_change() {
        BookYear year = year("2026-05-01");
        assertThat(year.before()).isNull();
        Table table = new YearTables(year, figures(year, false, "0.5")).topic(TOPIC, INDICATORS);
        assertThat(table.columns()).hasSize(4);
        assertThat(table.rows()).allMatch(row -> row.size() == 4);
    }

    @Test
    void a_share_changes_by_points_and_a_number_by_its_unit() {
        BookYear year = year("2025-11-01", "2026-11-01");
        Table table = new YearTables(year, figures(year, false, "0.5", "0.468")).topic(TOPIC, INDICATORS);
        assertThat(words(table, 0)).containsExactly("I01", "I01-share", "50.0%", "46.8%", "−3.2", "9 / 10");
        assertThat(words(table, 1)).containsExactly("I02", "I02-area（平方米）", "0.50", "0.47", "−0.03", "9 / 10");
        assertThat(table.rows().get(1).get(4).quantity())
                .satisfies(number -> assertThat(number.value()).isEqualByComparingTo("-0.03"));
        assertThat(words(table, 2))
                .as("no zeros for what is not measured")
                .doesNotContain("0")
                .contains("尚未测");
    }

    @Test
    void too_few_are_not_compared() {
        BookYear year = year("2025-11-01", "2026-11-01");
        Table table = new YearTables(year, figures(year, true, "0.5", "0.6")).topic(TOPIC, INDICATORS);
        assertThat(words(table, 0).get(4)).isEqualTo(PaperWords.NONE);
        assertThat(words(table, 0).get(5)).contains("样本不足");
    }

    @Test
    void streets_stand_beside_each_other_five_figures_a_table() {
        List<Measure> six = Stream.of("a", "b", "c", "d", "e", "f")
                .map(id -> measure(id, Form.NUMBER, "", 0))
                .toList();
        Map<String, IndicatorFigure> figures = new LinkedHashMap<>();
        six.forEach(measure -> figures.put(measure.id(), figure(measure, "7", false)));
        List<Table> tables = YearTables.streets(
                TOPIC,
                List.of(indicator("I09", six.toArray(Measure[]::new))),
                List.of(new YearTables.Street(text("莘庄镇"), figures), new YearTables.Street(text("七宝镇"), Map.of())));
        assertThat(tables).extracting(table -> table.columns().size()).containsExactly(6, 2);
        assertThat(words(tables.getFirst(), 0)).startsWith("莘庄镇", "7");
        assertThat(words(tables.getFirst(), 1)).startsWith("七宝镇", PaperWords.NONE);
    }

    @Test
    void what_is_not_measured_says_what_it_waits_for() {
        Table table = YearTables.definitions(INDICATORS);
        assertThat(table.rows()).hasSize(3);
        assertThat(words(table, 0)).containsExactly("I01", "I01-share", "定义", "公式");
        assertThat(words(table, 2)).containsExactly("I03", "I03", "定义", "尚缺");
    }

    private static List<String> words(Table table, int row) {
        return table.rows().get(row).stream()
                .map(Cell::words)
                .map(words -> words.zh())
                .toList();
    }

    private static BookYear year(String... days) {
        return BookYear.of(
                Stream.of(days).map(LocalDate::parse).map(YearTablesTest::round).toList());
    }

    private static Publication round(LocalDate day) {
        Instant published = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Publication(day.toEpochDay(), day, text("一轮"), published, 1, "", "", "", true);
    }

    private static Map<Publication, Map<String, IndicatorFigure>> figures(
            BookYear year, boolean few, String... values) {
        Map<Publication, Map<String, IndicatorFigure>> figures = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            figures.put(
                    year.shown().get(i),
                    Map.of(SHARE.id(), figure(SHARE, values[i], few), AREA.id(), figure(AREA, values[i], few)));
        }
        return figures;
    }

    private static IndicatorFigure figure(Measure measure, String value, boolean few) {
        return new IndicatorFigure(
                measure.id(),
                text(measure.id()),
                measure.form(),
                Standards.text(measure.unit()),
                measure.decimals(),
                new BigDecimal(value),
                null,
                null,
                9,
                1,
                0,
                false,
                few,
                null);
    }

    private static Indicator indicator(String notation, Measure... measures) {
        return new Indicator(notation, "Space", word(notation), word("定义"), "P6M", null, word("尚缺"), List.of(measures));
    }

    private static Measure measure(String id, Form form, String unit, int decimals) {
        return new Measure(
                id,
                word(id),
                word("公式"),
                form,
                word(unit),
                decimals,
                List.of(),
                new Computation.Coverage(),
                BigDecimal.ONE,
                false,
                null,
                0);
    }

    private static Text text(String zh) {
        return Text.same(zh);
    }

    private static org.plumbline.rulebook.Text word(String zh) {
        return new org.plumbline.rulebook.Text(zh, zh);
    }
}
