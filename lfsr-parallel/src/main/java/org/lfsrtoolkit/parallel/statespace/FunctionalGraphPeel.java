package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.lfsrtoolkit.parallel.schedule.RangeTask;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Peels the transient states off any map of 0..n−1: states without predecessor first, then those left without one, until
 * only cycles remain; then counts the states at each distance from the cycles.
 *
 * <p>One {@code int} a state serves for both: the number of predecessors not yet peeled (≥ 0), then, below zero, −1 for
 * a peeled state of unknown preperiod and −1 − t for preperiod t ≥ 1.
 *
 * <table>
 * <caption>Shared state</caption>
 * <tr><td>cell of s, counting</td><td>any worker that finds a predecessor</td><td>atomic add</td></tr>
 * <tr><td>cell of s, peeling</td><td>whoever takes the last predecessor away</td><td>compare-and-set 0 → −1: peeled
 * once</td></tr>
 * <tr><td>cell of s, preperiod</td><td>any walk that passes</td><td>plain volatile set: all write the same value</td></tr>
 * </table>
 *
 * <p>Cost: four successor calls a state. Memory: 4 bytes and 1 bit a state.
 */
final class FunctionalGraphPeel {

    /** Most states: 2^36, in segments of 2^27. */
    private static final int SEGMENT_SHIFT = 27;

    static final long MAX_STATES = 1L << 36;
    private static final int PEELED = -1;

    private static final int COUNTING = 0;
    private static final int PEELING = 1;
    private static final int MEASURING = 2;

    /** States of the first part between two checkpoints. */
    private static final long FIRST_BLOCK = 1L << 16;

    private static final int BLOCK_CELLS = 1 << 14;
    private static final int CHECK = 1 << 14;

    private final StateMap map;
    private final long size;
    private final AtomicIntegerArray[] cells;

    /** What is being done: {@link #COUNTING}, {@link #PEELING} or {@link #MEASURING}; all states before have been. */
    private int phase;

    private long position;
    /** Filled while measuring. */
    private final VisitedBitmap transients;

    /**
     * What is left.
     *
     * @param transients marked: states on no cycle
     * @param levels states at preperiod 0, 1, …, height
     * @param metrics what it cost
     */
    record Peeled(VisitedBitmap transients, List<BigInteger> levels, SchedulerMetrics metrics) {

        long periodicStates() {
            return levels.get(0).longValueExact();
        }
    }

