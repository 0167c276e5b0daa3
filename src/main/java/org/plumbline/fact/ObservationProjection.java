package org.plumbline.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.ledger.Source;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;

/** Brings the derived tables of observations up to entries of the ledger, as they arrive or all over again. */
@ApplicationScoped
public class ObservationProjection {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Iris iris;
    private final ObservationTable table;

    ObservationProjection(Ledger ledger, Iris iris, ObservationTable table) {
        this.ledger = ledger;
        this.iris = iris;
        this.table = table;
    }

    /** A submission and where the ledger holds it. */
    record Recorded(long position, Submission submission) {}

    /** Adds submissions, within the caller's transaction. Those that state no facts are passed over. */
    void add(List<Recorded> recorded) {
        List<ObservationTable.Row> rows = new ArrayList<>();
        for (Recorded one : recorded) {
            ObservationTable.Row row = row(one);
            if (!row.values().isEmpty()) {
                rows.add(row);
            }
        }
        table.insert(rows);
    }

    private ObservationTable.Row row(Recorded recorded) {
        Submission submission = recorded.submission();
        Source source = Source.of(submission.source())
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger names a source that has no rank: " + submission.source()));
        List<Observed> values = new ArrayList<>();
        FactGraph.read(submission)
                .forEach((fact, value) -> values.add(new Observed(
                        fact,
                        submission.observedOn(),
                        source.rank(),
                        source.name(),
                        submission.iri(),
                        recorded.position(),
                        value)));
        Supersession supersedes = submission.provenance().supersedes();
        return new ObservationTable.Row(
                recorded.position(),
                submission.iri(),
                subject(submission.subject()),
                source.name(),
                submission.observedOn(),
                submission.provenance().synthetic(),
                supersedes == null ? null : supersedes.submission(),
                values);
    }

    /** The end of a site's or place's IRI, under which the tables keep it. */
    String subject(String iri) {
        String before = iris.base() + "id/";
        return iri.startsWith(before) ? iri.substring(before.length()) : iri;
    }

    /**
     * Empties the tables and fills them from the ledger again. Holds up whoever appends meanwhile.
     *
     * @return how many submissions were read
     */
    @Transactional
    public long rebuild() {
        ledger.lock();
        table.clear();
        List<Recorded> page = new ArrayList<>();
        long[] count = {0};
        ledger.entries(1).filter(entry -> entry.kind() == Kind.SUBMISSION).forEachOrdered(entry -> {
            page.add(new Recorded(entry.position(), submission(entry)));
            count[0]++;
            if (page.size() == PAGE) {
                add(page);
                page.clear();
            }
        });
        add(page);
        return count[0];
    }

    private static Submission submission(LedgerEntry entry) {
        return SubmissionGraph.read(entry);
    }
}
