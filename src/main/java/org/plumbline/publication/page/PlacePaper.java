package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.PaperWords.Layout;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.BandCount;
import org.plumbline.publication.view.ClauseRow;
import org.plumbline.publication.view.Figure;
import org.plumbline.publication.view.Round;
import org.plumbline.publication.view.SiteRow;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Cell;
import org.plumbline.report.Paper.Table;
import org.plumbline.report.Words;
import org.plumbline.web.Format;

/** The summary of a district or a street as a paper: what its page says, to be filed and signed. */
@ApplicationScoped
class PlacePaper {
    private static final int CLAUSES = 20;
    private static final int SITES = 30;

    private final PlaceFigures figures;
    private final PlaceTable places;
    private final SummaryTable summaries;
    private final SiteTables tables;
    private final ThingGraphs graphs;
    private final Papers papers;

    PlacePaper(
            PlaceFigures figures,
            PlaceTable places,
            SummaryTable summaries,
            SiteTables tables,
            ThingGraphs graphs,
            Papers papers) {
        this.figures = figures;
        this.places = places;
        this.summaries = summaries;
        this.tables = tables;
        this.graphs = graphs;
        this.papers = papers;
    }

    /** The paper. */
    Paper of(Shot shot, PublishedPlace place) {
        List<Publication> rounds = figures.rounds(shot);
        Map<Long, Summary> byRound = figures.byRound(shot, rounds, place.code(), "");
        Summary now = byRound.getOrDefault(shot.id(), Summary.none(shot.id(), place.code()));
        Publication before = PlaceFigures.before(rounds);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Table> sections = new ArrayList<>();
        sections.add(overview(PlaceFigures.figures(
                now,
                before == null ? null : byRound.get(before.id()),
                shot.publication().onDate(),
                "")));
        sections.add(bands(PlaceFigures.bands(bands, now, "")));
        boolean district = place.code().equals(shot.district().code());
        if (district) {
            sections.add(streets(shot));
        }
        sections.add(clauses(figures.mostFailed(shot, place.code(), "", CLAUSES)));
        sections.add(sites(shot, district ? "" : place.code()));
        sections.add(rounds(PlaceFigures.trend(rounds, byRound, bands, place.code(), "")));
        Words name = PaperWords.words(place.name());
        String rate = now.compliance() == null ? "" : Format.share(now.compliance());
        Words finding = rate.isEmpty()
                ? PaperWords.say("district.unknown", name)
                : PaperWords.say("district.finding", name, Words.same(rate));
        return papers.numbered(
                shot,
                new Subject(
                        PaperWords.say("paper.place"),
                        name,
                        place.code(),
                        finding,
                        place.path(),
                        graphs.figures(shot.publication(), shot.edition(), place.code())),
                sections);
    }

    private static Table overview(List<Figure> figures) {
        return new Layout()
                .text("paper.figure", 150)
                .number("paper.now", 80)
                .number("paper.before", 80)
                .text("paper.means", 189)
                .table(
                        PaperWords.say("figures.title"),
                        null,
                        figures.stream()
                                .map(figure -> List.of(
                                        Cell.of(PaperWords.say("figure." + figure.id())),
                                        Cell.of(PaperWords.figure(figure.id(), figure.value())),
                                        Cell.of(PaperWords.figure(figure.id(), figure.before())),
                                        Cell.of(PaperWords.say("define." + figure.id()))))
                                .toList());
    }

    private static Table bands(List<BandCount> bands) {
        return new Layout()
                .text("col.band", 150)
                .number("col.sites", 80)
                .number("col.share", 80)
                .bar("col.bands", 189)
                .table(
                        PaperWords.say("bands.title"),
                        PaperWords.say("bands.line"),
                        bands.stream()
                                .map(one -> List.of(
                                        Cell.of(PaperWords.words(one.band().label())),
                                        Cell.of(Long.toString(one.count())),
                                        Cell.of(Format.share(one.share())),
                                        PaperWords.bar(
                                                Format.share(one.share()),
                                                one.share(),
                                                BigDecimal.ZERO,
                                                BigDecimal.ZERO,
                                                BigDecimal.ONE.subtract(one.share()))))
                                .toList());
    }

