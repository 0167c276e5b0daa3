package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;

/**
 * The page of a street or town. Address: {@code /street/{code}?edition=…&class=…&band=…&sort=…&page=…}.
 *
 * @param page the frame
 * @param street the street
 * @param edition the edition the figures are held against
 * @param editions the switch between editions
 * @param figures sites, assessed, compliance, score, measured, in this order
 * @param bands sites by band, best first
 * @param spread how the scores of the sites spread; null for too few
 * @param rounds published rounds, oldest first
 * @param mostFailed the clauses failed most here, at most five
 * @param sites its sites
 * @param areas its areas and grids that have sites, the highest score first
 * @param committees its committees, in the order of codes
 * @param continued the places that it continues, the latest first
 * @param tables its tables as data
 */
public record StreetView(
        Page page,
        Place street,
        Edition edition,
        List<Choice> editions,
        List<Figure> figures,
        List<BandCount> bands,
        @Nullable ScoreSpread spread,
        List<Round> rounds,
        List<ClauseRow> mostFailed,
        SiteTable sites,
        List<PlaceRow> areas,
        List<Place> committees,
        List<Continued> continued,
        List<PageTable> tables) {

    /** A figure by its id. */
    public Figure figure(String id) {
        return Figures.of(figures, id);
    }

    /** Place of the average score on the printed scale. */
    public Scale.Mark mark() {
        Figure score = figure("score");
        return Scale.mark(score.value(), score.low(), score.high());
    }

    /** The scale of the edition's bands. */
    public List<Scale.Zone> zones() {
        return Scale.zones(bands.stream().map(BandCount::band).toList());
    }
}
