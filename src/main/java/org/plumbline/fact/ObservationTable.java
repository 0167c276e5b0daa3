package org.plumbline.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Source;

/**
 * What submissions state, by plain JDBC: a page of them goes in as arrays, in one statement. Inside a transaction the pool hands
 * out that transaction's connection.
 */
@ApplicationScoped
class ObservationTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Of a subject with few submissions all are read. Of one with many, only what can count: of what holds over the whole range of
     * positions, the latest of each source for each fact and key. Keys are those of the records stated; what is no records, or none
     * of them, has the empty key. The subjects are joined one by one, so that each is looked up by the index, whatever the planner
     * knows of a table that has just been filled.
     */
    private static final String OBSERVED = """
            with known as (
              select s.* from unnest(?::text[]) as wanted (subject) cross join lateral (
                select subject, observed_on, source, submission, position, superseded_by, observed,
                  position <= ? and (superseded_by is null or superseded_by > ?) as settled, count(*) over () as history
                from fact_submission where subject = wanted.subject and observed_on <= ? and position <= ?
                  and (superseded_by is null or superseded_by > ?)) as s),
            placed as (
              select known.*, fact.key as fact, fact.value,
                rank() over (partition by subject, fact.key, source, settled, part order by observed_on desc) as place
              from known cross join lateral jsonb_each(observed) as fact cross join lateral jsonb_object_keys(
                case when fact.value -> 'records' <> '{}' then fact.value -> 'records' else '{"": 0}' end) as part
              where history > %1$d)
            select subject, observed_on, source, submission, position, superseded_by, observed::text from known where history <= %1$d
            union all
            select subject, observed_on, source, submission, position, superseded_by, jsonb_object_agg(fact, value)::text
            from placed where place = 1 or not settled
            group by subject, observed_on, source, submission, position, superseded_by
            order by position""".formatted(8);

    private final DataSource database;

    ObservationTable(DataSource database) {
        this.database = database;
    }

    /**
     * A submission as the table keeps it.
     *
     * @param supersedes IRI of the submission that it corrects, or null
     * @param observed what it states, by name of the fact
     */
    record Row(
            long position,
            String submission,
            String subject,
            String source,
            LocalDate on,
            boolean synthetic,
            @Nullable String supersedes,
            ObjectNode observed) {}

    /** One statement's worth of work on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Those of these submissions that are there. */
    Set<String> known(Collection<String> submissions) {
        return which("", submissions);
    }

    /** Those of these submissions that nothing has corrected or taken back. */
    Set<String> standing(Collection<String> submissions) {
        return which(" and superseded_by is null", submissions);
    }

    /** Those of these submissions that were taken back: what supersedes them states nothing. */
    Set<String> withdrawn(Collection<String> submissions) {
        return which(
                " and superseded_by is not null and not exists (select from fact_submission o where o.position ="
                        + " s.superseded_by and o.observed <> '{}')",
                submissions);
    }

    private Set<String> which(String condition, Collection<String> submissions) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select submission from fact_submission s where submission = any(?)" + condition)) {
                select.setArray(1, connection.createArrayOf("text", submissions.toArray()));
                Set<String> found = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        });
    }

    void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(connection -> {
            insert(connection, rows);
            supersede(connection, rows);
            return rows.size();
        });
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into fact_submission (position, submission, subject, source,"
                        + " observed_on, synthetic, observed) select * from"
                        + " unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::boolean[], ?::jsonb[])")) {
            column(insert, 1, "bigint", rows, Row::position);
            column(insert, 2, "text", rows, Row::submission);
            column(insert, 3, "text", rows, Row::subject);
            column(insert, 4, "text", rows, Row::source);
            column(insert, 5, "text", rows, row -> row.on().toString());
            column(insert, 6, "boolean", rows, Row::synthetic);
            // PostgreSQL cannot hold U+0000 in a text; intake refuses it.
            column(insert, 7, "text", rows, row -> CanonicalJson.write(row.observed()));
            insert.executeUpdate();
        }
    }

    private static void column(
            PreparedStatement insert, int number, String type, List<Row> rows, Function<Row, Object> cell)
            throws SQLException {
        Object[] cells = rows.stream().map(cell).toArray();
        insert.setArray(number, insert.getConnection().createArrayOf(type, cells));
    }

    private static void supersede(Connection connection, List<Row> rows) throws SQLException {
        try (var update = connection.prepareStatement(
                "update fact_submission set superseded_by = ? where submission = ? and superseded_by is null")) {
            boolean any = false;
            for (Row row : rows) {
                if (row.supersedes() != null) {
                    update.setLong(1, row.position());
                    update.setString(2, row.supersedes());
                    update.addBatch();
                    any = true;
                }
            }
            if (any) {
                update.executeBatch();
            }
        }
    }

    /**
     * What was observed of subjects up to a day, as known at any position of the ledger in a range, as far as it can count there.
     * What holds over the whole range cannot count beside a later one of the same source that holds so too, for the same fact and
     * key, whatever has expired by then; it is left out, or a site with a long history would be read to its beginning each time.
     *
     * @param subjects ends of IRIs, such as {@code site/310112001001-RS01}
     * @param from what was corrected by then is left out
     * @param upTo what was recorded after it is left out
     */
    Map<String, List<Observed>> observed(Collection<String> subjects, LocalDate on, long from, long upTo) {
        return with(connection -> {
            try (var select = connection.prepareStatement(OBSERVED)) {
                select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
                select.setLong(2, from);
                select.setLong(3, upTo);
                select.setDate(4, Date.valueOf(on));
                select.setLong(5, upTo);
                select.setLong(6, from);
                return read(select.executeQuery());
            }
        });
    }

    private static Map<String, List<Observed>> read(ResultSet found) throws SQLException {
        Map<String, List<Observed>> observed = new HashMap<>();
        try (ResultSet rows = found) {
            while (rows.next()) {
                List<Observed> of = observed.computeIfAbsent(rows.getString(1), subject -> new ArrayList<>());
                LocalDate on = rows.getDate(2).toLocalDate();
                Source source = Source.named(rows.getString(3)).orElseThrow();
                String submission = rows.getString(4);
                long position = rows.getLong(5);
                long correctedAt = rows.getLong(6);
                for (var fact : JSON.readTree(rows.getString(7)).properties()) {
                    of.add(new Observed(
                            fact.getKey(),
                            on,
                            source.rank(),
                            source.name(),
                            submission,
                            position,
                            correctedAt,
                            (ObjectNode) fact.getValue()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that is none", e);
        }
        return observed;
    }

    void clear(String subject) {
        with(connection -> {
            try (var delete = connection.prepareStatement("delete from fact_submission where subject = ?")) {
                delete.setString(1, subject);
                return delete.executeUpdate();
            }
        });
    }

    void clear() {
        with(connection -> {
            try (var delete = connection.createStatement()) {
                return delete.executeUpdate("delete from fact_submission");
            }
        });
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of observations answered: " + e.getMessage(), e);
        }
    }
}