    private Table streets(Shot shot) {
        Map<String, Summary> now = summaries.places(shot.id(), shot.key(), "");
        List<List<Cell>> rows = new ArrayList<>();
        for (PublishedPlace street : places.streets(shot.id())) {
            Summary one = now.getOrDefault(street.code(), Summary.none(shot.id(), street.code()));
            BigDecimal rate = one.compliance();
            rows.add(List.of(
                    Cell.of(PaperWords.words(street.name())),
                    Cell.of(one.assessed() + " / " + one.sites()),
                    Cell.of(PaperWords.figure("score", one.score())),
                    Cell.of(
                            one.low() == null || one.high() == null
                                    ? PaperWords.NONE
                                    : Format.score(one.low()) + "–" + Format.score(one.high())),
                    Cell.of(PaperWords.figure("compliance", one.compliance())),
                    rate == null
                            ? PaperWords.bar(PaperWords.NONE, BigDecimal.ZERO)
                            : PaperWords.bar(Format.share(rate), rate, BigDecimal.ONE.subtract(rate)),
                    Cell.of(PaperWords.figure("measured", one.measured()))));
        }
        return new Layout()
                .text("col.street", 130)
                .number("paper.assessed", 70)
                .number("col.score", 50)
                .number("col.bounds", 79)
                .number("col.compliance", 55)
                .bar("paper.drawn", 60)
                .number("col.measured", 55)
                .table(PaperWords.say("streets.title", rows.size()), null, rows);
    }

    private static Table clauses(List<ClauseRow> clauses) {
        return new Layout()
                .text("paper.clause", 45)
                .text("paper.asks", 244)
                .number("col.failed", 70)
                .number("paper.decided", 70)
                .bar("col.outcomes", 70)
                .table(
                        PaperWords.say("mostFailed.title"),
                        PaperWords.say("mostFailed.line"),
                        clauses.stream()
                                .map(one -> List.of(
                                        Cell.of(one.number()),
                                        Cell.of(PaperWords.words(one.plain())),
                                        Cell.of(Format.share(one.tally().failedShare())),
                                        Cell.of(one.tally().failed() + " / "
                                                + one.tally().decided()),
                                        PaperWords.outcomes(one.tally())))
                                .toList());
    }

    private Table sites(Shot shot, String street) {
        Wanted wanted = new Wanted(shot.id(), shot.key(), "", street, "", "", "");
        List<SiteRow> rows = tables.first(shot, wanted, Order.LOWEST, SITES).stream()
                .filter(row -> row.score() != null)
                .toList();
        return new Layout()
                .text("col.site", 200)
                .text("paper.class", 109)
                .number("col.score", 50)
                .text("col.band", 70)
                .number("col.failedShall", 70)
                .table(
                        PaperWords.say("paper.lowest"),
                        PaperWords.say("paper.lowest.line", rows.size()),
                        rows.stream().map(PlacePaper::site).toList());
    }

    private static List<Cell> site(SiteRow row) {
        var score = row.score();
        return List.of(
                Cell.of(PaperWords.named(row.name(), row.code())),
                Cell.of(PaperWords.words(row.kind().label())),
                Cell.of(PaperWords.figure("score", score == null ? null : score.score())),
                Cell.of(
                        score == null
                                ? Words.same(PaperWords.NONE)
                                : PaperWords.words(score.band().label())),
                Cell.of(Long.toString(row.failedShall())));
    }

    private static Table rounds(List<Round> rounds) {
        return new Layout()
                .text("col.round", 199)
                .text("paper.date", 80)
                .number("paper.assessedSites", 70)
                .number("col.score", 75)
                .number("col.compliance", 75)
                .table(
                        PaperWords.say("rounds.title"),
                        null,
                        rounds.reversed().stream()
                                .map(round -> List.of(
                                        Cell.of(PaperWords.words(round.label())),
                                        Cell.of(round.onDate().toString()),
                                        Cell.of(Long.toString(round.sites())),
                                        Cell.of(PaperWords.figure("score", round.score())),
                                        Cell.of(PaperWords.figure("compliance", round.compliance()))))
                                .toList());
    }
}
