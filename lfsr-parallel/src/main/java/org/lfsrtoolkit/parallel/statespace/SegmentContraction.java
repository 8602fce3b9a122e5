package org.lfsrtoolkit.parallel.statespace;

import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.registry.CycleRegistry;
import org.lfsrtoolkit.parallel.registry.DenseCycleRegistry;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Turns a table of segments into cycles: the table is a permutation of its slots (with paths that lead out of it, which
 * belong to cycles known before), and each of its cycles is a cycle of the map.
 *
 * <p>A large table is contracted as the map was: walks between the first 1/1024 of the slots, in parallel, then the
 * contraction of that small table, then the slots that no walk has marked. These walk their whole cycle, and the first
 * to come back claims it at its least slot. Marks are racy and may be lost; that costs a second walk, which then loses
 * its claim or meets a slot of the small table.
 *
 * <p>Cost: about two random accesses a slot. Memory: 8 bytes and 2 bits a slot.
 */
final class SegmentContraction {

    /** Tables below this are walked directly. */
    private static final int DIRECT = 1 << 15;

    private static final int SHIFT = 10;
    /** Hops between two looks at cancellation, over all walks of a batch; a power of two. */
    private static final int CHECK = 1 << 12;

    /** What a slot costs at least, as far as is known beforehand: two accesses to a nearby cache. */
    private static final double LEAST_SLOT_NANOS = 3;

    private final int[] next;
    private final long[] distance;
    private final long[] cycleLength;
    private final Scheduler scheduler;
    private final RunControl control;
    private SchedulerMetrics metrics;

    private SegmentContraction(SegmentTable table, Scheduler scheduler, RunControl control, SchedulerMetrics none) {
        this.next = table.next();
        this.distance = table.distance();
        this.cycleLength = new long[next.length];
        this.scheduler = scheduler;
        this.control = control;
        this.metrics = none;
    }

    /**
     * The cycles of a table.
     *
     * @param cycleLength by slot: the length of the cycle whose least slot this is, 0 for other slots
     * @param metrics what it cost
     */
    record Contracted(long[] cycleLength, SchedulerMetrics metrics) {}

    /** Bytes taken besides the table. */
    static long bytesFor(long anchors) {
        return 8 * anchors + 2 * VisitedBitmap.bytesFor(anchors) + (anchors >> SHIFT) * 24;
    }

    /**
     * Contracts a table; paths that lead out of it are shortened in place.
     *
     * @throws IllegalArgumentException if the table is no permutation, so that the map was none
     */
    static Contracted contract(SegmentTable table, Scheduler scheduler, RunControl control, SchedulerMetrics none) {
        SegmentContraction contraction = new SegmentContraction(table, scheduler, control, none);
        contraction.run();
        return new Contracted(contraction.cycleLength, contraction.metrics);
    }

    private void run() {
        int count = next.length;
        VisitedBitmap visited = new VisitedBitmap(count);
        int small = count < DIRECT ? 0 : count >> SHIFT;
        if (small > 0) {
            SegmentTable table = new SegmentTable(0, small);
            metrics = metrics.plus(scheduler.run(
                    0,
                    small,
                    (worker, from, to) -> walkBetween(table, visited, (int) from, (int) to, worker),
                    control,
                    LEAST_SLOT_NANOS * count / small));
            Contracted inner = contract(table, scheduler, control, metrics);
            metrics = inner.metrics();
            System.arraycopy(inner.cycleLength(), 0, cycleLength, 0, small);
        }
        CycleRegistry registry = new DenseCycleRegistry(count);
        metrics = metrics.plus(scheduler.run(
                small,
                count,
                (worker, from, to) -> walkUnmarked(small, visited, registry, (int) from, (int) to, worker),
                control,
                small > 0 ? LEAST_SLOT_NANOS / 4 : LEAST_SLOT_NANOS));
    }

    private long walkBetween(SegmentTable table, VisitedBitmap visited, int from, int to, WorkerContext worker) {
        int bound = table.count();
        int clock = 0;
        for (int start = from; start < to; start++) {
            int slot = start;
            long states = 0;
            int hops = 0;
            do {
                states += distance[slot];
                slot = next[slot];
                if (slot >= bound) {
                    visited.mark(slot);
                }
                hops++;
                if ((++clock & (CHECK - 1)) == 0) {
                    check(hops, worker);
                }
            } while (slot >= bound);
            if (slot == SegmentTable.LEFT) {
                table.leave(start);
            } else {
                table.put(start, slot, states);
            }
        }
        return 0;
    }

    private long walkUnmarked(
            int small, VisitedBitmap visited, CycleRegistry registry, int from, int to, WorkerContext worker) {
        int clock = 0;
        for (int start = from; start < to; start++) {
            if (visited.isMarked(start)) {
                continue;
            }
            int slot = start;
            int least = start;
            long states = 0;
            int hops = 0;
            do {
                visited.mark(slot);
                states += distance[slot];
                slot = next[slot];
                least = Math.min(least, slot);
                hops++;
                if ((++clock & (CHECK - 1)) == 0) {
                    check(hops, worker);
                }
            } while (slot != start && slot >= small);
            if (slot == SegmentTable.LEFT) {
                shorten(start);
            } else if (slot == start) {
                if (registry.claim(least)) {
                    cycleLength[least] = states;
                    worker.addClaims(1);
                } else {
                    worker.addLostClaims(1);
                }
            }
        }
        return 0;
    }

    /** Makes every slot of a path that leads out lead out at once. A benign race: both values say so in the end. */
    private void shorten(int start) {
        int slot = start;
        while (slot != SegmentTable.LEFT) {
            int after = next[slot];
            next[slot] = SegmentTable.LEFT;
            slot = after;
        }
    }

    private void check(int hops, WorkerContext worker) {
        worker.checkCancelled();
        if (hops > next.length) {
            throw new IllegalArgumentException(
                    "the map says that it is a bijection, but the walks between anchors" + " do not come back");
        }
    }
}
