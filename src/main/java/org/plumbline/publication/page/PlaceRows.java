package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.PlaceRow;
import org.plumbline.publication.view.Tile;

/** The parts of a place beside one another: a district's streets, a street's areas. The highest score comes first. */
@ApplicationScoped
class PlaceRows {
    private static final Comparator<PlaceRow> BEST =
            Comparator.comparing(PlaceRow::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));

    private final PlaceTable places;
    private final SummaryTable summaries;

    PlaceRows(PlaceTable places, SummaryTable summaries) {
        this.places = places;
        this.summaries = summaries;
    }

    /** The district's streets and towns, those without a site too. */
    List<PlaceRow> streets(Shot shot, String siteClass, List<Band> bands, @Nullable Publication before) {
        Map<String, Summary> now = summaries.places(shot.id(), shot.key(), siteClass);
        Map<String, Summary> then = before == null ? Map.of() : summaries.places(before.id(), shot.key(), siteClass);
        return places.streets(shot.id()).stream()
                .map(street -> row(
                        shot,
                        street,
                        now.getOrDefault(street.code(), Summary.none(shot.id(), street.code())),
                        then.get(street.code()),
                        bands))
                .sorted(BEST)
                .toList();
    }

    /** Those areas and grids among the parts of a street that have sites; none where a publication did not count them. */
    List<PlaceRow> areas(Shot shot, List<PublishedPlace> parts, List<Band> bands, @Nullable Publication before) {
        List<PublishedPlace> areas =
                parts.stream().filter(part -> !part.kind().equals("COMMITTEE")).toList();
        List<String> codes = areas.stream().map(PublishedPlace::code).toList();
        Map<String, Summary> now = summaries.of(shot.id(), shot.key(), codes, "");
        Map<String, Summary> then = before == null ? Map.of() : summaries.of(before.id(), shot.key(), codes, "");
        return areas.stream()
                .flatMap(area -> Stream.ofNullable(now.get(area.code()))
                        .map(summary -> row(shot, area, summary, then.get(area.code()), bands)))
                .sorted(BEST)
                .toList();
    }

    private static PlaceRow row(
            Shot shot, PublishedPlace place, Summary summary, @Nullable Summary earlier, List<Band> bands) {
        return new PlaceRow(
                shot.place(place),
                summary.sites(),
                summary.assessed(),
                summary.compliance(),
                summary.score(),
                summary.low(),
                summary.high(),
                summary.measured(),
                earlier == null ? null : earlier.score(),
                PlaceFigures.bands(bands, summary, shot.kept(place.path())),
                Tile.of(place.code()));
    }
}
