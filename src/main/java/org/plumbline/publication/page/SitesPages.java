package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.page.StreetPages.Narrowed;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.view.SiteTable;
import org.plumbline.publication.view.SitesView;
import org.plumbline.web.Choice;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the page of all sites. */
@ApplicationScoped
class SitesPages {
    private static final Text ALL = new Text("全部", "All");

    /** More places of a name are found by a longer one. */
    private static final int MOST_PLACES = 12;

    private final PlaceTable places;
    private final SiteTables tables;

    SitesPages(PlaceTable places, SiteTables tables) {
        this.places = places;
        this.tables = tables;
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sites(SitesView view);
    }

    /**
     * The page.
     *
     * @throws BadRequestException when there is no such street
     */
    Sheet sheet(Shot shot, Lang lang, String words, String street, Narrowed narrowed) {
        List<PublishedPlace> streets = places.streets(shot.id());
        Wanted wanted = wanted(shot, streets, words, street, narrowed);
        String path = path(shot.kept("/sites"), wanted, Order.NAME);
        String ordered = path(shot.kept("/sites"), wanted, narrowed.order());
        SiteTable table = tables.table(shot, wanted, narrowed.order(), Order.NAME, narrowed.number(), path);
        // The page that is there, which a number beyond the last does not name.
        int number = table.paging().number();
        String here = number == 1 ? ordered : Paging.with(ordered, "page", String.valueOf(number));
        SitesView view = new SitesView(
                shot.page(lang, here, List.of(), table.faces()),
                words,
                Standards.head(shot.edition()),
                shot.editionChoices(StreetPages.with("/sites", "q", words)),
                streetChoices(streets, path, street),
                words.isEmpty()
                        ? List.of()
                        : places.find(shot.id(), words, MOST_PLACES).stream()
                                .map(shot::place)
                                .toList(),
                table);
        return new Sheet(Templates.sites(view).render(), table.faces());
    }

    /**
     * All sites of the page as a list.
     *
     * @param within code of a committee or area that they lie in; empty for all
     * @throws BadRequestException when there is no such street or place
     */
    Listing listing(Shot shot, String words, String street, String within, Narrowed narrowed) {
        Optional<PublishedPlace> place = within.isEmpty()
                ? Optional.empty()
                : Optional.of(places.place(shot.id(), within)
                        .orElseThrow(() -> new BadRequestException("There is no such place")));
        Wanted wanted = wanted(shot, places.streets(shot.id()), words, street, narrowed);
        return tables.listing(shot, wanted.in(within), narrowed.order(), place);
    }

    /** The address of a list that stands at {@code bare}, without its page. */
    static String path(String bare, Wanted wanted, Order order) {
        String path = StreetPages.with(bare, "q", wanted.words());
        path = StreetPages.with(path, "street", wanted.street());
        path = StreetPages.with(path, "within", wanted.within());
        path = StreetPages.with(path, "class", wanted.siteClass());
        path = StreetPages.with(path, "band", wanted.band());
        return order == Order.NAME ? path : Paging.with(path, "sort", Asked.name(order));
    }

    private static Wanted wanted(
            Shot shot, List<PublishedPlace> streets, String words, String street, Narrowed narrowed) {
        Asked.oneOf(street, streets.stream().map(PublishedPlace::code).toList());
        return new Wanted(shot.id(), shot.key(), words, street, "", narrowed.siteClass(), narrowed.band());
    }

    /** The filter by street, "all" first. */
    static List<Choice> streetChoices(List<PublishedPlace> streets, String path, String chosen) {
        String all = Paging.without(path, "street");
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ALL, all, chosen.isEmpty(), null));
        for (PublishedPlace street : streets) {
            choices.add(new Choice(
                    street.name(),
                    Paging.with(all, "street", street.code()),
                    street.code().equals(chosen),
                    null));
        }
        return choices;
    }
}
