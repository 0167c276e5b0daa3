package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.Topic;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Papers.Subject;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications.Span;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.report.Paper;
import org.plumbline.report.Paper.Table;

/**
 * The yearly book of indicators: every indicator of the district with its figures in the rounds of a year, or with what it waits for; the same by
 * street in the last of them; and what each figure means.
 */
@ApplicationScoped
class IndicatorPaper {
    private final IndicatorBook book;
    private final IndicatorFigures figures;
    private final Shots shots;
    private final PlaceTable places;
    private final ThingGraphs graphs;
    private final Papers papers;
    private final LedgerConfig config;

    IndicatorPaper(
            IndicatorBook book,
            IndicatorFigures figures,
            Shots shots,
            PlaceTable places,
            ThingGraphs graphs,
            Papers papers,
            LedgerConfig config) {
        this.book = book;
        this.figures = figures;
        this.shots = shots;
        this.places = places;
        this.graphs = graphs;
        this.papers = papers;
        this.config = config;
    }

    /** The book of the year of the round shown, up to that round. */
    Paper of(Shot shot) {
        BookYear year = BookYear.of(
                shots.rounds(shot, Span.twoYears(shot.publication().onDate())).reversed());
        YearTables tables = new YearTables(year, byRound(shot, year));
        List<Table> sections = new ArrayList<>();
        sections.add(tables.rounds(config.zone()));
        for (Topic topic : book.topics()) {
            sections.add(tables.topic(topic, of(topic)));
        }
        List<YearTables.Street> streets = streets(shot);
        for (Topic topic : book.topics()) {
            sections.addAll(YearTables.streets(topic, of(topic), streets));
        }
        sections.add(YearTables.definitions(book.indicators()));
        long measured = book.indicators().stream().filter(tables::measured).count();
        return papers.numbered(
                shot,
                new Subject(
                        PaperWords.say("paper.book", Integer.toString(year.year())),
                        PaperWords.words(shot.district().name()),
                        shot.district().code(),
                        PaperWords.say(
                                "paper.book.finding",
                                measured,
                                book.indicators().size()),
                        "/indicators",
                        data(shot, year)),
                sections);
    }

    private List<Indicator> of(Topic topic) {
        return book.indicators().stream()
                .filter(one -> one.topic().equals(topic.key()))
                .toList();
    }

    private Map<Publication, Map<String, IndicatorFigure>> byRound(Shot shot, BookYear year) {
        Map<Publication, Map<String, IndicatorFigure>> byRound = new LinkedHashMap<>();
        year.shown()
                .forEach(round -> byRound.put(
                        round, figures.in(round, shot, shot.district().code(), book.indicators())));
        return byRound;
    }

    private List<YearTables.Street> streets(Shot shot) {
        return places.streets(shot.id()).stream()
                .map(street -> new YearTables.Street(
                        street.name(), figures.in(shot.publication(), shot, street.code(), book.indicators())))
                .toList();
    }

    private Graph data(Shot shot, BookYear year) {
        Graph data = GraphFactory.createDefaultGraph();
        year.shown()
                .forEach(round -> GraphUtil.addInto(
                        data,
                        graphs.figures(round, shot.edition(), shot.district().code())));
        return data;
    }
}
