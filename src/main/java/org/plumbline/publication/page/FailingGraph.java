package org.plumbline.publication.page;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.BothLanguages;
import org.plumbline.publication.view.FailingSite;
import org.plumbline.rdf.EARL;

/**
 * The clause and the sites that fail it as linked data. Each assertion has the IRI that it has in the site's own data, which say besides who
 * asserts it.
 */
final class FailingGraph {
    private FailingGraph() {}

    /** What the edition says of the clause, and an EARL result for each of the sites. */
    static Graph of(Shot shot, Iris iris, String number, Graph clause, List<FailingSite> failing) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, clause);
        Node test = NodeFactory.createURI(shot.edition().rulebook().clauseIri(number));
        for (FailingSite one : failing) {
            String site = iris.site(one.code());
            String assessment = AssessmentGraph.iri(
                    site, shot.edition().iri(), shot.publication().onDate().toString());
            Node assertion = NodeFactory.createURI(assessment + "/clause/" + number);
            Node result = NodeFactory.createURI(assertion.getURI() + "/result");
            graph.add(assertion, EARL.SUBJECT, NodeFactory.createURI(site));
            graph.add(assertion, EARL.TEST, test);
            graph.add(assertion, EARL.RESULT, result);
            graph.add(result, RDF.type.asNode(), EARL.TEST_RESULT);
            graph.add(result, EARL.OUTCOME, EARL.term("failed"));
            BothLanguages.add(graph, result, EARL.INFO, one.gap());
        }
        return graph;
    }
}
