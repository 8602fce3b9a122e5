package org.lfsrtoolkit.parallel.statespace;

import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;

/**
 * How many anchors a permutation is cut at, and what that takes; decided before anything is allocated.
 *
 * @param anchors bound of the first round
 * @param refinedAnchors bound of a second round, for maps whose cycles are short; 0 for none
 * @param candidateBudget steps after which the candidates go to the bitmap; {@code Long.MAX_VALUE} for never
 * @param listedWindow most candidates tested before the cycles among them are passed on, where a list is wanted
 * @param candidateUnits most units that the candidates are cut into, where the kernel does so
 * @param bytes of all tables, the bitmap included if there may be one
 */
record MappingPlan(
        long anchors, long refinedAnchors, long candidateBudget, long listedWindow, int candidateUnits, long bytes) {

    private static final long MOST_ANCHORS = 1L << 24;
    /** Segments of more states than that, about a second each, are avoided even if it takes more anchors. */
    private static final long LONGEST_SEGMENT = 1L << 33;

    /** Steps a state that candidates may cost before a bitmap is cheaper. */
    private static final long BUDGET_FACTOR = 24;

    /** Anchors a worker, at least, where threads are used however small the map is: enough to share out. */
    private static final long FORCED_ANCHORS = 64;

    private static final long LEAST_BYTES = 1L << 16;
    private static final long LARGEST_WINDOW = 1L << 20;
    private static final long MOST_UNITS = 1L << 16;
    private static final long LEAST_UNITS = 16;
    private static final long STATES_PER_UNIT = 1L << 8;

    /**
     * The plan for a kernel.
     *
     * @param guessBytes what guessing cycles takes besides
     * @throws LimitExceededException if the allowance is below the least that any map needs
     */
    static MappingPlan of(WalkKernel kernel, MappingOptions options, long guessBytes) {
        long kernelBytes = kernel.tableBytes(options.scheduler().workers());
        if (options.memoryBytes() < LEAST_BYTES + kernelBytes) {
            throw PermutationMapper.tooLarge(
                    LEAST_BYTES + kernelBytes,
                    options.memoryBytes(),
                    "the smallest tables of this map with "
                            + options.scheduler().workers() + " workers",
                    LEAST_BYTES + kernelBytes + " would do");
        }
        long allowed = options.memoryBytes() - kernelBytes;
        // One less than 2^63 does for 2^63 here.
        long size = Math.max(kernel.lastIndex(), kernel.lastIndex() + 1);
        long cycleBytes = options.cycleSink() == null ? 0 : CycleDelivery.bytesFor(options.cycleSink());
        long window = Math.max(64, Math.min(LARGEST_WINDOW, allowed / 8 / Math.max(1, cycleBytes)));
        long affordable = anchorsFor(allowed / 2);
        long wish = Math.max(1, size / kernel.preferredSegment());
        if (options.scheduler().forceParallel()) {
            wish = Math.max(wish, FORCED_ANCHORS * options.scheduler().workers());
        }
        long most = Math.max(MOST_ANCHORS, size / LONGEST_SEGMENT);
        long anchors = kernel.boundAtMost(Math.min(Math.min(wish, affordable), most));
        if (options.anchorSymbols() > 0) {
            long hinted = size;
            for (int i = 0; i < options.anchorSymbols() && hinted > 1; i++) {
                hinted = kernel.boundAtMost(hinted - 1);
            }
            anchors = kernel.boundAtMost(Math.min(hinted, affordable));
        }
        long refined = 0;
        if (kernel.refinedSegment() > 0) {
            long bound = kernel.boundAtMost(Math.min(
                    Math.min(Math.max(1, size / kernel.refinedSegment()), affordable), MOST_ANCHORS * 4));
            refined = bound >= 4 * anchors ? bound : 0;
        }
        long bytes = tables(Math.max(anchors, refined)) + Math.min(window, size) * cycleBytes;
        int units = (int) Math.max(LEAST_UNITS, Math.min(Math.min(MOST_UNITS, allowed / 64), size / STATES_PER_UNIT));
        bytes += (kernel.skipsCandidates() ? 8L * units : 0) + guessBytes + kernelBytes;
        long bitmapBytes = size > VisitedBitmap.MAX_STATES
                ? Long.MAX_VALUE
                : VisitedBitmap.bytesFor(size) + AffineStateMap.MOST_TABLE_BYTES;
        boolean bitmap = !kernel.skipsCandidates() && bitmapBytes <= options.memoryBytes() - bytes;
        long budget = !bitmap
                ? Long.MAX_VALUE
                : size > Long.MAX_VALUE / BUDGET_FACTOR ? Long.MAX_VALUE : size * BUDGET_FACTOR;
        return new MappingPlan(anchors, refined, budget, window, units, bytes + (bitmap ? bitmapBytes : 0));
    }

    boolean bitmapFallback() {
        return candidateBudget != Long.MAX_VALUE;
    }

    private static long tables(long anchors) {
        return SegmentTable.bytesFor(anchors) + SegmentContraction.bytesFor(anchors);
    }

    private static long anchorsFor(long bytes) {
        long anchors = Math.min(SegmentTable.MAX_ANCHORS, Math.max(1, bytes / 20));
        while (anchors > 1 && tables(anchors) > bytes) {
            anchors -= Math.max(1, anchors / 16);
        }
        return anchors;
    }
}
