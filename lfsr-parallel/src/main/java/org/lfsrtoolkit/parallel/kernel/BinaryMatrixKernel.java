package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks any nonsingular affine map over GF(2^e) one state at a time: a look-up for each byte of the index, four walkers
 * interleaved between anchors.
 *
 * <p>Limits: d·e ≤ 63. Memory: 2 KiB for each byte of the state.
 */
public final class BinaryMatrixKernel implements WalkKernel {

    private static final int CHECK = 1 << 15;
    private static final int LANES = 4;

    private final String name;
    private final int stateBits;
    private final long[] tables;

    private BinaryMatrixKernel(AffineMap map) {
        FiniteField field = map.field();
        int symbolBits = field.extensionDegree();
        this.stateBits = map.dimension() * symbolBits;
        this.name = "affine map over " + field + ", byte tables";
        int bytes = stateBits <= 32 ? 4 : 8;
        this.tables = new long[256 * bytes];
        AffineMap linear = map.linearPart();
        long[] image = new long[8 * bytes];
        for (int bit = 0; bit < stateBits; bit++) {
            image[bit] = next(linear, 1L << bit, symbolBits);
        }
        long zero = next(map, 0, symbolBits);
        for (int i = 0; i < bytes; i++) {
            for (int value = 0; value < 256; value++) {
                long sum = i == 0 ? zero : 0;
                for (int b = 0; b < 8; b++) {
                    if ((value >>> b & 1) != 0) {
                        sum ^= image[8 * i + b];
                    }
                }
                tables[256 * i + value] = sum;
            }
        }
    }

    /**
     * The kernel of a map.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static BinaryMatrixKernel of(AffineMap map) {
        if (!supports(map)) {
            throw new IllegalArgumentException("map over " + map.field() + " of dimension " + map.dimension()
                    + ", expected a nonsingular one over GF(2^e) with at most 63 bits of state");
        }
        return new BinaryMatrixKernel(map);
    }

    /** Whether the kernel takes this map. */
    public static boolean supports(AffineMap map) {
        return map.field().characteristic() == 2
                && (long) map.dimension() * map.field().extensionDegree() <= 63
                && map.isNonsingular();
    }

    private static long next(AffineMap map, long index, int symbolBits) {
        long[] state = new long[map.dimension()];
        for (int i = 0; i < state.length; i++) {
            state[i] = index >>> (i * symbolBits) & ((1L << symbolBits) - 1);
        }
        long[] image = map.next(state);
        long next = 0;
        for (int i = 0; i < image.length; i++) {
            next |= image[i] << (i * symbolBits);
        }
        return next;
    }

    @Override
    public long lastIndex() {
        return -1L >>> (64 - stateBits);
    }

    @Override
    public long tableBytes(int workers) {
        return 8L * tables.length * (workers + 1L);
    }

    @Override
    public String name() {
        return name;
    }

    private static long four(long[] t, long x) {
        return t[(int) x & 255]
                ^ t[256 + ((int) (x >>> 8) & 255)]
                ^ t[512 + ((int) (x >>> 16) & 255)]
                ^ t[768 + ((int) (x >>> 24) & 255)];
    }

    private static long eight(long[] t, long x) {
        return four(t, x)
                ^ t[1024 + ((int) (x >>> 32) & 255)]
                ^ t[1280 + ((int) (x >>> 40) & 255)]
                ^ t[1536 + ((int) (x >>> 48) & 255)]
                ^ t[1792 + (int) (x >>> 56)];
    }

    /** The successor of a state. */
    public long next(long index) {
        return stateBits <= 32 ? four(tables, index) : eight(tables, index);
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        Lanes lanes = new Lanes(table, from, to);
        return stateBits <= 32 ? walkFour(lanes, worker) : walkEight(lanes, worker);
    }

    private long walkFour(Lanes lanes, WorkerContext worker) {
        final long[] t = java.util.Arrays.copyOf(tables, 1024);
        final long bound = lanes.table.bound();
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        long d = lanes.start(3);
        for (long clock = 1; lanes.active > 0; clock++) {
            a = four(t, a);
            b = four(t, b);
            c = four(t, c);
            d = four(t, d);
            if (a < bound || b < bound || c < bound || d < bound) {
                a = a < bound ? lanes.arrive(0, a, clock) : a;
                b = b < bound ? lanes.arrive(1, b, clock) : b;
                c = c < bound ? lanes.arrive(2, c, clock) : c;
                d = d < bound ? lanes.arrive(3, d, clock) : d;
            }
            if ((clock & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }

    private long walkEight(Lanes lanes, WorkerContext worker) {
        final long[] t = java.util.Arrays.copyOf(tables, 2048);
        final long bound = lanes.table.bound();
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        long d = lanes.start(3);
        for (long clock = 1; lanes.active > 0; clock++) {
            a = eight(t, a);
            b = eight(t, b);
            c = eight(t, c);
            d = eight(t, d);
            if (a < bound || b < bound || c < bound || d < bound) {
                a = a < bound ? lanes.arrive(0, a, clock) : a;
                b = b < bound ? lanes.arrive(1, b, clock) : b;
                c = c < bound ? lanes.arrive(2, c, clock) : c;
                d = d < bound ? lanes.arrive(3, d, clock) : d;
            }
            if ((clock & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }

    /** The walkers of one batch. A walker without work stands at an anchor and is counted in no table. */
    private static final class Lanes {

        private final SegmentTable table;
        private final long end;
        private final long[] anchor = new long[LANES];
        private final long[] startClock = new long[LANES];
        private long nextAnchor;
        private int active;
        private long walked;

        Lanes(SegmentTable table, long from, long to) {
            this.table = table;
            this.nextAnchor = from;
            this.end = to;
            java.util.Arrays.fill(anchor, -1);
        }

        long start(int lane) {
            if (nextAnchor == end) {
                return 0;
            }
            active++;
            anchor[lane] = nextAnchor++;
            return anchor[lane];
        }

        long arrive(int lane, long state, long clock) {
            if (anchor[lane] < 0) {
                return state;
            }
            long steps = clock - startClock[lane];
            table.put(anchor[lane], state, steps);
            walked += steps;
            if (nextAnchor == end) {
                anchor[lane] = -1;
                active--;
                return state;
            }
            anchor[lane] = nextAnchor++;
            startClock[lane] = clock;
            return anchor[lane];
        }
    }

    @Override
    public long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
        CycleBuffer buffer = scan.buffer(worker);
        long walked = 0;
        boolean wide = stateBits > 32;
        long[] t = tables;
        for (long candidate = from; ; candidate++) {
            long state = candidate;
            long steps = 0;
            do {
                state = wide ? eight(t, state) : four(t, state);
                if ((++steps & (CHECK - 1)) == 0) {
                    worker.checkCancelled();
                }
            } while (state > candidate);
            if (state == candidate) {
                buffer.add(candidate, steps);
            }
            walked += steps;
            if (candidate == last) {
                return walked;
            }
            if ((candidate & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
    }
}
