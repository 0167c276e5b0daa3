package org.plumbline.fact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that an import left in its tables, copied into tables of the same columns, keys, indexes and checks, without triggers and
 * references: the least that storing the same bytes costs.
 */
final class StoredCopy {
    /** By table its column with the position of the ledger. */
    private static final Map<String, String> TABLES = Map.of(
            "ledger_entry", "position",
            "ledger_apart", "position",
            "fact_submission", "position",
            "assessment", "ledger_position");

    private final Connection connection;
    private final Map<String, byte[]> rows = new LinkedHashMap<>();

    /** Takes the rows of some entries out of the tables. */
    StoredCopy(Connection connection, long first, long last) throws IOException, SQLException {
        this.connection = connection;
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copies().copyOut(
                            "copy (select * from %1$s where %2$s between %3$d and %4$d order by %2$s) to stdout (format binary)"
                                    .formatted(table.getKey(), table.getValue(), first, last),
                            out);
            rows.put(table.getKey(), out.toByteArray());
        }
    }

    /** Length of all rows as PostgreSQL sends them. */
    long bytes() {
        return rows.values().stream().mapToLong(some -> some.length).sum();
    }

    /** Seconds that reading the file and copying the rows in take, with one commit; the tables are dropped afterwards. */
    double seconds(Path file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        for (String table : rows.keySet()) {
            execute("create table copy_%1$s (like %1$s including all)".formatted(table));
        }
        connection.commit();
        long start = System.nanoTime();
        PlainCopy.read(file);
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
            copies().copyIn(
                            "copy copy_" + table.getKey() + " from stdin (format binary)",
                            new ByteArrayInputStream(table.getValue()));
        }
        connection.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (String table : rows.keySet()) {
            execute("drop table copy_" + table);
        }
        connection.commit();
        return seconds;
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
