package org.lfsrtoolkit.parallel.kernel;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * What the workers share while candidates are tested: the states still missing, the step budget, the buffers and, on
 * the general path, the marks.
 *
 * <p>A mark says "not the least state of its cycle": a walk marks the states it passes, which are all above the one it
 * started from. A lost mark costs a walk that is dropped, never an error.
 */
public final class CandidateScan {

    private final CycleBuffer[] buffers;
    private final AtomicLong missing;
    private final LongAdder steps = new LongAdder();
    private final long stepBudget;
    private final @Nullable VisitedBitmap marks;

    /**
     * @param workers number of workers
     * @param listed whether the cycles themselves are wanted, not only their counts
     * @param missing states on cycles not yet found
     * @param stepBudget steps after which the scan is given up
     * @param marks null for none
     */
    public CandidateScan(int workers, boolean listed, long missing, long stepBudget, @Nullable VisitedBitmap marks) {
        this(newBuffers(workers, listed), missing, stepBudget, marks);
    }

    /**
     * @param buffers one for each worker, cleared; not copied
     * @param missing states on cycles not yet found
     * @param stepBudget steps after which the scan is given up
     * @param marks null for none
     */
    public CandidateScan(CycleBuffer[] buffers, long missing, long stepBudget, @Nullable VisitedBitmap marks) {
        this.buffers = buffers;
        this.missing = new AtomicLong(missing);
        this.stepBudget = stepBudget;
        this.marks = marks;
    }

    /** Empty buffers, one for each worker. */
    public static CycleBuffer[] newBuffers(int workers, boolean listed) {
        CycleBuffer[] buffers = new CycleBuffer[workers];
        Arrays.setAll(buffers, i -> new CycleBuffer(listed));
        return buffers;
    }

    /** The buffer that only this worker writes during a run. */
    public CycleBuffer buffer(WorkerContext worker) {
        return buffers[worker.index()];
    }

    /** All buffers, by worker. */
    public CycleBuffer[] buffers() {
        return buffers;
    }

    /** The marks, null if there are none. */
    public @Nullable VisitedBitmap marks() {
        return marks;
    }

    /** Takes states found off those missing, and adds steps to those made. */
    public void account(long found, long stepsMade) {
        if (found != 0) {
            missing.addAndGet(-found);
        }
        steps.add(stepsMade);
    }

    /** States on cycles not yet found; below zero only if the map is no permutation. */
    public long missing() {
        return missing.get();
    }

    /** Steps made so far. */
    public long steps() {
        return steps.sum();
    }

    /** Whether there is nothing left to do: all found, or the budget used up. */
    public boolean isOver() {
        return missing.get() <= 0 || isOverBudget();
    }

    /** Whether the step budget is used up. */
    public boolean isOverBudget() {
        return stepBudget != Long.MAX_VALUE && steps.sum() > stepBudget;
    }
}
