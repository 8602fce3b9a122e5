package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads are at work in all runs of the process together, and whether one more would find a processor.
 *
 * <p>Counted are the callers of runs that have proved to be more than small, and their helpers. A helper is granted
 * while the count is below the number of processors, so that nested and concurrent runs share the processors instead
 * of multiplying threads; nobody ever waits for a permit. A thread is counted once however deeply runs are nested in
 * it, and not while it waits for its helpers.
 *
 * <p>Threads: one atomic counter, touched when runs and helpers start and end, never in between except to read.
 */
final class WorkerPermits {

    /** The permits of this process. */
    static final WorkerPermits SHARED = new WorkerPermits(Runtime.getRuntime().availableProcessors());

    private final int processors;
    private final AtomicInteger active = new AtomicInteger();
    private final ThreadLocal<Boolean> counted = new ThreadLocal<>();

    WorkerPermits(int processors) {
        this.processors = processors;
    }

    int processors() {
        return processors;
    }

    /** Threads at work now. */
    int active() {
        return active.get();
    }

    /** Whether the calling thread is at work in a run already. */
    boolean isCounted() {
        return counted.get() != null;
    }

    /** Counts the calling thread; false if it was counted already, and then {@link #leave} is not to be called. */
    boolean enter() {
        if (isCounted()) {
            return false;
        }
        counted.set(Boolean.TRUE);
        active.incrementAndGet();
        return true;
    }

    void leave() {
        counted.remove();
        active.decrementAndGet();
    }

    /** Whether a helper would find a processor. */
    boolean available() {
        return active.get() < processors;
    }

    /** Takes up to {@code wanted} permits, as many as there are processors free. */
    int acquire(int wanted) {
        for (; ; ) {
            int now = active.get();
            int granted = Math.min(wanted, processors - now);
            if (granted <= 0) {
                return 0;
            }
            if (active.compareAndSet(now, now + granted)) {
                return granted;
            }
        }
    }

    /** Takes permits whether or not there are processors for them. */
    void force(int wanted) {
        active.addAndGet(wanted);
    }

    /** A helper, granted by {@link #acquire} or {@link #force}, begins on the calling thread. */
    void helperBegins() {
        counted.set(Boolean.TRUE);
    }

    /** A helper ends, and gives its permit back unless {@link #releaseIfCrowded} did so. */
    void helperEnds(boolean released) {
        counted.remove();
        if (!released) {
            active.decrementAndGet();
        }
    }

    /** Permits that were taken but not used are given back. */
    void release(int unused) {
        active.addAndGet(-unused);
    }

    /** Gives one permit back if more threads are at work than there are processors. */
    boolean releaseIfCrowded() {
        for (; ; ) {
            int now = active.get();
            if (now <= processors) {
                return false;
            }
            if (active.compareAndSet(now, now - 1)) {
                return true;
            }
        }
    }

    /** The calling thread, if counted, waits for others and leaves its processor to somebody else. */
    void pause() {
        if (isCounted()) {
            active.decrementAndGet();
        }
    }

    /** The calling thread, if counted, goes on. */
    void resume() {
        if (isCounted()) {
            active.incrementAndGet();
        }
    }
}
