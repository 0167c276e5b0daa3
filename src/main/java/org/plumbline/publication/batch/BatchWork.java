package org.plumbline.publication.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.plumbline.ledger.Alone;
import org.plumbline.publication.batch.Batch.State;
import org.plumbline.publication.batch.BatchTable.Paper;
import org.plumbline.publication.page.SitePapers;
import org.plumbline.publication.page.SitePapers.Printed;
import org.plumbline.rdf.Canonical;
import org.plumbline.report.Print;

/**
 * Prints batches in the background, one after another and one paper at a time, so that readers of pages keep a core. Each paper is kept as
 * soon as it is printed: after a stop or a power cut the batch goes on with the next.
 */
@ApplicationScoped
public class BatchWork {
    private static final Logger LOG = Logger.getLogger(BatchWork.class);
    private static final int PAGE = 50;

    /** Printing ends with an error when its thread is stopped: that says nothing of the paper. */
    private volatile boolean stopping;

    private final BatchTable table;
    private final SitePapers papers;
    private final Alone alone;
    private final BatchConfig config;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("papers").unstarted(task));

    BatchWork(BatchTable table, SitePapers papers, Alone alone, BatchConfig config, Clock clock) {
        this.table = table;
        this.papers = papers;
        this.alone = alone;
        this.config = config;
        this.clock = clock;
    }

    /** Takes up what a stop left, now and every minute: also what another server on the same database left when it was killed. */
    public void begin() {
        worker.scheduleWithFixedDelay(this::all, 0, 1, TimeUnit.MINUTES);
    }

    /** Prints what waits, as soon as the batch before it is done. */
    void wake() {
        worker.execute(this::all);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdownNow();
    }

    @ActivateRequestContext
    void all() {
        try {
            table.drop(clock.instant().minus(config.keep()));
            for (Batch batch : table.running()) {
                alone.run("papers " + batch.id(), () -> print(batch));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("Papers in bulk stopped; they are taken up again in a minute, or at the next start", e);
        }
    }

    private void print(Batch batch) {
        String last = "";
        for (List<String> next = table.missing(batch, last, PAGE);
                !next.isEmpty();
                next = table.missing(batch, last, PAGE)) {
            for (String site : next) {
                if (!table.runs(batch.id())) {
                    return;
                }
                Paper paper = paper(batch, site);
                if (stopping || !table.keep(batch.id(), paper)) {
                    return;
                }
            }
            last = next.getLast();
        }
        table.move(batch.id(), State.RUNNING, State.DONE, clock.instant());
    }

    /**
     * A paper that cannot be printed does not keep the others back: it is noted as such, and the index says so. When the database cannot be
     * asked, that ends the run, which is taken up again.
     */
    private Paper paper(Batch batch, String site) {
        try {
            Printed printed = papers.print(batch.publication(), batch.edition(), site, Print.of(batch.print()));
            return new Paper(
                    site,
                    printed.name(),
                    printed.street(),
                    printed.band(),
                    printed.score(),
                    HexFormat.of().formatHex(Canonical.hash(printed.file())),
                    printed.file());
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The paper of %s could not be printed", site);
            return new Paper(site, "", "", "", "", "", null);
        }
    }
}
