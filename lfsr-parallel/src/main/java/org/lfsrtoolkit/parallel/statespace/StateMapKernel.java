package org.lfsrtoolkit.parallel.statespace;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.parallel.kernel.CandidateScan;
import org.lfsrtoolkit.parallel.kernel.CycleBuffer;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.kernel.WalkKernel;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks any permutation one state at a time through its successor function, with a bitmap of the states known not to be
 * least on their cycle where there is memory for one.
 *
 * <p>States outside {@code domain} are not walked: for a map that is a permutation of a part of its states only.
 */
final class StateMapKernel implements WalkKernel {

    /** Steps between two looks at cancellation, over all walks of a batch; a power of two. */
    private static final int CHECK = 1 << 12;

    private final StateMap map;
    private final long size;
    private final @Nullable VisitedBitmap marks;
    private final @Nullable VisitedBitmap outside;

    /**
     * @param marks bitmap over all states that the walks mark; null for none
     * @param outside states that are on no cycle; null for none
     */
    StateMapKernel(StateMap map, @Nullable VisitedBitmap marks, @Nullable VisitedBitmap outside) {
        this.map = map;
        this.size = map.size();
        this.marks = marks;
        this.outside = outside;
    }

    @Override
    public long lastIndex() {
        return size - 1;
    }

    @Override
    public String name() {
        return map.name() + (marks == null ? "" : ", bitmap");
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        long bound = table.bound();
        long walked = 0;
        long clock = 0;
        for (long anchor = from; anchor < to; anchor++) {
            if (outside != null && outside.isMarked(anchor)) {
                table.leave(anchor);
                continue;
            }
            long steps = 0;
            long state = anchor;
            do {
                state = step(state);
                steps++;
                if (marks != null && state >= bound) {
                    marks.mark(state);
                }
                if ((++clock & (CHECK - 1)) == 0) {
                    check(anchor, steps, worker);
                }
            } while (state >= bound);
            table.put(anchor, state, steps);
            walked += steps;
        }
        return walked;
    }

    @Override
    public long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
        CycleBuffer buffer = scan.buffer(worker);
        long walked = 0;
        long clock = 0;
        for (long candidate = from; candidate <= last; candidate++) {
            if (((candidate - from) & (CHECK - 1)) == CHECK - 1) {
                worker.checkCancelled();
            }
            if (marks != null && marks.isMarked(candidate) || outside != null && outside.isMarked(candidate)) {
                continue;
            }
            long steps = 0;
            long state = candidate;
            do {
                state = step(state);
                steps++;
                if (marks != null && state > candidate) {
                    marks.mark(state);
                }
                if ((++clock & (CHECK - 1)) == 0) {
                    check(candidate, steps, worker);
                }
            } while (state > candidate);
            if (state == candidate) {
                buffer.add(candidate, steps);
            }
            walked += steps;
        }
        return walked;
    }

    private long step(long state) {
        long next = map.next(state);
        if (next < 0 || next >= size) {
            throw new IllegalArgumentException(
                    "successor of state " + state + " = " + next + ", expected 0.." + (size - 1));
        }
        return next;
    }

    private void check(long start, long steps, WorkerContext worker) {
        worker.checkCancelled();
        if (steps > size) {
            throw new IllegalArgumentException("the map says that it is a bijection, but state " + start
                    + " does not come back within " + size + " steps");
        }
    }
}
