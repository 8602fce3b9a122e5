package org.lfsrtoolkit.parallel.kernel;

/**
 * Where the walk from each anchor goes: the anchors are the indexes low..bound−1; a walk ends at the first index below
 * bound.
 *
 * <p>Entries of a walk that ended below low say {@link #LEFT}: its cycle has a smaller state, and is known already.
 * Memory: 12 bytes an anchor.
 *
 * <p>Threads: each slot is written by the worker that walks from its anchor, and read after all have finished.
 */
public final class SegmentTable {

    /** Next slot of a walk that ended below the anchors. */
    public static final int LEFT = -1;

    /** Most anchors of one table. */
    public static final long MAX_ANCHORS = 1L << 30;

    private final long low;
    private final long bound;
    private final int[] next;
    private final long[] distance;

    /**
     * @param low first anchor
     * @param bound one past the last anchor; 1 ≤ bound − low ≤ {@link #MAX_ANCHORS}
     */
    public SegmentTable(long low, long bound) {
        if (low < 0 || bound <= low || bound - low > MAX_ANCHORS) {
            throw new IllegalArgumentException("anchors " + low + ".." + (bound - 1) + ", expected 1.." + MAX_ANCHORS);
        }
        this.low = low;
        this.bound = bound;
        int count = (int) (bound - low);
        this.next = new int[count];
        this.distance = new long[count];
    }

    /** Bytes of a table with that many anchors. */
    public static long bytesFor(long anchors) {
        return 12 * anchors + 64;
    }

    /** First anchor. */
    public long low() {
        return low;
    }

    /** One past the last anchor. */
    public long bound() {
        return bound;
    }

    /** Number of anchors. */
    public int count() {
        return next.length;
    }

    /** Notes that the walk from {@code anchor} first came below the bound at {@code end}, after {@code steps} ≥ 1. */
    public void put(long anchor, long end, long steps) {
        assert low <= anchor && anchor < bound : "anchor = " + anchor;
        assert 0 <= end && end < bound : "end = " + end;
        int slot = (int) (anchor - low);
        next[slot] = end < low ? LEFT : (int) (end - low);
        distance[slot] = steps;
    }

    /** Notes that nothing is to be learnt from {@code anchor}: it is on no cycle. */
    public void leave(long anchor) {
        next[(int) (anchor - low)] = LEFT;
    }

    /** The slots of the next anchors, by slot; not a copy. */
    public int[] next() {
        return next;
    }

    /** The steps to the next anchor, by slot; not a copy. */
    public long[] distance() {
        return distance;
    }
}
