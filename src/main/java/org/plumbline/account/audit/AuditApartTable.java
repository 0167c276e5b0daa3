package org.plumbline.account.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The table of texts that stand beside entries of the audit trail, on a connection that the caller has. */
final class AuditApartTable {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT = "select position, field, hash, salt, value, erased_by from audit_apart where ";

    private AuditApartTable() {}

    static void insert(Connection connection, List<AuditApart> texts) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into audit_apart (position, field, hash, salt, value) values (?, ?, ?, ?, ?)")) {
            for (AuditApart one : texts) {
                insert.setLong(1, one.position());
                insert.setString(2, one.field());
                insert.setBytes(3, HEX.parseHex(one.hash()));
                insert.setBytes(4, one.salt());
                insert.setString(5, one.value());
                insert.executeUpdate();
            }
        }
    }

    /** By position what stands beside the entries there. */
    static Map<Long, List<AuditApart>> of(Connection connection, Collection<Long> positions) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + "position = any(?) order by position, field")) {
            select.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            Map<Long, List<AuditApart>> byPosition = new HashMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    byPosition
                            .computeIfAbsent(rows.getLong(1), position -> new ArrayList<>())
                            .add(apart(rows));
                }
            }
            return byPosition;
        }
    }

    static List<AuditApart> standing(Connection connection, String words, int limit) throws SQLException {
        try (var select = connection.prepareStatement(
                SELECT + "strpos(lower(value), lower(?)) > 0 order by position, field limit ?")) {
            select.setString(1, words);
            select.setInt(2, limit);
            return all(select.executeQuery());
        }
    }

    static List<AuditApart> standing(Connection connection, Collection<String> hashes) throws SQLException {
        try (var select = connection.prepareStatement(SELECT
                + "value is not null and hash in (select decode(h, 'hex') from unnest(?::text[]) h)"
                + " order by position, field")) {
            select.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            return all(select.executeQuery());
        }
    }

    static int erase(Connection connection, List<AuditApart> texts, long by) throws SQLException {
        try (var update = connection.prepareStatement(
                "update audit_apart set salt = null, value = null, erased_by = ? where position = ? and field = ?")) {
            for (AuditApart one : texts) {
                update.setLong(1, by);
                update.setLong(2, one.position());
                update.setString(3, one.field());
                update.executeUpdate();
            }
            return texts.size();
        }
    }

    private static List<AuditApart> all(ResultSet found) throws SQLException {
        List<AuditApart> all = new ArrayList<>();
        try (var rows = found) {
            while (rows.next()) {
                all.add(apart(rows));
            }
        }
        return all;
    }

    private static AuditApart apart(ResultSet rows) throws SQLException {
        return new AuditApart(
                rows.getLong(1),
                rows.getString(2),
                HEX.formatHex(rows.getBytes(3)),
                rows.getBytes(4),
                rows.getString(5),
                rows.getObject(6, Long.class));
    }
}
