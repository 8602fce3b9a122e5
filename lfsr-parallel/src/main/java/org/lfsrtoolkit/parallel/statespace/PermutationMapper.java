package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
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

    private final WalkKernel kernel;
    private final long periodicStates;
    private final MappingOptions options;
    private final Scheduler segmentScheduler;
    private final Scheduler contractionScheduler;
    private final Scheduler candidateScheduler;
    private final RunControl control;
    private final @Nullable CycleSink sink;
    private final @Nullable CheckpointKeeper keeper;
    private final CycleTally tally = new CycleTally();
    /** Representative, length, … of the cycles that the rounds of segments found, kept for checkpoints of a list. */
    private final LongArrayList roundCycles = new LongArrayList();

    private MappingPlan plan = new MappingPlan(1, 0, Long.MAX_VALUE, 1, 1, 0);
    private SchedulerMetrics metrics;

    /**
     * @param periodicStates number of states on cycles: the kernel's size, or less if it leaves states out
     * @param sink null if only the structure is wanted
     * @param keeper of checkpoints, null for none
     */
    PermutationMapper(
            WalkKernel kernel,
            long periodicStates,
            MappingOptions options,
            @Nullable CycleSink sink,
            @Nullable CheckpointKeeper keeper,
            RunControl control) {
        this.kernel = kernel;
        this.periodicStates = periodicStates;
        this.options = options;
        this.sink = sink;
        this.keeper = keeper;
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
     * @param wished anchors and budget; a checkpoint that is continued keeps its own anchors
     * @param fallback makes the kernel for the rest, with a bitmap, when the candidates cost too much; null for never
     * @param guess cycles with representatives from a bound on, ascending, that may be all that is missing; null for none
     */
    void map(
            MappingPlan wished,
            @Nullable Function<VisitedBitmap, WalkKernel> fallback,
            @Nullable LongFunction<@Nullable LongArrayList> guess) {
        MapCheckpoint resumed = keeper == null ? null : keeper.load(options.resume(), wished, kernel.size());
        plan = resumed == null ? wished : resumed.plan();
        int round = resumed == null ? 0 : resumed.round();
        if (resumed != null) {
            resume(resumed);
        }
        if (round == 0) {
            walkRound(0, 0, plan.anchors(), resumed);
        }
        long known = round < MapCheckpoint.CANDIDATES || resumed == null ? plan.anchors() : resumed.position();
        if (missing() > 0 && known == plan.anchors() && guess != null) {
            tryGuess(guess.apply(known));
        }
        if (missing() > 0 && known == plan.anchors() && plan.refinedAnchors() > known) {
            walkRound(1, known, plan.refinedAnchors(), round == 1 ? resumed : null);
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
        if (keeper != null) {
            keeper.write(checkpoint(
                    sink == null ? MapCheckpoint.COMPLETE : MapCheckpoint.CANDIDATES,
                    sink == null ? kernel.size() : known,
                    null));
        }
    }

    /** Takes the cycles guessed if they are all that is missing. */
    private void tryGuess(@Nullable LongArrayList cycles) {
        long states = 0;
        for (int i = 1; cycles != null && i < cycles.size(); i += 2) {
            states += cycles.getLong(i);
        }
        if (cycles == null || states != missing()) {
            return;
        }
        for (int i = 0; i < cycles.size(); i += 2) {
            tally.add(cycles.getLong(i + 1), 1);
            if (sink != null) {
                sink.accept(cycles.getLong(i), cycles.getLong(i + 1));
            }
        }
    }

    private void resume(MapCheckpoint resumed) {
        tally.addAll(resumed.counts());
        roundCycles.addAll(resumed.cycles());
        if (sink != null) {
            for (int i = 0; i < roundCycles.size(); i += 2) {
                sink.accept(roundCycles.getLong(i), roundCycles.getLong(i + 1));
            }
        }
    }

    private MapCheckpoint checkpoint(int round, long position, @Nullable SegmentTable table) {
        return new MapCheckpoint(
                plan,
                round,
                position,
                sink == null || table != null ? tally.counts() : roundCounts(),
                roundCycles,
                table);
    }

    /** With a list, candidates are tested again from the start, so only the cycles of the rounds count. */
    private Long2LongOpenHashMap roundCounts() {
        Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
        for (int i = 0; i < roundCycles.size(); i += 2) {
            counts.addTo(roundCycles.getLong(i + 1), 1);
        }
        return counts;
    }

    /** Finds all cycles whose least state is one of low..bound−1. */
    private void walkRound(int round, long low, long bound, @Nullable MapCheckpoint resumed) {
        SegmentTable saved = resumed == null ? null : resumed.table();
        SegmentTable table = saved == null ? new SegmentTable(low, bound) : saved;
        walkAnchors(round, table, saved == null || resumed == null ? low : resumed.position());
        SegmentContraction.Contracted cycles = SegmentContraction.contract(
                table,
                contractionScheduler,
                control,
                SchedulerMetrics.none(options.scheduler().strategy()));
        metrics = metrics.plus(cycles.metrics());
        long[] lengths = cycles.cycleLength();
        for (int slot = 0; slot < lengths.length; slot++) {
            if (lengths[slot] != 0) {
                tally.add(lengths[slot], 1);
                if (sink != null) {
                    sink.accept(low + slot, lengths[slot]);
                    if (keeper != null) {
                        roundCycles.add(low + slot);
                        roundCycles.add(lengths[slot]);
                    }
                }
            }
        }
        if (keeper != null) {
            keeper.maybeWrite(() -> checkpoint(MapCheckpoint.CANDIDATES, bound, null));
        }
    }

    /** Fills a table from an anchor on: at once, or block by block with checkpoints between. */
    private void walkAnchors(int round, SegmentTable table, long start) {
        long bound = table.bound();
        long from = start;
        long block = keeper == null ? bound : 16L * options.scheduler().workers();
        while (from < bound) {
            long to = Math.min(bound, from + block);
            long begin = System.nanoTime();
            try {
                metrics = metrics.plus(segmentScheduler.run(
                        from, to, (worker, low, high) -> kernel.walkSegments(table, low, high, worker), control));
            } catch (CancellationException | LimitExceededException stopped) {
                if (keeper != null) {
                    keeper.write(checkpoint(round, from, table));
                }
                throw stopped;
            }
            if (keeper != null) {
                long position = to;
                keeper.maybeWrite(() -> checkpoint(round, position, table));
                block = keeper.nextStep(block, System.nanoTime() - begin);
            }
            from = to;
        }
    }

    private long missing() {
        return periodicStates - tally.states();
    }

    /** Tests candidates from an index on; returns the index before which all cycles are known. */
    private long testCandidates(WalkKernel walker, long start, long budget) {
        CandidateSearch search = new CandidateSearch(
                options,
                plan,
                candidateScheduler,
                tally,
                periodicStates,
                sink,
                keeper,
                position -> checkpoint(MapCheckpoint.CANDIDATES, position, null),
                control);
        long reached = search.search(walker, start, budget);
        metrics = metrics.plus(search.metrics());
        return reached;
    }

    /**
     * The refusal of tables that do not fit.
     *
     * @param what would be mapped
     * @param fits what would fit, in words
     */
    static LimitExceededException tooLarge(long needed, long allowed, String what, String fits) {
        return new LimitExceededException(
                LimitExceededException.Limit.MEMORY,
                "memory needed = " + (needed == Long.MAX_VALUE ? "more than 2^38" : needed) + " bytes for " + what
                        + ", expected at most the allowance of " + allowed + " bytes; " + fits);
    }
}
