package org.plumbline.fact;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Work on one page after another, the next being made ready on a thread of its own while one is worked on. */
final class Ahead {
    private Ahead() {}

    /**
     * Makes each page ready and works on it, in order. At most two are held ready. What either throws ends the work; pages before
     * were worked on then, none after.
     *
     * @param ready is called by another thread
     * @param work is called by the caller's thread, with the page and what was made ready of it
     */
    static <A, B> void each(List<A> pages, Function<A, B> ready, BiConsumer<A, B> work) {
        if (pages.size() < 2) {
            pages.forEach(page -> work.accept(page, ready.apply(page)));
            return;
        }
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().daemon().name("ahead").unstarted(task))) {
            Future<B> next = ahead.submit(() -> ready.apply(pages.getFirst()));
            for (int i = 0; i < pages.size(); i++) {
                B now = got(next);
                if (i + 1 < pages.size()) {
                    A following = pages.get(i + 1);
                    next = ahead.submit(() -> ready.apply(following));
                }
                work.accept(pages.get(i), now);
            }
        }
    }

    private static <B> B got(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a page was being made ready", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
