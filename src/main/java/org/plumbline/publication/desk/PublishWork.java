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
import org.plumbline.account.NotAllowed;
import org.plumbline.publication.dataset.PublicDataset;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.web.Text;

/**
 * Publishes in the background, one round at a time: a district takes seconds, which no page should wait for. A power cut meanwhile
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

        /** A round is being published. */
        record Running(LocalDate on) implements State {}

        /** The last attempt published nothing; the message says why. */
        record Failed(String why) implements State {}
    }

    State state() {
        return state.get();
    }

    /** Begins to publish; false when something is being published already. */
    boolean begin(LocalDate on, Text round, Actor by) {
        State now = state.get();
        if (now instanceof State.Running || !state.compareAndSet(now, new State.Running(on))) {
            return false;
        }
        worker.execute(() -> run(on, round, by));
        return true;
    }

    @ActivateRequestContext
    void run(LocalDate on, Text round, Actor by) {
        try {
            Publication made = publisher.publish(on, round, clock, by);
            LOG.infof("Publication %d of %s is public", made.id(), on);
            state.set(new State.Idle());
            dataset.renew();
        } catch (Publisher.NothingToPublish | NotAllowed e) {
            state.set(new State.Failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A round could not be published", e);
            state.set(new State.Failed("Something failed on our side; nothing was published. The log has more."));
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
