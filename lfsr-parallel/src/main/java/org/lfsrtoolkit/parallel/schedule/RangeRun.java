package org.lfsrtoolkit.parallel.schedule;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * One call of {@link Scheduler#run}: its workers, how they come and go, its failure and its progress.
 *
 * <p>The caller begins alone and measures. A job that turns out to be worth it gets helpers, at most as many as
 * {@link WorkerPermits} grants; of an elastic source, helpers may come later, when processors get free, and leave when
 * other runs need them. Each helper has a slot in a {@link HelperTree}; a permit belongs to the slot, and who revokes the
 * slot gives it back, or who leaves it.
 */
final class RangeRun {

    /** Time measured alone before helpers are considered. */
    static final long PROBE_NANOS = 50_000;

    /**
     * Least estimated rest that is worth a helper. Less was seen to be slower shared than alone: threads wake late, and in
     * small batches kernels do not reach their speed.
     */
    static final long WORTH_SHARING_NANOS = 1_000_000;

    /**
     * The same where a thread is waiting for work, so that a helper begins at once.
     */
    static final long WORTH_SHARING_AT_ONCE_NANOS = 150_000;

    private static final HelperTree NO_HELPERS = new HelperTree(0);
    private static final long END_SPIN_NANOS = 100_000;
    private static final long GATE_PARK_NANOS = 20_000;
    /** About what it takes a thread to start; then whoever spun goes on at once, and nobody is ahead of the others. */
    private static final long GATE_SPIN_NANOS = 160_000;
    /** Longest wait for the third worker and those after it; two are always waited for. */
    static final long GATE_NANOS = 10_000_000;

    private static final long REPORT_NANOS = 20_000_000;

    private final SchedulerOptions options;
    private final WorkerPermits permits;
    private final RangeTask task;
    private final RunControl control;
    private final long from;
    private final long to;
    private final long startNanos = System.nanoTime();

    private final int mostWorkers;
    private final RunWorker first;

    // What a run needs once it is shared; most runs are small and never are.

    private @Nullable RunWorker[] workers = {};
    private HelperTree helperTree = NO_HELPERS;
    /** Finished items, by worker. */
    private @Nullable PaddedLongs done;
    /** Finished items before the run was shared. */
    private long doneAlone;
    /** Slots 0..slotsUsed − 1 have had a worker; written by the caller only. */
    private int slotsUsed = 1;

    private final Thread caller = Thread.currentThread();
    private volatile boolean callerWaits;

    /** Threads are made although there may be no processors for them. */
    private final boolean ownThreads;

    private boolean countedHere;
    private @Nullable WorkSource source;
    /** Helpers may come and go. */
    private boolean elastic;

    private volatile boolean stopped;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Nobody takes a second batch before {@link #enoughStarters} workers have had one. */
    private volatile boolean gated;

    /** As many as can run at the same time, at least two. */
    private final int enoughStarters;

    private final AtomicInteger starters = new AtomicInteger();

    private final AtomicBoolean reporting = new AtomicBoolean();
    private volatile long nextReportNanos = startNanos + REPORT_NANOS;

    /** What an item is expected to cost; 0 if that is not known. */
    private final double expectedItemNanos;

    RangeRun(
            SchedulerOptions options,
            WorkerPermits permits,
            long from,
            long to,
            RangeTask task,
            RunControl control,
            double expectedItemNanos) {
        this.options = options;
        this.permits = permits;
        this.task = task;
        this.control = control;
        this.from = from;
        this.to = to;
        int most = options.strategy() == Strategy.SEQUENTIAL ? 1 : (int) Math.min(options.workers(), to - from);
        mostWorkers = Math.max(1, most);
        enoughStarters = Math.max(2, Math.min(mostWorkers, permits.processors()));
        ownThreads = options.forceParallel() || (options.workers() > permits.processors() && !permits.isCounted());
        this.expectedItemNanos = expectedItemNanos;
        first = newWorker(0, new BatchSizer(options.batchSize(), options.targetBatchNanos(), expectedItemNanos));
    }

    private RunWorker newWorker(int index, BatchSizer sizer) {
        TimelineRecorder recorder = options.recordTimeline()
                ? new TimelineRecorder(index, options.timelineCap() / mostWorkers, startNanos)
                : null;
        return new RunWorker(this, index, task, sizer, recorder);
    }

    // ---- the caller ------------------------------------------------------------------------------------------------

    SchedulerMetrics execute() {
        try {
            control.check();
            first.startClock(startNanos);
            int helpers = 0;
            long cursor = from;
            if (mostWorkers > 1 && options.forceParallel()) {
                helpers = grant();
            } else {
                if (mostWorkers > 1 && isExpectedToBeWorthSharing()) {
                    helpers = grant();
                }
                while (cursor < to && helpers == 0) {
                    long end = cursor + batchAlone(to - cursor);
                    first.execute(cursor, end);
                    cursor = end;
                    control.check();
                    if (mostWorkers > 1 && isWorthSharing(cursor)) {
                        helpers = grant();
                    }
                }
            }
            if (cursor < to) {
                share(cursor, helpers);
            }
        } catch (Throwable thrown) {
            fail(thrown);
        } finally {
            if (slotsUsed > 1) {
                helperTree.close();
            }
            for (int slot = 1; slot < slotsUsed; slot++) {
                revoke(slot);
            }
            awaitHelpers();
            if (countedHere) {
                permits.leave();
            }
            first.restoreInterrupt();
        }
        rethrowFailure();
        SchedulerMetrics metrics = metrics();
        long finished = finished();
        if (finished != to - from) {
            throw new IllegalStateException(
                    "items run = " + finished + ", expected " + (to - from) + ": the scheduler lost work");
        }
        control.report(options.phase(), finished, finished);
        return metrics;
    }

    private long batchAlone(long left) {
        return mostWorkers == 1 || expectedItemNanos > 0
                ? first.sizer().next(left)
                : first.sizer().nextAlone(left, first.lastItems(), first.lastBatchNanos());
    }

    private long finished() {
        PaddedLongs cells = done;
        return cells == null ? doneAlone : doneAlone + cells.sum();
    }

    private boolean isWorthSharing(long cursor) {
        double probed = expectedItemNanos > 0 ? PROBE_NANOS : first.busyNanos();
        return isWorthSharing(to - cursor, probed, first.nanosPerItem(), WorkerThreads.SHARED.isReady());
    }

    private boolean isExpectedToBeWorthSharing() {
        return isWorthSharing(to - from, PROBE_NANOS, expectedItemNanos, WorkerThreads.SHARED.isReady());
    }

    /**
     * Whether a caller that has been busy for that long, and has that many items left, is to get helpers.
     *
     * @param ready whether a helper would begin at once
     */
    static boolean isWorthSharing(long left, double busyNanos, double nanosPerItem, boolean ready) {
        return left > 1
                && busyNanos >= PROBE_NANOS
                && left * nanosPerItem >= (ready ? WORTH_SHARING_AT_ONCE_NANOS : WORTH_SHARING_NANOS);
    }

    /** Permits for helpers: as many as wanted for threads of its own, otherwise as there are processors free. */
    private int grant() {
        countedHere |= permits.enter();
        int wanted = mostWorkers - 1;
        if (ownThreads) {
            permits.force(wanted);
            return wanted;
        }
        return permits.acquire(wanted);
    }

    /** Runs the items from {@code cursor} on with that many helpers, for which permits were taken. */
    private void share(long cursor, int helpers) {
        int ready = 0;
        workers = new RunWorker[mostWorkers];
        workers[0] = first;
        helperTree = new HelperTree(mostWorkers);
        done = new PaddedLongs(mostWorkers);
        try {
            WorkSource work = newSource(cursor, helpers + 1);
            source = work;
            elastic = work.isElastic() && !ownThreads;
            gated = options.forceParallel();
            while (ready < helpers) {
                makeReady(ready + 1);
                ready++;
            }
            task.shared(cursor, partsOf(helpers + 1));
            helperTree.plant(helpers);
            helperTree.startBelow(0, this::startThread);
            first.work(work);
        } finally {
            permits.release(helpers - ready);
        }
    }

    /** Ranges that the strategy makes of the items for so many workers, at once or by the first thefts. */
    private int partsOf(int sharers) {
        return switch (options.strategy()) {
            case STATIC, HYBRID, WORK_STEALING -> sharers;
            case SHARED_QUEUE, SEQUENTIAL -> 1;
        };
    }

    private WorkSource newSource(long cursor, int parts) {
        UnitRange range = UnitRange.of(cursor, to);
        return switch (options.strategy()) {
            case STATIC -> new StaticSource(this, range, parts);
            case SHARED_QUEUE -> new SharedQueueSource(this, cursor, to, parts);
            case WORK_STEALING -> new StealingSource(this, range, mostWorkers, 1, false);
            case HYBRID -> new StealingSource(this, range, mostWorkers, parts, true);
            case SEQUENTIAL -> throw new IllegalStateException("a sequential run is never shared");
        };
    }

    /** Gives a free slot, for which a permit was taken, a worker that a thread may take up. Called by the caller only. */
    private void makeReady(int slot) {
        if (workers[slot] == null) {
            workers[slot] = newWorker(slot, first.sizer().copy());
            slotsUsed = Math.max(slotsUsed, slot + 1);
        }
        helperTree.makeReady(slot);
    }

    /** Starts a thread for a slot; if there is none to be had, the slot is revoked, and the answer is false. */
    private boolean startThread(int slot) {
        if (WorkerThreads.SHARED.start(() -> help(slot))) {
            return true;
        }
        revoke(slot);
        gated = false;
        return false;
    }

    /** Called by the caller between its batches: takes on one more helper if a processor has become free. */
    void recruit(double nanosPerItem) {
        WorkSource work = source;
        if (!elastic || work == null || !permits.available()) {
            return;
        }
        for (int slot = 1; slot < mostWorkers; slot++) {
            if (helperTree.isFree(slot)) {
                if (work.itemsLeft() * nanosPerItem >= WORTH_SHARING_NANOS && permits.acquire(1) == 1) {
                    makeReady(slot);
                    startThread(slot);
                }
                return;
            }
        }
    }

    /** Makes sure that no helper begins in that slot any more, and gives its permit back; false if one is at work. */
    boolean revoke(int slot) {
        if (helperTree.revoke(slot)) {
            permits.release(1);
            return true;
        }
        return helperTree.isFree(slot);
    }

    private void awaitHelpers() {
        boolean spins = mostWorkers <= permits.processors();
        long begin = System.nanoTime();
        int step = 0;
        boolean paused = false;
        for (int slot = 1; slot < slotsUsed; slot++) {
            while (helperTree.isRunning(slot)) {
                if (spins && System.nanoTime() - begin < END_SPIN_NANOS) {
                    Spinning.pause(step++);
                    continue;
                }
                if (!paused) {
                    permits.pause();
                    paused = true;
                    callerWaits = true;
                }
                int waitedFor = slot;
                first.parkWhile(() -> helperTree.isRunning(waitedFor), this);
            }
        }
        if (paused) {
            permits.resume();
        }
    }

    private void rethrowFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new UndeclaredThrowableException(thrown);
        }
    }

    private SchedulerMetrics metrics() {
        if (source == null) {
            long elapsedNanos = first.lastNanos() - startNanos;
            TimelineRecorder recorder = first.timeline();
            Timeline timeline = recorder == null ? Timeline.EMPTY : TimelineRecorder.merge(List.of(recorder), job());
            return new SchedulerMetrics(
                    options.strategy(), elapsedNanos, List.of(first.metrics(elapsedNanos)), timeline);
        }
        long elapsedNanos = System.nanoTime() - startNanos;
        List<WorkerMetrics> all = new ArrayList<>(slotsUsed);
        List<TimelineRecorder> recorders = new ArrayList<>();
        for (RunWorker worker : workers) {
            if (worker != null) {
                all.add(worker.metrics(elapsedNanos));
                if (worker.timeline() != null) {
                    recorders.add(worker.timeline());
                }
            }
        }
        Timeline timeline = recorders.isEmpty() ? Timeline.EMPTY : TimelineRecorder.merge(recorders, job());
        return new SchedulerMetrics(options.strategy(), elapsedNanos, all, timeline);
    }

    private Timeline.Job job() {
        return new Timeline.Job(expectedItemNanos, task.dealsOut());
    }

    // ---- helpers ---------------------------------------------------------------------------------------------------

    /** What a helper's thread does. */
    private void help(int slot) {
        RunWorker worker = workers[slot];
        WorkSource work = source;
        helperTree.startBelow(slot, this::startThread);
        if (worker == null || work == null || !helperTree.enter(slot)) {
            return;
        }
        permits.helperBegins();
        boolean released = false;
        try {
            released = worker.work(work);
        } catch (Throwable thrown) {
            fail(thrown);
        } finally {
            permits.helperEnds(released);
            helperTree.leave(slot);
            if (callerWaits) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Whether the helper that asks is to leave, because more threads are at work than there are processors. */
    boolean retires() {
        return elastic && permits.releaseIfCrowded();
    }

    // ---- all workers -----------------------------------------------------------------------------------------------

    SchedulerOptions options() {
        return options;
    }

    WorkerPermits permits() {
        return permits;
    }

    RunControl control() {
        return control;
    }

    boolean isGated() {
        return gated;
    }

    void countStarter() {
        starters.incrementAndGet();
    }

    /** In a gated run, waits until enough workers have taken a batch, or at least two and it has waited long enough. */
    void awaitStarters(RunWorker worker) {
        if (!gated) {
            return;
        }
        long begin = System.nanoTime();
        long spinNanos = mostWorkers <= permits.processors() ? GATE_SPIN_NANOS : 0;
        while (gated && starters.get() < enoughStarters && !stopped) {
            long waited = System.nanoTime() - begin;
            if (starters.get() >= 2 && waited >= GATE_NANOS) {
                gated = false;
            } else if (waited < spinNanos / 2) {
                Thread.onSpinWait();
            } else if (waited < spinNanos) {
                // A helper may have been put on this very processor.
                Thread.yield();
            } else {
                control.check();
                worker.parkShortly(GATE_PARK_NANOS);
            }
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Returns if the run may go on. */
    void checkStopped() {
        if (stopped) {
            throw new RunWorker.StoppedByOther();
        }
        control.check();
    }

    private void fail(Throwable thrown) {
        if (failure.compareAndSet(null, thrown)) {
            stopped = true;
            WorkSource work = source;
            if (work != null) {
                work.wakeAll();
            }
            return;
        }
        Throwable cause = failure.get();
        boolean repeats = thrown instanceof CancellationException || thrown instanceof LimitExceededException;
        if (cause != null && cause != thrown && !repeats) {
            cause.addSuppressed(thrown);
        }
    }

    /** Counts finished items, and reports now and then. */
    void batchDone(int worker, long items, long nowNanos) {
        PaddedLongs cells = done;
        if (cells == null) {
            doneAlone += items;
        } else {
            cells.addOwn(worker, items);
        }
        if (nowNanos - nextReportNanos >= 0 && control.hasListener() && reporting.compareAndSet(false, true)) {
            try {
                // Within the flag, so that reports never go back: cells only grow.
                control.report(options.phase(), finished(), to - from);
                nextReportNanos = System.nanoTime() + REPORT_NANOS;
            } finally {
                reporting.set(false);
            }
        }
    }
}
