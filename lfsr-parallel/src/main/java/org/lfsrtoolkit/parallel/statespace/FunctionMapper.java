package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.Schedulers;

/**
 * The general path: maps any function of the state index.
 *
 * <p>A map that is no bijection is peeled first ({@link FunctionalGraphPeel}); on the rest, or on a bijection, the walks
 * between anchors mark what they pass in a bitmap, and what is left unmarked is tested. Memory: 1 bit a state and the
 * anchors; 4 bytes and 2 bits a state for a map that is no bijection.
 */
public final class FunctionMapper {

    private static final long STATES_PER_ANCHOR = 256;
    private static final long MOST_ANCHORS = 1L << 24;

    private static final long LISTED_WINDOW = 1L << 16;
    private static final long LEAST_WINDOW = 64;

    private FunctionMapper() {}

    /** See {@link org.lfsrtoolkit.parallel.StateSpaceMapper#map(StateMap, MappingOptions, RunControl)}. */
    public static MappingResult map(StateMap map, MappingOptions options, RunControl control) {
        if (map.size() < 1) {
            throw new IllegalArgumentException("size = " + map.size() + ", expected at least 1");
        }
        control.check();
        requireMemory(map, options);
        return map(map, options, CheckpointKeeper.of(map, options), control);
    }

    private static long requireMemory(StateMap map, MappingOptions options) {
        long memory = memoryNeeded(map, options);
        if (memory > options.memoryBytes()) {
            long fits = 0;
            for (long step = FunctionalGraphPeel.MAX_STATES; step > 0; step /= 2) {
                fits += fits + step <= FunctionalGraphPeel.MAX_STATES
                                && memoryNeeded(fits + step, map, options) <= options.memoryBytes()
                        ? step
                        : 0;
            }
            throw PermutationMapper.tooLarge(
                    memory,
                    options.memoryBytes(),
                    map.size() + " states of a general map",
                    (fits == 0 ? "none" : "about " + fits + " states") + " would fit");
        }
        return memory;
    }

    /** Maps with a keeper that tells this map from others; null for no checkpoints. */
    static MappingResult map(
            StateMap map, MappingOptions options, @Nullable CheckpointKeeper keeper, RunControl control) {
        long memory = requireMemory(map, options);
        long size = map.size();
        long anchors = anchors(size);
        MappingPlan plan = new MappingPlan(anchors, 0, Long.MAX_VALUE, window(size, options), 1, memory);
        GeneralCheckpoint resumed =
                keeper == null ? null : keeper.load(options.resume(), in -> GeneralCheckpoint.read(in, map, plan));
        SchedulerMetrics metrics = SchedulerMetrics.none(options.scheduler().strategy());
        VisitedBitmap transients = resumed == null ? null : resumed.transients();
        VisitedBitmap marks = resumed == null ? null : resumed.marks();
        List<BigInteger> levels = List.of(BigInteger.valueOf(size));
        if (resumed != null && marks != null) {
            levels = resumed.levels();
        } else if (!map.isBijection()) {
            FunctionalGraphPeel peel = resumed == null ? null : resumed.peel();
            FunctionalGraphPeel.Peeled peeled = (peel == null ? FunctionalGraphPeel.of(map) : peel)
                    .run(
                            options.scheduler().workers(),
                            Schedulers.create(options.scheduler().withPhase("peeling transient states")),
                            keeper,
                            control);
            metrics = peeled.metrics();
            levels = peeled.levels();
            transients = peeled.transients();
        }
        VisitedBitmap visited = marks == null ? new VisitedBitmap(size) : marks;
        StateMapKernel kernel = new StateMapKernel(map, visited, transients);
        List<BigInteger> known = levels;
        VisitedBitmap outside = transients;
        PermutationMapper mapper = new PermutationMapper(
                kernel,
                levels.get(0).longValueExact(),
                options,
                options.cycleSink(),
                keeper == null
                        ? null
                        : keeper.writingBefore(out -> GeneralCheckpoint.writeBeforeWalks(out, known, outside, visited)),
                control);
        mapper.map(plan, resumed == null ? null : resumed.walks(), null, null);
        return new MappingResult(
                new StateSpaceStructure(mapper.tally().structure(), levels),
                true,
                metrics.plus(mapper.metrics()),
                kernel.name(),
                memory,
                anchors);
    }

    private static long anchors(long size) {
        return Math.max(1, Math.min(size / STATES_PER_ANCHOR, MOST_ANCHORS));
    }

    /** Candidates of a window where a list is wanted. */
    private static long window(long size, MappingOptions options) {
        CycleSink sink = options.cycleSink();
        return sink == null
                ? size
                : Math.max(
                        LEAST_WINDOW,
                        Math.min(LISTED_WINDOW, options.memoryBytes() / 8 / CycleDelivery.bytesFor(sink)));
    }

    /** Bytes of the tables taken. */
    public static long memoryNeeded(StateMap map, MappingOptions options) {
        return memoryNeeded(map.size(), map, options);
    }

    /** Bytes of the tables for a map of that kind with so many states. */
    private static long memoryNeeded(long size, StateMap map, MappingOptions options) {
        if (size > FunctionalGraphPeel.MAX_STATES) {
            return Long.MAX_VALUE;
        }
        long anchors = anchors(size);
        CycleSink sink = options.cycleSink();
        return SegmentTable.bytesFor(anchors)
                + SegmentContraction.bytesFor(anchors)
                + VisitedBitmap.bytesFor(size)
                + (map instanceof AffineStateMap ? AffineStateMap.MOST_TABLE_BYTES : 0)
                + (sink == null ? 0 : CycleDelivery.bytesFor(sink) * Math.min(window(size, options), size))
                + (map.isBijection() ? 0 : FunctionalGraphPeel.bytesFor(size));
    }
}
