package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.Measure;
import org.plumbline.indicator.Measure.Form;
import org.plumbline.indicator.Topic;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/** The tables of the yearly book of indicators. */
final class YearTables {
    private static final int NUMBER = 30;
    private static final int VALUE = 50;
    private static final int CHANGE = 46;
    private static final int COUNTED = 48;
    private static final int WIDE = 499;
    private static final int STREET = 119;
    private static final int MOST_ACROSS = 5;

    /** The figures of a street in the last round, by measure. */
    record Street(Text name, Map<String, IndicatorFigure> figures) {}

    private final BookYear year;
    private final Map<Publication, Map<String, IndicatorFigure>> byRound;

    /**
     * Tables of a year.
     *
     * @param byRound the district's figures in each round that is shown, by measure
     */
    YearTables(BookYear year, Map<Publication, Map<String, IndicatorFigure>> byRound) {
        this.year = year;
        this.byRound = byRound;
    }

    /** Whether an indicator has a figure in the last round, were it one that is held back. */
    boolean measured(Indicator indicator) {
        return indicator.measures().stream()
                .map(measure -> figure(year.last(), measure))
                .anyMatch(figure -> figure != null && (figure.known() || figure.held()));
    }

    /** The rounds of the year, after the last of the year before. */
    Table rounds(ZoneId zone) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Publication> all = new ArrayList<>(year.rounds());
        if (year.before() != null) {
            all.addFirst(year.before());
        }
        for (Publication round : all) {
            rows.add(List.of(
                    Cell.of(PaperWords.words(round.round())),
                    Cell.of(round.onDate().toString()),
                    Cell.of(round.publishedAt().atZone(zone).toLocalDate().toString()),
                    Cell.of(Long.toString(round.position()))));
        }
        return new Layout()
                .text("paper.book.round", 229)
                .text("paper.date", 90)
                .text("indicator.col.published", 90)
                .number("paper.book.position", 90)
                .table(
                        PaperWords.say("paper.book.rounds"),
                        PaperWords.say("paper.book.rounds.line", BookYear.MOST_SHOWN),
                        rows);
    }

    /** The indicators of a topic, round beside round. */
    Table topic(Topic topic, List<Indicator> indicators) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            List<Measure> measures = indicator.measures().stream()
                    .filter(measure -> figure(year.last(), measure) != null)
                    .toList();
            if (measures.isEmpty()) {
                rows.add(unmeasured(indicator));
            }
            measures.forEach(measure -> rows.add(row(indicator, measure)));
        }
        return layout().table(PaperWords.words(Standards.text(topic.name())), null, rows);
    }

    private Layout layout() {
        int values = VALUE * year.shown().size();
        int change = year.before() == null ? 0 : CHANGE;
        Layout layout = new Layout()
                .text("paper.number", NUMBER)
                .text("paper.figure", WIDE - NUMBER - values - change - COUNTED);
        year.shown().forEach(round -> layout.number(day(round), VALUE));
        if (change > 0) {
            layout.number("paper.book.change", CHANGE);
        }
        return layout.number("paper.counted", COUNTED);
    }

    /** The date of a round in two short lines. */
    private static Words day(Publication round) {
        String day = round.onDate().toString();
        return Words.same(day.substring(0, 4) + "\n" + day.substring(5));
    }

    private List<Cell> row(Indicator indicator, Measure measure) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(indicator.notation()));
        row.add(Cell.of(named(measure)));
        year.shown().forEach(round -> row.add(value(figure(round, measure))));
        if (year.before() != null) {
            row.add(change(figure(year.before(), measure), figure(year.last(), measure)));
        }
        row.add(Cell.of(counted(figure(year.last(), measure))));
        return row;
    }

    private List<Cell> unmeasured(Indicator indicator) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(indicator.notation()));
        row.add(Cell.of(PaperWords.words(Standards.text(indicator.name()))));
        for (int i = 1; i < year.shown().size(); i++) {
            row.add(Cell.of(PaperWords.NONE));
        }
        row.add(Cell.of(PaperWords.say("paper.unmeasured")));
        if (year.before() != null) {
            row.add(Cell.of(PaperWords.NONE));
        }
        row.add(Cell.of(PaperWords.NONE));
        return row;
    }

    private @Nullable IndicatorFigure figure(Publication round, Measure measure) {
        return byRound.getOrDefault(round, Map.of()).get(measure.id());
    }

    /** A figure's name and, in brackets, its unit. */
    private static Words named(Measure measure) {
        Text name = Standards.text(measure.name());
        Text unit = Standards.text(measure.unit());
        return unit.zh().isEmpty()
                ? PaperWords.words(name)
                : new Words(name.zh() + "（" + unit.zh() + "）", name.en() + " (" + unit.en() + ")");
    }

    /** The value without its unit, which stands beside the name; those who calculate get the number. */
    private static Cell value(@Nullable IndicatorFigure figure) {
        if (figure == null) {
            return Cell.of(PaperWords.NONE);
        }
        Words shown = new Words(figure.shown(Page.bare(Lang.ZH, "/")), figure.shown(Page.bare(Lang.EN, "/")));
        BigDecimal value = figure.value();
        return new Cell(
                shown,
                List.of(),
                value == null || figure.share()
                        ? null
                        : Quantity.of(value.setScale(figure.decimals(), RoundingMode.HALF_EVEN)));
    }

    /** By how much it has changed, a share in percentage points; nothing where one of them rests on too little. */
    private static Cell change(@Nullable IndicatorFigure before, @Nullable IndicatorFigure now) {
        BigDecimal was = comparable(before);
        BigDecimal is = comparable(now);
        if (now == null || was == null || is == null) {
            return Cell.of(PaperWords.NONE);
        }
        BigDecimal difference = is.subtract(was);
        BigDecimal shown = (now.form() == Form.SHARE ? difference.movePointRight(2) : difference)
                .setScale(now.decimals(), RoundingMode.HALF_EVEN);
        String sign = shown.signum() > 0 ? "+" : shown.signum() < 0 ? "−" : "";
        Words said = new Words(
                sign + Page.bare(Lang.ZH, "/").fixed(shown.abs(), now.decimals()),
                sign + Page.bare(Lang.EN, "/").fixed(shown.abs(), now.decimals()));
        return new Cell(said, List.of(), Quantity.of(shown));
    }

    private static @Nullable BigDecimal comparable(@Nullable IndicatorFigure figure) {
        return figure == null || figure.few() ? null : figure.value();
    }

    /** How many the last figure rests on of those that should count, and whether they are too few to compare. */
    private static Words counted(@Nullable IndicatorFigure figure) {
        if (figure == null) {
            return Words.same(PaperWords.NONE);
        }
        Words counted = Words.same(figure.counted() + " / " + (figure.counted() + figure.missing()));
        return figure.few() ? Words.joined(List.of(counted, PaperWords.say("indicator.few"))) : counted;
    }

    /** The streets' figures of a topic in the last round, some of them in a table; none for a topic without any. */
    static List<Table> streets(Topic topic, List<Indicator> indicators, List<Street> streets) {
        List<Measure> measures = indicators.stream()
                .flatMap(one -> one.measures().stream())
                .filter(measure ->
                        streets.stream().anyMatch(street -> street.figures().containsKey(measure.id())))
                .toList();
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < measures.size(); i += MOST_ACROSS) {
            tables.add(across(topic, streets, measures.subList(i, Math.min(measures.size(), i + MOST_ACROSS))));
        }
        return tables;
    }

    private static Table across(Topic topic, List<Street> streets, List<Measure> measures) {
        Layout layout = new Layout().text("col.street", STREET);
        measures.forEach(measure -> layout.number(named(measure), (WIDE - STREET) / MOST_ACROSS));
        List<List<Cell>> rows = new ArrayList<>();
        streets.forEach(street -> {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(PaperWords.words(street.name())));
            measures.forEach(measure -> row.add(value(street.figures().get(measure.id()))));
            rows.add(row);
        });
        return layout.table(
                PaperWords.say("paper.book.streets", PaperWords.words(Standards.text(topic.name()))), null, rows);
    }

    /** What each figure means and how it is computed, and what an indicator without figures waits for. */
    static Table definitions(List<Indicator> indicators) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Words definition = PaperWords.words(Standards.text(indicator.definition()));
            if (indicator.measures().isEmpty()) {
                Words lacks = indicator.lacks() == null
                        ? PaperWords.say("paper.unmeasured")
                        : PaperWords.words(Standards.text(indicator.lacks()));
                rows.add(definition(indicator, PaperWords.words(Standards.text(indicator.name())), definition, lacks));
            }
            indicator
                    .measures()
                    .forEach(measure -> rows.add(definition(
                            indicator,
                            named(measure),
                            definition,
                            PaperWords.words(Standards.text(measure.formula())))));
        }
        return new Layout()
                .text("paper.number", NUMBER)
                .text("paper.figure", 119)
                .text("paper.means", 175)
                .text("indicator.formula", 175)
                .table(PaperWords.say("paper.book.definitions"), null, rows);
    }

    private static List<Cell> definition(Indicator indicator, Words name, Words definition, Words formula) {
        return List.of(Cell.of(indicator.notation()), Cell.of(name), Cell.of(definition), Cell.of(formula));
    }
}
