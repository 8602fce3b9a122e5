package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.CandidateScan;
import org.lfsrtoolkit.parallel.kernel.CycleBuffer;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.Schedulers;

/**
 * Finds all cycles of a permutation: first those with an anchor, through segments, then the others, through candidates
 * in index order. Complete, and proved so, when the lengths add up to the number of periodic states.
 *
 * <p>Cycles with an anchor have a least state below the bound, all others one above it; both lists come out ascending,
 * so the whole does. See docs/decisions/0020-segments-and-candidates.md.
 *
 * <p>Not thread-safe; one for each mapping.
 */
final class PermutationMapper {

    /** Largest window of candidates while a list is wanted: bounds the buffers. */
    private static final long LISTED_WINDOW = 1L << 22;

    private final WalkKernel kernel;
    private final long periodicStates;
    private final MappingOptions options;
    private final Scheduler segmentScheduler;
    private final Scheduler contractionScheduler;
    private final Scheduler candidateScheduler;
    private final RunControl control;
    private final @Nullable CycleSink sink;
    private final CycleTally tally = new CycleTally();
    private SchedulerMetrics metrics;

    /**
     * @param periodicStates number of states on cycles: the kernel's size, or less if it leaves states out
     * @param sink null if only the structure is wanted
     */
    PermutationMapper(
            WalkKernel kernel,
            long periodicStates,
            MappingOptions options,
            @Nullable CycleSink sink,
            RunControl control) {
        this.kernel = kernel;
        this.periodicStates = periodicStates;
        this.options = options;
        this.sink = sink;
        this.control = control;
        this.segmentScheduler = Schedulers.create(options.scheduler().withPhase("walking segments"));
        this.contractionScheduler = Schedulers.create(options.scheduler().withPhase("joining segments"));
        this.candidateScheduler = Schedulers.create(options.scheduler().withPhase("testing candidates"));
        this.metrics = SchedulerMetrics.none(options.scheduler().strategy());
    }

    /** The cycles found so far. */
    CycleTally tally() {
        return tally;
    }

    /** What it cost so far. */
    SchedulerMetrics metrics() {
        return metrics;
    }

    /**
     * Maps the space.
     *
     * @param plan anchors and budget
     * @param fallback makes the kernel for the rest, with a bitmap, when the candidates cost too much; null for never
     */
    void map(MappingPlan plan, @Nullable Function<VisitedBitmap, WalkKernel> fallback) {
        walkRound(0, plan.anchors());
        long known = plan.anchors();
        if (missing() > 0 && plan.refinedAnchors() > known) {
            walkRound(known, plan.refinedAnchors());
            known = plan.refinedAnchors();
        }
        long reached = testCandidates(kernel, known, plan.candidateBudget());
        if (reached < kernel.size() && missing() > 0 && fallback != null) {
            testCandidates(fallback.apply(new VisitedBitmap(kernel.size())), reached, Long.MAX_VALUE);
        }
        if (missing() != 0) {
            throw new IllegalArgumentException("cycles of " + tally.states() + " states were found among "
                    + periodicStates + ": the map is not the permutation it says it is");
        }
    }

    /** Finds all cycles whose least state is one of low..bound−1. */
    private void walkRound(long low, long bound) {
        SegmentTable table = new SegmentTable(low, bound);
        metrics = metrics.plus(segmentScheduler.run(
                low, bound, (worker, from, to) -> kernel.walkSegments(table, from, to, worker), control));
        SegmentContraction.Contracted cycles = SegmentContraction.contract(
                table,
                contractionScheduler,
                control,
                SchedulerMetrics.none(options.scheduler().strategy()));
        metrics = metrics.plus(cycles.metrics());
        long[] lengths = cycles.cycleLength();
        for (int slot = 0; slot < lengths.length; slot++) {
            if (lengths[slot] != 0) {
                found(low + slot, lengths[slot]);
            }
        }
    }

    private long missing() {
        return periodicStates - tally.states();
    }

    private void found(long representative, long length) {
        tally.add(length, 1);
        if (sink != null) {
            sink.accept(representative, length);
        }
    }

    /** Tests candidates from an index on; returns the index before which all cycles are known. */
    private long testCandidates(WalkKernel walker, long start, long budget) {
        long size = walker.size();
        long from = start;
        long stepsLeft = budget;
        while (from < size && missing() > 0) {
            control.check();
            long width = Math.max(from, 1024);
            if (sink != null) {
                width = Math.min(width, LISTED_WINDOW);
            }
            long to = from > size - width ? size : from + width;
            CandidateScan scan =
                    new CandidateScan(options.scheduler().workers(), sink != null, missing(), stepsLeft, null);
            metrics = metrics.plus(candidateScheduler.run(
                    from,
                    to,
                    (worker, low, high) -> scan.isOver() ? 0 : walker.walkCandidates(scan, low, high, worker),
                    control));
            if (scan.isOverBudget() && scan.missing() > 0) {
                return from;
            }
            deliver(scan);
            stepsLeft = stepsLeft == Long.MAX_VALUE ? stepsLeft : stepsLeft - scan.steps();
            from = to;
        }
        return from;
    }

    private void deliver(CandidateScan scan) {
        int count = 0;
        for (CycleBuffer buffer : scan.buffers()) {
            tally.addAll(buffer.counts());
            count = Math.addExact(count, buffer.pairs().size() / 2);
        }
        if (sink == null || count == 0) {
            return;
        }
        long[] representatives = new long[count];
        long[] lengths = new long[count];
        int at = 0;
        for (CycleBuffer buffer : scan.buffers()) {
            for (int i = 0; i < buffer.pairs().size(); i += 2) {
                representatives[at] = buffer.pairs().getLong(i);
                lengths[at++] = buffer.pairs().getLong(i + 1);
            }
        }
        LongArrays.radixSort(representatives, lengths);
        for (int i = 0; i < count; i++) {
            sink.accept(representatives[i], lengths[i]);
        }
    }

    /** The message for a table that does not fit. */
    static LimitExceededException tooLarge(long needed, long allowed, String what) {
        return new LimitExceededException(
                LimitExceededException.Limit.MEMORY,
                "memory needed = " + needed + " bytes for " + what + ", expected at most the allowance of " + allowed
                        + " bytes");
    }
}
