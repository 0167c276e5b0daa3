package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The table of what was observed. */
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
                if (!row.observed().isEmpty()
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
        return new TreeMap<>(Map.of("fact_submission", "position"));
    }

    private ObservationTable.Row row(long position, Submission submission) {
        Source source = Source.of(submission.source())
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger names a source that has no rank: " + submission.source()));
        ObjectNode observed = CanonicalJson.object();
        FactGraph.read(submission).forEach(observed::set);
        Supersession supersedes = submission.provenance().supersedes();
        return new ObservationTable.Row(
                position,
                submission.iri(),
                iris.local(submission.subject()),
                source.name(),
                submission.observedOn(),
                submission.provenance().synthetic(),
                supersedes == null ? null : supersedes.submission(),
                observed);
    }
}
