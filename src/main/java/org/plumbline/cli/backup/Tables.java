package org.plumbline.cli.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of the database as they are there: nothing has to be added here when a migration adds one. */
final class Tables {
    /** Flyway's own record is made by migrating. */
    private static final String OURS = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in (current_schema(), 'published') and c.relname <> 'flyway_schema_history'
            """;

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Schema and name of each, in the order of names, but after those that it refers to. */
    List<String> all() throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        for (String table : texts("select n.nspname || '.' || c.relname " + OURS)) {
            references.put(
                    table,
                    new TreeSet<>(texts(
                            "select distinct confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid = '"
                                    + table + "'::regclass")));
        }
        String schema = texts("select current_schema()").getFirst();
        Set<String> ordered = new LinkedHashSet<>();
        references.keySet().forEach(table -> add(table, schema, references, ordered));
        return List.copyOf(ordered);
    }

    private static void add(String table, String schema, Map<String, Set<String>> references, Set<String> ordered) {
        for (String other : references.getOrDefault(table, Set.of())) {
            // What lies in the schema of the session is named without it.
            String full = other.contains(".") ? other : schema + "." + other;
            if (!full.equals(table) && !ordered.contains(full)) {
                add(full, schema, references, ordered);
            }
        }
        ordered.add(table);
    }

    /** The columns of a table that are stored, in their order. */
    List<String> columns(String table) throws SQLException {
        return texts("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    /** The columns of the primary key. */
    List<String> key(String table) throws SQLException {
        return texts("select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                + " and a.attnum = any(i.indkey) where i.indisprimary and i.indrelid = '" + table
                + "'::regclass order by array_position(i.indkey::int2[], a.attnum)");
    }

    /** The columns of a table whose numbers a sequence gives. */
    List<String> numbered(String table) throws SQLException {
        return texts("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attidentity <> '' and not attisdropped");
    }

    /** Names as SQL writes them in a list, whatever words they are. */
    static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    /** Version of the newest migration. */
    String schema() throws SQLException {
        return texts("select version from flyway_schema_history where success and version is not null"
                        + " order by installed_rank desc limit 1")
                .getFirst();
    }

    private List<String> texts(String query) throws SQLException {
        try (var select = connection.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
