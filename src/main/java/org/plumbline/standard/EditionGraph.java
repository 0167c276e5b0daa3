package org.plumbline.standard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.PL;

/** The triples of an edition as they leave the house. */
final class EditionGraph {
    private EditionGraph() {}

    /** A copy in which one node has another name: a file's own address ends with a slash, the edition's IRI does not. */
    static Graph renamed(Graph graph, Node from, Node to) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream()
                .forEach(triple -> copy.add(Triple.create(
                        triple.getSubject().equals(from) ? to : triple.getSubject(),
                        triple.getPredicate(),
                        triple.getObject().equals(from) ? to : triple.getObject())));
        return copy;
    }

    /** A copy without the examples, which are made-up sites and would be counted among the real ones. */
    static Graph withoutExamples(Graph graph) {
        Set<Node> examples = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>();
        graph.stream(Node.ANY, RDF.type.asNode(), PL.term("Example")).forEach(one -> next.add(one.getSubject()));
        while (!next.isEmpty()) {
            Node about = next.pop();
            if (examples.add(about)) {
                graph.stream(about, Node.ANY, Node.ANY)
                        .map(Triple::getObject)
                        .filter(object -> object.isBlank() || object.isURI() && within(object, about))
                        .forEach(next::add);
            }
        }
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream().filter(triple -> !examples.contains(triple.getSubject())).forEach(copy::add);
        return copy;
    }

    private static boolean within(Node part, Node whole) {
        return whole.isURI() && part.getURI().startsWith(whole.getURI() + "/");
    }
}
