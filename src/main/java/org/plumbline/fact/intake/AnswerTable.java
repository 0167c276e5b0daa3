package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Answers to rows, and the files themselves, by plain JDBC: thousands at a time, past any persistence context. */
@ApplicationScoped
class AnswerTable {
    private final DataSource database;

    AnswerTable(DataSource database) {
        this.database = database;
    }

    /** Which part of a job a file is. */
    enum Part {
        CONTENT,
        REFUSED;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A kept file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(String name, byte[] bytes) {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Writes answers; one that is there already, from before a power cut, stays as it was told. */
    void write(UUID job, List<Told> answers) {
        with(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into import_answer (job, number, kind, subject, zh, en)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                for (Told told : answers) {
                    insert.setObject(1, job);
                    insert.setLong(2, told.number());
                    insert.setString(3, told.kind().name());
                    insert.setString(4, told.subject());
                    insert.setString(5, told.zh());
                    insert.setString(6, told.en());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Answers after a number, in the order of rows; of one kind, or of all when {@code kind} is empty. */
    List<Told> after(UUID job, long number, Optional<Told.Kind> kind, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select number, kind, subject, zh, en from import_answer"
                    + " where job = ? and number > ? and (? = '' or kind = ?) order by number limit ?")) {
                String wanted = kind.map(Enum::name).orElse("");
                select.setObject(1, job);
                select.setLong(2, number);
                select.setString(3, wanted);
                select.setString(4, wanted);
                select.setInt(5, limit);
                List<Told> told = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        told.add(new Told(
                                rows.getLong(1),
                                Told.Kind.valueOf(rows.getString(2)),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5)));
                    }
                }
                return told;
            }
        });
    }

    /** How many answers of a kind a job has. */
    long count(UUID job, Told.Kind kind) {
        return with(connection -> {
            try (var select =
                    connection.prepareStatement("select count(*) from import_answer where job = ? and kind = ?")) {
                select.setObject(1, job);
                select.setString(2, kind.name());
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    void keep(UUID job, Part part, Kept file) {
        with(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into import_file (job, part, name, bytes) values"
                            + " (?, ?, ?, ?) on conflict (job, part) do update set name = excluded.name, bytes = excluded.bytes")) {
                insert.setObject(1, job);
                insert.setString(2, part.column());
                insert.setString(3, file.name());
                insert.setBytes(4, file.bytes());
                return insert.executeUpdate();
            }
        });
    }

    Optional<Kept> file(UUID job, Part part) {
        return with(connection -> {
            try (var select =
                    connection.prepareStatement("select name, bytes from import_file where job = ? and part = ?")) {
                select.setObject(1, job);
                select.setString(2, part.column());
                try (var rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(new Kept(rows.getString(1), rows.getBytes(2))) : Optional.empty();
                }
            }
        });
    }

    void drop(UUID job, Part part) {
        with(connection -> {
            try (var delete = connection.prepareStatement("delete from import_file where job = ? and part = ?")) {
                delete.setObject(1, job);
                delete.setString(2, part.column());
                return delete.executeUpdate();
            }
        });
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The table of answers said: " + e.getMessage(), e);
        }
    }
}
