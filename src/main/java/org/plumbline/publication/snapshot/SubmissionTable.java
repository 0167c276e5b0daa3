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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.rulebook.json.Json;

/** The table of published submissions. */
@ApplicationScoped
public class SubmissionTable {
    /** That a publication holds a submission; its arguments are what {@link #with} puts behind the others. */
    private static final String HELD = held("?", "?");

    private static final String SELECT =
            "select id, subject, source, observed_on, position, hash, chain, before, actor, activity, received, file,"
                    + " file_digest, sheet, file_row, supersedes, why, synthetic, observations::text, judgements::text,"
                    + " withheld from published.submission s ";

    static final String ABOUT = SELECT + "where subject = ? and " + HELD + " order by position desc limit ";

    static final String BY_ACTOR = "select count(*) from published.submission s where actor = ? and " + HELD;

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

    /** Some submissions that a publication holds after a position of the ledger, in their order. */
    public List<Published> after(Publication publication, long position, int limit) {
        return sql.list(
                SELECT + "where position > ? and " + HELD + " order by position limit " + limit,
                SubmissionTable::read,
                with(publication, position));
    }

    /** A submission that a publication holds. */
    public Optional<Published> find(Publication publication, UUID id) {
        return sql.first(SELECT + "where id = ? and " + HELD, SubmissionTable::read, with(publication, id));
    }

    /** The day of the latest round that holds a submission: of each day the last publication counts, none that was withdrawn. */
    public Optional<LocalDate> lastRound(UUID id) {
        return sql.first(
                "select p.on_date from (select distinct on (on_date) id, on_date, ledger_position from published.publication"
                        + " where withdrawn_at is null order by on_date, id desc) p, published.submission s where s.id = ? and "
                        + held("p.ledger_position", "p.id")
                        + " order by p.on_date desc limit 1",
                row -> row.getDate(1).toLocalDate(),
                id);
    }

    /** IRIs of those to whom submissions of a publication are attributed. */
    public List<String> actors(Publication publication) {
        return sql.list(
                "select distinct actor from published.submission s where " + HELD,
                row -> row.getString(1),
                with(publication));
    }

    /** How many submissions of a publication are attributed to a role, by its IRI. */
    public long by(Publication publication, String actor) {
        return sql.first(BY_ACTOR, row -> row.getLong(1), with(publication, actor))
                .orElse(0L);
    }

    /** The latest submissions of a publication about a site or place, the newest first. */
    public List<Published> about(Publication publication, String subject, int limit) {
        return sql.list(ABOUT + limit, SubmissionTable::read, with(publication, subject));
    }

    /** Uuids of the submissions of a publication that replace one. */
    public List<String> replacing(Publication publication, UUID id) {
        return sql.list(
                "select id from published.submission s where supersedes = ? and " + HELD
                        + " order by position limit 20",
                row -> row.getString(1),
                with(publication, id));
    }

    /**
     * The one rule of what is public: a publication holds the submissions up to its position of the ledger about the sites and places that
     * stand in it. Names, pages, data and the dataset all ask this.
     */
    private static String held(String position, String publication) {
        return "s.position <= " + position + " and (exists (select from published.site t where t.publication = "
                + publication + " and 'site/' || t.code = s.subject) or exists (select from published.place t where"
                + " t.publication = " + publication + " and 'place/' || t.code = s.subject))";
    }

    /** Arguments, with those of {@link #HELD} behind them. */
    private static Object[] with(Publication publication, Object... first) {
        return Stream.concat(Stream.of(first), Stream.of(publication.position(), publication.id(), publication.id()))
                .toArray();
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
