package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Continued;
import org.plumbline.publication.view.PageTable;
import org.plumbline.publication.view.SiteTable;
import org.plumbline.publication.view.StreetView;
import org.plumbline.web.Ended;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the page of a street or town. */
@ApplicationScoped
class StreetPages {
    private static final int MOST_FAILED = 5;

    private final PlaceTable places;
    private final PlaceFigures figures;
    private final SiteTables tables;
    private final SuccessionTable successions;
    private final PlaceRows rows;

    StreetPages(
            PlaceTable places, PlaceFigures figures, SiteTables tables, SuccessionTable successions, PlaceRows rows) {
        this.rows = rows;
        this.successions = successions;
        this.places = places;
        this.figures = figures;
        this.tables = tables;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance street(StreetView view);
    }

    /** How the sites of a street are narrowed and ordered. */
    record Narrowed(String siteClass, String band, Order order, int number) {}

    /**
     * The page as HTML.
     *
     * @throws NotFoundException when there is no such street
     * @throws Ended when there was one, and others continue it
     */
    String html(Shot shot, Lang lang, String code, Narrowed narrowed) {
        PublishedPlace street = places.place(shot.id(), code)
                .filter(place -> place.kind().equals("STREET"))
                .orElseThrow(() -> Ended.of(code, successions.after(shot.id(), code)));
        return Templates.street(view(shot, lang, street, narrowed)).render();
    }

    private StreetView view(Shot shot, Lang lang, PublishedPlace street, Narrowed narrowed) {
        String bare = shot.kept(street.path());
        String path = with(with(bare, "class", narrowed.siteClass()), "band", narrowed.band());
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Publication> rounds = figures.rounds(shot);
        Map<Long, Summary> byRound = figures.byRound(shot, rounds, street.code(), "");
        Publication before = PlaceFigures.before(rounds);
        Summary now = byRound.getOrDefault(shot.id(), Summary.none(shot.id(), street.code()));
        Wanted wanted = new Wanted(shot.id(), shot.key(), "", street.code(), "", narrowed.siteClass(), narrowed.band());
        SiteTable table = tables.table(shot, wanted, narrowed.order(), Order.LOWEST, narrowed.number(), path);
        List<PublishedPlace> within = places.within(shot.id(), street.code());
        return new StreetView(
                shot.page(
                        lang,
                        addressed(path, narrowed.order(), table.paging()),
                        List.of(),
                        PlacePages.figureFaces(shot, street.code())),
                shot.place(street),
                Standards.head(shot.edition()),
                shot.editionChoices(street.path()),
                PlaceFigures.figures(
                        now,
                        before == null ? null : byRound.get(before.id()),
                        shot.publication().onDate(),
                        bare),
                PlaceFigures.bands(bands, now, bare),
                PlaceFigures.spread(now),
                PlaceFigures.trend(rounds, byRound, bands, street.code(), bare),
                figures.mostFailed(shot, street.code(), "", MOST_FAILED),
                table,
                rows.areas(shot, within, bands, before),
                within.stream()
                        .filter(place -> place.kind().equals("COMMITTEE"))
                        .map(shot::place)
                        .toList(),
                continued(shot.id(), street.code()),
                List.of(
                        table(shot, "street.tables.places", "/places", "street", street.code()),
                        table(shot, "rounds.title", "/rounds", "place", street.code()),
                        table(shot, "tables.clauses", "/clauses", "place", street.code())));
    }

    /** The figures of a place as data; {@code name} is the parameter that names the place. */
    static PageTable table(Shot shot, String key, String path, String name, String code) {
        return new PageTable(key, Listing.faces(Paging.with(shot.kept(path), name, code), 0));
    }

    private List<Continued> continued(long publication, String code) {
        return successions.line(publication, code).stream()
                .map(before -> new Continued(
                        before.code(),
                        places.nameBefore(publication, before.code()).orElse(Text.same("")),
                        before.since(),
                        before.why() == null ? "" : before.why()))
                .toList();
    }

    /** The address of the page of the table that is there, which a number beyond the last does not name. */
    static String addressed(String path, Order order, Paging paging) {
        String ordered = order == Order.LOWEST ? path : Paging.with(path, "sort", Asked.name(order));
        return paging.number() == 1 ? ordered : Paging.with(ordered, "page", String.valueOf(paging.number()));
    }

    /** An address with a parameter, unless its value is empty. */
    static String with(String path, String name, String value) {
        return value.isEmpty() ? path : Paging.with(path, name, value);
    }
}
