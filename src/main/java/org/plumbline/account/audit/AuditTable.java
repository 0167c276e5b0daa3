package org.plumbline.account.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The audit trail's table by plain JDBC: bytes in, bytes out. There is no statement here that changes or deletes a row. */
@ApplicationScoped
class AuditTable {
    /** Any number that nothing else takes: "audit" in letters of a telephone. */
    private static final long LOCK = 28348L;

    private static final String COLUMNS = "select position, at, who, act, what, address, why from audit_entry ";

    private final DataSource database;
    private final ObjectMapper json = new ObjectMapper();

    AuditTable(DataSource database) {
        this.database = database;
    }

    /** A row with what chains it. */
    record Kept(AuditEntry entry, byte[] bytes, byte[] hash, byte[] chain) {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Adds an entry after the last one; its position is set here. */
    void append(AuditEntry entry) {
        with(connection -> {
            run(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
            long last = 0;
            byte[] chain = new byte[32];
            try (var select = connection.prepareStatement(
                            "select position, chain from audit_entry order by position desc limit 1");
                    var rows = select.executeQuery()) {
                if (rows.next()) {
                    last = rows.getLong(1);
                    chain = rows.getBytes(2);
                }
            }
            byte[] bytes = bytes(entry, last + 1);
            byte[] hash = sha256(bytes);
            try (var insert = connection.prepareStatement("insert into audit_entry (position, at, who, act, what,"
                    + " address, why, bytes, hash, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, last + 1);
                insert.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
                insert.setString(3, entry.who());
                insert.setString(4, entry.act());
                insert.setString(5, entry.what());
                insert.setString(6, entry.address());
                insert.setString(7, entry.why());
                insert.setBytes(8, bytes);
                insert.setBytes(9, hash);
                insert.setBytes(10, sha256(chain, hash));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Entries before a position, the newest first.
     *
     * @param words what who, what or why hold; empty for all
     * @param act the kind of deed; empty for all
     */
    List<AuditEntry> before(long position, String words, String act, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement(COLUMNS
                    + "where position < ? and (? = '' or act = ?) and (? = '' or strpos(lower(who || ' ' || what || ' ' || why),"
                    + " lower(?)) > 0) order by position desc limit ?")) {
                select.setLong(1, position);
                select.setString(2, act);
                select.setString(3, act);
                select.setString(4, words);
                select.setString(5, words);
                select.setInt(6, limit);
                return entries(select);
            }
        });
    }

    /** Entries from a position on, the oldest first, with what chains them. */
    List<Kept> from(long position, int limit) {
        return with(connection -> {
            try (var select =
                    connection.prepareStatement("select position, at, who, act, what, address, why, bytes, hash, chain"
                            + " from audit_entry where position >= ? order by position limit ?")) {
                select.setLong(1, position);
                select.setInt(2, limit);
                List<Kept> kept = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        kept.add(new Kept(entry(rows), rows.getBytes(8), rows.getBytes(9), rows.getBytes(10)));
                    }
                }
                return kept;
            }
        });
    }

    /** The kinds of deeds that there are, in alphabetical order. */
    List<String> acts() {
        return with(connection -> {
            try (var select = connection.prepareStatement("select distinct act from audit_entry order by act");
                    var rows = select.executeQuery()) {
                List<String> acts = new ArrayList<>();
                while (rows.next()) {
                    acts.add(rows.getString(1));
                }
                return acts;
            }
        });
    }

    /** What is hashed: the entry as JSON with keys in a fixed order, no spaces. */
    byte[] bytes(AuditEntry entry, long position) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("position", position);
        all.put("at", entry.at().toString());
        all.put("who", entry.who());
        all.put("act", entry.act());
        all.put("what", entry.what());
        all.put("address", entry.address());
        all.put("why", entry.why());
        try {
            return json.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written", e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<AuditEntry> entries(PreparedStatement select) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        return new AuditEntry(
                rows.getLong(1),
                Objects.requireNonNull(rows.getObject(2, OffsetDateTime.class)).toInstant(),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail's table answered: " + e.getMessage(), e);
        }
    }
}
