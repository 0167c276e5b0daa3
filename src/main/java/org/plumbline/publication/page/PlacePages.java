package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.page.StreetPages.Narrowed;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.snapshot.SubmissionTable;
import org.plumbline.publication.snapshot.SubmissionTable.Published;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Place;
import org.plumbline.publication.view.PlaceView;
import org.plumbline.publication.view.PlaceView.Earlier;
import org.plumbline.publication.view.PlaceView.Said;
import org.plumbline.publication.view.SiteTable;
import org.plumbline.publication.view.Source;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;

/** Fills the page of a committee, an area or a grid. */
@ApplicationScoped
class PlacePages {
    private static final int SUBMISSIONS = 20;
    /** The figures of one site alone are its own. */
    private static final int SEVERAL = 2;

    private final PlaceTable places;
    private final SuccessionTable successions;
    private final SubmissionTable submissions;
    private final SiteTables tables;
    private final PlaceFigures figures;

    PlacePages(
            PlaceTable places,
            SuccessionTable successions,
            SubmissionTable submissions,
            SiteTables tables,
            PlaceFigures figures) {
        this.figures = figures;
        this.places = places;
        this.successions = successions;
        this.submissions = submissions;
        this.tables = tables;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance place(PlaceView view);
    }

    /** The page as HTML. */
    String html(Shot shot, Lang lang, PublishedPlace place, Narrowed narrowed) {
        String bare = shot.kept(place.path());
        String path = StreetPages.with(StreetPages.with(bare, "class", narrowed.siteClass()), "band", narrowed.band());
        List<Place> around = places.above(shot.id(), place).stream()
                .filter(one -> !one.kind().equals("DISTRICT"))
                .map(shot::place)
                .toList();
        List<Crumb> trail = new ArrayList<>();
        around.reversed().forEach(one -> trail.add(new Crumb(one.name(), one.path())));
        Wanted wanted = new Wanted(shot.id(), shot.key(), "", "", place.code(), narrowed.siteClass(), narrowed.band());
        SiteTable table = tables.table(shot, wanted, narrowed.order(), Order.LOWEST, narrowed.number(), path);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        Map<Long, Summary> byRound = figures.byRound(shot, figures.rounds(shot), place.code(), "");
        List<Publication> rounds = figures.rounds(shot).stream()
                .filter(round -> byRound.containsKey(round.id()))
                .toList();
        Publication before = PlaceFigures.before(rounds);
        Summary counted = byRound.getOrDefault(shot.id(), Summary.none(shot.id(), place.code()));
        boolean several = counted.sites() >= SEVERAL;
        PlaceView view = new PlaceView(
                shot.page(
                        lang, StreetPages.addressed(path, narrowed.order(), table.paging()), trail, faces(shot, place)),
                shot.place(place),
                place.kind().toLowerCase(Locale.ROOT),
                around,
                places.within(shot.id(), place.code()).stream().map(shot::place).toList(),
                successions.line(shot.id(), place.code()).stream()
                        .map(one -> new Earlier(one.code(), one.since()))
                        .toList(),
                Standards.head(shot.edition()),
                shot.editionChoices(place.path()),
                several
                        ? PlaceFigures.figures(
                                counted,
                                before == null ? null : byRound.get(before.id()),
                                shot.publication().onDate(),
                                bare)
                        : List.of(),
                PlaceFigures.bands(bands, counted, bare),
                PlaceFigures.spread(counted),
                PlaceFigures.trend(rounds, byRound, bands, place.code(), bare),
                table,
                submissions.about(shot.publication(), "place/" + place.code(), SUBMISSIONS).stream()
                        .map(PlacePages::said)
                        .toList(),
                several
                        ? List.of(StreetPages.table(shot, "rounds.title", "/rounds", "place", place.code()))
                        : List.of());
        return Templates.place(view).render();
    }

    private static Said said(Published one) {
        return new Said(
                one.head().id(),
                Objects.requireNonNullElse(UsedFacts.source(one.head().source()), Source.MANAGER),
                one.head().observedOn(),
                one.observations().size());
    }

    /** What the register says of a place, as data. */
    static List<Face> faces(Shot shot, PublishedPlace place) {
        return Form.faces(shot.inTime("/place/" + place.code()));
    }

    /** The same for a place that has a page of figures, and its summary as paper. */
    static List<Face> figureFaces(Shot shot, String code) {
        List<Face> faces = new ArrayList<>(Form.faces(shot.inTime("/place/" + code)));
        faces.addAll(Papers.faces(shot.kept("/place/" + code)));
        return faces;
    }
}
