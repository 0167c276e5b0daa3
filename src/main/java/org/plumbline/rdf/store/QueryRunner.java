package org.plumbline.rdf.store;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.plumbline.rdf.sparql.SparqlGuard;

/** Runs visitors' queries within limits, a few at a time, each to its end before anything is sent. */
public final class QueryRunner {
    private final LinkedStore store;
    private final QueryLimits limits;
    private final Semaphore places;

    /** @param places how many queries run at once; further ones are turned away, not queued */
    public QueryRunner(LinkedStore store, QueryLimits limits, int places) {
        this.store = store;
        this.limits = limits;
        this.places = new Semaphore(places);
    }

    /**
     * The answer, complete. The caller sends and closes it.
     *
     * @param query from {@link SparqlGuard#read}
     * @param format one of {@link ResultFormat#of} the query
     * @throws StoppedQuery when a limit ended the query, or no place is free
     */
    public Spool run(Query query, ResultFormat format) {
        if (!places.tryAcquire()) {
            throw new StoppedQuery(
                    StoppedQuery.Limit.BUSY, "Other queries take all places. Try again in some seconds.");
        }
        Spool answer = new Spool(limits.bytes());
        boolean done = false;
        try {
            store.query(query, limits, running -> write(query, running, format, answer));
            done = true;
            return answer;
        } finally {
            places.release();
            if (!done) {
                answer.close();
            }
        }
    }

    private boolean write(Query query, QueryExec running, ResultFormat format, OutputStream out) {
        switch (query.queryType()) {
            case SELECT -> {
                RowSet rows = running.select();
                writer(format)
                        .write(out, RowSetStream.create(rows.getResultVars(), counted(rows, "rows")), new Context());
            }
            case ASK -> writer(format).write(out, running.ask(), new Context());
            case CONSTRUCT, DESCRIBE ->
                RDFWriter.create()
                        .lang(format.lang())
                        .source(graph(query, running))
                        .output(out);
            case CONSTRUCT_JSON, UNKNOWN ->
                throw new IllegalArgumentException("The guard lets no " + query.queryType() + " through");
        }
        return true;
    }

    private static RowSetWriter writer(ResultFormat format) {
        return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    private Graph graph(Query query, QueryExec running) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        Iterator<Triple> triples = counted(running.constructTriples(), "triples");
        while (triples.hasNext()) {
            graph.add(triples.next());
        }
        return graph;
    }

    private <T> Iterator<T> counted(Iterator<T> rows, String unit) {
        long[] count = {0};
        long end = System.nanoTime() + limits.time().toNanos();
        return Iter.map(rows, row -> {
            if (++count[0] > limits.rows()) {
                throw tooMany(unit);
            }
            // A server's rows may come slowly for ever: its HTTP client's timeout covers the first only.
            if (System.nanoTime() - end > 0) {
                throw StoppedQuery.outOfTime(limits);
            }
            return row;
        });
    }

    private StoppedQuery tooMany(String unit) {
        return new StoppedQuery(
                StoppedQuery.Limit.ROWS,
                "The answer has more than " + limits.rows() + " " + unit + ". Use LIMIT and OFFSET, or take the dump.");
    }
}
