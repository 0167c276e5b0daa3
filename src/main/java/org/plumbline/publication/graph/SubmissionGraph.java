package org.plumbline.publication.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.SubmissionTable.Published;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/**
 * A published submission as a graph under its own name: what passed the gate, fact by fact, and how it came to be, as PROV about the
 * graph's name. What the gate held back is counted and not stated. A site's own properties are not used here, for they say what counts
 * now and the dataset is asked as one: an earlier value would stand beside the present one.
 */
final class SubmissionGraph {
    private final Iris iris;
    private final FactBook book;

    SubmissionGraph(Iris iris, FactBook book) {
        this.iris = iris;
        this.book = book;
    }

    /** One submission under its name. */
    NamedGraph of(Published one) {
        String name = iris.submission(UUID.fromString(one.head().id()));
        Node about = NodeFactory.createURI(iris.base() + "id/" + one.head().subject());
        Graph graph = GraphFactory.createDefaultGraph();
        provenance(graph, NodeFactory.createURI(name), about, one);
        one.observations().forEach((fact, entry) -> {
            FactDefinition definition = book.facts().get(fact);
            if (definition != null && entry instanceof Map<?, ?> fields) {
                Node observed = NodeFactory.createURI(name + "/fact/" + fact);
                graph.add(observed, DCT.IS_PART_OF, NodeFactory.createURI(name));
                graph.add(observed, PL.term("fact"), definition.node());
                FactTriples.add(graph, observed, PL.term("value"), definition, fields);
            }
        });
        return new NamedGraph(name, graph);
    }

    private void provenance(Graph graph, Node submission, Node about, Published one) {
        graph.add(submission, RDF.type.asNode(), PL.SUBMISSION);
        graph.add(submission, RDF.type.asNode(), PROV.ENTITY);
        graph.add(submission, DCT.SUBJECT, about);
        graph.add(submission, PL.SOURCE, PL.term(one.head().source()));
        graph.add(submission, PL.OBSERVED_ON, literal(one.head().observedOn(), XSDDatatype.XSDdate));
        graph.add(
                submission,
                PROV.WAS_ATTRIBUTED_TO,
                NodeFactory.createURI(one.provenance().agent()));
        Instant received = one.provenance().recordedAt().truncatedTo(ChronoUnit.MILLIS);
        graph.add(submission, PROV.GENERATED_AT_TIME, literal(received, XSDDatatype.XSDdateTime));
        graph.add(submission, PL.term("ledgerPosition"), literal(one.head().position(), XSDDatatype.XSDinteger));
        graph.add(submission, PL.SYNTHETIC, literal(one.provenance().synthetic(), XSDDatatype.XSDboolean));
        graph.add(submission, PL.term("withheld"), literal(one.withheld(), XSDDatatype.XSDinteger));
        var earlier = one.provenance().supersedes();
        if (earlier != null) {
            graph.add(
                    submission,
                    PROV.WAS_REVISION_OF,
                    NodeFactory.createURI(iris.submission(UUID.fromString(earlier.submission()))));
            graph.add(submission, PL.WHY, NodeFactory.createLiteralString(earlier.why()));
        }
    }

    private static Node literal(Object value, XSDDatatype type) {
        return NodeFactory.createLiteralDT(value.toString(), type);
    }
}
