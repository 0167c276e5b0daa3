package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/** What publications say of sites otherwise than the rounds before them, as it was worked out when publishing. */
@ApplicationScoped
public class ChangeTable {
    private static final String SELECT =
            "select c.site, coalesce(s.name_zh, e.name_zh, c.site), coalesce(s.name_en, e.name_en, c.site), c.site_class, c.street,"
                    + " c.way, c.band_before, c.band, c.score_before, c.score, c.met, c.unmet, c.measured, c.aged from ";

    /** A site that is gone is called what it was called before. */
    private static final String NAMES =
            " left join published.site s on s.publication = c.publication and s.code = c.site"
                    + " left join published.comparison b on b.publication = c.publication and b.edition = c.edition"
                    + " left join published.site e on e.publication = b.before and e.code = c.site";

    private static final String ORDER = "array_position(array['FELL','ROSE','NEW','GONE','DOWN','UP','SAME'], way)";

    private final Sql sql;

    ChangeTable(Sql sql) {
        this.sql = sql;
    }

    /** In which way a site changed. */
    public enum Way {
        /** To a better band. */
        ROSE,
        /** To a worse band. */
        FELL,
        /** To a higher score in the same band. */
        UP,
        /** To a lower score in the same band. */
        DOWN,
        /** Other outcomes, the same score. */
        SAME,
        /** It was not there before. */
        NEW,
        /** It is not there any more. */
        GONE
    }

    /**
     * How a site changed.
     *
     * @param name what it is called, or was
     * @param bandBefore code of the band before; null for none, like {@code band}
     * @param scoreBefore score before, 0..100; null for none, like {@code score}
     * @param met numbers of the clauses that had failed and pass now
     * @param unmet numbers of the clauses that had not failed and fail now
     * @param measured how many clauses were open and are decided now
     * @param aged how many clauses were decided and are open now
     */
    public record Change(
            String site,
            Text name,
            String siteClass,
            String street,
            Way way,
            @Nullable String bandBefore,
            @Nullable String band,
            @Nullable BigDecimal scoreBefore,
            @Nullable BigDecimal score,
            List<String> met,
            List<String> unmet,
            long measured,
            long aged) {}

    /** Which changes to list; an empty text leaves that open. */
    public record Wanted(long publication, String edition, String way, String street, String siteClass) {}

    /** The publication that one was compared with; empty for the first round of an edition. */
    public Optional<Long> before(long publication, String edition) {
        return sql.first(
                "select before from published.comparison where publication = ? and edition = ?",
                row -> row.getLong(1),
                publication,
                edition);
    }

