package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.publication.view.Tally;
import org.plumbline.web.Text;

/** The published outcomes of clauses: tallies by place, and the sites that fail one. */
@ApplicationScoped
public class TallyTable {
    private static final String COUNTS = "passed, failed, cant_tell, untested, inapplicable from published.tally ";

    private final Sql sql;

    TallyTable(Sql sql) {
        this.sql = sql;
    }

    /** A site that fails a clause, and what is missing. */
    public record Failing(String code, Text name, String siteClass, String street, Text gap) {}

    private record Keyed(String key, Tally tally) {}

    /** The tallies of all clauses for a place, by clause number. */
    public Map<String, Tally> clauses(long publication, String edition, String place, String siteClass) {
        return map(sql.list(
                "select clause, " + COUNTS + "where publication = ? and edition = ? and place = ? and site_class = ?"
                        + " limit 2000",
                TallyTable::read,
                publication,
                edition,
                place,
                siteClass));
    }

    /** The clauses failed most by share of the decided sites, with their tallies, worst first. */
    public Map<String, Tally> mostFailed(long publication, String edition, String place, String siteClass, int most) {
        return map(sql.list(
                "select clause, " + COUNTS + "where publication = ? and edition = ? and place = ? and site_class = ?"
                        + " and failed > 0 order by failed::numeric / (passed + failed) desc, failed desc, clause limit ?",
                TallyTable::read,
                publication,
                edition,
                place,
                siteClass,
                most));
    }

    /** The tallies of one clause, by code of the place, the district among them. */
    public Map<String, Tally> places(long publication, String edition, String clause) {
        return map(sql.list(
                "select place, " + COUNTS + "where publication = ? and edition = ? and clause = ? and site_class = ''"
                        + " order by place limit 1000",
                TallyTable::read,
                publication,
                edition,
                clause));
    }

    /** A page of the sites that fail a clause, in the order of codes. */
    public List<Failing> failing(long publication, String edition, String clause, int size, long offset) {
        return sql.list(
                "select s.code, s.name_zh, s.name_en, s.site_class, s.street, o.gap_zh, o.gap_en from published.outcome o"
                        + " join published.site s on s.publication = o.publication and s.code = o.site"
                        + " where o.publication = ? and o.edition = ? and o.clause = ? and o.outcome = 'failed'"
                        + " order by o.site limit ? offset ?",
                row -> new Failing(
                        row.getString(1),
                        new Text(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        new Text(row.getString(6), row.getString(7))),
                publication,
                edition,
                clause,
                size,
                offset);
    }

    private static Keyed read(ResultSet row) throws SQLException {
        return new Keyed(
                row.getString(1),
                new Tally(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    private static Map<String, Tally> map(List<Keyed> rows) {
        Map<String, Tally> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(row.key(), row.tally()));
        return map;
    }
}
