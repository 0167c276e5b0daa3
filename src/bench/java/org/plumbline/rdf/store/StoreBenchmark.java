package org.plumbline.rdf.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.plumbline.publication.page.MadeUpGraphs;
import org.plumbline.rdf.store.LinkedStore.Change;

/**
 * Filling the public store with the graphs of 700 and of 7,000 made-up sites as a publication does, beside TDB2's own bulk loader
 * on the same file of quads. Both read the file with the same parser and begin with an empty folder.
 */
public final class StoreBenchmark {
    /** As many graphs a transaction as the program puts into one. */
    private static final int BATCH = 200;

    private static final int FEW = 700;
    private static final int MANY = 7_000;
    private static final double MOST_GROWTH = 1.3;
    private static final double MOST_RATIO = 4;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final MadeUpGraphs sites = new MadeUpGraphs();
    private final Path folder;

    private StoreBenchmark(Path folder) throws IOException {
        this.folder = folder;
    }

    /** Seconds on the clock, and of the cores of this process, collection included. */
    private record Cost(double clock, double cores) {
        static final Cost WORST = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

        Cost best(Cost other) {
            return new Cost(Math.min(clock, other.clock), Math.min(cores, other.cores));
        }

        String text(int sites) {
            return String.format(
                    Locale.ROOT, "%.1f s (%.2f ms a site; %.1f s of cores)", clock, clock * 1000 / sites, cores);
        }
    }

    /** Best of each, and how many quads there were. */
    private record Measured(int count, long quads, Cost store, Cost loader) {}

    /** Fills one store from a file. */
    private interface Filling {
        void fill(Path database, Path file);
    }

    /**
     * Runs it; exit 1 when a bar is missed.
     *
     * @param arguments a folder on the disk to be measured, which gets a folder that is deleted afterwards; default: temporary files
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = arguments.length == 0
                ? Files.createTempDirectory("plumbline-store")
                : Files.createTempDirectory(Path.of(arguments[0]), "plumbline-store");
        boolean fine;
        try {
            fine = new StoreBenchmark(folder).run();
        } finally {
            delete(folder);
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean run() throws IOException {
        Measured few = measure(FEW, 4);
        Measured many = measure(MANY, 1);
        double size = (double) FEW / MANY;
        double growth = many.store.clock / few.store.clock * size;
        System.out.printf(
                Locale.ROOT,
                "A site among %,d costs the store %.2f times one among %,d (bar %.1f; %.2f times the cores), the"
                        + " loader %.2f times%n",
                MANY,
                growth,
                FEW,
                MOST_GROWTH,
                many.store.cores / few.store.cores * size,
                many.loader.clock / few.loader.clock * size);
        double ratio = Math.max(few.store.clock / few.loader.clock, many.store.clock / many.loader.clock);
        System.out.printf(
                Locale.ROOT,
                "The store takes at most %.2f times as long as the loader (bar %.1f)%n",
                ratio,
                MOST_RATIO);
        boolean fine = growth <= MOST_GROWTH && ratio <= MOST_RATIO;
        if (!fine) {
            System.out.println("A bar is missed.");
        }
        return fine;
    }

    /** The rounds take turns, so that a busy machine favours neither; the best of each counts. */
    private Measured measure(int count, int rounds) throws IOException {
        Path file = folder.resolve(count + ".nq");
        long quads = write(count, file);
        Cost store = Cost.WORST;
        Cost loader = Cost.WORST;
        Cost parser = Cost.WORST;
        for (int round = 0; round < rounds; round++) {
            parser = parser.best(cost(() -> parse(file, StreamRDFLib.sinkNull())));
            store = store.best(fill(this::throughStore, file, quads + 1));
            loader = loader.best(fill(StoreBenchmark::throughLoader, file, quads));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d sites, %,d quads (%,d MB): store %s, loader %s, ratio %.2f (%.2f of cores); in both, reading %.1f"
                        + " s%n",
                count,
                quads,
                Files.size(file) >> 20,
                store.text(count),
                loader.text(count),
                store.clock / loader.clock,
                store.cores / loader.cores,
                parser.clock);
        Files.delete(file);
        return new Measured(count, quads, store, loader);
    }

    private long write(int count, Path file) throws IOException {
        long quads = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            writer.start();
            for (int i = 0; i < count; i++) {
                MadeUpGraphs.Named named = sites.graph(i);
                quads += named.graph().size();
                named.graph()
                        .find()
                        .forEachRemaining(
                                triple -> writer.quad(Quad.create(NodeFactory.createURI(named.iri()), triple)));
            }
            writer.finish();
        }
        return quads;
    }

    private Cost fill(Filling filling, Path file, long quads) throws IOException {
        Path database = folder.resolve("tdb2");
        Cost cost = cost(() -> filling.fill(database, file));
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
        long found = Txn.calculateRead(
                dataset,
                () -> TDBInternal.getDatasetGraphTDB(dataset)
                        .getQuadTable()
                        .getNodeTupleTable()
                        .size());
        TDBInternal.expel(dataset);
        delete(database);
        if (found != quads) {
            throw new IllegalStateException(found + " quads came in of " + quads);
        }
        return cost;
    }

    private static Cost cost(Runnable work) {
        long cores = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cores) / 1e9);
    }

    private void throughStore(Path database, Path file) {
        try (EmbeddedStore store = EmbeddedStore.open(database)) {
            List<Change> batch = new ArrayList<>();
            parse(file, new GraphByGraph(change -> {
                batch.add(change);
                if (batch.size() == BATCH) {
                    store.apply(0, batch);
                    batch.clear();
                }
            }));
            store.apply(1, batch);
        }
    }

    private static void throughLoader(Path database, Path file) {
        database.toFile().mkdirs();
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
        DataLoader loader = LoaderFactory.phasedLoader(dataset, (format, arguments) -> {});
        loader.startBulk();
        loader.load(file.toString());
        loader.finishBulk();
        TDBInternal.expel(dataset);
    }

    private static void parse(Path file, StreamRDF to) {
        RDFParser.source(file).lang(Lang.NQUADS).parse(to);
    }

    /** Hands on one graph after another: the quads of each follow one another in the file. */
    private static final class GraphByGraph extends StreamRDFBase {
        private final Consumer<Change> to;
        private String name = "";
        private Graph graph = GraphFactory.createDefaultGraph();

        GraphByGraph(Consumer<Change> to) {
            this.to = to;
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.getGraph().getURI().equals(name)) {
                finish();
                name = quad.getGraph().getURI();
                graph = GraphFactory.createDefaultGraph();
            }
            graph.add(quad.asTriple());
        }

        @Override
        public void finish() {
            if (!graph.isEmpty()) {
                to.accept(new Change.Put(name, graph));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
