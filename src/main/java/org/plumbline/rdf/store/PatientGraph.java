package org.plumbline.rdf.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph that can be left while a property path walks over it: Jena walks the whole of {@code *} and {@code +} between two
 * looks at its cancel signal, and keeps what it met. It also lacks the statements about the hidden graph, because paths read
 * beneath TDB2's tuple filter.
 */
final class PatientGraph extends WrappedGraph {
    private final Allowance allowance;
    private final Node hidden;
    private long walked;

    PatientGraph(Graph graph, Allowance allowance, Node hidden) {
        super(graph);
        this.allowance = allowance;
        this.hidden = hidden;
    }

    /** A walk from one start begins: what the last one kept is free. */
    void restart() {
        walked = 0;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        allowance.time();
        return super.find(subject, predicate, object).filterKeep(this::pass);
    }

    private boolean pass(Triple triple) {
        allowance.walk(++walked);
        return !hidden.equals(triple.getSubject());
    }
}
