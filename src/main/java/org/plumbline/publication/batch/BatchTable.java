package org.plumbline.publication.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.publication.batch.Batch.State;
import org.plumbline.publication.snapshot.Sql;
import org.plumbline.web.Text;

/** The batches and their papers as they are kept. Nothing of a publication that was taken back is found. */
@ApplicationScoped
class BatchTable {
    private static final String SELECT =
            "select b.id, b.publication, b.edition, b.place, p.name_zh, p.name_en, b.print, pub.on_date,"
                    + " b.asked_by, b.asked_at, b.total, b.state, b.ended_at, n.printed, n.failed, n.bytes from prepared.batch b"
                    + " join published.publication pub on pub.id = b.publication and pub.withdrawn_at is null"
                    + " join published.place p on p.publication = b.publication and p.code = b.place"
                    + " cross join lateral (select count(*) printed, count(*) - count(pdf) failed,"
                    + " coalesce(sum(octet_length(pdf)), 0) bytes from prepared.paper where batch = b.id) n ";
    private static final String TO_PRINT =
            "from published.result r where r.publication = ? and r.edition = ? and (r.street = ? or exists (select from"
                    + " published.place p where p.publication = r.publication and p.code = ? and p.kind = 'DISTRICT'))";

    private final Sql sql;

    BatchTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A paper of a batch.
     *
     * @param site code of the site
     * @param band label of the band; empty without one
     * @param score the score as it is printed; empty without one
     * @param sha256 of the file, hexadecimal
     * @param file the file; null when it could not be printed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Paper(
            String site,
            String name,
            String street,
            String band,
            String score,
            String sha256,
            byte @Nullable [] file) {}

    /**
     * Notes that the papers of a place are to be printed.
     *
     * @param print suffix of the files
     * @param waiting so many batches may run or wait
     * @return false when no site there was assessed, when the same batch is there, or too many wait
     */
    boolean ask(long publication, String edition, String place, String print, String by, Instant at, int waiting) {
        return sql.run(
                        "insert into prepared.batch (id, publication, edition, place, print, asked_by, asked_at, total, state)"
                                + " select ?, ?, ?, ?, ?, ?, ?, count(*), 'RUNNING' " + TO_PRINT
                                + " having count(*) > 0 and (select count(*) from"
                                + " prepared.batch where state = 'RUNNING') < ? on conflict do nothing",
                        UUID.randomUUID(),
                        publication,
                        edition,
                        place,
                        print,
                        by,
                        at,
                        publication,
                        edition,
                        place,
                        place,
                        waiting)
                > 0;
    }

    /** A batch by its number. */
    Optional<Batch> find(UUID id) {
        return sql.first(SELECT + "where b.id = ?", BatchTable::read, id);
    }

    /** The same batch as somebody asked for before; empty when nobody did. */
    Optional<Batch> same(long publication, String edition, String place, String print) {
        return sql.first(
                SELECT + "where b.publication = ? and b.edition = ? and b.place = ? and b.print = ? limit 1",
                BatchTable::read,
                publication,
                edition,
                place,
                print);
    }

    /** The batches, those that are not done first, of each the latest first. */
    List<Batch> latest(int most) {
        return sql.list(SELECT + "order by b.state = 'DONE', b.asked_at desc limit " + most, BatchTable::read);
    }

    /** Those that run or wait, the oldest first. */
    List<Batch> running() {
        return sql.list(SELECT + "where b.state = 'RUNNING' order by b.asked_at", BatchTable::read);
    }

    /** Sets how far a batch is; false when there is none, or it stands otherwise. */
    boolean move(UUID id, State from, State to, @Nullable Instant ended) {
        return sql.run(
                        "update prepared.batch set state = ?, ended_at = ?::timestamptz where id = ? and state = ?",
                        to.name(),
                        ended,
                        id,
                        from.name())
                > 0;
    }

    /** Whether a batch is still to be printed. */
    boolean runs(UUID id) {
        return sql.first(
                        "select 1 from prepared.batch b join published.publication pub on pub.id = b.publication"
                                + " and pub.withdrawn_at is null where b.id = ? and b.state = 'RUNNING'",
                        row -> row.getInt(1),
                        id)
                .isPresent();
    }

    /** Codes of sites behind one that a batch has no paper of yet, in their order. */
    List<String> missing(Batch batch, String after, int most) {
        return sql.list(
                "select r.site " + TO_PRINT
                        + " and r.site > ? and not exists (select from prepared.paper p where p.batch = ? and"
                        + " p.site = r.site) order by r.site limit " + most,
                row -> row.getString(1),
                batch.publication(),
                batch.edition(),
                batch.place(),
                batch.place(),
                after,
                batch.id());
    }

    /** Keeps a paper; false when the batch is not there any more. */
    boolean keep(UUID batch, Paper paper) {
        return sql.run(
                        "insert into prepared.paper (batch, site, name, street, band, score, sha256, pdf) select id, ?, ?, ?, ?,"
                                + " ?, ?, ?::bytea from prepared.batch where id = ?",
                        paper.site(),
                        paper.name(),
                        paper.street(),
                        paper.band(),
                        paper.score(),
                        paper.sha256(),
                        paper.file(),
                        batch)
                > 0;
    }

    /** The papers of a batch behind a site, with their files, in the order of codes. */
    List<Paper> papers(UUID batch, String after, int most) {
        return sql.list(
                "select site, name, street, band, score, sha256, pdf from prepared.paper where batch = ? and site > ?"
                        + " order by site limit " + most,
                row -> new Paper(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBytes(7)),
                batch,
                after);
    }

    /** Forgets which papers could not be printed, so that they are tried again. */
    void forgetFailed(UUID batch) {
        sql.run("delete from prepared.paper where batch = ? and pdf is null", batch);
    }

    /** Drops what was asked for before a moment, and what stands on publications that were taken back. */
    void drop(Instant before) {
        sql.run(
                "delete from prepared.batch b where b.asked_at < ? or exists (select from published.publication p where"
                        + " p.id = b.publication and p.withdrawn_at is not null)",
                before);
    }

    /** Papers may quote what was erased; they can be printed again. */
    void erased(@Observes Erased erased) {
        if (erased.position() > 0) {
            sql.run("delete from prepared.batch");
        }
    }

    /** The same for what was asked for or printed while the erasure was under way. */
    void afterErasure(@Observes(during = TransactionPhase.AFTER_SUCCESS) Erased erased) {
        QuarkusTransaction.requiringNew().run(() -> erased(erased));
    }

    private static Batch read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Batch(
                row.getObject("id", UUID.class),
                row.getLong("publication"),
                row.getString("edition"),
                row.getString("place"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("print"),
                row.getDate("on_date").toLocalDate(),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("printed"),
                row.getInt("failed"),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant());
    }
}
