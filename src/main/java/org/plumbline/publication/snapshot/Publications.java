package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.web.Text;

/** The table of publications and of the editions in them. */
@ApplicationScoped
public class Publications {
    private static final String SELECT =
            "select p.id, p.on_date, p.round_zh, p.round_en, p.published_at, p.ledger_position,"
                    + " p.ledger_head, p.checkpoint, p.program, p.synthetic from published.publication p ";

    private static final String ROUNDS =
            "select * from (select distinct on (p.on_date) " + SELECT.substring("select ".length())
                    + "join published.edition e on e.publication = p.id and e.key = ? where %s"
                    + " order by p.on_date, p.id desc) rounds order by on_date desc limit ?";

    private static final String IN_SPAN = "p.on_date between ? and ? and ";

    private final Sql sql;

    Publications(Sql sql) {
        this.sql = sql;
    }

    /** An edition in a publication: its key and the hash of the rulebook that was used. */
    public record Held(String key, String rulebook) {}

    /**
     * Of which dates rounds are wanted.
     *
     * @param from the first date
     * @param to the last date
     * @param most so many of them, the latest
     */
    public record Span(LocalDate from, LocalDate to, int most) {
        private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
        private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
        private static final int A_TREND = 40;
        private static final int MOST = 1_000;

        /** All of them. */
        public static final Span ALL = new Span(FIRST, LAST, MOST);

        /** Those that a trend shows, up to a date. */
        public static Span upTo(LocalDate to) {
            return new Span(FIRST, to, A_TREND);
        }

        /** Those of a year up to a date of it, and of the year before. */
        public static Span twoYears(LocalDate to) {
            return new Span(to.withDayOfYear(1).minusYears(1), to, MOST);
        }
    }

    /** What the public sees: the latest date, of that date the last publication, none that was withdrawn. */
    public Optional<Publication> latest() {
        return sql.first(
                SELECT + "where p.withdrawn_at is null order by p.on_date desc, p.id desc limit 1", Publications::read);
    }

    /**
     * Names the state of what is published: another one after each publication, each withdrawal, also of one that is not the latest, and each erasure.
     * It begins with the number of the last publication; 0-0-0 before anything is published.
     */
    public String state() {
        return sql.first(
                        "select coalesce(max(id), 0) || '-' || count(withdrawn_at) || '-' || (select coalesce(max(position), 0) from"
                                + " published.erasure) from published.publication",
                        row -> row.getString(1))
                .orElse("0-0-0");
    }

    /** What the public saw at a moment: the same as {@link #latest} was then, with what was withdrawn only later. */
    public Optional<Publication> latest(Instant then) {
        return sql.first(
                SELECT + "where p.published_at <= ? and (p.withdrawn_at is null or p.withdrawn_at > ?)"
                        + " order by p.on_date desc, p.id desc limit 1",
                Publications::read,
                then,
                then);
    }

    /** The round of a day: of its publications the last that was not withdrawn. */
    public Optional<Publication> round(LocalDate day) {
        return sql.first(
                SELECT + "where p.withdrawn_at is null and p.on_date = ? order by p.id desc limit 1",
                Publications::read,
                day);
    }

    /** The rounds of an edition, the latest date first; of each date the last publication, none that was withdrawn. */
    public List<Publication> rounds(String edition, Span span) {
        return sql.list(
                ROUNDS.formatted(IN_SPAN + "p.withdrawn_at is null"),
                Publications::read,
                edition,
                span.from(),
                span.to(),
                span.most());
    }

    /** The rounds of an edition as they were public at a moment. */
    public List<Publication> rounds(String edition, Span span, Instant then) {
        return sql.list(
                ROUNDS.formatted(IN_SPAN + "p.published_at <= ? and (p.withdrawn_at is null or p.withdrawn_at > ?)"),
                Publications::read,
                edition,
                span.from(),
                span.to(),
                then,
                then,
                span.most());
    }

    /** A publication by its number, withdrawn or not. */
    public Optional<Publication> find(long id) {
        return sql.first(SELECT + "where p.id = ?", Publications::read, id);
    }

    /** The latest publications of a date that a later one took the place of, oldest first; what was withdrawn is not among them. */
    public List<Publication> ofDate(LocalDate on, long before) {
        return sql.list(
                        SELECT
                                + "where p.on_date = ? and p.id < ? and p.withdrawn_at is null order by p.id desc limit 40",
                        Publications::read,
                        on,
                        before)
                .reversed();
    }

    /**
     * A publication and what became of it.
     *
     * @param withdrawnAt when it was taken back; null while it stands
     */
    public record Act(Publication publication, @Nullable Instant withdrawnAt) {}

    /** The latest acts of publishing, the newest first, those taken back too. */
    public List<Act> history(int limit) {
        return sql.list(
                SELECT.replace(" from ", ", p.withdrawn_at from ") + "order by p.id desc limit ?",
                row -> {
                    OffsetDateTime withdrawn = row.getObject(11, OffsetDateTime.class);
                    return new Act(read(row), withdrawn == null ? null : withdrawn.toInstant());
                },
                limit);
    }

    /** The editions in a publication, in their order. */
    public List<Held> editions(long publication) {
        return sql.list(
                "select key, rulebook from published.edition where publication = ? order by place",
                row -> new Held(row.getString(1), row.getString(2)),
                publication);
    }

    long insert(Publication draft, String gate) {
        return sql.first(
                        "insert into published.publication (on_date, round_zh, round_en, published_at, ledger_position,"
                                + " ledger_head, checkpoint, program, gate, synthetic) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " returning id",
                        row -> row.getLong(1),
                        draft.onDate(),
                        draft.round().zh(),
                        draft.round().en(),
                        draft.publishedAt(),
                        draft.position(),
                        draft.head(),
                        draft.checkpoint(),
                        draft.program(),
                        gate,
                        draft.synthetic())
                .orElseThrow();
    }

    void insertEdition(long publication, String key, int place, String rulebook) {
        sql.run(
                "insert into published.edition (publication, key, place, rulebook) values (?, ?, ?, ?)",
                publication,
                key,
                place,
                rulebook);
    }

    boolean withdraw(long id, Instant at) {
        return sql.run(
                        "update published.publication set withdrawn_at = ? where id = ? and withdrawn_at is null",
                        at,
                        id)
                == 1;
    }

    /** Changes whenever values were erased from what is published: the last entry of the ledger that says so; 0 before any. */
    public long erasures() {
        return sql.first("select coalesce(max(position), 0) from published.erasure", row -> row.getLong(1))
                .orElse(0L);
    }

    /** The rules of the gate at the last publication, whether withdrawn or not. */
    Optional<String> lastGate() {
        return sql.first("select gate from published.publication order by id desc limit 1", row -> row.getString(1));
    }

    /** The shortest checkpoint in a publication that covers a position of the ledger. */
    public Optional<Checkpoint> covering(long position) {
        return sql.first(
                "select checkpoint from published.publication where withdrawn_at is null and ledger_position >= ?"
                        + " order by ledger_position, id limit 1",
                row -> Checkpoint.read(row.getString(1)),
                position);
    }

    private static Publication read(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong(1),
                row.getDate(2).toLocalDate(),
                new Text(row.getString(3), row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10));
    }
}
