package org.lfsrtoolkit.parallel.statespace;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
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

    /** Most anchors handed out together. */
    private static final long MOST_GROUPED = 64;

    private static final long LEAST_GROUPS = 4;

    /** States that all workers together walk in a fraction of a second. */
    private static final long LONG_BLOCK = 1L << 32;
    /** States that the fastest kernel walks in a second, about. */
    private static final double FASTEST_STATES = 2e10;

    private final WalkKernel kernel;
    private final long periodicStates;
    private final MappingOptions options;
    private final Scheduler segmentScheduler;
    private final Scheduler contractionScheduler;
    private final Scheduler candidateScheduler;
    private final RunControl control;
    /** What the caller gave. */
    private final @Nullable CycleSink sink;

    private final @Nullable CycleDelivery delivery;

    private @Nullable CycleJournal journal;
    private final @Nullable CheckpointKeeper keeper;
    private final CycleTally tally = new CycleTally();

    private MappingPlan plan = new MappingPlan(1, 0, Long.MAX_VALUE, 1, 1, 0);
    private SchedulerMetrics metrics;

    /**
     * @param periodicStates number of states on cycles, unsigned: all of the kernel's, or less if it leaves states out
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
        this.delivery = sink == null ? null : new CycleDelivery(sink);
        this.keeper = keeper;
        this.control = control;
        this.segmentScheduler = Schedulers.create(options.scheduler().withPhase("walking segments"));
        this.contractionScheduler = Schedulers.create(options.scheduler().withPhase("joining segments"));
        this.candidateScheduler = Schedulers.create(options.scheduler().withPhase(CandidateSearch.PHASE));
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
     * @param resumed the checkpoint to go on from; null for none
     * @param fallback makes the kernel for the rest, with a bitmap, when the candidates cost too much; null for never
     * @param guess cycles with representatives from a bound on, ascending, that may be all that is missing; null for none
     */
    void map(
            MappingPlan wished,
            @Nullable MapCheckpoint resumed,
            @Nullable Function<VisitedBitmap, WalkKernel> fallback,
            @Nullable CycleGuess guess) {
        try {
            plan = resumed == null ? wished : resumed.plan();
            if (keeper != null && sink != null && delivery != null) {
                journal = CycleJournal.open(
                        keeper.journalFile(), resumed == null ? CycleJournal.Mark.EMPTY : resumed.journal(), sink);
                delivery.noteIn(journal);
            }
            if (resumed != null) {
                tally.addAll(resumed.counts());
            }
            search(resumed, fallback, guess);
            if (keeper != null) {
                keeper.write(checkpoint(MapCheckpoint.COMPLETE, kernel.lastIndex(), null));
            }
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    private void search(
            @Nullable MapCheckpoint resumed,
            @Nullable Function<VisitedBitmap, WalkKernel> fallback,
            @Nullable CycleGuess guess) {
        int round = resumed == null ? 0 : resumed.round();
        if (round == 0) {
            walkRound(0, 0, plan.anchors(), resumed);
        }
        long known = round < MapCheckpoint.CANDIDATES || resumed == null ? plan.anchors() : resumed.position();
        if (missing() > 0 && known == plan.anchors() && guess != null) {
            tryGuess(guess, known);
        }
        if (missing() > 0 && known == plan.anchors() && plan.refinedAnchors() > known) {
            walkRound(1, known, plan.refinedAnchors(), round == 1 ? resumed : null);
            known = plan.refinedAnchors();
        }
        long reached = testCandidates(kernel, known, plan.candidateBudget());
        if (reached != CandidateSearch.ALL && missing() > 0 && fallback != null) {
            testCandidates(fallback.apply(new VisitedBitmap(kernel.lastIndex() + 1)), reached, Long.MAX_VALUE);
        }
        if (missing() != 0) {
            throw new IllegalArgumentException("cycles of " + Long.toUnsignedString(tally.states())
                    + " states were found among " + Long.toUnsignedString(periodicStates)
                    + ": the map is not the permutation it says it is");
        }
    }

    /** Takes the cycles guessed if they are all that is missing; they are made twice where they are listed. */
    private void tryGuess(CycleGuess guess, long bound) {
        if (guess.mostStates() < missing()) {
            return;
        }
        CycleTally guessed = new CycleTally();
        guess.tell(bound, (representative, length) -> guessed.add(length, 1));
        if (guessed.states() == missing()) {
            tally.addAll(guessed.counts());
            if (delivery != null) {
                guess.tell(bound, delivery::tell);
            }
        }
    }

    private MapCheckpoint checkpoint(int round, long position, @Nullable SegmentTable table) {
        if (delivery != null) {
            // The counts hold the cycles that still wait, so the journal has to as well.
            delivery.tellAll();
        }
        return new MapCheckpoint(
                plan,
                round,
                position,
                tally.counts(),
                journal == null ? CycleJournal.Mark.EMPTY : journal.mark(),
                table);
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
                if (delivery != null) {
                    delivery.tell(low + slot, lengths[slot]);
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
        long block = keeper == null ? bound : firstBlock(bound);
        while (from < bound) {
            long to = Math.min(bound, from + block);
            long begin = System.nanoTime();
            try {
                metrics = metrics.plus(walkBlock(table, from, to, start));
            } catch (CancellationException | LimitExceededException stopped) {
                if (keeper != null) {
                    keeper.write(checkpoint(round, from, table));
                }
                throw stopped;
            }
            if (keeper != null) {
                long position = to;
                keeper.maybeWrite(() -> checkpoint(round, position, table));
                block = Math.min(keeper.nextStep(block, System.nanoTime() - begin), longestBlock(bound));
            }
            from = to;
        }
    }

    /**
     * Walks the anchors from..to−1, handed out in groups from the last to the first: a kernel interleaves walkers, so
     * that a batch of a few anchors costs as much as one of many; and the walks from low anchors can be much shorter than
     * others, which would mislead who judges by the first whether the job is worth sharing.
     */
    private SchedulerMetrics walkBlock(SegmentTable table, long from, long to, long start) {
        SchedulerOptions scheduling = options.scheduler();
        long group = scheduling.forceParallel() || scheduling.batchSize() > 0
                ? 1
                : Math.max(1, Math.min(MOST_GROUPED, (to - from) / (LEAST_GROUPS * scheduling.workers())));
        long groups = (to - from + group - 1) / group;
        double states = (double) kernel.lastIndex() / table.bound() * (to - from);
        return segmentScheduler.run(
                0,
                groups,
                (worker, first, end) -> kernel.walkSegments(
                        table, from + (groups - end) * group, Math.min(to, from + (groups - first) * group), worker),
                reportingWhole(control, group, from - table.low(), to - table.low(), table.count()),
                states * kernel.expectedStateNanos() / groups);
    }

    /**
     * Most anchors of a block: even the fastest walks of as many ordinary segments take about half the time between two
     * checkpoints, however short the walks were that came before.
     */
    private long longestBlock(long bound) {
        double seconds = Math.max(0.001, options.checkpointInterval().toNanos() * 0.5e-9);
        double states = seconds * FASTEST_STATES * options.scheduler().workers();
        return Math.max(options.scheduler().workers(), (long) (states / Math.max(1, kernel.lastIndex() / bound)));
    }

    /** Anchors of the first block between two checkpoints: a few a worker, one if their walks are long. */
    private long firstBlock(long bound) {
        long segment = kernel.lastIndex() / bound;
        return options.scheduler().workers() * Math.max(1, Math.min(16, LONG_BLOCK / Math.max(1, segment)));
    }

    /**
     * The control of a part of a phase, whose progress is told as progress of the whole.
     *
     * @param group items of the whole for each item of the part
     * @param before items of the whole done before
     * @param after items of the whole done when the part is
     * @param all items of the whole
     */
    static RunControl reportingWhole(RunControl control, long group, long before, long after, long all) {
        return control.hasListener()
                ? control.withListener((phase, done, total) ->
                        control.report(phase, done >= (after - before) / group ? after : before + done * group, all))
                : control;
    }

    /** States on cycles not yet found; below zero if there are too many. Exact once the cycle of state 0 is known. */
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
                delivery,
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
