package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.json.Json;

/** The published figures of places, as they were summed when publishing. */
@ApplicationScoped
public class SummaryTable {
    private static final String SELECT =
            "select publication, place, sites, assessed, scored, compliant, score_sum, low_sum,"
                    + " high_sum, measured_sum, bands::text, spread, quartiles from published.summary where edition = ? and site_class = ? ";

    private final Sql sql;

    SummaryTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * The sums over the sites of a place, of one class or of all.
     *
     * @param sites sites of the register
     * @param assessed those with a result
     * @param scored those with a score
     * @param compliant those of which enough is measured and that fail no 应 clause and no veto
     * @param scoreSum sum of scores in hundredths, like the sums of the bounds
     * @param measuredSum sum of measured shares in ten-thousandths
     * @param bands sites by code of the band
     * @param spread how their scores spread
     */
    public record Summary(
            long publication,
            String place,
            long sites,
            long assessed,
            long scored,
            long compliant,
            long scoreSum,
            long lowSum,
            long highSum,
            long measuredSum,
            Map<String, Long> bands,
            Spread spread) {
        /** The figures of a place without sites. */
        public static Summary none(long publication, String place) {
            return new Summary(publication, place, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Spread.NONE);
        }

        /** Average score, 0..100 to two decimals: a mean, so to the nearest, unlike the score of a site; null without a score. */
        public @Nullable BigDecimal score() {
            return average(scoreSum);
        }

        /** Average of the lower bounds. */
        public @Nullable BigDecimal low() {
            return average(lowSum);
        }

        /** Average of the upper bounds. */
        public @Nullable BigDecimal high() {
            return average(highSum);
        }

        /** Compliance rate, 0..1; null when no site was assessed. */
        public @Nullable BigDecimal compliance() {
            return assessed == 0 ? null : share(compliant, assessed);
        }

        /** Assessed sites among all, 0..1. */
        public BigDecimal assessedShare() {
            return share(assessed, sites);
        }

        /** Average measured share, 0..1. */
        public BigDecimal measured() {
            return assessed == 0 ? BigDecimal.ZERO : share(measuredSum, assessed * 10_000);
        }

        private @Nullable BigDecimal average(long sum) {
            return scored == 0
                    ? null
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scored * 100), 2, RoundingMode.HALF_EVEN);
        }

        private static BigDecimal share(long part, long whole) {
            return whole == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
        }
    }

    /** The figures of one place; zeros where it has no such sites. */
    public Summary of(long publication, String edition, String place, String siteClass) {
        return sql.first(
                        SELECT + "and publication = ? and place = ?",
                        SummaryTable::read,
                        edition,
                        siteClass,
                        publication,
                        place)
                .orElse(Summary.none(publication, place));
    }

    /** The figures of the district and its streets, by code. */
    public Map<String, Summary> places(long publication, String edition, String siteClass) {
        Map<String, Summary> places = new LinkedHashMap<>();
        sql.list(
                        SELECT + "and publication = ? and place in (select code from published.place"
                                + " where publication = ? and kind in ('DISTRICT', 'STREET'))",
                        SummaryTable::read,
                        edition,
                        siteClass,
                        publication,
                        publication)
                .forEach(summary -> places.put(summary.place(), summary));
        return places;
    }

    /** The figures of some places, by code; those without such a site have none. */
    public Map<String, Summary> of(long publication, String edition, Collection<String> places, String siteClass) {
        return sql
                .list(
                        SELECT + "and publication = ? and place = any(?)",
                        SummaryTable::read,
                        edition,
                        siteClass,
                        publication,
                        places.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Summary::place, Function.identity()));
    }

    /** The figures of one place in some publications. */
    public List<Summary> rounds(Collection<Long> publications, String edition, String place, String siteClass) {
        return sql.list(
                SELECT + "and publication = any(?) and place = ?",
                SummaryTable::read,
                edition,
                siteClass,
                publications.toArray(Long[]::new),
                place);
    }

    private static List<Integer> numbers(ResultSet row, int column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(Integer.class::cast)
                .toList();
    }

    private static Summary read(ResultSet row) throws SQLException {
        Map<String, Long> bands = new LinkedHashMap<>();
        Json.readObject(row.getString(11)).forEach((band, count) -> {
            if (count instanceof Json.Number number) {
                bands.put(band, Long.valueOf(number.digits()));
            }
        });
        return new Summary(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                bands,
                new Spread(numbers(row, 12), numbers(row, 13)));
    }
}
