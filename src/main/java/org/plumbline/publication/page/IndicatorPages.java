package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.Measure;
import org.plumbline.publication.page.IndicatorFigures.Wanted;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.view.IndicatorFigure;
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
        Wanted wanted = new Wanted(shot, place.code(), siteClass);
        String path = IndicatorFigures.at(wanted, "/indicators");
        Map<String, IndicatorValue> values = figures.place(wanted);
        List<IndicatorsView.Topic> topics = book.topics().stream()
                .map(topic -> new IndicatorsView.Topic(
                        topic.key(),
                        Standards.text(topic.name()),
                        book.indicators().stream()
                                .filter(one -> one.topic().equals(topic.key()))
                                .map(one -> IndicatorFigures.row(wanted, one, values))
                                .toList()))
                .toList();
        List<Row> rows = topics.stream().flatMap(topic -> topic.rows().stream()).toList();
        return new IndicatorsView(
                shot.page(lang, path, List.of(), faces(shot, "/indicators", siteClass)),
                shot.place(place),
                Standards.head(shot.edition()),
                shot.editionChoices("/indicators"),
                places(wanted, "/indicators"),
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
    String one(Shot shot, Lang lang, String notation, PublishedPlace place, String siteClass) {
        Indicator indicator = book.find(notation).orElseThrow(NotFoundException::new);
        String bare = "/indicators/" + notation;
        Wanted wanted = new Wanted(shot, place.code(), siteClass);
        Wanted whole = new Wanted(shot, shot.district().code(), siteClass);
        Row row = IndicatorFigures.row(wanted, indicator, figures.place(wanted));
        Row district = IndicatorFigures.row(whole, indicator, figures.place(whole));
        List<IndicatorView.Measure> measures = new ArrayList<>();
        for (Measure measure : indicator.measures()) {
            row.figures().stream()
                    .filter(figure -> figure.id().equals(measure.id()))
                    .forEach(figure -> measures.add(new IndicatorView.Measure(
                            figure,
                            named(district, measure.id()).orElse(figure),
                            Standards.text(measure.formula()),
                            IndicatorFigures.facts(shot, measure),
                            figures.streets(wanted, measure),
                            figures.rounds(wanted, measure),
                            figures.revisions(wanted, measure))));
        }
        return Templates.indicator(new IndicatorView(
                        shot.page(
                                lang,
                                row.path(),
                                List.of(new Crumb(TITLE, IndicatorFigures.at(wanted, "/indicators"))),
                                faces(shot, bare, siteClass)),
                        shot.place(place),
                        row,
                        indicator.cycle(),
                        topic(indicator),
                        Standards.head(shot.edition()),
                        shot.editionChoices(bare),
                        DistrictPages.kinds(shot, row.path(), siteClass),
                        places(wanted, bare),
                        sites(wanted),
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

    private static Optional<IndicatorFigure> named(Row row, String measure) {
        return row.figures().stream()
                .filter(figure -> figure.id().equals(measure))
                .findFirst();
    }

    /** The sites that an indicator is about. */
    private static String sites(Wanted wanted) {
        Shot shot = wanted.shot();
        String street = wanted.place().equals(shot.district().code()) ? "" : wanted.place();
        return StreetPages.with(StreetPages.with(shot.kept("/sites"), "street", street), "class", wanted.siteClass());
    }

    /** The same page of the district and of each street. */
    private List<Choice> places(Wanted chosen, String path) {
        Shot shot = chosen.shot();
        List<PublishedPlace> all = new ArrayList<>(List.of(shot.district()));
        all.addAll(places.streets(shot.id()));
        return all.stream()
                .map(place -> new Choice(
                        place.name(),
                        IndicatorFigures.at(new Wanted(shot, place.code(), chosen.siteClass()), path),
                        place.code().equals(chosen.place()),
                        null))
                .toList();
    }
}
