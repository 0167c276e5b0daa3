package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;

/**
 * The district page. Addresses: {@code /}, with {@code ?edition=model-station/2026} and {@code &class=RS}.
 *
 * @param page the frame
 * @param district the district
 * @param edition the edition the figures are held against
 * @param editions the switch between editions
 * @param kinds the filter by class, "all" first
 * @param figures sites, assessed, compliance, score, measured, in this order
 * @param bands sites by band, best first, {@code none} last
 * @param rounds published rounds, oldest first
 * @param streets streets by average score, best first; without a score last
 * @param mostFailed the clauses failed most, at most ten
 */
public record DistrictView(
        Page page,
        Place district,
        Edition edition,
        List<Choice> editions,
        List<Choice> kinds,
        List<Figure> figures,
        List<BandCount> bands,
        List<Round> rounds,
        List<StreetRow> streets,
        List<ClauseRow> mostFailed) {

    /** A figure by its id. */
    public Figure figure(String id) {
        return Figures.of(figures, id);
    }

    /** Whether any street has a place on the schematic map. */
    public boolean mapped() {
        return streets.stream().anyMatch(row -> row.tile() != null);
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
