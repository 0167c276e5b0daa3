package org.plumbline.rdf.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.plumbline.rdf.sparql.RefusedQuery;

/** TDB2 in a folder. One process at a time has the folder open. */
public final class EmbeddedStore implements LinkedStore {
    private static final Node HIDDEN = NodeFactory.createURI(METADATA);
    private static final Node POSITION = NodeFactory.createURI(METADATA + ":position");

    private final DatasetGraph dataset;

    private EmbeddedStore(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /**
     * Opens the store in the folder, and makes both when they are not there.
     *
     * @throws UncheckedIOException when the folder cannot be made
     * @throws org.apache.jena.dboe.DBOpEnvException when another process has it open
     */
    public static EmbeddedStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the linked data cannot be made: " + folder, e);
        }
        return new EmbeddedStore(DatabaseMgr.connectDatasetGraph(folder.toString()));
    }

    @Override
    public long position() {
        return Txn.calculateRead(dataset, () -> {
            Iterator<Quad> found = dataset.find(HIDDEN, HIDDEN, POSITION, Node.ANY);
            return found.hasNext() ? Long.parseLong(found.next().getObject().getLiteralLexicalForm()) : 0L;
        });
    }

    @Override
    public void apply(long position, List<Change> changes) {
        Txn.executeWrite(dataset, () -> {
            for (Change change : changes) {
                Node graph = NodeFactory.createURI(change.graph());
                switch (change) {
                    case Change.Put put -> {
                        dataset.removeGraph(graph);
                        dataset.addGraph(graph, put.triples());
                    }
                    case Change.Delete _ -> dataset.removeGraph(graph);
                }
            }
            dataset.deleteAny(HIDDEN, HIDDEN, POSITION, Node.ANY);
            dataset.add(
                    HIDDEN,
                    HIDDEN,
                    POSITION,
                    NodeFactory.createLiteralDT(Long.toString(position), XSDDatatype.XSDlong));
        });
    }

    @Override
    public void clear() {
        Txn.executeWrite(dataset, dataset::clear);
        compact();
    }

    /** Gives back the disk that earlier versions take: worth it after a rebuild. Writers wait, readers do not. */
    public void compact() {
        DatabaseMgr.compact(dataset, true);
    }

    @Override
    public boolean hasGraph(String iri) {
        return !METADATA.equals(iri)
                && Txn.calculateRead(dataset, () -> dataset.containsGraph(NodeFactory.createURI(iri)));
    }

    @Override
    public <T> T query(Query query, QueryLimits limits, Function<QueryExec, T> reader) {
        try {
            return Txn.calculateRead(dataset, () -> {
                try (QueryExec running = prepare(query, limits)) {
                    return reader.apply(running);
                }
            });
        } catch (QueryCancelledException e) {
            throw StoppedQuery.outOfTime(limits);
        } catch (StackOverflowError e) {
            throw new RefusedQuery("The query is nested too deeply to be run", "Write it with fewer levels.");
        }
    }

    private QueryExec prepare(Query query, QueryLimits limits) {
        QueryExec running = QueryExec.dataset(dataset)
                .query(PublicForm.of(query, METADATA))
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        QueryContext.prepare(running.getContext(), limits);
        // Together with FROM, this setting would make the default graph all graphs instead of the named ones.
        running.getContext().set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription());
        running.getContext().set(SystemTDB.symTupleFilter, withoutHidden());
        return running;
    }

    /** Quads are (graph, subject, predicate, object) in TDB2; node ids are those of this dataset. */
    private Predicate<Tuple<NodeId>> withoutHidden() {
        NodeId hidden = TDBInternal.getNodeId(dataset, HIDDEN);
        return quad -> quad.len() < 4 || !hidden.equals(quad.get(0));
    }

    @Override
    public void dump(OutputStream out) {
        Txn.executeRead(dataset, () -> {
            StreamRDF quads = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            quads.start();
            dataset.find(Quad.ANY).forEachRemaining(quad -> {
                if (!HIDDEN.equals(quad.getGraph())) {
                    quads.quad(quad);
                }
            });
            quads.finish();
        });
    }

    /** Takes the folder's lock away, so that a later open in this process or another one finds it free. */
    @Override
    public void close() {
        TDBInternal.expel(dataset);
    }
}
