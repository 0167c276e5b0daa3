package org.plumbline.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The derived tables by plain JDBC: tens of thousands of rows go in as arrays, in one statement. Inside a transaction the pool
 * hands out that transaction's connection.
 */
@ApplicationScoped
class ObservationTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys are those of the records stated; what is no records, or none of them, has the empty key. */
    private static final String OBSERVED = """
            with known as (
              select o.subject, o.fact, o.observed_on, o.source_rank, s.source, s.submission, o.ledger_position, s.superseded_by,
                o.value, o.ledger_position <= ? and (s.superseded_by is null or s.superseded_by > ?) as settled
              from observation o join fact_submission s on s.position = o.ledger_position
              where o.subject = any(?) and o.observed_on <= ? and o.ledger_position <= ?
                and (s.superseded_by is null or s.superseded_by > ?)),
            placed as (
              select known.*, rank() over (partition by subject, fact, source_rank, settled, key order by observed_on desc) as place
              from known cross join lateral jsonb_object_keys(
                case when value -> 'records' <> '{}' then value -> 'records' else '{"": 0}' end) as key)
            select subject, fact, observed_on, source_rank, source, submission, ledger_position, superseded_by, value::text
            from placed where place = 1 or not settled
            group by subject, fact, observed_on, source_rank, source, submission, ledger_position, superseded_by, value
            order by subject, fact, ledger_position""";

    private final DataSource database;

    ObservationTable(DataSource database) {
        this.database = database;
    }

    /**
     * A submission as the table keeps it.
     *
     * @param supersedes IRI of the submission that it corrects, or null
     * @param values what it states
     */
    record Row(
            long position,
            String submission,
            String subject,
            String source,
            LocalDate on,
            boolean synthetic,
            @Nullable String supersedes,
            List<Observed> values) {}

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
                " and superseded_by is not null and not exists (select from observation o where o.ledger_position ="
                        + " superseded_by)",
                submissions);
    }

    private Set<String> which(String condition, Collection<String> submissions) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select submission from fact_submission where submission = any(?)" + condition)) {
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
            insertSubmissions(connection, rows);
            insertValues(connection, rows);
            supersede(connection, rows);
            return rows.size();
        });
    }

    private static void insertSubmissions(Connection connection, List<Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into fact_submission (position, submission, subject, source, observed_on, synthetic)"
                        + " select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::boolean[])")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::submission).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::subject).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::source).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text",
                            rows.stream().map(row -> row.on().toString()).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "boolean", rows.stream().map(Row::synthetic).toArray()));
            insert.executeUpdate();
        }
    }

    private static void insertValues(Connection connection, List<Row> rows) throws SQLException {
        int size = rows.stream().mapToInt(row -> row.values().size()).sum();
        Object[] subject = new Object[size];
        Object[] fact = new Object[size];
        Object[] position = new Object[size];
        Object[] on = new Object[size];
        Object[] rank = new Object[size];
        Object[] value = new Object[size];
        int i = 0;
        for (Row row : rows) {
            for (Observed observed : row.values()) {
                subject[i] = row.subject();
                fact[i] = observed.fact();
                position[i] = row.position();
                on[i] = row.on().toString();
                rank[i] = observed.rank();
                // PostgreSQL cannot hold U+0000 in a text; intake refuses it.
                value[i] = CanonicalJson.write(observed.value());
                i++;
            }
        }
        try (var insert = connection.prepareStatement(
                "insert into observation (subject, fact, ledger_position, observed_on, source_rank, value)"
                        + " select * from unnest(?::text[], ?::text[], ?::bigint[], ?::date[], ?::smallint[], ?::jsonb[])")) {
            insert.setArray(1, connection.createArrayOf("text", subject));
            insert.setArray(2, connection.createArrayOf("text", fact));
            insert.setArray(3, connection.createArrayOf("bigint", position));
            insert.setArray(4, connection.createArrayOf("text", on));
            insert.setArray(5, connection.createArrayOf("integer", rank));
            insert.setArray(6, connection.createArrayOf("text", value));
            insert.executeUpdate();
        }
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
                select.setLong(1, from);
                select.setLong(2, upTo);
                select.setArray(3, connection.createArrayOf("text", subjects.toArray()));
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
                observed.computeIfAbsent(rows.getString(1), subject -> new ArrayList<>())
                        .add(new Observed(
                                rows.getString(2),
                                rows.getDate(3).toLocalDate(),
                                rows.getInt(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getLong(7),
                                rows.getLong(8),
                                (ObjectNode) JSON.readTree(rows.getString(9))));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that is none", e);
        }
        return observed;
    }

    void clear(String subject) {
        with(connection -> {
            try (var observations = connection.prepareStatement("delete from observation where subject = ?");
                    var submissions = connection.prepareStatement("delete from fact_submission where subject = ?")) {
                observations.setString(1, subject);
                observations.executeUpdate();
                submissions.setString(1, subject);
                return submissions.executeUpdate();
            }
        });
    }

    void clear() {
        with(connection -> {
            try (var delete = connection.createStatement()) {
                delete.executeUpdate("delete from observation");
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
