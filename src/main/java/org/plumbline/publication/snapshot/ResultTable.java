package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.json.Json;
import org.plumbline.web.Text;

/** The published results of sites. */
@ApplicationScoped
public class ResultTable {
    private static final String COLUMNS =
            "r.publication, r.score, r.low, r.high, r.band, r.band_low, r.band_high, r.measured,"
                    + " r.provisional, r.vetoes, r.failed_shall, r.failed, r.cant_tell + r.untested";

    private final Sql sql;

    ResultTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * The result of one site.
     *
     * @param score 0..100; null when no points were possible, like the bounds and bands
     * @param measured measured share, 0..1
     * @param open untested and contradictory clauses
     */
    public record Result(
            long publication,
            @Nullable BigDecimal score,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String band,
            @Nullable String bandLow,
            @Nullable String bandHigh,
            BigDecimal measured,
            boolean provisional,
            long vetoes,
            long failedShall,
            long failed,
            long open) {}

    /** A site in a list, with its result; null when it was not assessed. */
    public record Listed(
            String code,
            Text name,
            String siteClass,
            String street,
            @Nullable Result result) {}

    /** The order of a list of sites. */
    public enum Order {
        LOWEST("r.score asc nulls last, s.code"),
        HIGHEST("r.score desc nulls last, s.code"),
        FAILED("r.failed desc nulls last, s.code"),
        NAME("s.name_zh collate \"C\", s.code");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Which sites to list; an empty text leaves that open.
     *
     * @param words looked for in name and code
     * @param within code of a committee or area
     */
    public record Wanted(
            long publication,
            String edition,
            String words,
            String street,
            String within,
            String siteClass,
            String band) {
        /** The same within a committee or area. */
        public Wanted in(String place) {
            return new Wanted(publication, edition, words, street, place, siteClass, band);
        }
    }

    /** How many sites there are of those wanted. */
    public long count(Wanted wanted) {
        return sql.first(
                        "select count(*) " + from(wanted),
                        row -> row.getLong(1),
                        arguments(wanted).toArray())
                .orElse(0L);
    }

    /** Some of the sites wanted. */
    public List<Listed> list(Wanted wanted, Order order, int size, long offset) {
        List<Object> arguments = arguments(wanted);
        arguments.add(size);
        arguments.add(offset);
        return sql.list(
                "select " + COLUMNS + ", s.code, s.name_zh, s.name_en, s.site_class, s.street " + from(wanted)
                        + " order by " + order.sql + " limit ? offset ?",
                row -> new Listed(
                        row.getString(14),
                        new Text(row.getString(15), row.getString(16)),
                        row.getString(17),
                        row.getString(18),
                        row.getObject(1) == null ? null : read(row)),
                arguments.toArray());
    }

    private static String from(Wanted wanted) {
        return "from published.site s left join published.result r on r.publication = s.publication and r.edition = ?"
                + " and r.site = s.code where s.publication = ?"
                + (wanted.street().isEmpty() ? "" : " and s.street = ?")
                + (wanted.within().isEmpty() ? "" : " and ? = any(s.areas || s.committee)")
                + (wanted.siteClass().isEmpty() ? "" : " and s.site_class = ?")
                + (wanted.band().isEmpty() ? "" : " and r.band = ?")
                + (wanted.words().isEmpty() ? "" : " and s.search @@ ?::tsquery");
    }

    private static List<Object> arguments(Wanted wanted) {
        List<Object> arguments = new ArrayList<>(List.of(wanted.edition(), wanted.publication()));
        for (String value : List.of(wanted.street(), wanted.within(), wanted.siteClass(), wanted.band())) {
            if (!value.isEmpty()) {
                arguments.add(value);
            }
        }
        if (!wanted.words().isEmpty()) {
            arguments.add(PlaceTable.query(wanted.words()));
        }
        return arguments;
    }

    /** The published assessment of a site as JSON, see {@link AssessmentGate#pass}. */
    public Optional<Map<String, @Nullable Object>> assessment(long publication, String edition, String site) {
        return sql.first(
                "select assessment::text from published.result where publication = ? and edition = ? and site = ?",
                row -> Json.readObject(row.getString(1)),
                publication,
                edition,
                site);
    }

    /** A site that was held against an edition, with what its result is summed by. */
    public record HeldSite(String site, String siteClass, String street) {}

    /** Every site that a publication holds against an edition, in the order of streets and classes. */
    public List<HeldSite> held(long publication, String edition) {
        return sql.list(
                "select site, site_class, street from published.result where publication = ? and edition = ?"
                        + " order by street, site_class, site",
                row -> new HeldSite(row.getString(1), row.getString(2), row.getString(3)),
                publication,
                edition);
    }

    /** The result of a site in a publication. */
    public record OfSite(String site, Result result) {}

    /** The results of some sites in some publications. */
    public List<OfSite> rounds(Collection<Long> publications, String edition, Collection<String> sites) {
        return sql.list(
                "select " + COLUMNS
                        + ", r.site from published.result r where r.site = any(?) and r.edition = ? and r.publication = any(?)"
                        + " order by r.site",
                row -> new OfSite(row.getString(14), read(row)),
                sites.toArray(String[]::new),
                edition,
                publications.toArray(Long[]::new));
    }

    private static Result read(ResultSet row) throws SQLException {
        return new Result(
                row.getLong(1),
                hundredths(row, 2),
                hundredths(row, 3),
                hundredths(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                BigDecimal.valueOf(row.getLong(8), 4),
                row.getBoolean(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13));
    }

    private static @Nullable BigDecimal hundredths(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : BigDecimal.valueOf(value, 2);
    }
}
