package org.plumbline.publication.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.plumbline.account.Actor;
import org.plumbline.publication.dataset.PublicDataset;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

/**
 * Publishes in the background, one round at a time: a large district takes minutes, which no page should wait for. A power cut meanwhile
 * publishes nothing, for a publication is one transaction.
 */
@ApplicationScoped
public class PublishWork {
    private static final Logger LOG = Logger.getLogger(PublishWork.class);

    private final Publisher publisher;
    private final PublicDataset dataset;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State.Idle());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("publishing").unstarted(task));

    PublishWork(Publisher publisher, PublicDataset dataset, Clock clock) {
        this.publisher = publisher;
        this.dataset = dataset;
        this.clock = clock;
    }

    /** How far it is. */
    sealed interface State {
        /** Nothing is being published. */
        record Idle() implements State {}

        /** A round is being published: so many sites of so many are assessed; of 0 before the first. */
        record Running(int sites, int of) implements State {}

        /** The last attempt published nothing, and why. */
        record Failed(Text why) implements State {}
    }

    State state() {
        return state.get();
    }

    /** Begins to publish; false when something is being published already. */
    boolean begin(LocalDate on, Text round, Actor by) {
        State now = state.get();
        if (now instanceof State.Running || !state.compareAndSet(now, new State.Running(0, 0))) {
            return false;
        }
        worker.execute(() -> run(on, round, by));
        return true;
    }

    @ActivateRequestContext
    void run(LocalDate on, Text round, Actor by) {
        try {
            Publication made =
                    publisher.publish(on, round, clock, by, (sites, of) -> state.set(new State.Running(sites, of)));
            LOG.infof("Publication %d of %s is public", made.id(), on);
            state.set(new State.Idle());
            dataset.renew();
        } catch (Publisher.NothingToPublish e) {
            state.set(new State.Failed(e.why()));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A round could not be published", e);
            state.set(new State.Failed(new Text(
                    "门户出错，没有公布任何内容。日志里有详情。",
                    "Something failed on our side; nothing was published. The log has more.")));
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
