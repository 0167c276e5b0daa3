package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.publication.page.ComparePages.Compared;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.BandCount;
import org.plumbline.publication.view.CompareView.Cell;
import org.plumbline.publication.view.CompareView.Column;
import org.plumbline.publication.view.CompareView.Group;
import org.plumbline.publication.view.CompareView.Row;
import org.plumbline.publication.view.Figure;
import org.plumbline.publication.view.IndicatorFigure;
import org.plumbline.publication.view.IndicatorsView;
import org.plumbline.web.Labels;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/** Streets side by side: headline figures, bands and indicators, all of one class of sites, with the district beside them. */
@ApplicationScoped
class CompareStreets {
    private final PlaceTable places;
    private final SummaryTable summaries;
    private final IndicatorPages indicators;

    CompareStreets(PlaceTable places, SummaryTable summaries, IndicatorPages indicators) {
        this.places = places;
        this.summaries = summaries;
        this.indicators = indicators;
    }

    /** Streets by code, and the class of sites that they are compared by; empty for all. */
    record Wanted(List<String> streets, String siteClass) {}

    /** A place with its figures. */
    private record One(PublishedPlace place, Summary summary, IndicatorsView indicators) {
        IndicatorFigure figure(String id) {
            return indicators.topics().stream()
                    .flatMap(topic -> topic.rows().stream())
                    .flatMap(row -> row.figures().stream())
                    .filter(figure -> figure.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Compares them; what is no street of the district is left out with a sentence. */
    Compared compare(Shot shot, Page page, Wanted wanted) {
        List<One> all = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String code : wanted.streets()) {
            places.place(shot.id(), code)
                    .filter(place -> place.kind().equals("STREET"))
                    .ifPresentOrElse(
                            street -> all.add(one(shot, page, street, wanted.siteClass())),
                            () -> left.add(page.say("compare.left.street", code)));
        }
        if (all.isEmpty()) {
            return new Compared(wanted.siteClass(), "", List.of(), List.of(), left);
        }
        all.add(one(shot, page, shot.district(), wanted.siteClass()));
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(Labels.text("figures.title"), figures(shot, page, all)));
        groups.add(new Group(Labels.text("bands.title"), bands(page, bands, all)));
        groups.addAll(indicators(page, all));
        Text kind = wanted.siteClass().isEmpty()
                ? Labels.text("compare.all")
                : Standards.kind(shot.edition(), wanted.siteClass()).label();
        return new Compared(
                wanted.siteClass(),
                page.say("compare.streets.peers", page.in(kind)),
                all.stream()
                        .map(one -> new Column(
                                one.place().code(),
                                one.place().name(),
                                StreetPages.with(shot.kept(one.place().path()), "class", wanted.siteClass())))
                        .toList(),
                groups,
                left);
    }

    private One one(Shot shot, Page page, PublishedPlace place, String siteClass) {
        return new One(
                place,
                summaries.of(shot.id(), shot.key(), place.code(), siteClass),
                indicators.view(shot, page.lang(), place, siteClass));
    }

    private static List<Row> figures(Shot shot, Page page, List<One> all) {
        List<List<Figure>> figures = all.stream()
                .map(one -> PlaceFigures.figures(
                        one.summary(), null, shot.publication().onDate(), ""))
                .toList();
        return IntStream.range(0, figures.getFirst().size())
                .mapToObj(i -> new Row(
                        Labels.text("figure." + figures.getFirst().get(i).id()),
                        "/methods#" + figures.getFirst().get(i).id(),
                        figures.stream()
                                .map(of -> new Cell(
                                        of.get(i).shown(page), of.get(i).bounds(page), ""))
                                .toList()))
                .toList();
    }

    private static List<Row> bands(Page page, List<Band> bands, List<One> all) {
        List<List<BandCount>> counts = all.stream()
                .map(one -> PlaceFigures.bands(bands, one.summary(), ""))
                .toList();
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Row(
                        bands.get(i).label(),
                        "",
                        counts.stream()
                                .map(of -> new Cell(
                                        page.share(of.get(i).share()),
                                        page.say(
                                                of.get(i).count() == 1 ? "compare.sites.one" : "compare.sites",
                                                page.count(of.get(i).count())),
                                        ""))
                                .toList()))
                .toList();
    }

    private static List<Group> indicators(Page page, List<One> all) {
        List<Group> groups = new ArrayList<>();
        for (IndicatorsView.Topic topic : all.getLast().indicators().topics()) {
            List<Row> rows = topic.rows().stream()
                    .flatMap(row -> row.figures().stream()
                            .filter(IndicatorFigure::known)
                            .map(figure -> new Row(
                                    figure.name(),
                                    row.path(),
                                    all.stream()
                                            .map(one -> cell(page, one.figure(figure.id())))
                                            .toList())))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(topic.name(), rows));
            }
        }
        return groups;
    }

    private static Cell cell(Page page, IndicatorFigure figure) {
        String unit = figure.known() ? page.in(figure.unit()) : "";
        return new Cell(
                unit.isEmpty() ? figure.shown(page) : figure.shown(page) + " " + unit,
                figure.few() ? page.say("indicator.few") : "",
                "");
    }
}
