package org.lfsrtoolkit.parallel.schedule;

/**
 * What a {@link RangeTask} may know about and tell to the worker that runs it.
 *
 * <p>Threads: used only by the thread that runs the batch; the counters are plain and cost next to nothing.
 */
public interface WorkerContext {

    /**
     * Number of the worker, from 0 (the caller of {@link Scheduler#run}) to workers − 1. No two batches run at the
     * same time with the same number, so that scratch space can be kept in an array, one entry a worker.
     */
    int index();

    /**
     * Returns if the batch may go on; to be called every few milliseconds within long batches. The exception it throws
     * is to be let through.
     *
     * @throws java.util.concurrent.CancellationException if the run was cancelled or another worker failed
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if the time budget is used up
     */
    void checkCancelled();

    /** Counts states that were walked although another walk covered them. */
    void addWalkedTwice(long states);

    /** Counts claims of cycles that were won. */
    void addClaims(long claims);

    /** Counts claims of cycles that another worker had won before. */
    void addLostClaims(long claims);
}
