package org.lfsrtoolkit.parallel.schedule;

/**
 * The work behind a range of items; the scheduler cuts the range into batches and runs each exactly once.
 *
 * <p>Threads: called concurrently for disjoint ranges, each call on one thread from start to end; all that calls have
 * written is visible to the caller of {@link Scheduler#run} when that returns. A task does not block. One that can need
 * more than a few milliseconds for a single item calls {@link WorkerContext#checkCancelled()} meanwhile.
 */
@FunctionalInterface
public interface RangeTask {

    /**
     * Runs the items {@code from} (inclusive) to {@code to} (exclusive); never an empty range.
     *
     * @param worker who runs the batch; valid during this call only
     * @return states walked, for the metrics; any other unit of work does if used throughout
     */
    long run(WorkerContext worker, long from, long to);

    /**
     * Told by the calling thread, once at most, when it begins to share the items with other workers: before that it runs
     * them in ascending order, and none of the others is run before this returns.
     *
     * @param from first item that is shared
     * @param parts how many ranges, as equal as can be, the items from there on are (or soon will be) divided into, each
     *     run from its front
     */
    default void shared(long from, int parts) {}

    /**
     * Whether the items that {@link #shared} tells of are dealt out from then on: of {@code parts} parts, the i-th begins
     * with what would have been item from + i, goes on with from + i + parts, and so on. For simulations.
     */
    default boolean dealsOut() {
        return false;
    }
}
