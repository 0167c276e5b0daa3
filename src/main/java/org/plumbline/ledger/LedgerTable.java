package org.plumbline.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Ledger.Kept;

/**
 * The ledger's tables by plain JDBC: bytes go in and come out as they are, thousands a second, past any persistence context.
 * Inside a transaction the pool hands out that transaction's connection.
 */
@ApplicationScoped
class LedgerTable {
    /** Any number will do as long as nothing else takes it: "ledger" in letters of a telephone. */
    private static final long APPEND_LOCK = 533437L;

    private static final int BATCH = 500;
    private static final String COLUMNS =
            "position, kind, submission, subject, actor, recorded_at, bytes, hash, chain from ledger_entry ";

    private final DataSource database;

    LedgerTable(DataSource database) {
        this.database = database;
    }

    /** One statement's worth of work on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Waits until no other transaction appends; held until this one ends. */
    void lock() {
        with(connection -> {
            try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                statement.setLong(1, APPEND_LOCK);
                return statement.execute();
            }
        });
    }

    Head head() {
        return with(connection -> {
            try (var statement = connection.prepareStatement(
                            "select position, chain from ledger_entry order by position desc limit 1");
                    var rows = statement.executeQuery()) {
                return rows.next() ? new Head(rows.getLong(1), hex(rows.getBytes(2))) : Head.EMPTY;
            }
        });
    }

    Optional<Instant> lastRecordedAt() {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                            "select recorded_at from ledger_entry order by position desc limit 1");
                    var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    long lengthAt(Instant moment) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select coalesce((select min(position) - 1 from ledger_entry where recorded_at > ?),"
                            + " (select coalesce(max(position), 0) from ledger_entry))")) {
                select.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    void insert(List<LedgerEntry> entries) {
        with(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into ledger_entry (position, kind, submission, subject,"
                            + " actor, recorded_at, bytes, hash, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                int waiting = 0;
                for (var entry : entries) {
                    insert.setLong(1, entry.position());
                    insert.setString(2, entry.kind().column());
                    insert.setString(3, entry.submission());
                    insert.setString(4, entry.subject());
                    insert.setString(5, entry.actor());
                    insert.setObject(6, OffsetDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC));
                    insert.setBytes(7, entry.bytes());
                    insert.setBytes(8, entry.hash());
                    insert.setBytes(9, entry.chain());
                    insert.addBatch();
                    if (++waiting % BATCH == 0) insert.executeBatch();
                }
                insert.executeBatch();
            }
            ApartTable.insert(connection, entries);
            return entries.size();
        });
    }

    List<LedgerEntry> page(long from, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + "where position >= ? order by position limit ?")) {
                select.setLong(1, from);
                select.setInt(2, limit);
                return entries(connection, select.executeQuery());
            }
        });
    }

    Optional<LedgerEntry> bySubmission(String submission) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + "where submission = ?")) {
                select.setString(1, submission);
                return entries(connection, select.executeQuery()).stream().findFirst();
            }
        });
    }

    List<LedgerEntry> bySubject(String subject) {
        return with(connection -> {
            try (var select =
                    connection.prepareStatement("select " + COLUMNS + "where subject = ? order by position")) {
                select.setString(1, subject);
                return entries(connection, select.executeQuery());
            }
        });
    }

    /** Writes a checkpoint unless there is one of that length and date already. */
    void insert(Checkpoint checkpoint) {
        with(connection -> {
            try (var insert = connection.prepareStatement("insert into ledger_checkpoint (length, date, head, key_id,"
                    + " signature) values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setLong(1, checkpoint.length());
                insert.setDate(2, Date.valueOf(checkpoint.date()));
                insert.setBytes(3, HexFormat.of().parseHex(checkpoint.head()));
                insert.setString(4, checkpoint.keyId());
                insert.setBytes(5, checkpoint.signatureBytes());
                return insert.executeUpdate();
            }
        });
    }

    List<Checkpoint> checkpoints(String base) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                            "select length, date, head, key_id, signature from ledger_checkpoint order by length, date");
                    var rows = select.executeQuery()) {
                List<Checkpoint> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new Checkpoint(
                            base,
                            rows.getDate(2).toLocalDate(),
                            hex(rows.getBytes(3)),
                            rows.getLong(1),
                            rows.getString(4),
                            Base64.getEncoder().encodeToString(rows.getBytes(5))));
                }
                return all;
            }
        });
    }

    List<Kept> kept(String text, @Nullable String subject, int limit) {
        return with(connection -> ApartTable.find(connection, text, subject, limit));
    }

    List<Kept> kept(Collection<String> hashes) {
        return with(connection -> ApartTable.find(connection, hashes));
    }

    void erase(Collection<String> hashes, long by) {
        with(connection -> {
            ApartTable.erase(connection, hashes, by);
            return by;
        });
    }

    private static List<LedgerEntry> entries(Connection connection, ResultSet found) throws SQLException {
        List<LedgerEntry> bare = new ArrayList<>();
        try (var rows = found) {
            while (rows.next()) {
                bare.add(new LedgerEntry(
                        rows.getLong(1),
                        Kind.of(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant(),
                        rows.getBytes(7),
                        rows.getBytes(8),
                        rows.getBytes(9),
                        List.of()));
            }
        }
        var apart = ApartTable.of(connection, bare);
        return apart.isEmpty()
                ? bare
                : bare.stream()
                        .map(entry -> entry.beside(apart.getOrDefault(entry.position(), List.of())))
                        .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger's table answered: " + e.getMessage(), e);
        }
    }
}
