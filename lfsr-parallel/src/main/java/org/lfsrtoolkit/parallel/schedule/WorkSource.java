package org.lfsrtoolkit.parallel.schedule;

/**
 * Where the workers of one run get their batches from: one implementation for each strategy.
 *
 * <p>Threads: shared by all workers of the run.
 */
interface WorkSource {

    /**
     * Finds the next batch of that worker and hands it over by {@link RunWorker#assign}.
     *
     * @return false when the worker is to leave: nothing is left to take, or the run has stopped
     */
    boolean next(RunWorker worker);

    /** Whether a helper may start after the others, or leave before all items are taken. */
    boolean isElastic();

    /** Items that no worker has taken yet; a snapshot. */
    long itemsLeft();

    /** Wakes every worker that waits in {@link #next}. */
    default void wakeAll() {}
}
