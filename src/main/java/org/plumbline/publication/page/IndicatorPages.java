package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.Measure;
import org.plumbline.publication.page.IndicatorFigures.Wanted;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.view.IndicatorView;
import org.plumbline.publication.view.IndicatorsView;
import org.plumbline.publication.view.IndicatorsView.Row;
import org.plumbline.report.Print;
import org.plumbline.web.Choice;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** Fills the page of all indicators and the page of one. */
@ApplicationScoped
class IndicatorPages {
    private static final Text TITLE = new Text("指标", "Indicators");

    private final IndicatorBook book;
    private final IndicatorFigures figures;
    private final PlaceTable places;

    IndicatorPages(IndicatorBook book, IndicatorFigures figures, PlaceTable places) {
        this.book = book;
        this.figures = figures;
        this.places = places;
    }

    /** The pages' templates. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance indicators(IndicatorsView view);

        static native TemplateInstance indicator(IndicatorView view);
    }

    /** All indicators of a place as HTML. */
    String all(Shot shot, Lang lang, PublishedPlace place, String siteClass) {
        return Templates.indicators(view(shot, lang, place, siteClass)).render();
    }

    /** What the page of all indicators says. */
    IndicatorsView view(Shot shot, Lang lang, PublishedPlace place, String siteClass) {
        String path = IndicatorFigures.at(shot, place.code(), siteClass);
        Map<String, IndicatorValue> values = figures.place(new Wanted(shot, place.code(), siteClass));
        List<IndicatorsView.Topic> topics = book.topics().stream()
                .map(topic -> new IndicatorsView.Topic(
                        topic.key(),
                        Standards.text(topic.name()),
                        book.indicators().stream()
                                .filter(one -> one.topic().equals(topic.key()))
                                .map(one -> IndicatorFigures.row(shot, one, values, siteClass))
                                .toList()))
                .toList();
        List<Row> rows = topics.stream().flatMap(topic -> topic.rows().stream()).toList();
        return new IndicatorsView(
                shot.page(lang, path, List.of(), faces(shot, "/indicators", siteClass)),
                shot.place(place),
                Standards.head(shot.edition()),
                shot.editionChoices("/indicators"),
                places(shot, place, siteClass),
                DistrictPages.kinds(shot, path, siteClass),
                topics,
                (int) rows.stream()
                        .filter(row -> row.figures().stream().anyMatch(one -> one.known() || one.held()))
                        .count(),
                rows.size());
    }

    /**
     * One indicator as HTML.
     *
     * @throws NotFoundException when there is no such indicator
     */
    String one(Shot shot, Lang lang, String notation, String siteClass) {
        Indicator indicator = book.find(notation).orElseThrow(NotFoundException::new);
        String bare = shot.kept("/indicators/" + notation);
        Wanted wanted = new Wanted(shot, shot.district().code(), siteClass);
        Row row = IndicatorFigures.row(shot, indicator, figures.place(wanted), siteClass);
        List<IndicatorView.Measure> measures = new ArrayList<>();
        for (Measure measure : indicator.measures()) {
            row.figures().stream()
                    .filter(figure -> figure.id().equals(measure.id()))
                    .forEach(figure -> measures.add(new IndicatorView.Measure(
                            figure,
                            Standards.text(measure.formula()),
                            IndicatorFigures.facts(shot, measure),
                            figures.streets(wanted, measure),
                            figures.rounds(wanted, measure),
                            figures.revisions(wanted, measure))));
        }
        return Templates.indicator(new IndicatorView(
                        shot.page(
                                lang,
                                StreetPages.with(bare, "class", siteClass),
                                List.of(new Crumb(TITLE, shot.kept("/indicators"))),
                                faces(shot, "/indicators/" + notation, siteClass)),
                        row,
                        indicator.cycle(),
                        topic(indicator),
                        Standards.head(shot.edition()),
                        shot.editionChoices("/indicators/" + notation),
                        DistrictPages.kinds(shot, bare, siteClass),
                        StreetPages.with(shot.kept("/sites"), "class", siteClass),
                        measures))
                .render();
    }

    private Text topic(Indicator indicator) {
        return book.topics().stream()
                .filter(topic -> topic.key().equals(indicator.topic()))
                .map(topic -> Standards.text(topic.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The same figures as data: the table in two forms, and the cube that holds all of them. */
    static List<Face> faces(Shot shot, String path, String siteClass) {
        List<Face> faces = new ArrayList<>(List.of(
                new Face("CSV", "text/csv", IndicatorFigures.data(shot, path, "csv", siteClass)),
                new Face("JSON", "application/json", IndicatorFigures.data(shot, path, "json", siteClass)),
                new Face("Turtle", "text/turtle", shot.inTime("/statistics/" + shot.key() + ".ttl"))));
        boolean all = path.equals("/indicators");
        // The book holds all indicators and all classes of sites; what is narrowed is a sheet of its own.
        if (all && siteClass.isEmpty()) {
            faces.addAll(Papers.faces(shot.kept(path)));
        } else {
            String sheet = all ? path + "/" + IndicatorLists.ALL : path;
            faces.add(
                    2, new Face("XLSX", Print.Form.XLSX.type(), IndicatorFigures.data(shot, sheet, "xlsx", siteClass)));
        }
        return faces;
    }

    private List<Choice> places(Shot shot, PublishedPlace chosen, String siteClass) {
        List<PublishedPlace> all = new ArrayList<>(List.of(shot.district()));
        all.addAll(places.streets(shot.id()));
        return all.stream()
                .map(place -> new Choice(
                        place.name(),
                        IndicatorFigures.at(shot, place.code(), siteClass),
                        place.code().equals(chosen.code()),
                        null))
                .toList();
    }
}
