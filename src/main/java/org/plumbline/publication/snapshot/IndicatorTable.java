package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.indicator.IndicatorValue;

/** The published figures of indicators, as they were added up when publishing. */
@ApplicationScoped
public class IndicatorTable {
    private static final String SELECT =
            "select measure, place, site_class, value, numerator, denominator, counted, missing,"
                    + " inapplicable, note, publication from published.indicator where edition = ? ";

    private final Sql sql;

    IndicatorTable(Sql sql) {
        this.sql = sql;
    }

    private record Dated(long publication, IndicatorValue value) {}

    /** The figures of a place for a class of sites (empty for all), by measure. */
    public Map<String, IndicatorValue> place(long publication, String edition, String place, String siteClass) {
        Map<String, IndicatorValue> values = new LinkedHashMap<>();
        sql.list(
                        SELECT + "and publication = ? and place = ? and site_class = ? order by measure limit 500",
                        IndicatorTable::read,
                        edition,
                        publication,
                        place,
                        siteClass)
                .forEach(value -> values.put(value.measure(), value));
        return values;
    }

    /** The figures of a place for every class of sites. */
    public List<IndicatorValue> place(long publication, String edition, String place) {
        return sql.list(
                SELECT + "and publication = ? and place = ? order by measure, site_class limit 5000",
                IndicatorTable::read,
                edition,
                publication,
                place);
    }

    /** The figures of a measure for a class of sites (empty for all), by place. */
    public Map<String, IndicatorValue> measure(long publication, String edition, String measure, String siteClass) {
        Map<String, IndicatorValue> values = new LinkedHashMap<>();
        sql.list(
                        SELECT + "and publication = ? and measure = ? and site_class = ? order by place limit 1000",
                        IndicatorTable::read,
                        edition,
                        publication,
                        measure,
                        siteClass)
                .forEach(value -> values.put(value.place(), value));
        return values;
    }

    /** The figures of a measure in some publications, by publication. */
    public Map<Long, IndicatorValue> rounds(
            Collection<Long> publications, String edition, String measure, String place, String siteClass) {
        Map<Long, IndicatorValue> values = new LinkedHashMap<>();
        sql.list(
                        SELECT + "and publication = any(?) and measure = ? and place = ? and site_class = ?",
                        row -> new Dated(row.getLong(11), read(row)),
                        edition,
                        publications.toArray(Long[]::new),
                        measure,
                        place,
                        siteClass)
                .forEach(dated -> values.put(dated.publication(), dated.value()));
        return values;
    }

    /** Every figure of a publication held against an edition, by measure, class and place. */
    public List<IndicatorValue> all(long publication, String edition) {
        return sql.list(
                SELECT + "and publication = ? order by measure, site_class, place",
                IndicatorTable::read,
                edition,
                publication);
    }

    /** Writes the figures of a publication. */
    void write(long publication, String edition, List<IndicatorValue> values) {
        Columns rows = new Columns(
                sql,
                "published.indicator",
                "publication bigint",
                "edition text",
                "measure text",
                "place text",
                "site_class text",
                "value numeric",
                "numerator numeric",
                "denominator numeric",
                "counted integer",
                "missing integer",
                "inapplicable integer",
                "note text");
        values.forEach(value -> rows.add(
                publication,
                edition,
                value.measure(),
                value.place(),
                value.siteClass(),
                value.value(),
                value.numerator(),
                value.denominator(),
                value.counted(),
                value.missing(),
                value.inapplicable(),
                value.note()));
        rows.flush();
    }

    private static IndicatorValue read(ResultSet row) throws SQLException {
        return new IndicatorValue(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                IndicatorValue.Note.valueOf(row.getString(10)));
    }
}
