package org.plumbline.account.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The audit trail's table by plain JDBC: bytes in, bytes out. There is no statement here that changes or deletes an entry; texts that
 * stand beside entries are only ever erased.
 */
@ApplicationScoped
class AuditTable {
    /** Any number that nothing else takes: "audit" in letters of a telephone. */
    private static final long LOCK = 28348L;

    private static final String COLUMNS = "position, at, who, act, what, address, why from audit_entry e ";

    private final DataSource database;
    private final ObjectMapper json = new ObjectMapper();

    AuditTable(DataSource database) {
        this.database = database;
    }

    /** A row as its columns say it, with what stands beside it and what chains it. */
    record Kept(AuditEntry bare, List<AuditApart> apart, byte[] bytes, byte[] hash, byte[] chain) {
        /** The entry with what stands beside it. */
        AuditEntry entry() {
            return whole(bare, apart);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Adds an entry after the last one, its texts beside it; its position is set here and is the answer. */
    long append(AuditEntry entry) {
        return with(connection -> {
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
            List<AuditApart> apart = new ArrayList<>();
            if (!entry.file().isEmpty()) {
                apart.add(AuditApart.of(last + 1, AuditApart.FILE, entry.file()));
            }
            if (!entry.why().isEmpty()) {
                apart.add(AuditApart.of(last + 1, AuditApart.WHY, entry.why()));
            }
            byte[] bytes = bytes(entry, last + 1, "", apart);
            byte[] hash = sha256(bytes);
            try (var insert = connection.prepareStatement("insert into audit_entry (position, at, who, act, what,"
                    + " address, why, bytes, hash, chain) values (?, ?, ?, ?, ?, ?, '', ?, ?, ?)")) {
                insert.setLong(1, last + 1);
                insert.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
                insert.setString(3, entry.who());
                insert.setString(4, entry.act());
                insert.setString(5, entry.what());
                insert.setString(6, entry.address());
                insert.setBytes(7, bytes);
                insert.setBytes(8, hash);
                insert.setBytes(9, sha256(chain, hash));
                insert.executeUpdate();
            }
            AuditApartTable.insert(connection, apart);
            return last + 1;
        });
    }

    /** Texts beside entries that stand and hold some words, the oldest first. */
    List<AuditApart> standing(String words, int limit) {
        return with(connection -> AuditApartTable.standing(connection, words, limit));
    }

    /** Those of some texts, by their hashes, that stand. */
    List<AuditApart> standing(Collection<String> hashes) {
        return with(connection -> AuditApartTable.standing(connection, hashes));
    }

    /** Erases texts, by the entry that names them. */
    void erase(List<AuditApart> texts, long by) {
        with(connection -> AuditApartTable.erase(connection, texts, by));
    }

    /**
     * Entries before a position, the newest first.
     *
     * @param words what who, what or why hold; empty for all
     * @param act the kind of deed; empty for all
     */
    List<AuditEntry> before(long position, String words, String act, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS
                    + "where position < ? and (? = '' or act = ?) and (? = '' or strpos(lower(who || ' ' || what || ' ' || why"
                    + " || ' ' || coalesce((select string_agg(value, ' ') from audit_apart a where a.position = e.position), '')),"
                    + " lower(?)) > 0) order by position desc limit ?")) {
                select.setLong(1, position);
                select.setString(2, act);
                select.setString(3, act);
                select.setString(4, words);
                select.setString(5, words);
                select.setInt(6, limit);
                List<AuditEntry> bare = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        bare.add(entry(rows));
                    }
                }
                Map<Long, List<AuditApart>> apart = AuditApartTable.of(
                        connection, bare.stream().map(AuditEntry::position).toList());
                return bare.stream()
                        .map(one -> whole(one, apart.getOrDefault(one.position(), List.of())))
                        .toList();
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
                        kept.add(new Kept(
                                entry(rows), List.of(), rows.getBytes(8), rows.getBytes(9), rows.getBytes(10)));
                    }
                }
                Map<Long, List<AuditApart>> apart = AuditApartTable.of(
                        connection,
                        kept.stream().map(one -> one.bare().position()).toList());
                return kept.stream()
                        .map(one -> new Kept(
                                one.bare(),
                                apart.getOrDefault(one.bare().position(), List.of()),
                                one.bytes(),
                                one.hash(),
                                one.chain()))
                        .toList();
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

    /** What is hashed: the entry as JSON with keys in a fixed order, no spaces; what stands beside it by its hash. */
    byte[] bytes(AuditEntry entry, long position, String why, List<AuditApart> apart) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("position", position);
        all.put("at", entry.at().toString());
        all.put("who", entry.who());
        all.put("act", entry.act());
        all.put("what", entry.what());
        all.put("address", entry.address());
        all.put("why", why);
        if (!apart.isEmpty()) {
            Map<String, String> hashes = new TreeMap<>();
            apart.forEach(one -> hashes.put(one.field(), one.hash()));
            all.put("apart", hashes);
        }
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

    private static AuditEntry whole(AuditEntry bare, List<AuditApart> apart) {
        String why = bare.why();
        String file = "";
        for (AuditApart one : apart) {
            if (one.field().equals(AuditApart.WHY)) {
                why = one.shown();
            } else {
                file = one.shown();
            }
        }
        return new AuditEntry(
                bare.position(), bare.at(), bare.who(), bare.act(), bare.what(), bare.address(), why, file);
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        return new AuditEntry(
                rows.getLong(1),
                Objects.requireNonNull(rows.getObject(2, OffsetDateTime.class)).toInstant(),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                "");
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
