package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.fact.erasure.Erased.Value;
import org.plumbline.ledger.Apart;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Editions;

/**
 * Takes erased values out of what was published: their submissions are copied through the gate once more, and where a published assessment
 * quotes the text, it says instead that it was erased. The one change that a publication ever sees; {@link Publications#erasures} counts it.
 */
@ApplicationScoped
class PublishedErasure {
    private final Ledger ledger;
    private final Iris iris;
    private final Editions editions;
    private final WorkingTables working;
    private final SubmissionTable submissions;
    private final Sql sql;

    PublishedErasure(
            Ledger ledger, Iris iris, Editions editions, WorkingTables working, SubmissionTable submissions, Sql sql) {
        this.ledger = ledger;
        this.iris = iris;
        this.editions = editions;
        this.working = working;
        this.submissions = submissions;
        this.sql = sql;
    }

    void erase(@Observes Erased erased) {
        if (erased.position() == 0) {
            return;
        }
        long copied = submissions.copied();
        SubmissionTable.Writer writer = submissions.writer();
        var copy = new SubmissionCopy(new Gate(editions.list().getFirst().book()), iris, working, writer);
        erased.values().stream()
                .filter(value -> !value.fileName())
                .map(Value::position)
                .filter(position -> position > 0 && position <= copied)
                .distinct()
                .sorted()
                .forEach(position -> {
                    sql.run("delete from published.submission where position = ?", position);
                    copy.copy(ledger, position - 1, position);
                });
        writer.flush();
        for (Value value : erased.values()) {
            if (value.position() > 0 && value.fileName()) {
                rename(value);
            } else if (value.position() > 0 && !value.text().isEmpty()) {
                unquote(value);
            }
        }
        sql.run("insert into published.erasure (position) values (?)", erased.position());
    }

    /** Every entry of the file states its name. */
    private void rename(Value name) {
        sql.run(
                "update published.submission set file = ? where position in (select position from ledger_entry"
                        + " where position(convert_to(?, 'UTF8') in bytes) > 0)",
                Apart.ERASED_FILE,
                name.hash());
    }

    /** What a publication says of a site that quotes a text. */
    private record Quoting(long publication, String edition, String site, String assessment) {}

    /** Takes the text out of the published assessments that quote it; that of a place may be quoted at every site. */
    private void unquote(Value value) {
        @Nullable String site = iris.siteCode(value.subject()).orElse(null);
        List<Quoting> all = sql.list(
                "select publication, edition, site, assessment::text from published.result"
                        + " where (?::text is null or site = ?)"
                        + " and position(regexp_replace(to_jsonb(?::text)::text, '^\"(.*)\"$', '\\1') in assessment::text) > 0",
                row -> new Quoting(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                site,
                site,
                value.text());
        for (Quoting one : all) {
            ErasedQuotes quotes = new ErasedQuotes(value.name(), value.text());
            String without = Json.write(quotes.without(Json.readObject(one.assessment())));
            sql.run(
                    "update published.result set assessment = ?::jsonb where publication = ? and edition = ? and site = ?",
                    without,
                    one.publication(),
                    one.edition(),
                    one.site());
            for (String clause : quotes.clauses()) {
                sql.run(
                        "update published.outcome set gap_zh = replace(gap_zh, ?, ?), gap_en = replace(gap_en, ?, ?)"
                                + " where publication = ? and edition = ? and clause = ? and site = ?",
                        value.text(),
                        Apart.ERASED,
                        value.text(),
                        Apart.ERASED,
                        one.publication(),
                        one.edition(),
                        clause,
                        one.site());
            }
        }
    }
}
