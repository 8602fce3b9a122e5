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
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Tests candidates for being the least state of their cycle, in windows that grow with the index, until no state is
 * missing.
 *
 * <p>Where the kernel cuts the candidates into units of similar cost ({@link WalkKernel#candidateUnits}), these are dealt
 * out as soon as they are shared: with w workers, worker i's contiguous part of the items is the units i, i + w, i + 2w, …
 * of those left in the window. So all go from low to high together, find the leaders, which lie low, early, and end together; and few windows are needed, since
 * what is ahead of the last leader is only tested within one. Other kernels get windows of indexes.
 *
 * <p>Where a list is wanted, the cycles of a window are passed on while the next is tested, see {@link CycleDelivery}.
 * Cycles come out in ascending order; counts do not depend on who tested what. Not thread-safe; one for each mapping.
 */
final class CandidateSearch {

    /** Units of the first window are one part in so many, and each window is so many times as large as the one before. */
    private static final int FIRST_WINDOW = 16;

    private static final int GROWTH = 4;
    private static final int LEAST_WINDOW = 1024;
    /** Most items that a scheduler takes. */
    private static final long MOST_ITEMS = 1L << 62;

    /** No candidate is left to test, or no state is missing. */
    static final long ALL = -1;

    private final MappingOptions options;
    private final MappingPlan plan;
    private final Scheduler scheduler;
    private final CycleTally tally;
    private final long periodicStates;
    private final @Nullable CycleDelivery delivery;
    private final @Nullable CheckpointKeeper keeper;
    private final Checkpoints checkpoints;
    private final RunControl control;
    private SchedulerMetrics metrics;
    private @Nullable Window latest;
    private @Nullable Window reusable;

    /** What is found in one window. */
    /** Name under which progress is reported. */
    static final String PHASE = "testing candidates";

    private record Window(CandidateScan scan, FoundRuns runs) {}

    /** Makes checkpoints. */
    @FunctionalInterface
    interface Checkpoints {
        /** The checkpoint that says that all candidates before a position have been tested. */
        MapCheckpoint at(long position);
    }

    /**
     * @param tally what was found before; the cycles found are added
     * @param delivery passes the cycles on; null if only the structure is wanted
     * @param keeper of checkpoints, null for none
     */
    CandidateSearch(
            MappingOptions options,
            MappingPlan plan,
            Scheduler scheduler,
            CycleTally tally,
            long periodicStates,
            @Nullable CycleDelivery delivery,
            @Nullable CheckpointKeeper keeper,
            Checkpoints checkpoints,
            RunControl control) {
        this.options = options;
        this.plan = plan;
        this.scheduler = scheduler;
        this.tally = tally;
        this.periodicStates = periodicStates;
        this.delivery = delivery;
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
     * @return the first candidate not tested if it was given up, {@link #ALL} otherwise
     */
    long search(WalkKernel kernel, long start, long budget) {
        if (start > kernel.lastIndex() || missing() == 0) {
            return ALL;
        }
        CandidateUnits units = kernel.candidateUnits(start, plan.candidateUnits());
        long reached = ALL;
        if (units == null || delivery != null && units.largest() > plan.listedWindow()) {
            // Units that large may hold more cycles than there is memory for.
            reached = searchIndexes(kernel, start, budget);
        } else {
            searchUnits(kernel, units);
        }
        if (delivery != null) {
            delivery.tellAll();
        }
        return reached;
    }

    /** States on cycles not yet found; exact once the cycle of state 0 is known, which has an anchor. */
    private long missing() {
        return periodicStates - tally.states();
    }

    private void searchUnits(WalkKernel kernel, CandidateUnits units) {
        int count = units.count();
        int widest =
                delivery == null ? count : (int) Math.max(1, Math.min(count, plan.listedWindow() / units.largest()));
        int width = Math.min(widest, Math.max(1, count / FIRST_WINDOW));
        int from = 0;
        double unitNanos = 0;
        while (from < count && missing() > 0) {
            int low = from;
            int to = from + Math.min(width, count - from);
            Window window = nextWindow(Long.MAX_VALUE);
            RunControl reporting = PermutationMapper.reportingWhole(control, 1, low, to, count);
            double busyBefore = metrics.busyNanos();
            RangeTask test = new UnitTask(kernel, units, window.scan(), low, to);
            long nanos = run(units.first(from), window, to - low, reporting, unitNanos, test);
            deliver(window);
            unitNanos = (metrics.busyNanos() - busyBefore) / (to - low);
            from = to;
            width = (int) Math.min(widest, (long) width * GROWTH);
            width = (int) afterWindow(units.last(to - 1), kernel.lastIndex(), to - low, width, nanos);
        }
        if (from < count) {
            // Nothing is missing any more: the others need not be tested.
            control.report(PHASE, count, count);
        }
    }

    /** The candidates of a window of units; in ascending order while one worker is alone, dealt out from then on. */
    private final class UnitTask implements RangeTask {

        private final WalkKernel kernel;
        private final CandidateUnits units;
        private final CandidateScan scan;
        private final int low;
        private final int count;
        /** Items from here on are dealt out. */
        private int dealtFrom;

        private DealtOrder order;

        UnitTask(WalkKernel kernel, CandidateUnits units, CandidateScan scan, int low, int to) {
            this.kernel = kernel;
            this.units = units;
            this.scan = scan;
            this.low = low;
            this.count = to - low;
            this.order = new DealtOrder(count, 1);
        }

        @Override
        public void shared(long from, int parts) {
            // Cycles that are listed come out in the order of the items; these windows are short in any case.
            if (delivery == null) {
                dealtFrom = (int) from;
                order = new DealtOrder(count - dealtFrom, parts);
            }
        }

        @Override
        public boolean dealsOut() {
            return delivery == null;
        }

        @Override
        public long run(WorkerContext worker, long from, long to) {
            long walked = 0;
            for (long item = from; item < to; item++) {
                int unit = item < dealtFrom ? low + (int) item : low + dealtFrom + order.unit((int) item - dealtFrom);
                walked += kernel.walkCandidates(scan, units.first(unit), units.last(unit), worker);
            }
            return walked;
        }
    }

    private long searchIndexes(WalkKernel kernel, long start, long budget) {
        long all = kernel.lastIndex();
        long from = start;
        double stateNanos = 0;
        long stepsLeft = budget;
        long most = delivery == null ? MOST_ITEMS : plan.listedWindow();
        long widest = most;
        while (missing() > 0) {
            long low = from;
            long width = Math.min(Math.max(from, LEAST_WINDOW), widest);
            long last = low + (Math.min(width - 1, all - low));
            Window window = nextWindow(stepsLeft);
            CandidateScan scan = window.scan();
            double busyBefore = metrics.busyNanos();
            long nanos = run(
                    low,
                    window,
                    last - low + 1,
                    PermutationMapper.reportingWhole(control, 1, low, last, all),
                    stateNanos,
                    (worker, first, end) -> kernel.walkCandidates(scan, low + first, low + (end - 1), worker));
            if (scan.isOverBudget() && scan.missing() > 0) {
                return low;
            }
            deliver(window);
            stepsLeft = stepsLeft == Long.MAX_VALUE ? stepsLeft : stepsLeft - scan.steps();
            widest = afterWindow(last, all, width, most, nanos);
            if (last == all) {
                break;
            }
            stateNanos = (metrics.busyNanos() - busyBefore) / (last - low + 1);
            from = last + 1;
        }
        if (from <= all) {
            control.report(PHASE, all, all);
        }
        return ALL;
    }

    /** An empty window, in the memory of the one before the last, whose cycles have been passed on. */
    private Window nextWindow(long budget) {
        Window old = reusable;
        reusable = latest;
        CycleBuffer[] buffers;
        FoundRuns runs;
        if (old == null) {
            int workers = options.scheduler().workers();
            buffers = CandidateScan.newBuffers(workers, delivery != null);
            runs = delivery == null ? new FoundRuns(workers, null) : delivery.newRuns(workers);
        } else {
            buffers = old.scan().buffers();
            runs = old.runs();
            for (CycleBuffer buffer : buffers) {
                buffer.clear();
            }
            runs.clear();
        }
        latest = new Window(new CandidateScan(buffers, missing(), budget, null), runs);
        return latest;
    }

    /** Runs the items of a window, which are expected to cost that much; returns the nanoseconds it took. */
    private long run(long position, Window window, long items, RunControl reporting, double itemNanos, RangeTask test) {
        long begin = System.nanoTime();
        try {
            control.check();
            RangeTask task = new RangeTask() {
                @Override
                public long run(WorkerContext worker, long first, long end) {
                    if (worker.index() == 0 && delivery != null) {
                        delivery.tellSome();
                    }
                    return window.scan().isOver() ? 0 : tested(window, test, worker, first, end);
                }

                @Override
                public void shared(long first, int parts) {
                    test.shared(first, parts);
                }

                @Override
                public boolean dealsOut() {
                    return test.dealsOut();
                }
            };
            metrics = metrics.plus(scheduler.run(0, items, task, reporting, itemNanos));
        } catch (CancellationException | LimitExceededException stopped) {
            if (keeper != null) {
                keeper.write(checkpoints.at(position));
            }
            throw stopped;
        }
        return System.nanoTime() - begin;
    }

    private static long tested(Window window, RangeTask test, WorkerContext worker, long first, long end) {
        CandidateScan scan = window.scan();
        CycleBuffer buffer = scan.buffer(worker);
        long before = buffer.states();
        int start = buffer.pairs().size();
        long walked = test.run(worker, first, end);
        window.runs().add(worker.index(), first, buffer.pairs(), start);
        scan.account(buffer.states() - before, walked);
        return walked;
    }

    /** Writes a checkpoint if it is time to and there are more candidates; returns the width of the next window. */
    private long afterWindow(long last, long all, long width, long wished, long nanos) {
        if (keeper == null || last == all) {
            return wished;
        }
        keeper.maybeWrite(() -> checkpoints.at(last + 1));
        return Math.min(wished, keeper.nextStep(width, nanos));
    }

    private void deliver(Window window) {
        for (CycleBuffer buffer : window.scan().buffers()) {
            tally.addAll(buffer.counts());
        }
        if (delivery != null) {
            delivery.enqueue(window.runs());
        }
    }
}
