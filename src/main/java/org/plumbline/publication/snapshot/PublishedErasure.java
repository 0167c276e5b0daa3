package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.fact.erasure.Erased.Value;
import org.plumbline.ledger.Apart;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
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
        long copied = submissions.copied();
        SubmissionTable.Writer writer = submissions.writer();
        var copy = new SubmissionCopy(new Gate(editions.list().getFirst().book()), iris, working, writer);
        erased.values().stream()
                .map(Value::position)
                .filter(position -> position <= copied)
                .distinct()
                .sorted()
                .forEach(position -> {
                    sql.run("delete from published.submission where position = ?", position);
                    copy.copy(ledger, position - 1, position);
                });
        writer.flush();
        erased.values().stream().filter(value -> !value.text().isEmpty()).forEach(this::unquote);
        sql.run("insert into published.erasure (position) values (?)", erased.position());
    }

    /**
     * Replaces the text wherever a published assessment or the sentence about a gap quotes it; that of a place may be quoted at every site.
     * A single character is replaced only where it is a whole value.
     */
    private void unquote(Value value) {
        @Nullable String site = iris.siteCode(value.subject()).orElse(null);
        boolean within = value.text().codePointCount(0, value.text().length()) > 1;
        String quoted =
                within ? "regexp_replace(to_jsonb(?::text)::text, '^\"(.*)\"$', '\\1')" : "to_jsonb(?::text)::text";
        sql.run(
                "update published.result set assessment = replace(assessment::text, " + quoted + ", " + quoted
                        + ")::jsonb where (?::text is null or site = ?) and position(" + quoted
                        + " in assessment::text) > 0",
                value.text(),
                Apart.ERASED,
                site,
                site,
                value.text());
        if (within) {
            sql.run(
                    "update published.outcome set gap_zh = replace(gap_zh, ?, ?), gap_en = replace(gap_en, ?, ?)"
                            + " where (?::text is null or site = ?) and (position(? in gap_zh) > 0 or position(? in gap_en) > 0)",
                    value.text(),
                    Apart.ERASED,
                    value.text(),
                    Apart.ERASED,
                    site,
                    site,
                    value.text(),
                    value.text());
        }
    }
}
