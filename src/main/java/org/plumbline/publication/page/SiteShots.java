package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.ResultTable;
import org.plumbline.publication.snapshot.ResultTable.Result;

/** Finds all that the faces of one site are made from. */
@ApplicationScoped
class SiteShots {
    private final Shots shots;
    private final PlaceTable places;
    private final ResultTable results;
    private final Publications publications;

    SiteShots(Shots shots, PlaceTable places, ResultTable results, Publications publications) {
        this.shots = shots;
        this.places = places;
        this.results = results;
        this.publications = publications;
    }

    /**
     * One site held against one edition.
     *
     * @param around its street, committee and areas
     * @param round publications of the edition up to this one, newest first
     * @param byRound the site's result in each
     */
    record SiteShot(
            Shot shot,
            PublishedSite site,
            Verdict verdict,
            List<PublishedPlace> around,
            List<Publication> rounds,
            List<Result> byRound) {
        /** A place around the site by its code. */
        PublishedPlace place(String code) {
            return around.stream()
                    .filter(place -> place.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> new PublishedPlace(code, "COMMITTEE", org.plumbline.web.Text.same(code), null));
        }

        /** The result in a round; null where the site was not assessed. */
        @Nullable
        Result result(Publication round) {
            return byRound.stream()
                    .filter(result -> result.publication() == round.id())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The site.
     *
     * @param edition key of an edition; empty for the first that holds the site
     * @throws NotFoundException when there is no such site, or the edition is not for it
     */
    SiteShot need(String code, String edition) {
        Shot shot = shots.need(edition);
        return need(edition.isEmpty() ? holding(shot, code) : shot, code);
    }

    /** The site as a publication and edition at hand have it; see {@link #need(String, String)}. */
    SiteShot need(Shot holding, String code) {
        PublishedSite site = places.site(holding.id(), code).orElseThrow(NotFoundException::new);
        Map<String, @Nullable Object> json =
                results.assessment(holding.id(), holding.key(), code).orElseThrow(NotFoundException::new);
        java.util.TreeSet<String> codes = new java.util.TreeSet<>(site.areas());
        codes.add(site.street());
        Optional.ofNullable(site.committee()).ifPresent(codes::add);
        List<Publication> rounds = publications.rounds(holding.key()).stream()
                .filter(round -> !round.onDate().isAfter(holding.publication().onDate()))
                .toList();
        List<Long> ids = rounds.stream().map(Publication::id).toList();
        return new SiteShot(
                holding,
                site,
                new Verdict(json),
                places.places(holding.id(), codes),
                rounds,
                results.rounds(ids, holding.key(), code));
    }

    private Shot holding(Shot first, String code) {
        return first.editions().stream()
                .map(known -> new Shot(first.publication(), first.district(), known.edition(), first.editions()))
                .filter(shot -> results.assessment(shot.id(), shot.key(), code).isPresent())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
