package org.lfsrtoolkit.parallel.kernel;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks a permutation of the indexes 0..{@link #lastIndex}. The map must be a permutation; that is <em>not checked</em>, and
 * walks of a map that is none may not end until they are cancelled.
 *
 * <p>Ranges of candidates name their last index, as one past it would be 2^63 for a map of that many states.
 *
 * <p>Threads: immutable; the walking methods are called concurrently for disjoint ranges.
 */
public interface WalkKernel {

    /** The largest index, 0..2^63 − 1: one less than the number of states. */
    long lastIndex();

    /** Bytes of the kernel's own tables, with the copies that so many workers take at the same time. */
    default long tableBytes(int workers) {
        return 0;
    }

    /** The largest number of anchors, 1 or more, that the kernel can do with and that is not above the wish. */
    default long boundAtMost(long wish) {
        return wish > lastIndex() ? Math.max(1, lastIndex() + 1) : Math.max(1, wish);
    }

    /** The mean length of segments, in states, at which the kernel walks best. */
    default long preferredSegment() {
        return 256;
    }

    /** The mean length of segments for a second round, before candidates are tested; 0 for no such round. */
    default long refinedSegment() {
        return 0;
    }

    /**
     * What a state of a long segment costs at least, in nanoseconds, on a processor of 2026; 0 if that is not known. Steers
     * when a map is shared, no more: a tenth of the truth does no harm.
     */
    default double expectedStateNanos() {
        return 0;
    }

    /**
     * Cuts the candidates into units of about the same number of those that are really tested.
     *
     * @param from first candidate, at least 1
     * @param most units at most, at least 1
     * @return null if equal parts of the indexes are such units
     */
    default @Nullable CandidateUnits candidateUnits(long from, int most) {
        return null;
    }

    /** Whether it skips most of the candidates, so that a bitmap would not be cheaper. */
    default boolean skipsCandidates() {
        return false;
    }

    /** What walks, in words. */
    String name();

    /**
     * Walks from each anchor in from..to−1 to the next state below {@code table.bound()} and notes where that is and how
     * far.
     *
     * @return states walked
     */
    long walkSegments(SegmentTable table, long from, long to, WorkerContext worker);

    /**
     * Tests every state in from..last for being the least of its cycle and notes the cycles found in the scan's buffer
     * of this worker. A kernel may skip states that it knows are no least states. The caller tells the scan what was found
     * and walked.
     *
     * @param from at least 1
     * @param last at least {@code from}
     * @return states walked
     */
    long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker);
}
