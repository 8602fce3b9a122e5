package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks any nonsingular affine map over GF(p^m), p odd and below 2^31, one state at a time: states are packed, w bits a
 * digit, one more than p − 1 has, and the image is a sum of one look-up for each byte.
 *
 * <p>Packed states are in the order of their indexes. Limits: d·m·w ≤ 63. Memory: 2 KiB for each byte of the state.
 */
public final class DigitMatrixKernel implements WalkKernel {

    private static final int CHECK = 1 << 15;

    private final String name;
    private final long lastIndex;
    private final int p;
    private final int digits;
    private final int digitBits;
    private final int topShift;
    private final long tops;
    private final long toTop;
    private final long largest;
    private final long[] tables;

    private DigitMatrixKernel(AffineMap map) {
        FiniteField field = map.field();
        this.p = (int) field.characteristic();
        this.digits = map.dimension() * field.extensionDegree();
        this.digitBits = digitBits(field);
        this.name = "affine map over " + field + ", byte tables";
        long highest = 0;
        for (int i = 0; i < digits; i++) {
            highest = highest * p + (p - 1);
        }
        this.lastIndex = highest;
        long ones = 0;
        for (int i = 0; i < digits; i++) {
            ones |= 1L << (i * digitBits);
        }
        this.topShift = digitBits - 1;
        this.tops = ones << topShift;
        this.toTop = ones * ((1L << topShift) - p);
        this.largest = pack(lastIndex);
        this.tables = tables(map);
    }

    /**
     * The kernel of a map.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static DigitMatrixKernel of(AffineMap map) {
        if (!supports(map)) {
            throw new IllegalArgumentException(
                    "map over " + map.field() + " of dimension " + map.dimension()
                            + ", expected a nonsingular one over GF(p^m), p odd and below 2^31, with at most 63 bits of packed state");
        }
        return new DigitMatrixKernel(map);
    }

    /** Whether the kernel takes this map. */
    public static boolean supports(AffineMap map) {
        long p = map.field().characteristic();
        return p >= 3
                && p < 1L << 31
                && (long) map.dimension() * map.field().extensionDegree() * digitBits(map.field()) <= 63
                && map.isNonsingular();
    }

    private static int digitBits(FiniteField field) {
        return SmallPrimeRegisterKernel.digitBits(field.characteristic());
    }

    private long[] tables(AffineMap map) {
        AffineMap linear = map.linearPart();
        long q = map.field().cardinality();
        int bytes = (digits * digitBits + 7) / 8;
        // What each bit of a packed state adds: a digit's bits stand for 1, 2, 4, … times the digit's image.
        long[] bits = new long[8 * bytes];
        long power = 1;
        for (int i = 0; i < digits; i++) {
            long image = pack(next(linear, power, q));
            for (int j = 0; j < digitBits; j++) {
                bits[i * digitBits + j] = image;
                image = add(image, image, tops, topShift, toTop, p);
            }
            power *= p;
        }
        long[] table = new long[256 * bytes];
        table[0] = pack(next(map, 0, q));
        for (int i = 0; i < bytes; i++) {
            for (int value = 1; value < 256; value++) {
                long rest = table[256 * i + (value & (value - 1))];
                long bit = bits[8 * i + Integer.numberOfTrailingZeros(value)];
                table[256 * i + value] = add(rest, bit, tops, topShift, toTop, p);
            }
        }
        return table;
    }

    private static long next(AffineMap map, long index, long q) {
        long[] state = new long[map.dimension()];
        long rest = index;
        for (int i = 0; i < state.length; i++) {
            state[i] = rest % q;
            rest /= q;
        }
        long[] image = map.next(state);
        long next = 0;
        for (int i = image.length - 1; i >= 0; i--) {
            next = next * q + image[i];
        }
        return next;
    }

    private long pack(long index) {
        long packed = 0;
        int shift = 0;
        for (long rest = index; rest != 0; rest /= p) {
            packed |= rest % p << shift;
            shift += digitBits;
        }
        return packed;
    }

    private long unpack(long packed) {
        long index = 0;
        for (int shift = (digits - 1) * digitBits; shift >= 0; shift -= digitBits) {
            index = index * p + (packed >>> shift & ((1L << digitBits) - 1));
        }
        return index;
    }

    /** The packed state of the next index; meaningless after the largest. */
    private long successor(long packed) {
        int shift = Long.numberOfTrailingZeros(packed ^ largest) / digitBits * digitBits;
        return shift >= 63 ? 0 : ((packed >>> shift) + 1) << shift;
    }

    private static long add(long a, long b, long tops, int topShift, long toTop, long prime) {
        long sum = a + b;
        return sum - (((sum + toTop) & tops) >>> topShift) * prime;
    }

    @Override
    public long lastIndex() {
        return lastIndex;
    }

    @Override
    public long tableBytes(int workers) {
        return 8L * tables.length * (workers + 1L);
    }

    @Override
    public String name() {
        return name;
    }

    private long step(long x) {
        final long[] t = tables;
        final long top = tops;
        final long offset = toTop;
        final long prime = p;
        final int up = topShift;
        long sum = t[(int) x & 255];
        int shift = 8;
        for (int at = 256; at < t.length; at += 256) {
            sum = add(sum, t[at + ((int) (x >>> shift) & 255)], top, up, offset, prime);
            shift += 8;
        }
        return sum;
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        long bound = table.bound() > lastIndex ? Long.MAX_VALUE : pack(table.bound());
        long walked = 0;
        long start = pack(from);
        for (long anchor = from; anchor < to; anchor++) {
            long state = start;
            long steps = 0;
            do {
                state = step(state);
                if ((++steps & (CHECK - 1)) == 0) {
                    worker.checkCancelled();
                }
            } while (state >= bound);
            table.put(anchor, unpack(state), steps);
            walked += steps;
            start = successor(start);
        }
        return walked;
    }

    @Override
    public long walkCandidates(CandidateScan scan, long from, long last, WorkerContext worker) {
        CycleBuffer buffer = scan.buffer(worker);
        long walked = 0;
        long candidate = pack(from);
        for (long index = from; index <= last; index++) {
            long state = candidate;
            long steps = 0;
            do {
                state = step(state);
                if ((++steps & (CHECK - 1)) == 0) {
                    worker.checkCancelled();
                }
            } while (state > candidate);
            if (state == candidate) {
                buffer.add(index, steps);
            }
            walked += steps;
            candidate = successor(candidate);
            if ((index & (CHECK - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return walked;
    }
}
