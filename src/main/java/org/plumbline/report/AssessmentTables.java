package org.plumbline.report;

import static org.plumbline.report.AssessmentSections.orDash;
import static org.plumbline.report.AssessmentSections.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.AssessmentReport.Chapter;
import org.plumbline.report.AssessmentReport.ClauseOutcome;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.OpenClause;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;
import org.plumbline.web.Format;

/** The assessment of a site as tables, for its workbook: the same as the report says, without what is drawn. */
final class AssessmentTables {
    private final AssessmentReport report;
    private final Labels labels;

    AssessmentTables(AssessmentReport report, Labels labels) {
        this.report = report;
        this.labels = labels;
    }

    /** The report as a paper of tables. */
    Paper paper() {
        return new Paper(
                report.title(),
                report.number(),
                report.issuer(),
                report.site().name(),
                report.site().code(),
                new Words(
                        report.standard().title().zh() + "，" + report.standard().number(),
                        report.standard().title().en() + ", "
                                + report.standard().number()),
                finding(),
                report.onDate(),
                List.of(result(), chapters(), failures(), open(), outcomes(), facts()),
                report.standard().note(),
                report.proof(),
                report.jsonLd(),
                report.synthetic(),
                null);
    }

    private Words finding() {
        var result = report.result();
        if (result.band() == null || result.score() == null) {
            return labels.words("cover.noscore");
        }
        var finding = new Words(
                result.band().zh() + " " + score(result.score()),
                result.band().english() + " " + score(result.score()));
        return result.provisional() == null
                ? finding
                : Words.joined(List.of(finding, labels.words("cover.provisional")));
    }

    private Table result() {
        var result = report.result();
        var rows = Stream.<List<Cell>>builder();
        rows.add(row("cover.class", Cell.of(report.site().siteClass())));
        rows.add(row("cover.street", Cell.of(report.site().street())));
        rows.add(row("cover.address", Cell.of(report.site().address())));
        rows.add(row("summary.band", Cell.of(orDash(result.band()))));
        rows.add(row("summary.score", number(result.score())));
        if (result.bonus() != null) {
            rows.add(row("workbook.base", number(result.bonus().without())));
            rows.add(row("workbook.bonus", number(result.bonus().points())));
        }
        rows.add(row("workbook.low", number(result.scoreLow())));
        rows.add(row("workbook.high", number(result.scoreHigh())));
        rows.add(row("summary.measured", Cell.of(Format.share(result.measuredShare()))));
        rows.add(row(
                "summary.state",
                Cell.of(
                        result.provisional() == null
                                ? labels.words("summary.final")
                                : labels.words("summary.provisional", result.provisional()))));
        rows.add(row("summary.vetoes", list(result.vetoes())));
        rows.add(row("summary.barred", list(result.barred())));
        rows.add(row("summary.settles", list(result.settles())));
        return table("summary.title", rows.build().toList(), text("workbook.what", 150), text("workbook.says", 349));
    }

    private Table chapters() {
        return table(
                "chapters.title",
                report.chapters().stream().map(AssessmentTables::chapter).toList(),
                text("chapters.chapter", 176),
                number("workbook.earned", 60),
                number("workbook.possible", 60),
                number("workbook.undecided", 60),
                number("chapters.passed", 46),
                number("chapters.failed", 46),
                number("chapters.open", 46),
                number("chapters.inapplicable", 46));
    }

    private static List<Cell> chapter(Chapter one) {
        return List.of(
                Cell.of(new Words(
                        one.number() + " " + one.title().zh(),
                        one.number() + " " + one.title().english())),
                number(one.earned()),
                number(one.possible()),
                number(one.undecided()),
                Cell.of(Integer.toString(one.passed())),
                Cell.of(Integer.toString(one.failed())),
                Cell.of(Integer.toString(one.open())),
                Cell.of(Integer.toString(one.inapplicable())));
    }

    private Table failures() {
        return table(
                "failed.title",
                report.failures().stream().map(this::failure).toList(),
                text("outcomes.clause", 45),
                text("outcomes.plain", 200),
                text("failed.gap", 200),
                text("workbook.severity", 60),
                text("failed.due", 60),
                number("failed.lost", 60),
                number("outcomes.points", 60),
                text("failed.facts", 260),
                text("failed.basis", 260));
    }

    private List<Cell> failure(Failure one) {
        return List.of(
                Cell.of(one.clause()),
                Cell.of(one.plain()),
                Cell.of(one.gap()),
                Cell.of(
                        one.veto()
                                ? Words.joined(List.of(labels.words("failed.veto"), one.severity()))
                                : one.severity()),
                Cell.of(one.due().toString()),
                number(one.lost()),
                number(one.points()),
                Cell.of(
                        one.facts().isEmpty()
                                ? labels.words("failed.facts.none")
                                : Words.joined(one.facts().stream()
                                        .map(fact -> new Words(
                                                fact.fact().zh() + " "
                                                        + fact.value().zh(),
                                                fact.fact().english() + " "
                                                        + fact.value().english()))
                                        .toList())),
                list(one.basis()));
    }

    private Table open() {
        return table(
                "open.title",
                report.open().stream().map(this::open).toList(),
                text("outcomes.clause", 45),
                text("workbook.text", 230),
                text("outcomes.outcome", 70),
                text("workbook.reason", 160),
                text("open.needed", 200),
                number("open.points", 60));
    }

    private List<Cell> open(OpenClause one) {
        return List.of(
                Cell.of(one.clause()),
                Cell.of(one.text()),
                Cell.of(labels.words("outcome." + one.outcome().name())),
                Cell.of(one.reason()),
                list(one.needed()),
                number(one.points()));
    }

    private Table outcomes() {
        return table(
                "outcomes.title",
                report.outcomes().stream().map(this::outcome).toList(),
                text("outcomes.clause", 45),
                text("outcomes.plain", 260),
                text("outcomes.obligation", 60),
                text("outcomes.outcome", 70),
                number("workbook.earned", 60),
                number("workbook.possible", 60));
    }

    private List<Cell> outcome(ClauseOutcome one) {
        return List.of(
                Cell.of(one.clause()),
                Cell.of(one.plain()),
                Cell.of(one.obligation()),
                Cell.of(labels.words("outcome." + one.outcome().name())),
                number(one.earned()),
                number(one.possible()));
    }

    private Table facts() {
        return table(
                "facts.title",
                report.facts().stream().map(AssessmentTables::fact).toList(),
                text("facts.fact", 200),
                text("facts.value", 120),
                text("facts.source", 90),
                text("facts.date", 70));
    }

    private static List<Cell> fact(FactLine one) {
        return List.of(
                Cell.of(one.fact()),
                new Cell(one.value(), List.of(), one.quantity()),
                Cell.of(one.source()),
                Cell.of(one.observedOn().toString()));
    }

    private static Cell number(@Nullable BigDecimal value) {
        return value == null
                ? Cell.of("—")
                : new Cell(Words.same(value.toPlainString()), List.of(), Quantity.of(value));
    }

    private static Cell list(List<Words> words) {
        return words.isEmpty() ? Cell.of("—") : Cell.of(Words.joined(words));
    }

    private List<Cell> row(String key, Cell value) {
        return List.of(Cell.of(labels.words(key)), value);
    }

    private Column text(String key, int width) {
        return new Column(labels.words(key), width, Kind.TEXT);
    }

    private Column number(String key, int width) {
        return new Column(labels.words(key), width, Kind.NUMBER);
    }

    private Table table(String key, List<List<Cell>> rows, Column... columns) {
        return new Table(labels.words(key), null, List.of(columns), rows);
    }
}
