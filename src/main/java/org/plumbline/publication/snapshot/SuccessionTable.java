package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.Succession;

/** The published lines of descent: what continues the sites and places that have ended. */
@ApplicationScoped
public class SuccessionTable {
    /** Further than that no line goes on; a circle ends here. */
    private static final int STEPS = 20;

    private static final String STEP =
            "select code, successor, since, of_site from published.succession where publication = ? ";

    private final Sql sql;

    SuccessionTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Something ended and was continued.
     *
     * @param code what ended
     * @param since first day on which the other stands in its place
     * @param why the reason, if given
     */
    public record Before(
            String code, LocalDate since, @Nullable String why) {}

    void write(long publication) {
        Columns rows = new Columns(
                sql,
                "published.succession",
                "publication bigint",
                "code text",
                "successor text",
                "since date",
                "why text",
                "of_site boolean");
        for (boolean sites : new boolean[] {true, false}) {
            for (Succession one : Succession.ofSites(sites)) {
                rows.add(publication, one.code, one.successor, one.since, one.why, one.ofSite);
            }
        }
        rows.flush();
    }

    /** Something ended and what continues it. */
    public record Step(String code, String successor, LocalDate since, boolean ofSite) {}

    /** All that ended and was continued, as a publication tells it. */
    public List<Step> all(long publication) {
        return sql.list(STEP + "order by code, successor", SuccessionTable::step, publication);
    }

    /** What a place or site continues and what continues it, one step each way. */
    public List<Step> of(long publication, String code) {
        return sql.list(
                STEP + "and (code = ? or successor = ?) order by code, successor",
                SuccessionTable::step,
                publication,
                code,
                code);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getBoolean(4));
    }

    /** Codes of what continues something in the end; empty when nothing is known to. */
    public List<String> after(long publication, String code) {
        TreeSet<String> ends = new TreeSet<>(List.of(code));
        for (int step = 0; step < STEPS; step++) {
            TreeSet<String> next = new TreeSet<>();
            boolean moved = false;
            for (String end : ends) {
                List<String> successors = sql.list(
                        "select successor from published.succession where publication = ? and code = ?",
                        row -> row.getString(1),
                        publication,
                        end);
                moved |= !successors.isEmpty();
                next.addAll(successors.isEmpty() ? List.of(end) : successors);
            }
            ends = next;
            if (!moved) {
                break;
            }
        }
        ends.remove(code);
        return List.copyOf(ends);
    }

    /** What something continues, however far back, the latest first. */
    public List<Before> line(long publication, String code) {
        return sql.list(
                "with recursive line(code, since, why, step) as (select code, since, why, 1 from published.succession"
                        + " where publication = ? and successor = ? union select s.code, s.since, s.why, line.step + 1"
                        + " from published.succession s join line on s.successor = line.code"
                        + " where s.publication = ? and line.step < ?)"
                        + " select code, since, why from line order by since desc, code",
                row -> new Before(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)),
                publication,
                code,
                publication,
                STEPS);
    }
}
