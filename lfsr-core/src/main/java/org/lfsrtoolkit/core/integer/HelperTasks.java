package org.lfsrtoolkit.core.integer;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the same work in the calling thread and, if threads of the common pool are free, in helpers beside it.
 *
 * <p>The caller never waits for a helper to <em>start</em>, so calls from inside any pool cannot deadlock: with no free
 * thread the caller does everything. It does wait for helpers that have started to see the stop signal.
 */
public final class HelperTasks {

    /** Work that is shared through the state it captures; looks at the stop signal every few milliseconds. */
    @FunctionalInterface
    public interface Work {
        void run(BooleanSupplier stop);
    }

    private HelperTasks() {}

    /**
     * Runs {@code work} until every copy has returned. The first failure in any copy stops the others and is thrown.
     *
     * @param parallel whether helpers are wanted
     */
    public static void run(boolean parallel, Work work) {
        int helpers = parallel
                ? Math.min(
                        ForkJoinPool.getCommonPoolParallelism(),
                        Runtime.getRuntime().availableProcessors() - 1)
                : 0;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AtomicInteger running = new AtomicInteger();
        // Set when the caller's copy has returned: helpers that start later do nothing.
        AtomicBoolean over = new AtomicBoolean();
        BooleanSupplier stop = () -> failure.get() != null;
        Thread caller = Thread.currentThread();
        for (int i = 0; i < helpers; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                running.incrementAndGet();
                try {
                    if (!over.get()) {
                        work.run(stop);
                    }
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    running.decrementAndGet();
                    java.util.concurrent.locks.LockSupport.unpark(caller);
                }
            });
        }
        try {
            work.run(stop);
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        }
        over.set(true);
        while (running.get() > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(HelperTasks.class, 1_000_000);
        }
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
