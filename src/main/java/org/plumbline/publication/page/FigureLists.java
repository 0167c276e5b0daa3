package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.report.Words;

/** The figures of places as lists: what the tables of the pages of a district, a street or an area show, whole. */
@ApplicationScoped
class FigureLists {
    private static final int QUARTILES = 5;

    private final PlaceTable places;
    private final SummaryTable summaries;
    private final PlaceFigures figures;

    FigureLists(PlaceTable places, SummaryTable summaries, PlaceFigures figures) {
        this.places = places;
        this.summaries = summaries;
        this.figures = figures;
    }

    /**
     * The district and its streets; or a street with its areas and its committees that have sites.
     *
     * @param street code of the street; empty for the district
     * @throws BadRequestException when there is no such street
     */
    Listing places(Shot shot, String street, String siteClass) {
        PublishedPlace whole = street.isEmpty() ? shot.district() : place(shot, street);
        List<PublishedPlace> parts =
                street.isEmpty() ? places.streets(shot.id()) : places.within(shot.id(), whole.code());
        List<PublishedPlace> all =
                Stream.concat(Stream.of(whole), parts.stream()).toList();
        Map<String, Summary> found = summaries.of(
                shot.id(), shot.key(), all.stream().map(PublishedPlace::code).toList(), siteClass);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Head> heads = new ArrayList<>(placeHeads());
        heads.addAll(figureHeads(bands));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (PublishedPlace place : all) {
            Summary summary = found.get(place.code());
            if (summary != null) {
                List<@Nullable Object> row = new ArrayList<>(named(place));
                row.addAll(figures(summary, bands));
                rows.add(row);
            }
        }
        return Listing.of(shot, about(shot, "tables.places", whole, siteClass), heads, rows);
    }

    /**
     * The rounds of a place up to the one shown, oldest first.
     *
     * @param code of the place; empty for the district
     * @throws BadRequestException when there is no such place
     */
    Listing rounds(Shot shot, String code, String siteClass) {
        PublishedPlace place = code.isEmpty() ? shot.district() : place(shot, code);
        List<Publication> rounds = figures.rounds(shot);
        Map<Long, Summary> byRound = figures.byRound(shot, rounds, place.code(), siteClass);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Head> heads = new ArrayList<>(
                List.of(Head.words("round", "col.round", 110), Head.of("round_date", "list.roundDate", 70)));
        heads.addAll(figureHeads(bands));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Publication round : rounds) {
            Summary summary = byRound.get(round.id());
            if (summary != null) {
                List<@Nullable Object> row = new ArrayList<>(
                        List.of(PaperWords.words(round.round()), round.onDate().toString()));
                row.addAll(figures(summary, bands));
                rows.add(row);
            }
        }
        return Listing.of(shot, about(shot, "rounds.title", place, siteClass), heads, rows);
    }

    private PublishedPlace place(Shot shot, String code) {
        return places.place(shot.id(), code).orElseThrow(() -> new BadRequestException("There is no such place"));
    }

    /** What a list about a place is; one of the whole district is narrowed by class at most. */
    static Listing.About about(Shot shot, String title, PublishedPlace place, String siteClass) {
        List<Words> narrowed = new ArrayList<>();
        if (!place.code().equals(shot.district().code())) {
            narrowed.add(PaperWords.words(place.name()));
        }
        if (!siteClass.isEmpty()) {
            narrowed.add(
                    PaperWords.words(Standards.kind(shot.edition(), siteClass).label()));
        }
        return new Listing.About(PaperWords.say(title), StreetPages.with(place.path(), "class", siteClass), narrowed);
    }

    /** Code, names and kind of a place. */
    static List<Head> placeHeads() {
        return List.of(
                Head.of("place", "list.place", 100),
                Head.of("name", "list.placeName", 130),
                Head.of("name_en", "list.english", 150),
                Head.words("kind", "list.kind", 70));
    }

    /** What stands under {@link #placeHeads}. */
    static List<Object> named(PublishedPlace place) {
        List<Object> cells = new ArrayList<>(Listing.named(place.code(), place.name()));
        cells.add(PaperWords.say("place.kind." + place.kind().toLowerCase(Locale.ROOT)));
        return cells;
    }

    private static List<Head> figureHeads(List<Band> bands) {
        List<Head> heads = new ArrayList<>(List.of(
                Head.of("sites", "figure.sites", 50),
                Head.of("assessed", "list.assessed", 50),
                Head.of("compliant", "list.compliant", 50),
                Head.of("compliance", "figure.compliance", 60),
                Head.of("score", "col.score", 50),
                Head.of("score_low", "list.low", 60),
                Head.of("score_high", "list.high", 60),
                Head.of("measured_share", "figure.measured", 60)));
        for (int quartile = 0; quartile < QUARTILES; quartile++) {
            heads.add(Head.of("quartile_" + quartile, "list.quartile" + quartile, 55));
        }
        bands.forEach(band -> heads.add(new Head("band_" + band.code(), PaperWords.words(band.label()), 45, false)));
        return heads;
    }

    private static List<@Nullable Object> figures(Summary summary, List<Band> bands) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(summary.sites());
        cells.add(summary.assessed());
        cells.add(summary.compliant());
        cells.add(summary.compliance());
        cells.add(summary.score());
        cells.add(summary.low());
        cells.add(summary.high());
        cells.add(summary.assessed() == 0 ? null : summary.measured());
        cells.addAll(
                summary.scored() == 0
                        ? Collections.nCopies(QUARTILES, null)
                        : summary.spread().scores());
        bands.forEach(band -> cells.add(summary.bands().getOrDefault(band.code(), 0L)));
        return cells;
    }
}
