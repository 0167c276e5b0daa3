package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.ResultTable;
import org.plumbline.publication.snapshot.ResultTable.Listed;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Result;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Place;
import org.plumbline.publication.view.Score;
import org.plumbline.publication.view.SiteRow;
import org.plumbline.publication.view.SiteTable;
import org.plumbline.report.Words;
import org.plumbline.web.Choice;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** Fills the paged tables of sites. */
@ApplicationScoped
class SiteTables {
    private static final Text ALL = new Text("全部", "All");
    private static final Map<Order, Text> ORDERS = Map.of(
            Order.LOWEST, new Text("得分从低到高", "Lowest score"),
            Order.HIGHEST, new Text("得分从高到低", "Highest score"),
            Order.FAILED, new Text("不符合最多", "Most failed"),
            Order.NAME, new Text("名称", "Name"));

    private final ResultTable results;
    private final PlaceTable places;

    SiteTables(ResultTable results, PlaceTable places) {
        this.results = results;
        this.places = places;
    }

    /**
     * One page of a table.
     *
     * @param path language-free address of the page with all that narrows it, without order and number
     */
    SiteTable table(Shot shot, Wanted wanted, Order order, Order usual, int number, String path) {
        String ordered = order == usual ? path : Paging.with(path, "sort", Asked.name(order));
        Paging paging = new Paging(number, Paging.SIZE, results.count(wanted), ordered);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Listed> listed = results.list(wanted, order, paging.size(), paging.offset());
        Map<String, Place> streets =
                streets(shot, listed.stream().map(Listed::street).distinct().toList());
        List<SiteRow> rows =
                listed.stream().map(one -> row(shot, one, bands, streets)).toList();
        return new SiteTable(
                rows,
                DistrictPages.kinds(shot, path, wanted.siteClass()),
                bandChoices(bands, path, wanted.band()),
                orderChoices(path, order),
                paging,
                Listing.faces(SitesPages.path(shot.kept("/sites"), wanted, order), paging.total()));
    }

    /** The first sites in an order. */
    List<SiteRow> first(Shot shot, Wanted wanted, Order order, int most) {
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        return results.list(wanted, order, most, 0).stream()
                .map(one -> row(shot, one, bands, Map.of()))
                .toList();
    }

    /** All sites of a table as a list, lying in a place where the table is that place's. */
    Listing listing(Shot shot, Wanted wanted, Order order, Optional<PublishedPlace> within) {
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Listed> listed = Listing.all(results.count(wanted), most -> results.list(wanted, order, most, 0));
        Map<String, Place> streets =
                streets(shot, listed.stream().map(Listed::street).distinct().toList());
        return Listing.of(
                shot,
                new Listing.About(
                        PaperWords.say("sites.title"),
                        within.map(PublishedPlace::path)
                                .map(path -> SitesPages.path(path, wanted.in(""), order))
                                .orElseGet(() -> SitesPages.path("/sites", wanted, order)),
                        narrowed(shot, wanted, bands, within)),
                heads(),
                listed.stream()
                        .<List<? extends @Nullable Object>>map(one -> cells(row(shot, one, bands, streets)))
                        .toList());
    }

    private List<Words> narrowed(Shot shot, Wanted wanted, List<Band> bands, Optional<PublishedPlace> within) {
        List<Words> parts = new ArrayList<>();
        if (!wanted.words().isEmpty()) {
            parts.add(PaperWords.say("list.search", wanted.words()));
        }
        Stream.concat(within.stream(), places.places(shot.id(), List.of(wanted.street())).stream())
                .forEach(place -> parts.add(PaperWords.words(place.name())));
        if (!wanted.siteClass().isEmpty()) {
            parts.add(PaperWords.words(
                    Standards.kind(shot.edition(), wanted.siteClass()).label()));
        }
        if (!wanted.band().isEmpty()) {
            parts.add(PaperWords.words(Standards.band(bands, wanted.band()).label()));
        }
        return parts;
    }

    private static List<Head> heads() {
        List<Head> heads = new ArrayList<>(Listing.siteHeads());
        heads.addAll(List.of(
                Head.of("class", "paper.class", 60),
                Head.of("street", "list.street", 80),
                Head.words("street_name", "col.street", 90),
                Head.of("score", "col.score", 60),
                Head.of("score_low", "list.low", 60),
                Head.of("score_high", "list.high", 60),
                Head.words("band", "col.band", 60),
                Head.of("provisional", "list.provisional", 60),
                Head.of("complies", "list.complies", 60),
                Head.of("measured_share", "figure.measured", 60),
                Head.of("failed_shall", "list.shall", 60),
                Head.of("failed", "outcome.failed", 60),
                Head.of("open", "col.open", 60),
                Head.of("vetoes", "list.vetoes", 60)));
        return heads;
    }

    private static List<@Nullable Object> cells(SiteRow row) {
        Score score = row.score();
        List<@Nullable Object> cells = new ArrayList<>(Listing.named(row.code(), row.name()));
        cells.add(row.kind().code());
        cells.add(row.street().code());
        cells.add(PaperWords.words(row.street().name()));
        if (score == null) {
            cells.addAll(Collections.nCopies(11, null));
            return cells;
        }
        cells.add(score.score());
        cells.add(score.low());
        cells.add(score.high());
        cells.add(PaperWords.words(score.band().label()));
        cells.add(score.provisional());
        cells.add(row.complies());
        cells.add(score.measuredShare());
        cells.addAll(List.of(row.failedShall(), row.failed(), row.open(), row.vetoes()));
        return cells;
    }

    private Map<String, Place> streets(Shot shot, List<String> codes) {
        return places.places(shot.id(), codes).stream().collect(Collectors.toMap(PublishedPlace::code, shot::place));
    }

    private static SiteRow row(Shot shot, Listed site, List<Band> bands, Map<String, Place> streets) {
        Result result = site.result();
        return new SiteRow(
                site.code(),
                site.name(),
                Standards.kind(shot.edition(), site.siteClass()),
                streets.getOrDefault(site.street(), new Place(site.street(), Text.same(site.street()), "")),
                result == null ? null : score(result, bands),
                result == null ? 0 : result.failedShall(),
                result == null ? 0 : result.failed(),
                result == null ? 0 : result.open(),
                result == null ? 0 : result.vetoes());
    }

    /** A result with its bands in words. */
    static Score score(Result result, List<Band> bands) {
        return new Score(
                result.score(),
                result.low(),
                result.high(),
                Standards.band(bands, result.band()),
                Standards.band(bands, result.bandLow()),
                Standards.band(bands, result.bandHigh()),
                result.measured(),
                result.provisional());
    }

    private static List<Choice> bandChoices(List<Band> bands, String path, String chosen) {
        String all = Paging.without(path, "band");
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ALL, all, chosen.isEmpty(), null));
        for (Band band : bands) {
            choices.add(new Choice(
                    band.label(),
                    Paging.with(all, "band", band.code()),
                    band.code().equals(chosen),
                    null));
        }
        return choices;
    }

    private static List<Choice> orderChoices(String path, @Nullable Order chosen) {
        List<Choice> choices = new ArrayList<>();
        for (Order order : Order.values()) {
            choices.add(new Choice(
                    ORDERS.getOrDefault(order, ALL),
                    Paging.with(path, "sort", Asked.name(order)),
                    order == chosen,
                    null));
        }
        return choices;
    }
}
