package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One worker of one run: its loop, its measurements, and what its tasks see of it.
 *
 * <p>Threads: used by one thread at a time. A helper that leaves and one that takes its place later are ordered by the
 * state of their slot in {@link RangeRun}.
 */
final class RunWorker implements WorkerContext {

    private final RangeRun run;
    private final int index;
    private final RangeTask task;
    private final BatchSizer sizer;
    private final @Nullable TimelineRecorder timeline;

    private long from;
    private long to;
    private long randomState;
    private boolean interrupted;

    private long busyNanos;
    private long schedulingNanos;
    private long parkedNanos;
    private long batches;
    private long steals;
    private long failedSteals;
    private long statesWalked;
    private long statesWalkedTwice;
    private long claims;
    private long lostClaims;

    private double nanosPerItem;
    private long lastItems;
    private long lastBatchNanos;
    private long lastNanos;

    RunWorker(RangeRun run, int index, RangeTask task, BatchSizer sizer, @Nullable TimelineRecorder timeline) {
        this.run = run;
        this.index = index;
        this.task = task;
        this.sizer = sizer;
        this.timeline = timeline;
        this.randomState = run.options().seed() + index * 0x9E3779B97F4A7C15L;
    }

    // ---- the loop ------------------------------------------------------------------------------------------------

    /**
     * Takes batches and runs them until there is nothing left to take.
     *
     * @return whether the worker, a helper, left early to make room
     */
    boolean work(WorkSource source) {
        lastNanos = System.nanoTime();
        parkedNanos = 0;
        while (true) {
            if (index == 0) {
                run.recruit(nanosPerItem);
            } else if (run.retires()) {
                // Somebody may have gone to sleep because the units claimed here were not counted yet.
                source.wakeAll();
                return true;
            }
            run.control().check();
            if (batches == 1) {
                run.awaitStarters(this);
            }
            boolean more = source.next(this);
            if (batches == 0 && more) {
                run.countStarter();
            }
            long now = System.nanoTime();
            schedulingNanos += now - lastNanos - parkedNanos;
            parkedNanos = 0;
            lastNanos = now;
            if (!more) {
                return false;
            }
            runAssigned();
        }
    }

    /** Runs the assigned range; in pieces if a unit of the run is larger than a batch. */
    private void runAssigned() {
        long end = to;
        while (from < end) {
            long piece = sizer.next(end - from);
            if (end - from - piece < piece / 2) {
                piece = end - from;
            }
            execute(from, from + piece);
            from += piece;
            if (from < end) {
                run.checkStopped();
            }
        }
    }

    /** Runs one batch on the calling thread. */
    void execute(long first, long end) {
        long start = lastNanos;
        long walked = task.run(this, first, end);
        long now = System.nanoTime();
        long nanos = now - start;
        lastNanos = now;
        busyNanos += nanos;
        batches++;
        statesWalked += walked;
        lastItems = end - first;
        lastBatchNanos = nanos;
        nanosPerItem = (double) nanos / (end - first);
        sizer.ran(end - first, nanos);
        if (timeline != null) {
            timeline.batch(start, now, first, end);
        }
        run.batchDone(index, end - first, now);
    }

    /** Begins to measure time, from then on. */
    void startClock(long nanos) {
        lastNanos = nanos;
    }

    /** When the worker last looked at the clock. */
    long lastNanos() {
        return lastNanos;
    }

    // ---- for the sources of work -----------------------------------------------------------------------------------

    void assign(long first, long end) {
        from = first;
        to = end;
    }

    /** Items to take from a range that has {@code left} ≥ 1 and is shared by {@code sharers} workers. */
    long batchFor(long left, int sharers) {
        long size = sizer.next(left, sharers);
        // In a gated run the first batch leaves something for the others.
        return batches == 0 && run.isGated() ? Math.max(1, Math.min(size, left / 2)) : size;
    }

    void countSteal(long first, long end, int victim) {
        steals++;
        sizer.moved();
        if (timeline != null) {
            timeline.steal(lastNanos, System.nanoTime(), first, end, victim);
        }
    }

    void countFailedSteal() {
        failedSteals++;
    }

    /** A number from 0 to bound − 1. */
    int random(int bound) {
        randomState += 0x9E3779B97F4A7C15L;
        long z = randomState;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(z ^ (z >>> 31), (long) bound);
    }

    /** Parks until the condition is false; an interrupt is kept for later. */
    void parkWhile(BooleanSupplier condition, Object blocker) {
        long start = System.nanoTime();
        while (condition.getAsBoolean()) {
            LockSupport.park(blocker);
            keepInterrupt();
        }
        parkedNanos += System.nanoTime() - start;
    }

    /** Parks for about that long at most; an interrupt is kept for later. */
    void parkShortly(long nanos) {
        long start = System.nanoTime();
        LockSupport.parkNanos(this, nanos);
        keepInterrupt();
        parkedNanos += System.nanoTime() - start;
    }

    private void keepInterrupt() {
        if (Thread.interrupted()) {
            interrupted = true;
        }
    }

    /** Sets the thread's interrupt status again if an interrupt came while it was parked. */
    void restoreInterrupt() {
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    BatchSizer sizer() {
        return sizer;
    }

    long lastItems() {
        return lastItems;
    }

    long lastBatchNanos() {
        return lastBatchNanos;
    }

    double nanosPerItem() {
        return nanosPerItem;
    }

    long busyNanos() {
        return busyNanos;
    }

    @Nullable TimelineRecorder timeline() {
        return timeline;
    }

    WorkerMetrics metrics(long elapsedNanos) {
        return new WorkerMetrics(
                index,
                busyNanos,
                Math.max(0, elapsedNanos - busyNanos - schedulingNanos),
                schedulingNanos,
                batches,
                steals,
                failedSteals,
                statesWalked,
                statesWalkedTwice,
                claims,
                lostClaims);
    }

    // ---- for tasks -------------------------------------------------------------------------------------------------

    @Override
    public int index() {
        return index;
    }

    @Override
    public void checkCancelled() {
        run.checkStopped();
    }

    @Override
    public void addWalkedTwice(long states) {
        statesWalkedTwice += states;
    }

    @Override
    public void addClaims(long won) {
        claims += won;
    }

    @Override
    public void addLostClaims(long lost) {
        lostClaims += lost;
    }

    /** Thrown to end a batch because the run has stopped for another reason; that reason is what the caller sees. */
    static final class StoppedByOther extends CancellationException {
        private static final long serialVersionUID = 1L;

        StoppedByOther() {
            super("the run was stopped by another worker");
        }
    }
}
