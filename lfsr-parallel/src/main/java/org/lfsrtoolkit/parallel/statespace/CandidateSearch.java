package org.lfsrtoolkit.parallel.statespace;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.CandidateScan;
import org.lfsrtoolkit.parallel.kernel.CandidateUnits;
import org.lfsrtoolkit.parallel.kernel.CycleBuffer;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.schedule.RangeTask;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Tests candidates for being the least state of their cycle, in windows that grow with the index, until no state is
 * missing.
 *
 * <p>Where the kernel cuts the candidates into units of similar cost ({@link WalkKernel#candidateUnits}), these are dealt
 * out: with w workers, worker i's contiguous part of the items is the units i, i + w, i + 2w, … of the window. So all
 * go from low to high together, find the leaders, which lie low, early, and end together; and few windows are needed, since
 * what is ahead of the last leader is only tested within one. Other kernels get windows of indexes.
 *
 * <p>Cycles come out in ascending order; counts do not depend on who tested what. Not thread-safe; one for each mapping.
 */
final class CandidateSearch {

    /** Units of the first window are one part in so many, and each window is so many times as large as the one before. */
    private static final int FIRST_WINDOW = 16;

    private static final int GROWTH = 4;
    private static final int LEAST_WINDOW = 1024;

    private final MappingOptions options;
    private final MappingPlan plan;
    private final Scheduler scheduler;
    private final CycleTally tally;
    private final long periodicStates;
    private final @Nullable CycleSink sink;
    private final @Nullable CheckpointKeeper keeper;
    private final Checkpoints checkpoints;
    private final RunControl control;
    private SchedulerMetrics metrics;

    /** Makes checkpoints. */
    @FunctionalInterface
    interface Checkpoints {
        /** The checkpoint that says that all candidates before a position have been tested. */
        MapCheckpoint at(long position);
    }

    /**
     * @param tally what was found before; the cycles found are added
     * @param sink told the cycles; null if only the structure is wanted
     * @param keeper of checkpoints, null for none
     */
    CandidateSearch(
            MappingOptions options,
            MappingPlan plan,
            Scheduler scheduler,
            CycleTally tally,
            long periodicStates,
            @Nullable CycleSink sink,
            @Nullable CheckpointKeeper keeper,
            Checkpoints checkpoints,
            RunControl control) {
        this.options = options;
        this.plan = plan;
        this.scheduler = scheduler;
        this.tally = tally;
        this.periodicStates = periodicStates;
        this.sink = sink;
        this.keeper = keeper;
        this.checkpoints = checkpoints;
        this.control = control;
        this.metrics = SchedulerMetrics.none(options.scheduler().strategy());
    }

    /** What it cost so far. */
    SchedulerMetrics metrics() {
        return metrics;
    }

    /**
     * Tests the candidates from {@code start} on until no state is missing.
     *
     * @param budget steps after which it is given up
     * @return the index before which all cycles are known
     */
    long search(WalkKernel kernel, long start, long budget) {
        if (start >= kernel.size() || missing() == 0) {
            return start;
        }
        CandidateUnits units = kernel.candidateUnits(start, plan.candidateUnits());
        return units == null ? searchIndexes(kernel, start, budget) : searchUnits(kernel, units);
    }

    private long missing() {
        return periodicStates - tally.states();
    }

    private long searchUnits(WalkKernel kernel, CandidateUnits units) {
        int count = units.count();
        int workers = options.scheduler().strategy() == Strategy.SEQUENTIAL
                ? 1
                : options.scheduler().workers();
        int widest = sink == null ? count : (int) Math.max(1, Math.min(count, plan.listedWindow() / units.largest()));
        int width = Math.min(widest, Math.max(1, count / FIRST_WINDOW));
        int from = 0;
        while (from < count && missing() > 0) {
            int low = from;
            int to = from + Math.min(width, count - from);
            // Cycles that are listed come out in the order of the items; these windows are short in any case.
            DealtOrder order = new DealtOrder(to - low, sink == null ? workers : 1);
            CandidateScan scan = scan(Long.MAX_VALUE);
            FoundRuns runs = new FoundRuns(options.scheduler().workers());
            long nanos = run(units.start(from), scan, runs, 0, to - low, (worker, first, end) -> {
                long walked = 0;
                for (long item = first; item < end; item++) {
                    int unit = low + order.unit((int) item);
                    walked += kernel.walkCandidates(scan, units.start(unit), units.start(unit + 1), worker);
                }
                return walked;
            });
            deliver(scan, runs);
            from = to;
            width = (int) Math.min(widest, (long) width * GROWTH);
            width = (int) afterWindow(units.start(to), to - low, width, nanos);
        }
        return units.start(from);
    }

    private long searchIndexes(WalkKernel kernel, long start, long budget) {
        long size = kernel.size();
        long from = start;
        long stepsLeft = budget;
        long widest = sink == null ? Long.MAX_VALUE : plan.listedWindow();
        while (from < size && missing() > 0) {
            long width = Math.min(Math.max(from, LEAST_WINDOW), widest);
            long to = from > size - width ? size : from + width;
            CandidateScan scan = scan(stepsLeft);
            FoundRuns runs = new FoundRuns(options.scheduler().workers());
            long nanos = run(
                    from,
                    scan,
                    runs,
                    from,
                    to,
                    (worker, first, end) -> kernel.walkCandidates(scan, first, end, worker));
            if (scan.isOverBudget() && scan.missing() > 0) {
                return from;
            }
            deliver(scan, runs);
            stepsLeft = stepsLeft == Long.MAX_VALUE ? stepsLeft : stepsLeft - scan.steps();
            widest = afterWindow(to, width, widest, nanos);
            from = to;
        }
        return from;
    }

    private CandidateScan scan(long budget) {
        return new CandidateScan(options.scheduler().workers(), sink != null, missing(), budget, null);
    }

    /** Runs a window; returns the nanoseconds it took. */
    private long run(long position, CandidateScan scan, FoundRuns runs, long from, long to, RangeTask test) {
        long begin = System.nanoTime();
        try {
            control.check();
            metrics = metrics.plus(scheduler.run(
                    from,
                    to,
                    (worker, first, end) -> scan.isOver() ? 0 : tested(scan, runs, test, worker, first, end),
                    control));
        } catch (CancellationException | LimitExceededException stopped) {
            if (keeper != null) {
                keeper.write(checkpoints.at(position));
            }
            throw stopped;
        }
        return System.nanoTime() - begin;
    }

    private static long tested(
            CandidateScan scan, FoundRuns runs, RangeTask test, WorkerContext worker, long first, long end) {
        CycleBuffer buffer = scan.buffer(worker);
        long before = buffer.states();
        int start = buffer.pairs().size();
        long walked = test.run(worker, first, end);
        runs.add(worker.index(), first, buffer.pairs(), start);
        scan.account(buffer.states() - before, walked);
        return walked;
    }

    /** Writes a checkpoint if it is time to; returns the width of the next window. */
    private long afterWindow(long position, long width, long wished, long nanos) {
        if (keeper == null) {
            return wished;
        }
        keeper.maybeWrite(() -> checkpoints.at(position));
        return Math.min(wished, keeper.nextStep(width, nanos));
    }

    private void deliver(CandidateScan scan, FoundRuns runs) {
        for (CycleBuffer buffer : scan.buffers()) {
            tally.addAll(buffer.counts());
        }
        if (sink != null) {
            runs.tell(sink);
        }
    }
}
