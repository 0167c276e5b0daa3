package org.plumbline.publication.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a table, column by column, so that thousands go in by one statement. PostgreSQL casts each column to
 * the type named for it.
 */
final class Columns {
    private static final int MOST_ROWS = 4000;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Sql sql;
    private final String statement;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();
    private int rows;
    private long characters;

    /**
     * Rows for a table.
     *
     * @param table the table's name
     * @param names its columns, each with its type: {@code "publication bigint"}
     */
    Columns(Sql sql, String table, String... names) {
        this.sql = sql;
        List<String> bare = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split(" ", 2);
            bare.add(parts[0]);
            // An array cannot hold arrays of different lengths, so arrays travel as text in PostgreSQL's own notation.
            casts.add("?::text[]");
            taken.add("c" + bare.size() + "::" + parts[1]);
            columns.add(new ArrayList<>());
        }
        List<String> aliases = new ArrayList<>();
        for (int i = 1; i <= bare.size(); i++) {
            aliases.add("c" + i);
        }
        statement = "insert into " + table + " (" + String.join(", ", bare) + ") select " + String.join(", ", taken)
                + " from unnest(" + String.join(", ", casts) + ") as t(" + String.join(", ", aliases) + ")";
    }

    /** Adds a row; what waits is written when it is much. */
    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            String text = text(values[i]);
            columns.get(i).add(text);
            characters += text == null ? 0 : text.length();
        }
        if (++rows >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() {
        if (rows > 0) {
            sql.run(statement, columns.stream().map(column -> column.toArray()).toArray());
            columns.forEach(List::clear);
            rows = 0;
            characters = 0;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Iterable<?> members) {
            StringBuilder array = new StringBuilder("{");
            for (Object member : members) {
                array.append(array.length() > 1 ? "," : "")
                        .append('"')
                        .append(String.valueOf(member).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
            return array.append('}').toString();
        }
        return value == null ? null : value.toString();
    }
}
