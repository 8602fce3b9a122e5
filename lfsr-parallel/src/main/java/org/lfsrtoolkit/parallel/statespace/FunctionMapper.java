package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import java.util.List;
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

    private FunctionMapper() {}

    /** See {@link org.lfsrtoolkit.parallel.StateSpaceMapper#map(StateMap, MappingOptions, RunControl)}. */
    public static MappingResult map(StateMap map, MappingOptions options, RunControl control) {
        long size = map.size();
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + ", expected at least 1");
        }
        control.check();
        long memory = memoryNeeded(map, options);
        if (memory > options.memoryBytes()) {
            throw PermutationMapper.tooLarge(
                    memory,
                    options.memoryBytes(),
                    size + " states of a general map",
                    "about " + options.memoryBytes() / (map.isBijection() ? 1 : 5) * (map.isBijection() ? 4 : 1)
                            + " states would fit");
        }
        long anchors = anchors(size);
        SchedulerMetrics metrics = SchedulerMetrics.none(options.scheduler().strategy());
        VisitedBitmap transients = null;
        List<BigInteger> levels = List.of(BigInteger.valueOf(size));
        if (!map.isBijection()) {
            FunctionalGraphPeel.Peeled peeled = FunctionalGraphPeel.peel(
                    map,
                    options.scheduler().workers(),
                    Schedulers.create(options.scheduler().withPhase("peeling transient states")),
                    control);
            metrics = peeled.metrics();
            levels = peeled.levels();
            transients = peeled.transients();
        }
        StateMapKernel kernel = new StateMapKernel(map, new VisitedBitmap(size), transients);
        PermutationMapper mapper = new PermutationMapper(
                kernel, levels.get(0).longValueExact(), options, options.cycleSink(), null, control);
        mapper.map(new MappingPlan(anchors, 0, Long.MAX_VALUE, LISTED_WINDOW, 1, memory), null, null);
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

    /** Bytes of the tables taken. */
    public static long memoryNeeded(StateMap map, MappingOptions options) {
        long size = map.size();
        if (size > FunctionalGraphPeel.MAX_STATES) {
            return Long.MAX_VALUE;
        }
        long anchors = anchors(size);
        return SegmentTable.bytesFor(anchors)
                + SegmentContraction.bytesFor(anchors)
                + VisitedBitmap.bytesFor(size)
                + (map instanceof AffineStateMap ? AffineStateMap.MOST_TABLE_BYTES : 0)
                + (options.cycleSink() == null ? 0 : 64 * Math.min(LISTED_WINDOW, size))
                + (map.isBijection() ? 0 : FunctionalGraphPeel.bytesFor(size));
    }
}
