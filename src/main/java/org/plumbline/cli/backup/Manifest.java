package org.plumbline.cli.backup;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backup says of itself, as {@code manifest.json} in it.
 *
 * @param format the form of the file; see {@link #FORMAT}
 * @param made when, ISO 8601
 * @param base the base IRI that everything in it is named below
 * @param schema version of the newest migration of the database
 * @param checkpoint the signed checkpoint of the ledger in it, as canonical JSON
 * @param tables the tables, each after those it refers to
 */
@JsonPropertyOrder({"format", "made", "base", "schema", "checkpoint", "tables"})
record Manifest(String format, String made, String base, String schema, String checkpoint, List<Part> tables) {
    static final String FORMAT = "plumbline-backup-1";
    static final String ENTRY = "manifest.json";

    /** Whether nothing is missing that a restore needs. */
    boolean whole() {
        return Stream.of(made, base, checkpoint).noneMatch(text -> text == null || text.isEmpty())
                && schema != null
                && schema.matches("\\d{1,9}")
                && tables != null
                && tables.stream()
                        .allMatch(part ->
                                part != null && part.table() != null && part.entry() != null && part.sha256() != null);
    }

    /**
     * One table.
     *
     * @param table schema and name, {@code public.ledger_entry}
     * @param entry name of the file in the backup: CSV with heads, as PostgreSQL's COPY writes it
     * @param rows how many rows it has
     * @param sha256 digest of that file, hexadecimal
     */
    record Part(String table, String entry, long rows, String sha256) {}
}
