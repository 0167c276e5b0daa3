package org.plumbline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

/** What an entry of an erasure states: the hashes of the values that are gone from then on, and why. */
public final class ErasureGraph {
    private static final String ERASURE = "/erasure";

    private ErasureGraph() {}

    /**
     * The submission that erases values.
     *
     * @param iri its name
     * @param subject IRI of the site or place whose values they are
     * @param hashes of the values, see {@link Apart#hash}
     * @param why the reason, a sentence for people; is itself kept apart
     * @param agent IRI of the role that erases
     */
    public static Submission of(
            String iri, String subject, Collection<String> hashes, String why, String agent, LocalDate on, Instant at) {
        Node erasure = NodeFactory.createURI(iri + ERASURE);
        var statements = GraphFactory.createDefaultGraph();
        hashes.forEach(hash -> statements.add(erasure, PL.ERASES, Literals.string(hash)));
        statements.add(erasure, PL.WHY, Literals.string(why));
        String source = Source.named("System").orElseThrow().iri();
        return new Submission(iri, subject, source, on, statements, new Provenance(agent, PL.ERASING.getURI(), at));
    }

    /** The hashes of the values that an entry erases. */
    static Set<String> erased(LedgerEntry entry) {
        Set<String> hashes = new TreeSet<>();
        Canonical.graph(entry.bytes()).stream(NodeFactory.createURI(entry.submission() + ERASURE), PL.ERASES, Node.ANY)
                .forEach(triple -> hashes.add(triple.getObject().getLiteralLexicalForm()));
        return hashes;
    }
}
