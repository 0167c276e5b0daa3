package org.plumbline.publication.dataset;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assertor;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.rdf.sparql.SparqlGuard;
import org.plumbline.rdf.store.EmbeddedStore;
import org.plumbline.rdf.store.LinkedStore;
import org.plumbline.rdf.store.LinkedStore.Change;
import org.plumbline.rdf.store.QueryLimits;
import org.plumbline.rdf.store.QueryRunner;
import org.plumbline.rdf.store.RemoteStore;

/**
 * The store of what is public. It holds the graphs of one publication, which its position names; when another one is public,
 * or that one was withdrawn, it is emptied and filled again, and answers nothing meanwhile: nothing withdrawn may be found.
 */
@ApplicationScoped
public class PublicDataset {
    private static final Logger LOG = Logger.getLogger(PublicDataset.class);
    private static final int BATCH = 200;

    private final DatasetConfig config;
    private final Publications publications;
    private final PublishedGraphs graphs;
    private final MonthDumps months;
    private final Iris iris;
    private final ExecutorService renewer = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("linked-data").unstarted(task));
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Open open;
    private volatile Known known = new Known(0, Terms.NONE);

    PublicDataset(
            DatasetConfig config, Publications publications, PublishedGraphs graphs, MonthDumps months, Iris iris) {
        this.months = months;
        this.config = config;
        this.publications = publications;
        this.graphs = graphs;
        this.iris = iris;
    }

    /** The store with what reads a visitor's query and runs it. */
    record Open(LinkedStore store, SparqlGuard guard, QueryRunner runner) {}

    /** The words that the store held at a position. */
    private record Known(long position, Terms terms) {}

    /** The dataset is being filled, or nothing is published: it answers nothing now. */
    public static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReady(String message) {
            super(message);
        }
    }

    /** The dump of what is public; empty when it is not made yet. */
    Optional<Dump> dump() {
        long publication = publication();
        if (publication == 0) {
            return Optional.empty();
        }
        ready();
        try {
            Optional<Dump> found = Dump.find(config.folder(), publication);
            if (found.isEmpty()) {
                renew();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The dump in " + config.folder() + " cannot be read", e);
        }
    }

    /** Nothing erased may be found, so the store is filled again, and its dumps are made again. */
    void erased(@Observes(during = TransactionPhase.AFTER_SUCCESS) Erased erased) {
        // A command beside a server leaves the store to it, which sees the erasure at the next question.
        if (open != null) {
            renew();
        }
    }

    /** The words of the dataset: of the last publication while another is being filled in, prefixes only before the first. */
    Terms terms() {
        Known last = known;
        long wanted = wanted();
        if (wanted != 0 && last.position() != wanted) {
            renew();
        }
        return wanted == 0 ? Terms.NONE : last.terms();
    }

    /** Brings the store up to what is public, in the background. */
    public void renew() {
        if (renewing.compareAndSet(false, true)) {
            renewer.execute(this::renewNow);
        }
    }

    /**
     * The store, for one question: ask once and keep it until the answer.
     *
     * @throws NotReady while it is being filled, or nothing is published
     */
    Open ready() {
        long wanted = wanted();
        if (wanted == 0) {
            throw new NotReady("Nothing is published yet, so that the dataset is empty.");
        }
        Open current = open;
        if (current == null || current.store().position() != wanted) {
            renew();
            throw new NotReady("The dataset is being filled with what was just published. Ask again in a minute.");
        }
        return current;
    }

    private long publication() {
        return publications.latest().map(Publication::id).orElse(0L);
    }

    /** The position of a store that holds what is public; 0: nothing is. */
    private long wanted() {
        return publications
                .latest()
                .map(one -> position(one, publications.erasures(), Assertor.RUNNING))
                .orElse(0L);
    }

    /**
     * A number for a publication, its ledger, what was erased and the version of the program: a store that was filled from another
     * database, or by a version that says other things, holds another.
     */
    static long position(Publication one, long erasures, String program) {
        long ledger = Long.parseLong(one.head().substring(0, 15), 16);
        return Math.max(1, ledger ^ one.id() ^ erasures << 20 ^ Integer.toUnsignedLong(program.hashCode()) << 28);
    }

    private void renewNow() {
        try {
            Open current = open;
            if (current == null) {
                current = open();
                open = current;
            }
            long publication = publication();
            if (publication == 0 && current.store().position() != 0) {
                current.store().clear();
                deleteDumps();
            }
            if (publication != 0 && current.store().position() != wanted()) {
                // Before the store names what it holds: a power cut in between must not leave the old dump beside it.
                deleteDumps();
                fill(current.store());
            }
            long position = current.store().position();
            if (position != 0 && known.position() != position) {
                known = new Known(position, Terms.of(current.store()));
            }
            if (publication != 0 && Dump.find(config.folder(), publication).isEmpty()) {
                dump(current.store(), publication);
            }
            months.renew();
        } catch (IOException | RuntimeException e) {
            LOG.error("The linked data could not be renewed; the next question tries again", e);
        } finally {
            renewing.set(false);
        }
    }

    private Open open() throws IOException {
        Files.createDirectories(config.folder());
        LinkedStore store = config.query().isPresent() && config.update().isPresent()
                ? new RemoteStore(
                        config.query().get(),
                        config.update().get(),
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(10))
                                .build())
                : EmbeddedStore.open(config.folder().resolve("tdb2"));
        return new Open(
                store,
                new SparqlGuard(iris.base(), LinkedStore.METADATA, store::hasGraph),
                new QueryRunner(store, QueryLimits.PUBLIC, config.places()));
    }

    /** A power cut in between leaves the position at 0, and the next start fills it again. */
    private void fill(LinkedStore store) {
        long wanted = wanted();
        store.clear();
        List<Change> batch = new ArrayList<>();
        graphs.each(named -> {
            batch.add(new Change.Put(named.iri(), named.graph()));
            if (batch.size() == BATCH) {
                store.apply(0, batch);
                batch.clear();
            }
        });
        // Published meanwhile? Then this is a mixture, and the next question fills it again.
        store.apply(wanted() == wanted ? wanted : 0, batch);
    }

    private void dump(LinkedStore store, long publication) throws IOException {
        deleteDumps();
        Dump.write(store, config.folder(), publication);
    }

    /** The note beside them too: it would give the checksum of the old one for the new. */
    private void deleteDumps() throws IOException {
        try (Stream<Path> files = Files.list(config.folder())) {
            for (Path old : files.filter(
                            file -> file.getFileName().toString().matches("dump-\\d+\\.nq\\.gz|dump\\.txt"))
                    .toList()) {
                Files.delete(old);
            }
        }
    }

    @PreDestroy
    void close() {
        renewer.shutdownNow();
        Open current = open;
        if (current != null) {
            current.store().close();
        }
    }
}
