package org.plumbline.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.QuarkusBindException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts Quarkus, does one piece of work inside it, and stops it again; once in a process. */
public final class Boot implements QuarkusApplication {
    private static final AtomicReference<@Nullable Callable<Integer>> WORK = new AtomicReference<>();
    private static final AtomicReference<@Nullable Throwable> PROBLEM = new AtomicReference<>();
    private static volatile boolean working;

    /**
     * Boots, works, stops.
     *
     * @param work runs when Quarkus is up, with its beans at hand; returns the exit code
     * @return the exit code, when Quarkus has stopped
     * @throws Exception what the work threw, or why Quarkus did not start
     */
    static int run(Callable<Integer> work) throws Exception {
        WORK.set(work);
        AtomicReference<Integer> code = new AtomicReference<>(0);
        Quarkus.run(Boot.class, (exit, problem) -> {
            code.set(exit);
            if (problem != null) {
                PROBLEM.compareAndSet(null, problem);
            }
        });
        switch (PROBLEM.get()) {
            case null -> {
                return code.get();
            }
            case Throwable problem when !working -> throw new CommandFailure(whyNotStarted(problem), problem);
            case Exception exception -> throw exception;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static String whyNotStarted(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof QuarkusBindException taken
                ? "Port " + taken.getPort() + " is taken by another program: choose another with --port."
                : "Plumbline did not start: " + cause.getMessage();
    }

    /** Called by Quarkus once it is up. */
    @Override
    public int run(String... args) {
        working = true;
        Callable<Integer> work = WORK.get();
        try {
            return work == null ? 0 : work.call();
        } catch (Exception e) {
            PROBLEM.set(e);
            return 2;
        }
    }
}