    /** How many sites changed in which way, of a street and class or of all. */
    public Map<Way, Long> counts(Wanted wanted) {
        Map<Way, Long> counts = new EnumMap<>(Way.class);
        List<Object> arguments =
                arguments(new Wanted(wanted.publication(), wanted.edition(), "", wanted.street(), wanted.siteClass()));
        sql.list(
                        "select way, count(*) " + from(wanted, false) + " group by way",
                        row -> Map.entry(Way.valueOf(row.getString(1)), row.getLong(2)),
                        arguments.toArray())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** How many sites changed in any way. */
    public static long all(Map<Way, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many sites changed in a way; in any when it is empty. */
    public static long of(Map<Way, Long> counts, String way) {
        return way.isEmpty() ? all(counts) : counts.getOrDefault(Way.valueOf(way), 0L);
    }

    /** A page of the changes wanted, those to another band first. */
    public List<Change> list(Wanted wanted, int size, long offset) {
        List<Object> arguments = arguments(wanted);
        arguments.add(size);
        arguments.add(offset);
        return sql.list(
                SELECT + "(select * " + from(wanted, true)
                        + " order by " + ORDER + ", site limit ? offset ?) c" + NAMES
                        + " order by " + ORDER.replace("way", "c.way") + ", c.site",
                ChangeTable::read,
                arguments.toArray());
    }

    /** How a site changed in a publication; empty when it did not. */
    public Optional<Change> of(long publication, String edition, String site) {
        return sql.first(
                SELECT + "published.change c" + NAMES + " where c.publication = ? and c.edition = ? and c.site = ?",
                ChangeTable::read,
                publication,
                edition,
                site);
    }

    /** What is missing where clauses fail now: by site, then by clause. */
    public Map<String, Map<String, Text>> gaps(long publication, String edition, Collection<String> sites) {
        Map<String, Map<String, Text>> gaps = new LinkedHashMap<>();
        sql.list(
                        "select o.site, o.clause, o.gap_zh, o.gap_en from published.change c cross join unnest(c.unmet) as u(clause)"
                                + " join published.outcome o on o.publication = c.publication and o.edition = c.edition"
                                + " and o.clause = u.clause and o.site = c.site"
                                + " where c.publication = ? and c.edition = ? and c.site = any(?) and o.gap_zh is not null",
                        row -> Map.entry(
                                row.getString(1),
                                Map.entry(row.getString(2), new Text(row.getString(3), row.getString(4)))),
                        publication,
                        edition,
                        sites.toArray(String[]::new))
                .forEach(found -> gaps.computeIfAbsent(found.getKey(), key -> new LinkedHashMap<>())
                        .put(found.getValue().getKey(), found.getValue().getValue()));
        return gaps;
    }

    private static String from(Wanted wanted, boolean ways) {
        return "from published.change where publication = ? and edition = ?"
                + (!ways || wanted.way().isEmpty() ? "" : " and way = ?")
                + (wanted.street().isEmpty() ? "" : " and street = ?")
                + (wanted.siteClass().isEmpty() ? "" : " and site_class = ?");
    }

    private static List<Object> arguments(Wanted wanted) {
        List<Object> arguments = new ArrayList<>(List.of(wanted.publication(), wanted.edition()));
        for (String one : List.of(wanted.way(), wanted.street(), wanted.siteClass())) {
            if (!one.isEmpty()) {
                arguments.add(one);
            }
        }
        return arguments;
    }

    private static Change read(ResultSet row) throws SQLException {
        return new Change(
                row.getString(1),
                new Text(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                Way.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                hundredths(row, 9),
                hundredths(row, 10),
                List.of(SubmissionTable.texts(row.getArray(11))),
                List.of(SubmissionTable.texts(row.getArray(12))),
                row.getLong(13),
                row.getLong(14));
    }

    private static @Nullable BigDecimal hundredths(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? null : BigDecimal.valueOf(row.getLong(column), 2);
    }

    /**
     * Works out what a publication changes against the latest earlier date of an edition, if there is one.
     *
     * @param bands codes of the bands, best first
     */
    void write(long publication, LocalDate on, String edition, List<String> bands) {
        Optional<Long> before = sql.first(
                "select p.id from published.publication p join published.edition e on e.publication = p.id and e.key = ?"
                        + " where p.on_date < ? and p.withdrawn_at is null order by p.on_date desc, p.id desc limit 1",
                row -> row.getLong(1),
                edition,
                on);
        if (before.isEmpty()) {
            return;
        }
        sql.run(
                "insert into published.comparison (publication, edition, before) values (?, ?, ?)",
                publication,
                edition,
                before.get());
        sql.run(
                COMPARE,
                publication,
                edition,
                before.get(),
                edition,
                publication,
                before.get(),
                edition,
                bands.toArray(String[]::new),
                publication,
                edition);
    }

    /** Results and outcomes of the two publications side by side; a site of one of them only is new or gone. */
    private static final String COMPARE = """
            insert into published.change
            with now as (select * from published.result where publication = ? and edition = ?),
            earlier as (select * from published.result where publication = ? and edition = ?),
            flips as (
                select a.site,
                    coalesce(array_agg(a.clause) filter (where b.outcome = 'failed' and a.outcome = 'passed'), '{}') as met,
                    coalesce(array_agg(a.clause) filter (where b.outcome <> 'failed' and a.outcome = 'failed'), '{}') as unmet,
                    count(*) filter (where b.outcome in ('untested', 'cantTell') and a.outcome in ('passed', 'failed')) as measured,
                    count(*) filter (where b.outcome in ('passed', 'failed') and a.outcome in ('untested', 'cantTell')) as aged
                from published.outcome a
                join published.outcome b using (edition, clause, site)
                where a.publication = ? and b.publication = ? and a.edition = ? and a.outcome <> b.outcome
                group by a.site),
            ranks as (select code, rank from unnest(?) with ordinality as ranks (code, rank)),
            sides as (
                select coalesce(now.site, earlier.site) as site, coalesce(now.site_class, earlier.site_class) as site_class,
                    coalesce(now.street, earlier.street) as street, now.site is null as gone, earlier.site is null as fresh,
                    earlier.band as band_before, now.band as band, earlier.score as score_before, now.score as score,
                    coalesce(old.rank, 999) as rank_before, coalesce(new.rank, 999) as rank
                from now full join earlier on earlier.site = now.site
                left join ranks old on old.code = earlier.band
                left join ranks new on new.code = now.band)
            select ?, ?, sides.site, site_class, street,
                case when gone then 'GONE' when fresh then 'NEW'
                    when rank < rank_before then 'ROSE' when rank > rank_before then 'FELL'
                    when score > score_before then 'UP' when score < score_before then 'DOWN' else 'SAME' end,
                band_before, band, score_before, score,
                coalesce(met, '{}'), coalesce(unmet, '{}'), coalesce(measured, 0), coalesce(aged, 0)
            from sides left join flips on flips.site = sides.site
            where gone or fresh or rank <> rank_before or score is distinct from score_before or flips.site is not null
            """;
}
