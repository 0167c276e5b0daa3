package org.plumbline.fact;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.ledger.Follower;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.ledger.Source;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;

/** The tables of observations. */
@ApplicationScoped
@Priority(20)
class ObservationProjection implements Follower {
    private final Iris iris;
    private final ObservationTable table;

    ObservationProjection(Iris iris, ObservationTable table) {
        this.iris = iris;
        this.table = table;
    }

    /** Adds what submissions state and take back; those that do neither are passed over. */
    @Override
    public void follow(List<LedgerEntry> entries) {
        if (entries.getFirst().kind() == Kind.SUBMISSION) {
            List<ObservationTable.Row> rows = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                ObservationTable.Row row = row(entry.position(), SubmissionGraph.read(entry));
                // One whose values were all erased stays known, so that the same row handed in again changes nothing.
                if (!row.values().isEmpty()
                        || row.supersedes() != null
                        || !entry.apart().isEmpty()) {
                    rows.add(row);
                }
            }
            table.insert(rows);
        }
    }

    @Override
    public void again(String subject, List<LedgerEntry> submissions) {
        table.clear(iris.local(subject));
        if (!submissions.isEmpty()) {
            follow(submissions);
        }
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public SortedMap<String, String> tables() {
        return new TreeMap<>(Map.of("fact_submission", "position", "observation", "subject, fact, ledger_position"));
    }

    private ObservationTable.Row row(long position, Submission submission) {
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
                        position,
                        0,
                        value)));
        Supersession supersedes = submission.provenance().supersedes();
        return new ObservationTable.Row(
                position,
                submission.iri(),
                iris.local(submission.subject()),
                source.name(),
                submission.observedOn(),
                submission.provenance().synthetic(),
                supersedes == null ? null : supersedes.submission(),
                values);
    }
}
