package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.rulebook.json.Json;

/** What publishing reads of the working tables; pages never do. */
@ApplicationScoped
class WorkingTables {
    private final Sql sql;

    WorkingTables(Sql sql) {
        this.sql = sql;
    }

    private record Stated(long position, String fact, String value) {}

    /** What the entries between two ledger positions state: by position, then by name of the fact. */
    Map<Long, Map<String, Object>> observations(long first, long last) {
        Map<Long, Map<String, Object>> byPosition = new HashMap<>();
        List<Stated> rows = sql.list(
                "select ledger_position, fact, value::text from observation where ledger_position between ? and ?",
                row -> new Stated(row.getLong(1), row.getString(2), row.getString(3)),
                first,
                last);
        for (Stated row : rows) {
            byPosition
                    .computeIfAbsent(row.position(), key -> new TreeMap<>())
                    .put(row.fact(), Json.readObject(row.value()));
        }
        return byPosition;
    }

    /** Whether any fact up to a ledger position is made up. */
    boolean synthetic(long upTo) {
        return sql.first(
                        "select exists (select from fact_submission where synthetic and position <= ?)",
                        row -> row.getBoolean(1),
                        upTo)
                .orElse(false);
    }

    /** Those of these ledger positions whose entries say that they are made up. */
    Set<Long> syntheticEntries(List<Long> positions) {
        return new HashSet<>(sql.list(
                "select position from ledger_entry where position = any(?)"
                        + " and position(convert_to('<https://w3id.org/plumbline/ns#synthetic> \"true\"', 'UTF8') in bytes) > 0",
                row -> row.getLong(1),
                (Object) positions.toArray(Long[]::new)));
    }
}
