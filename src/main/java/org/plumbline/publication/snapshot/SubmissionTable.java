package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.rulebook.json.Json;

/** The table of published submissions. */
@ApplicationScoped
public class SubmissionTable {
    /** Submissions are public while some publication knows the ledger up to them. */
    private static final String PUBLIC = "exists (select from published.publication p where p.withdrawn_at is null"
            + " and p.ledger_position >= s.position)";

    /** The submissions of the public dataset: up to a position, about what stands in a publication, which is named twice. */
    private static final String IN_DATASET = "position <= ? and (exists (select from published.site t where"
            + " t.publication = ? and 'site/' || t.code = s.subject) or exists (select from published.place t where"
            + " t.publication = ? and 'place/' || t.code = s.subject))";

    private static final String SELECT =
            "select id, subject, source, observed_on, position, hash, chain, before, actor, activity, received, file,"
                    + " file_digest, sheet, file_row, supersedes, why, synthetic, observations::text, judgements::text,"
                    + " withheld from published.submission s ";

    private final Sql sql;

    SubmissionTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What names and places a submission.
     *
     * @param id its uuid
     * @param subject {@code site/CODE} or {@code place/CODE}
     * @param source local name of the source
     * @param observedOn date of observation
     * @param position its entry in the ledger
     * @param hash hash of the entry, hexadecimal; null where it would give something away
     * @param chain chain hash of the entry; null likewise
     * @param before chain hash of the entry before; null for the first, and likewise
     */
    public record Head(
            String id,
            String subject,
            String source,
            LocalDate observedOn,
            long position,
            @Nullable String hash,
            @Nullable String chain,
            @Nullable String before) {}

    /**
     * A published submission.
     *
     * @param head what names and places it
     * @param provenance how it came to be; supersedes names a uuid
     * @param observations what passed the gate, by name of the fact
     * @param judgements by IRI of the clause
     * @param withheld how many statements did not pass
     */
    public record Published(
            Head head,
            Provenance provenance,
            Map<String, @Nullable Object> observations,
            Map<String, @Nullable Object> judgements,
            int withheld) {}

    /** The uuid at the end of a submission's IRI. */
    static String uuid(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** A submission by its uuid. */
    public Optional<Published> find(UUID id) {
        return sql.first(SELECT + "where id = ? and " + PUBLIC, SubmissionTable::read, id);
    }

    /** Some submissions about sites and places of a publication, after a position of the ledger and up to another, in their order. */
    public List<Published> after(long publication, long position, long upTo, int limit) {
        return sql.list(
                SELECT + "where position > ? and " + IN_DATASET + " order by position limit ?",
                SubmissionTable::read,
                position,
                upTo,
                publication,
                publication,
                limit);
    }

    /** A submission about a site or place of a publication, up to a position of the ledger: what the dataset holds of it. */
    public Optional<Published> find(long publication, long upTo, UUID id) {
        return sql.first(
                SELECT + "where id = ? and " + IN_DATASET, SubmissionTable::read, id, upTo, publication, publication);
    }

    /** How many submissions of a publication are attributed to each role, by its IRI. */
    public Map<String, Long> agents(long publication, long upTo) {
        return sql
                .list(
                        "select actor, count(*) from published.submission s where " + IN_DATASET + " group by actor",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        upTo,
                        publication,
                        publication)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The latest submissions of a publication about a site or place, the newest first. */
    public List<Published> about(long publication, long upTo, String subject, int limit) {
        return sql.list(
                SELECT + "where subject = ? and " + IN_DATASET + " order by position desc limit ?",
                SubmissionTable::read,
                subject,
                upTo,
                publication,
                publication,
                limit);
    }

    /** Uuids of the submissions that replace one. */
    public List<String> replacing(UUID id) {
        return sql.list(
                "select id from published.submission s where supersedes = ? and " + PUBLIC
                        + " order by position limit 20",
                row -> row.getString(1),
                id);
    }

    /** The facts of a submission that a publication rests on; judgements as {@code judgement:} and the clause's IRI. */
    public Set<String> read(long publication, UUID id) {
        return sql.first(
                        "select facts from published.reading where publication = ? and submission = ?",
                        row -> Set.of(texts(row.getArray(1))),
                        publication,
                        id)
                .orElse(Set.of());
    }

    static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    /** Up to which ledger position submissions have been copied. */
    long copied() {
        return sql.first("select coalesce(max(position), 0) from published.submission", row -> row.getLong(1))
                .orElse(0L);
    }

    void clear() {
        sql.run("delete from published.submission");
    }

    Writer writer() {
        return new Writer(sql);
    }

    /** Adds submissions. */
    static final class Writer {
        private final Columns rows;

        private Writer(Sql sql) {
            rows = new Columns(
                    sql,
                    "published.submission",
                    "id uuid",
                    "subject text",
                    "source text",
                    "observed_on date",
                    "position bigint",
                    "hash text",
                    "chain text",
                    "before text",
                    "actor text",
                    "activity text",
                    "received timestamptz",
                    "file text",
                    "file_digest text",
                    "sheet text",
                    "file_row integer",
                    "supersedes uuid",
                    "why text",
                    "synthetic boolean",
                    "observations jsonb",
                    "judgements jsonb",
                    "withheld integer");
        }

        void add(Head head, Provenance by, String observations, String judgements, int withheld) {
            Origin origin = by.origin();
            Supersession earlier = by.supersedes();
            rows.add(
                    head.id(),
                    head.subject(),
                    head.source(),
                    head.observedOn(),
                    head.position(),
                    head.hash(),
                    head.chain(),
                    head.before(),
                    by.agent(),
                    by.activity(),
                    by.recordedAt(),
                    origin == null ? null : origin.fileName(),
                    origin == null ? null : origin.digest(),
                    origin == null ? null : origin.sheet(),
                    origin == null ? null : origin.row(),
                    earlier == null ? null : uuid(earlier.submission()),
                    earlier == null ? null : earlier.why(),
                    by.synthetic(),
                    observations,
                    judgements,
                    withheld);
        }

        void flush() {
            rows.flush();
        }
    }

    private static Published read(ResultSet row) throws SQLException {
        String file = row.getString(12);
        int number = row.getInt(15);
        Integer fileRow = row.wasNull() ? null : Integer.valueOf(number);
        String earlier = row.getString(16);
        Instant received = row.getObject(11, OffsetDateTime.class).toInstant();
        return new Published(
                new Head(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDate(4).toLocalDate(),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                new Provenance(
                        row.getString(9),
                        row.getString(10),
                        received,
                        file == null ? null : new Origin(file, row.getString(13), row.getString(14), fileRow),
                        earlier == null ? null : new Supersession(earlier, row.getString(17)),
                        row.getBoolean(18)),
                Json.readObject(row.getString(19)),
                Json.readObject(row.getString(20)),
                row.getInt(21));
    }
}
