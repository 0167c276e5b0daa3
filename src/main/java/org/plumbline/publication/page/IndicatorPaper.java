package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.publication.view.IndicatorsView;
import org.plumbline.publication.view.IndicatorsView.Row;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** The book of indicators: every indicator of the district with its figures, or with what it waits for. */
@ApplicationScoped
class IndicatorPaper {
    private final IndicatorPages pages;
    private final ThingGraphs graphs;
    private final Papers papers;

    IndicatorPaper(IndicatorPages pages, ThingGraphs graphs, Papers papers) {
        this.pages = pages;
        this.graphs = graphs;
        this.papers = papers;
    }

    /** The paper. */
    Paper of(Shot shot) {
        IndicatorsView view = pages.view(shot, Lang.ZH, shot.district(), "");
        List<Table> tables = view.topics().stream().map(IndicatorPaper::topic).toList();
        Subject subject = new Subject(
                PaperWords.say("paper.book"),
                PaperWords.words(shot.district().name()),
                shot.district().code(),
                PaperWords.say("paper.book.finding", view.measured(), view.all()),
                "/indicators",
                graphs.figures(
                        shot.publication(), shot.edition(), shot.district().code()));
        return papers.numbered(shot, subject, tables);
    }

    private static Table topic(IndicatorsView.Topic topic) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : topic.rows()) {
            if (row.figures().isEmpty()) {
                rows.add(cells(
                        row.notation(),
                        PaperWords.words(row.name()),
                        Cell.of(PaperWords.say("paper.unmeasured")),
                        Words.same(PaperWords.NONE),
                        PaperWords.words(row.lacks() == null ? row.definition() : row.lacks())));
            }
            row.figures()
                    .forEach(figure -> rows.add(cells(
                            row.notation(),
                            PaperWords.words(figure.name()),
                            cell(figure),
                            counted(figure),
                            PaperWords.words(row.definition()))));
        }
        return new Layout()
                .text("paper.number", 36)
                .text("paper.figure", 130)
                .number("indicator.col.value", 88)
                .number("paper.counted", 55)
                .text("paper.means", 190)
                .table(PaperWords.words(topic.name()), null, rows);
    }

    private static List<Cell> cells(String number, Words name, Cell value, Words counted, Words means) {
        return List.of(Cell.of(number), Cell.of(name), value, Cell.of(counted), Cell.of(means));
    }

    /** How many it rests on, and whether they are too few to compare: beside the value, which stays a number. */
    private static Words counted(IndicatorFigure figure) {
        Words counted = Words.same(figure.counted() + " / " + (figure.counted() + figure.missing()));
        return figure.few() ? Words.joined(List.of(counted, PaperWords.say("indicator.few"))) : counted;
    }

    /** Words and, for those who calculate, the number; shares are told by their sign. */
    private static Cell cell(IndicatorFigure figure) {
        BigDecimal value = figure.value();
        return new Cell(
                value(figure),
                List.of(),
                value == null || figure.share()
                        ? null
                        : new Quantity(
                                value.setScale(figure.decimals(), RoundingMode.HALF_EVEN),
                                figure.unit().zh()));
    }

    private static Words value(IndicatorFigure figure) {
        String zh = figure.shown(Page.bare(Lang.ZH, "/"));
        String en = figure.shown(Page.bare(Lang.EN, "/"));
        boolean unit = figure.known() && !figure.unit().zh().isEmpty();
        Words said = new Words(
                unit ? zh + " " + figure.unit().zh() : zh,
                unit ? en + " " + figure.unit().en() : en);
        return said;
    }
}