    private FunctionalGraphPeel(StateMap map) {
        this.map = map;
        this.size = map.size();
        this.cells = new AtomicIntegerArray[(int) ((size + (1L << SEGMENT_SHIFT) - 1) >>> SEGMENT_SHIFT)];
        long left = size;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new AtomicIntegerArray((int) Math.min(left, 1L << SEGMENT_SHIFT));
            left -= cells[i].length();
        }
        this.transients = new VisitedBitmap(size);
    }

    /** Bytes taken. */
    static long bytesFor(long states) {
        return 4 * states + VisitedBitmap.bytesFor(states) + 1024;
    }

    /** Nothing peeled yet. */
    static FunctionalGraphPeel of(StateMap map) {
        return new FunctionalGraphPeel(map);
    }

    /**
     * Peels the map, from where it stands; to be called once.
     *
     * @param keeper is given checkpoints between parts of the work; null for none. None is made when the work is stopped
     *     within a part
     */
    Peeled run(int workers, Scheduler scheduler, @Nullable CheckpointKeeper keeper, RunControl control) {
        SchedulerMetrics metrics = null;
        for (; phase <= MEASURING; phase++, position = 0) {
            RangeTask task =
                    phase == COUNTING ? this::countPredecessors : phase == PEELING ? this::peelFrom : this::measure;
            long block = keeper == null ? size : FIRST_BLOCK;
            while (position < size) {
                long from = position;
                long to = from + Math.min(block, size - from);
                long begin = System.nanoTime();
                SchedulerMetrics more = scheduler.run(
                        0,
                        to - from,
                        (worker, first, end) -> task.run(worker, from + first, from + end),
                        PermutationMapper.reportingWhole(control, 1, from, to, size));
                metrics = metrics == null ? more : metrics.plus(more);
                position = to;
                if (keeper != null) {
                    block = keeper.nextStep(to - from, System.nanoTime() - begin);
                    if (keeper.isTime()) {
                        keeper.writeContents(out -> GeneralCheckpoint.writePeeling(out, this));
                    }
                }
            }
        }
        Long2LongOpenHashMap[] counts = new Long2LongOpenHashMap[workers];
        Arrays.setAll(counts, i -> new Long2LongOpenHashMap());
        SchedulerMetrics counting = scheduler.run(
                0,
                size,
                (worker, from, to) -> {
                    countLevels(counts[worker.index()], from, to);
                    return 0;
                },
                control);
        return new Peeled(transients, toLevels(counts), metrics == null ? counting : metrics.plus(counting));
    }

    /** Writes where the peeling stands. Cells have seven bits a byte, lowest first: 2c for c ≥ 0, −2c − 1 below. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(phase);
        out.writeLong(position);
        byte[] block = new byte[5 * BLOCK_CELLS];
        for (long from = 0; from < size; from += BLOCK_CELLS) {
            int length = 0;
            for (long state = from; state < Math.min(size, from + BLOCK_CELLS); state++) {
                int cell = get(state);
                int rest = cell >= 0 ? cell << 1 : ~cell << 1 | 1;
                for (; (rest & ~0x7F) != 0; rest >>>= 7) {
                    block[length++] = (byte) (rest | 0x80);
                }
                block[length++] = (byte) rest;
            }
            out.writeInt(length);
            out.write(block, 0, length);
        }
        if (phase == MEASURING) {
            GeneralCheckpoint.writeBitmap(out, transients);
        }
    }

    /** Reads what {@link #write} wrote. */
    static FunctionalGraphPeel read(DataInputStream in, StateMap map) throws IOException {
        FunctionalGraphPeel peel = new FunctionalGraphPeel(map);
        peel.phase = in.readInt();
        peel.position = in.readLong();
        byte[] block = new byte[5 * BLOCK_CELLS];
        for (long from = 0; from < peel.size; from += BLOCK_CELLS) {
            in.readFully(block, 0, in.readInt());
            int at = 0;
            for (long state = from; state < Math.min(peel.size, from + BLOCK_CELLS); state++) {
                int number = 0;
                int shift = 0;
                for (; block[at] < 0; shift += 7) {
                    number |= (block[at++] & 0x7F) << shift;
                }
                number |= block[at++] << shift;
                peel.set(state, (number & 1) == 0 ? number >>> 1 : ~(number >>> 1));
            }
        }
        if (peel.phase == MEASURING) {
            GeneralCheckpoint.readBitmap(in, peel.transients);
        }
        return peel;
    }

    private int get(long state) {
        return cells[(int) (state >>> SEGMENT_SHIFT)].get((int) state & ((1 << SEGMENT_SHIFT) - 1));
    }

    private void set(long state, int value) {
        cells[(int) (state >>> SEGMENT_SHIFT)].set((int) state & ((1 << SEGMENT_SHIFT) - 1), value);
    }

    private int addAndGet(long state, int delta) {
        return cells[(int) (state >>> SEGMENT_SHIFT)].addAndGet((int) state & ((1 << SEGMENT_SHIFT) - 1), delta);
    }

    private boolean takeIfBare(long state) {
        return cells[(int) (state >>> SEGMENT_SHIFT)].compareAndSet(
                (int) state & ((1 << SEGMENT_SHIFT) - 1), 0, PEELED);
    }

    private long step(long state) {
        long next = map.next(state);
        if (next < 0 || next >= size) {
            throw new IllegalArgumentException(
                    "successor of state " + state + " = " + next + ", expected 0.." + (size - 1));
        }
        return next;
    }

    private long countPredecessors(WorkerContext worker, long from, long to) {
        for (long state = from; state < to; state++) {
            addAndGet(step(state), 1);
            if ((state & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return to - from;
    }

    private long peelFrom(WorkerContext worker, long from, long to) {
        long walked = 0;
        for (long leaf = from; leaf < to; leaf++) {
            long state = leaf;
            while (get(state) == 0 && takeIfBare(state)) {
                state = step(state);
                if ((++walked & (CHECK - 1)) == 0) {
                    worker.checkCancelled();
                }
                if (addAndGet(state, -1) != 0) {
                    break;
                }
            }
            if ((leaf & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return walked;
    }

    private long measure(WorkerContext worker, long from, long to) {
        long walked = 0;
        for (long start = from; start < to; start++) {
            if ((start & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
            int cell = get(start);
            if (cell >= 0) {
                continue;
            }
            transients.markAtomic(start);
            if (cell != PEELED) {
                continue;
            }
            int steps = 0;
            long state = start;
            while (get(state) == PEELED) {
                state = step(state);
                if ((++steps & (CHECK - 1)) == 0) {
                    worker.checkCancelled();
                }
            }
            int known = get(state);
            int preperiod = (known >= 0 ? 0 : -1 - known) + steps;
            walked += steps;
            for (state = start; preperiod > 0 && get(state) == PEELED; preperiod--) {
                set(state, -1 - preperiod);
                state = step(state);
            }
        }
        return walked;
    }

    /** Adds the states of a range to the counts of its worker: preperiod → states. */
    private void countLevels(Long2LongOpenHashMap counts, long from, long to) {
        for (long state = from; state < to; state++) {
            int cell = get(state);
            counts.addTo(cell >= 0 ? 0 : -1 - cell, 1);
        }
    }

    private static List<BigInteger> toLevels(Long2LongOpenHashMap[] counts) {
        Long2LongOpenHashMap sums = new Long2LongOpenHashMap();
        for (Long2LongOpenHashMap part : counts) {
            part.long2LongEntrySet().fastForEach(entry -> sums.addTo(entry.getLongKey(), entry.getLongValue()));
        }
        BigInteger[] levels = new BigInteger[sums.size()];
        for (int preperiod = 0; preperiod < levels.length; preperiod++) {
            levels[preperiod] = BigInteger.valueOf(sums.get(preperiod));
        }
        return List.of(levels);
    }
}
