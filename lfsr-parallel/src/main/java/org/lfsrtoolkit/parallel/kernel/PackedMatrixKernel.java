package org.lfsrtoolkit.parallel.kernel;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * What the kernels for nonsingular affine maps over odd characteristic share: packed states, stepped one state at a time, four
 * walkers interleaved to hide the latency of look-ups and sums. A subclass makes the steps.
 */
abstract class PackedMatrixKernel implements WalkKernel {

    static final int LANES = 4;
    private static final int CHECK = 1 << 14;

    /** Entry (i &lt;&lt; partBits) + v: what value v of part i of the state adds to its image. */
    final long[] tables;

    final int partBits;
    final int parts;

    private final String name;
    private final DigitPacking packing;
    private final long lastIndex;
    private final long largest;

    PackedMatrixKernel(String name, DigitPacking packing, long[] tables) {
        this.name = name;
        this.packing = packing;
        this.tables = tables;
        this.partBits = packing.partBits();
        this.parts = tables.length >>> partBits;
        this.lastIndex = packing.lastIndex();
        this.largest = packing.pack(lastIndex);
    }

    /** Replaces each of {@link #LANES} packed states by its successor. */
    abstract void step(long[] states);

    @Override
    public final long lastIndex() {
        return lastIndex;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final long tableBytes(int workers) {
        return 8L * tables.length;
    }

    @Override
    public final long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        long bound = table.bound() > lastIndex ? Long.MAX_VALUE : packing.pack(table.bound());
        long[] state = new long[LANES];
        long[] anchor = new long[LANES];
        long[] begun = new long[LANES];
        Arrays.fill(anchor, -1);
        long nextAnchor = from;
        long nextState = packing.pack(from);
        int active = 0;
        for (int lane = 0; lane < LANES && nextAnchor < to; lane++) {
            anchor[lane] = nextAnchor++;
            state[lane] = nextState;
            nextState = packing.successor(nextState, largest);
            active++;
        }
        long walked = 0;
        for (long clock = 1; active > 0; clock++) {
            step(state);
            if (state[0] < bound || state[1] < bound || state[2] < bound || state[3] < bound) {
                for (int lane = 0; lane < LANES; lane++) {
                    if (state[lane] >= bound || anchor[lane] < 0) {
                        continue;
                    }
                    table.put(anchor[lane], packing.unpack(state[lane]), clock - begun[lane]);
                    walked += clock - begun[lane];
                    if (nextAnchor < to) {
                        anchor[lane] = nextAnchor++;
                        state[lane] = nextState;
                        nextState = packing.successor(nextState, largest);
                        begun[lane] = clock;
                    } else {
                        anchor[lane] = -1;
                        active--;
                    }
                }
            }
            if ((clock & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return walked;
    }

    @Override
    public final long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
        long[] state = new long[LANES];
        // No state is below zero: a lane without work never ends a walk.
        long[] candidate = {-1, -1, -1, -1};
        long[] begun = new long[LANES];
        LongArrayList representatives = new LongArrayList();
        LongArrayList lengths = new LongArrayList();
        long next = packing.pack(from);
        long end = packing.pack(last);
        int active = 0;
        for (int lane = 0; lane < LANES && next >= 0; lane++) {
            candidate[lane] = next;
            state[lane] = next;
            next = next == end ? -1 : packing.successor(next, largest);
            active++;
        }
        long walked = 0;
        for (long clock = 1; active > 0; clock++) {
            step(state);
            for (int lane = 0; lane < LANES; lane++) {
                if (state[lane] > candidate[lane]) {
                    continue;
                }
                walked += clock - begun[lane];
                if (state[lane] == candidate[lane]) {
                    representatives.add(packing.unpack(candidate[lane]));
                    lengths.add(clock - begun[lane]);
                }
                candidate[lane] = next;
                state[lane] = Math.max(0, next);
                begun[lane] = clock;
                active -= next < 0 ? 1 : 0;
                next = next < 0 || next == end ? -1 : packing.successor(next, largest);
            }
            if ((clock & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        // Short walks overtake long ones.
        LongArrays.radixSort(representatives.elements(), lengths.elements(), 0, lengths.size());
        CycleBuffer buffer = scan.buffer(worker);
        for (int i = 0; i < lengths.size(); i++) {
            buffer.add(representatives.getLong(i), lengths.getLong(i));
        }
        return walked;
    }
}
