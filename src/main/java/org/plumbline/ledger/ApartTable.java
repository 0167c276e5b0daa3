package org.plumbline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Ledger.Kept;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

/** The table of values that stand beside their entries, on a connection that the caller has. */
final class ApartTable {
    private static final int BATCH = 500;
    private static final HexFormat HEX = HexFormat.of();

    private ApartTable() {}

    static void insert(Connection connection, List<LedgerEntry> entries) throws SQLException {
        // The name of a file stands beside the first entry that states it.
        try (var insert =
                connection.prepareStatement("insert into ledger_apart (hash, position, predicate, salt, value)"
                        + " values (?, ?, ?, ?, ?) on conflict (hash) do nothing")) {
            int waiting = 0;
            Set<String> written = new HashSet<>();
            for (var entry : entries) {
                for (var one : entry.apart()) {
                    if (!written.add(one.hash())) continue;
                    insert.setBytes(1, HEX.parseHex(one.hash()));
                    insert.setLong(2, entry.position());
                    insert.setString(3, one.predicate());
                    insert.setBytes(4, one.salt());
                    insert.setString(5, one.value());
                    insert.addBatch();
                    if (++waiting % BATCH == 0) insert.executeBatch();
                }
            }
            if (waiting % BATCH > 0) insert.executeBatch();
        }
    }

    /** By position what stands beside the entries there, in the order of hashes. */
    private static Map<Long, List<Apart>> of(Connection connection, Collection<Long> positions) throws SQLException {
        if (positions.isEmpty()) return Map.of();
        try (var select = connection.prepareStatement("select position, hash, predicate, salt, value, erased_by"
                + " from ledger_apart where position = any(?) order by position, hash")) {
            select.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            Map<Long, List<Apart>> byPosition = new HashMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next())
                    byPosition
                            .computeIfAbsent(rows.getLong(1), position -> new ArrayList<>())
                            .add(apart(rows, 2));
            }
            return byPosition;
        }
    }

    /** By position what stands beside entries, what one shares with earlier ones too. */
    static Map<Long, List<Apart>> of(Connection connection, List<LedgerEntry> entries) throws SQLException {
        var own = of(connection, entries.stream().map(LedgerEntry::position).toList());
        Map<Long, Set<String>> elsewhere = new HashMap<>();
        Set<String> wanted = new HashSet<>();
        for (var entry : entries) {
            var stated = Apart.stated(entry.bytes());
            own.getOrDefault(entry.position(), List.of()).forEach(one -> stated.remove(one.hash()));
            if (!stated.isEmpty()) elsewhere.put(entry.position(), stated);
            wanted.addAll(stated);
        }
        if (wanted.isEmpty()) return own;
        var shared = shared(connection, wanted);
        Map<Long, List<Apart>> all = new HashMap<>(own);
        elsewhere.forEach((position, hashes) -> {
            List<Apart> both = new ArrayList<>(own.getOrDefault(position, List.of()));
            hashes.stream().map(shared::get).filter(Objects::nonNull).forEach(both::add);
            all.put(position, both);
        });
        return all;
    }

    /** Names of files, by hash. */
    private static Map<String, Apart> shared(Connection connection, Set<String> hashes) throws SQLException {
        try (var select = connection.prepareStatement("select hash, predicate, salt, value, erased_by from ledger_apart"
                + " where predicate = ? and hash in (select decode(h, 'hex') from unnest(?::text[]) h)")) {
            select.setString(1, PL.FILE_NAME.getURI());
            select.setArray(2, connection.createArrayOf("text", hashes.toArray()));
            Map<String, Apart> byHash = new HashMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var one = apart(rows, 1);
                    byHash.put(one.hash(), one);
                }
            }
            return byHash;
        }
    }

    private static Apart apart(ResultSet rows, int first) throws SQLException {
        var erasedBy = rows.getObject(first + 4, Long.class);
        return new Apart(
                HEX.formatHex(rows.getBytes(first)),
                rows.getString(first + 1),
                rows.getBytes(first + 2),
                rows.getString(first + 3),
                erasedBy);
    }

    /** Values that stand, with the entries that they belong to; the oldest first. */
    static List<Kept> find(Connection connection, String text, @Nullable String subject, int limit)
            throws SQLException {
        // The column holds terms of N-Triples, in which quotes and backslashes are escaped.
        var term = Canonical.term(Literals.string(text));
        var pattern = "%" + term.substring(1, term.length() - 1).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return kept(
                connection,
                "a.value is not null and a.value ilike ? and (?::text is null or e.subject = ?) order by a.position, a.hash"
                        + " limit ?",
                select -> {
                    select.setString(1, pattern);
                    select.setString(2, subject);
                    select.setString(3, subject);
                    select.setInt(4, limit);
                });
    }

    /** Those of some values that stand. */
    static List<Kept> find(Connection connection, Collection<String> hashes) throws SQLException {
        return kept(
                connection,
                "a.value is not null and a.hash in (select decode(h, 'hex') from unnest(?::text[]) h) order by a.position, a.hash",
                select -> select.setArray(1, connection.createArrayOf("text", hashes.toArray())));
    }

    /** Sets the arguments of a query. */
    private interface Arguments {
        void set(PreparedStatement select) throws SQLException;
    }

    private static List<Kept> kept(Connection connection, String condition, Arguments arguments) throws SQLException {
        try (var select = connection.prepareStatement("select a.position, e.submission, e.subject, e.recorded_at,"
                + " a.hash, a.predicate, a.salt, a.value, a.erased_by"
                + " from ledger_apart a join ledger_entry e on e.position = a.position where " + condition)) {
            arguments.set(select);
            List<Kept> found = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next())
                    found.add(new Kept(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            apart(rows, 5)));
            }
            return found;
        }
    }

    static void erase(Connection connection, Collection<String> hashes, long by) throws SQLException {
        try (var update = connection.prepareStatement(
                "update ledger_apart set salt = null, value = null, erased_by = ? where hash in"
                        + " (select decode(h, 'hex') from unnest(?::text[]) h)")) {
            update.setLong(1, by);
            update.setArray(2, connection.createArrayOf("text", hashes.toArray()));
            update.executeUpdate();
        }
    }
}
