package org.plumbline.standard;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        Set<Node> examples = within(
                graph,
                graph.stream(Node.ANY, RDF.type.asNode(), PL.term("Example"))
                        .map(Triple::getSubject)
                        .toList());
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream().filter(triple -> !examples.contains(triple.getSubject())).forEach(copy::add);
        return copy;
    }

    /** A copy of what is said of a node and of the nodes within it; empty when nothing is. */
    static Optional<Graph> about(Graph graph, Node node) {
        Graph copy = GraphFactory.createDefaultGraph();
        within(graph, List.of(node))
                .forEach(one -> graph.stream(one, Node.ANY, Node.ANY).forEach(copy::add));
        return copy.isEmpty() ? Optional.empty() : Optional.of(copy);
    }

    /** Some nodes, and the blank nodes and the IRIs below them that they lead to. */
    private static Set<Node> within(Graph graph, Collection<Node> nodes) {
        Set<Node> found = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(nodes);
        while (!next.isEmpty()) {
            Node about = next.pop();
            if (found.add(about)) {
                graph.stream(about, Node.ANY, Node.ANY)
                        .map(Triple::getObject)
                        .filter(object -> object.isBlank() || object.isURI() && within(object, about))
                        .forEach(next::add);
            }
        }
        return found;
    }

    private static boolean within(Node part, Node whole) {
        return whole.isURI() && part.getURI().startsWith(whole.getURI() + "/");
    }
}
