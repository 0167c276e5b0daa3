package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.plumbline.ledger.Entry;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Secret;
import org.plumbline.ledger.Submission;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.standard.FactBook;

/** Entries of the ledger as they would be: named after what they state, and written out. Changes nothing. */
@ApplicationScoped
class Drafts {
    private final Iris iris;
    private final Secret secret;

    Drafts(Iris iris, Secret secret) {
        this.iris = iris;
        this.secret = secret;
    }

    /**
     * What may become a submission.
     *
     * @param name the IRI under which it is recorded the first time
     */
    record Proposed(SiteFacts facts, Provenance provenance, String name) {}

    Proposed propose(SiteFacts facts, Provenance provenance) {
        return new Proposed(facts, provenance, name(facts, provenance, 0));
    }

    /** The IRI under which it is recorded once more, after it was taken back so many times. */
    String name(Proposed proposed, int time) {
        return name(proposed.facts(), proposed.provenance(), time);
    }

    /** A name made of the content (UUID version 8, RFC 9562): the first bits of what the secret makes of its canonical JSON. */
    private String name(SiteFacts facts, Provenance provenance, int time) {
        ObjectNode content = CanonicalJson.object();
        content.put("subject", subject(facts))
                .put("source", facts.source())
                .put("on", facts.observedOn().toString());
        content.set("facts", RecordJson.of(facts));
        content.put("synthetic", provenance.synthetic());
        if (provenance.supersedes() != null) {
            content.put("supersedes", provenance.supersedes().submission());
        }
        if (time > 0) {
            content.put("time", Integer.toString(time));
        }
        return iris.submission(secret.name(CanonicalJson.write(content)));
    }

    /**
     * The entry that records it under a name.
     *
     * @param personal the facts whose values are kept apart
     * @throws IllegalArgumentException when a fact is not of the vocabulary or its value not of its type
     */
    Entry entry(String name, Proposed proposed, FactBook book, Set<Node> personal) {
        SiteFacts facts = proposed.facts();
        String subject = subject(facts);
        Submission submission = new Submission(
                name,
                subject,
                CurrentRecord.source(facts.source()).iri(),
                facts.observedOn(),
                FactGraph.of(name, subject, facts, book),
                proposed.provenance());
        return SubmissionGraph.entry(Kind.SUBMISSION, submission, secret.nonce(name), personal);
    }

    private String subject(SiteFacts facts) {
        return facts.place() ? iris.place(facts.code()) : iris.site(facts.code());
    }
}
