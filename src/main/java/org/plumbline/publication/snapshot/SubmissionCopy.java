package org.plumbline.publication.snapshot;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.rulebook.json.Json;

/** Copies submissions from the ledger through the gate, once each: they never change. */
final class SubmissionCopy {
    private static final int PAGE = 500;
    private static final String JUDGEMENT = "judgement:";

    private final Gate gate;
    private final Iris iris;
    private final WorkingTables working;
    private final SubmissionTable.Writer writer;
    private @Nullable String before;

    SubmissionCopy(Gate gate, Iris iris, WorkingTables working, SubmissionTable.Writer writer) {
        this.gate = gate;
        this.iris = iris;
        this.working = working;
        this.writer = writer;
    }

    /** Copies the submissions after one position of the ledger up to another. */
    void copy(Ledger ledger, long after, long upTo) {
        long from = Math.max(1, after);
        while (from <= upTo) {
            List<LedgerEntry> page =
                    ledger.entries(from, Math.min(PAGE, upTo - from + 1)).toList();
            Map<Long, Map<String, Object>> stated = working.observations(
                    page.getFirst().position(), page.getLast().position());
            for (LedgerEntry entry : page) {
                copy(entry, stated.getOrDefault(entry.position(), new TreeMap<>()), after);
            }
            from = page.getLast().position() + 1;
        }
    }

    private void copy(LedgerEntry entry, Map<String, Object> stated, long after) {
        Map<String, Object> observations = Json.object();
        Map<String, Object> judgements = Json.object();
        int withheld = 0;
        if (entry.kind() == Kind.SUBMISSION) {
            Map<String, Object> facts = Json.object();
            stated.forEach((name, value) -> {
                if (name.startsWith(JUDGEMENT)) {
                    judgements.put(name.substring(JUDGEMENT.length()), value);
                } else {
                    facts.put(name, value);
                }
            });
            Gate.Passed passed = gate.facts(facts);
            passed.facts().forEach((name, value) -> {
                if (!(value instanceof Map<?, ?> fields && fields.containsKey("withheld"))) {
                    observations.put(name, value);
                }
            });
            withheld = passed.withheld().size();
        }
        String chain = HexFormat.of().formatHex(entry.chain());
        if (entry.kind() == Kind.SUBMISSION && entry.position() > after) {
            boolean whole = withheld == 0;
            Submission submission = SubmissionGraph.read(entry);
            writer.add(
                    new SubmissionTable.Head(
                            SubmissionTable.uuid(entry.submission()),
                            iris.local(entry.subject()),
                            submission.source().replaceFirst(".*#", ""),
                            submission.observedOn(),
                            entry.position(),
                            whole ? HexFormat.of().formatHex(entry.hash()) : null,
                            whole ? chain : null,
                            before),
                    provenance(submission.provenance(), entry),
                    Json.write(observations),
                    Json.write(judgements),
                    withheld);
        }
        // The chain over an entry that is not whole in public would let its few possible values be tried out.
        before = withheld == 0 ? chain : null;
    }

    private Provenance provenance(Provenance by, LedgerEntry entry) {
        Origin origin = by.origin();
        if (origin != null && entry.apart().stream().anyMatch(one -> one.value() == null)) {
            // What was erased from a small file could be tried out until its digest fits.
            origin = new Origin(origin.fileName(), null, origin.sheet(), origin.row());
        }
        return new Provenance(
                gate.actor(by.agent(), iris.role("")),
                by.activity(),
                by.recordedAt(),
                origin,
                by.supersedes(),
                by.synthetic());
    }
}
