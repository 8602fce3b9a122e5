package org.lfsrtoolkit.parallel.schedule;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Runs every item of a range exactly once, on one or several threads. Made by {@link Schedulers#create}.
 *
 * <p>Threads: a scheduler holds options only; any number of threads may call it at once, also from inside a task.
 */
public interface Scheduler {

    /**
     * Runs {@code task} over all items, and returns when the last one is finished.
     *
     * <p>The calling thread takes part as worker 0. Progress is reported in items.
     *
     * @param from first item
     * @param to one past the last item; 0 ≤ to − from ≤ 2^62
     * @throws java.util.concurrent.CancellationException if {@code control} was cancelled
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if its time budget ran out
     * @throws RuntimeException or Error: the first that a batch threw; then the other workers have stopped, too
     */
    default SchedulerMetrics run(long from, long to, RangeTask task, RunControl control) {
        return run(from, to, task, control, 0);
    }

    /**
     * The same for a job that resembles one that was measured before: if the expectation says that it is worth sharing, it
     * is shared at once, and not only after the first batches have been timed. A wrong expectation costs time, nothing
     * else.
     *
     * @param expectedItemNanos what an item is expected to cost; 0 if that is not known
     * @throws IllegalArgumentException if {@code expectedItemNanos} is negative or not finite
     */
    SchedulerMetrics run(long from, long to, RangeTask task, RunControl control, double expectedItemNanos);
}
