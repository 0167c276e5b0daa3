package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.snapshot.ChangeTable;
import org.plumbline.publication.snapshot.ChangeTable.Wanted;
import org.plumbline.publication.snapshot.ChangeTable.Way;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.Publications.Span;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.ChangesView;
import org.plumbline.publication.view.ChangesView.Since;
import org.plumbline.publication.view.Figure;
import org.plumbline.web.Choice;
import org.plumbline.web.Face;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the page of what changed since the round before. */
@ApplicationScoped
class ChangePages {
    private static final Text ALL = new Text("全部", "All");

    private final ChangeTable changes;
    private final ChangeRows rows;
    private final Publications publications;
    private final SummaryTable summaries;
    private final PlaceTable places;

    ChangePages(
            ChangeTable changes,
            ChangeRows rows,
            Publications publications,
            SummaryTable summaries,
            PlaceTable places) {
        this.changes = changes;
        this.rows = rows;
        this.publications = publications;
        this.summaries = summaries;
        this.places = places;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance changes(ChangesView view);
    }

    /** The page. */
    Sheet sheet(Shot shot, Lang lang, Wanted wanted, int number) {
        String path = path(shot.kept("/changes"), wanted);
        Map<Way, Long> counts = changes.counts(wanted);
        long total = ChangeTable.of(counts, wanted.way());
        Paging paging = new Paging(number, Paging.SIZE, total, path);
        String here = paging.number() == 1 ? path : Paging.with(path, "page", String.valueOf(paging.number()));
        Publication before = changes.before(shot.id(), shot.key())
                .flatMap(publications::find)
                .orElse(null);
        List<Face> faces = faces(shot, lang, path, total);
        ChangesView view = new ChangesView(
                shot.page(lang, here, List.of(), faces),
                Standards.head(shot.edition()),
                shot.editionChoices("/changes"),
                before == null ? null : since(before, shot, counts),
                before == null ? List.of() : moved(shot, before),
                ways(path, wanted.way(), counts),
                SitesPages.streetChoices(places.streets(shot.id()), path, wanted.street()),
                DistrictPages.kinds(shot, Paging.without(path, "class"), wanted.siteClass()),
                rows.rows(shot, wanted, Paging.SIZE, paging.offset()),
                paging);
        return new Sheet(Templates.changes(view).render(), faces);
    }

    private Since since(Publication before, Shot shot, Map<Way, Long> counts) {
        return new Since(
                before.round(),
                before.onDate(),
                publications.rounds(shot.key(), Span.upTo(before.onDate())).stream()
                        .noneMatch(one -> one.id() == before.id()),
                counts.getOrDefault(Way.ROSE, 0L),
                counts.getOrDefault(Way.FELL, 0L),
                ChangeTable.all(counts));
    }

    /** The district's headline figures with what they were. */
    private List<Figure> moved(Shot shot, Publication before) {
        String district = shot.district().code();
        Summary now = summaries.of(shot.id(), shot.key(), district, "");
        Summary then = summaries.of(before.id(), shot.key(), district, "");
        return PlaceFigures.figures(now, then, shot.publication().onDate(), shot.kept("/sites"));
    }

    /** The feed in a language, which a reader program finds by, and all changes of an address as data. */
    private static List<Face> faces(Shot shot, Lang lang, String path, long total) {
        List<Face> faces = new ArrayList<>(Listing.faces(path, total));
        faces.add(new Face("Atom", "application/atom+xml", "/" + lang.code() + shot.kept("/changes.atom")));
        return faces;
    }

    /** The address of changes that stand at {@code bare}, with all that narrows them. */
    static String path(String bare, Wanted wanted) {
        String path = StreetPages.with(bare, "way", wanted.way());
        path = StreetPages.with(path, "street", wanted.street());
        return StreetPages.with(path, "class", wanted.siteClass());
    }

    /**
     * What is asked for.
     *
     * @throws jakarta.ws.rs.BadRequestException when there is no such way of change, street or class
     */
    Wanted wanted(Shot shot, String way, String street, String siteClass) {
        return new Wanted(
                shot.id(),
                shot.key(),
                Asked.oneOf(way, Arrays.stream(Way.values()).map(Way::name).toList()),
                Asked.oneOf(
                        street,
                        places.streets(shot.id()).stream()
                                .map(PublishedPlace::code)
                                .toList()),
                Asked.oneOf(siteClass, PortalResource.classes(shot)));
    }

    private static List<Choice> ways(String path, String chosen, Map<Way, Long> counts) {
        String all = Paging.without(path, "way");
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ALL, all, chosen.isEmpty(), ChangeTable.all(counts)));
        for (Way way : Way.values()) {
            @Nullable Long count = counts.get(way);
            if (count != null || way.name().equals(chosen)) {
                choices.add(new Choice(
                        Labels.text("change.way." + way),
                        Paging.with(all, "way", way.name()),
                        way.name().equals(chosen),
                        count == null ? 0L : count));
            }
        }
        return choices;
    }
}
