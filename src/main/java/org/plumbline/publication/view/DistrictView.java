package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * @param spread how the scores of the sites spread; null for too few
 * @param rounds published rounds, oldest first
 * @param streets streets by average score, best first; without a score last
 * @param mostFailed the clauses failed most, at most ten
 * @param tables its tables as data
 */
public record DistrictView(
        Page page,
        Place district,
        Edition edition,
        List<Choice> editions,
        List<Choice> kinds,
        List<Figure> figures,
        List<BandCount> bands,
        @Nullable ScoreSpread spread,
        List<Round> rounds,
        List<PlaceRow> streets,
        List<ClauseRow> mostFailed,
        List<PageTable> tables) {

    /** Tints of the schematic map. */
    private static final int STEPS = 5;

    /** A figure by its id. */
    public Figure figure(String id) {
        return Figures.of(figures, id);
    }

    /** Whether any street has a place on the schematic map. */
    public boolean mapped() {
        return streets.stream().anyMatch(row -> row.tile() != null);
    }

    /**
     * Depth of a street's tile: 0 without a score, else 1 to 5, the step it reaches between the lowest and the highest of the streets.
     */
    public int shade(PlaceRow street) {
        BigDecimal score = street.score();
        if (score == null) {
            return 0;
        }
        BigDecimal range = highest().subtract(lowest());
        if (range.signum() == 0) {
            return STEPS;
        }
        int step = score.subtract(lowest())
                .multiply(BigDecimal.valueOf(STEPS))
                .divideToIntegralValue(range)
                .intValue();
        return Math.min(STEPS, step + 1);
    }

    /** The lowest average score of a street; 0 when none has one. */
    public BigDecimal lowest() {
        return scores().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    /** The highest average score of a street; 0 when none has one. */
    public BigDecimal highest() {
        return scores().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    private Stream<BigDecimal> scores() {
        return streets.stream().map(PlaceRow::score).filter(Objects::nonNull);
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
