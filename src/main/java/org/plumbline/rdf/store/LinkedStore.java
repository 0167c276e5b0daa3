package org.plumbline.rdf.store;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.plumbline.rdf.sparql.SparqlGuard;

/**
 * Named graphs that follow the ledger, in this process or on a server. Its default graph is the union of the named graphs.
 * Numbers and times keep their values, not the way they were written: TDB2 makes {@code 1.5} of {@code 1.50}.
 * Safe for many readers and one writer at a time.
 */
public interface LinkedStore extends AutoCloseable {
    /** Graph that holds the position; no query may name it, and GRAPH ?g passes over it. */
    String METADATA = "urn:plumbline:metadata";

    /** What is done to one named graph. */
    sealed interface Change {
        /** IRI of the graph. */
        String graph();

        /** The graph is these triples from now on. */
        record Put(String graph, Graph triples) implements Change {
            /** @throws IllegalArgumentException when an IRI has a character that no IRI may have */
            public Put {
                IriCheck.check(graph);
                triples.find().forEachRemaining(triple -> {
                    IriCheck.check(triple.getSubject());
                    IriCheck.check(triple.getPredicate());
                    IriCheck.check(triple.getObject());
                });
            }
        }

        /** The graph is gone. */
        record Delete(String graph) implements Change {
            /** @throws IllegalArgumentException when the IRI has a character that no IRI may have */
            public Delete {
                IriCheck.check(graph);
            }
        }
    }

    /** The ledger position up to which the graphs are current; 0 in a new store. */
    long position();

    /**
     * Makes the changes and moves to the position, all or nothing. Give a transaction's worth: in TDB2 each call costs some
     * 70 ms and 1.4 MB of disk, however little it changes.
     */
    void apply(long position, List<Change> changes);

    /** Removes all graphs and the position. */
    void clear();

    /** Whether a public graph of this IRI has triples. */
    boolean hasGraph(String iri);

    /**
     * Runs a query that {@link SparqlGuard} let through.
     *
     * @param reader takes all it needs before it returns; runs inside the read transaction, in the calling thread
     * @throws StoppedQuery when a limit ends it
     */
    <T> T query(Query query, QueryLimits limits, Function<QueryExec, T> reader);

    /** Writes every public graph as N-Quads (UTF-8) of one moment; leaves the stream open. */
    void dump(OutputStream out);

    @Override
    void close();
}
