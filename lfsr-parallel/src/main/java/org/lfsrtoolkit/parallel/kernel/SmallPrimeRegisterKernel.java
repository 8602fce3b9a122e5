package org.lfsrtoolkit.parallel.kernel;

import java.util.Arrays;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks a nonsingular register over GF(p^m), p = 5..32749, with or without a constant, up to 16 digits an operation.
 *
 * <p>A digit has one bit more than p − 1: w bits with the top one free. After adding, the digits that reach p show in that
 * bit when 2^(w−1) − p is added, and p is taken off these. Between anchors three walkers are interleaved (two from 49 bits
 * of state on) to hide the latency of the sums. Limits: d·m·w ≤ 63, m·w ≤ 16.
 */
public final class SmallPrimeRegisterKernel extends PackedRegisterKernel {

    private static final int LANES = 3;

    private final int digitBits;
    private final int topShift;
    private final long tops;
    private final long toTop;
    private final long prime;
    /** The tables, with entries 0 for bytes that a state does not have. */
    private final long[] padded;

    private SmallPrimeRegisterKernel(ShiftRegister register, int digitBits) {
        super(register, digitBits);
        long ones = ones(digitBits);
        this.digitBits = digitBits;
        this.prime = register.field().characteristic();
        this.topShift = digitBits - 1;
        this.tops = ones << topShift;
        this.toTop = ones * ((1L << topShift) - prime);
        int bytes = tables.length / 256;
        this.padded = Arrays.copyOf(tables, 256 * (bytes <= 5 ? 5 : bytes == 6 ? 6 : 8));
    }

    /** The lowest bit of each digit of a word, counted from the top, where the digits of a state end. */
    private static long ones(int digitBits) {
        long ones = 0;
        for (int bit = 64 - digitBits; bit >= 0; bit -= digitBits) {
            ones |= 1L << bit;
        }
        return ones;
    }

    private static int digitBits(ShiftRegister register) {
        return digitBits(register.field().characteristic());
    }

    /** As many as p − 1 has, and one to carry into. */
    static int digitBits(long p) {
        return 65 - Long.numberOfLeadingZeros(p - 1);
    }

    /**
     * The kernel of a register.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static SmallPrimeRegisterKernel of(ShiftRegister register) {
        if (!supports(register)) {
            throw new IllegalArgumentException("register over " + register.field() + " of length " + register.length()
                    + ", expected a nonsingular one over GF(p^m), p = 5..32749, with symbols of at most 16 bits and"
                    + " at most 63 bits of packed state");
        }
        return new SmallPrimeRegisterKernel(register, digitBits(register));
    }

    /** Whether the kernel takes this register. */
    public static boolean supports(ShiftRegister register) {
        long p = register.field().characteristic();
        return p >= 5 && p < 1 << 15 && packs(register, digitBits(register));
    }

    @Override
    long sum(long a, long b) {
        // Called before this class's own fields are set, from the constructor above.
        int p = (int) characteristic();
        int bits = digitBits(p);
        long ones = ones(bits);
        return add(a, b, ones << (bits - 1), bits - 1, ones * ((1L << (bits - 1)) - p), p);
    }

    private static long add(long a, long b, long tops, int topShift, long toTop, long prime) {
        long sum = a + b;
        long reached = ((sum + toTop) & tops) >>> topShift;
        return sum - reached * prime;
    }

    @Override
    long after(long word) {
        int bytes = padded.length / 256;
        return bytes == 5
                ? five(padded, word, tops, topShift, toTop, prime)
                : bytes == 6
                        ? six(padded, word, tops, topShift, toTop, prime)
                        : eight(padded, word, tops, topShift, toTop, prime);
    }

    private static long five(long[] t, long x, long top, int up, long offset, long p) {
        long left = add(t[(int) (x >>> 56)], t[256 + ((int) (x >>> 48) & 255)], top, up, offset, p);
        long right = add(t[512 + ((int) (x >>> 40) & 255)], t[768 + ((int) (x >>> 32) & 255)], top, up, offset, p);
        return add(add(left, right, top, up, offset, p), t[1024 + ((int) (x >>> 24) & 255)], top, up, offset, p);
    }

    private static long six(long[] t, long x, long top, int up, long offset, long p) {
        return add(five(t, x, top, up, offset, p), t[1280 + ((int) (x >>> 16) & 255)], top, up, offset, p);
    }

    private static long eight(long[] t, long x, long top, int up, long offset, long p) {
        long last = add(t[1536 + ((int) (x >>> 8) & 255)], t[1792 + ((int) x & 255)], top, up, offset, p);
        return add(six(t, x, top, up, offset, p), last, top, up, offset, p);
    }

    /** A bit for each zero digit: adding 2^(w−1) − 1 carries into the top bit of all others. */
    private static long zeros(long word, long offset, long top, int up) {
        return (~(word + offset) & top) >>> up;
    }

    /** 2^(w−1) − 1 in each digit. */
    private long toTopUnlessZero() {
        return tops - (tops >>> topShift);
    }

    @Override
    boolean mayHoldAnchor(long word, ZeroRuns runs) {
        long zeros = zeros(word, toTopUnlessZero(), tops, topShift);
        return ZeroRuns.hits(zeros, runs.first(), runs.second(), runs.third(), runs.edges(), runs.digits()) != 0;
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        int zeros = anchorSymbols(table.bound());
        int run = zeros * symbolBits / digitBits;
        if (run < 2) {
            return walkShortSegments(table, zeros, from, to, worker);
        }
        ZeroRuns runs = ZeroRuns.of(run, digitBits, junk);
        Lanes lanes = new Lanes(LANES, table, zeros, runs, from, to);
        return switch (padded.length / 256) {
            case 5 -> walkFive(lanes, runs, worker);
            case 6 -> walkSix(lanes, runs, worker);
            default -> walkEight(lanes, runs, worker);
        };
    }

    /** States of at most 40 bits. */
    private long walkFive(Lanes lanes, ZeroRuns runs, WorkerContext worker) {
        final long[] t = Arrays.copyOf(padded, 1280);
        final long top = tops;
        final long offset = toTop;
        final long p = prime;
        final int up = topShift;
        final long nonZero = toTopUnlessZero();
        final int first = runs.first();
        final int second = runs.second();
        final int third = runs.third();
        final long edges = runs.edges();
        final long digits = runs.digits();
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = five(t, a, top, up, offset, p);
            long b1 = five(t, b, top, up, offset, p);
            long c1 = five(t, c, top, up, offset, p);
            long hits = ZeroRuns.hits(zeros(a1, nonZero, top, up), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(b1, nonZero, top, up), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(c1, nonZero, top, up), first, second, third, edges, digits);
            if (hits != 0) {
                a1 = lanes.look(0, a, a1, clock);
                b1 = lanes.look(1, b, b1, clock);
                c1 = lanes.look(2, c, c1, clock);
            }
            a = a1;
            b = b1;
            c = c1;
            if ((clock & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }

    /** States of 41 to 48 bits. */
    private long walkSix(Lanes lanes, ZeroRuns runs, WorkerContext worker) {
        final long[] t = Arrays.copyOf(padded, 1536);
        final long top = tops;
        final long offset = toTop;
        final long p = prime;
        final int up = topShift;
        final long nonZero = toTopUnlessZero();
        final int first = runs.first();
        final int second = runs.second();
        final int third = runs.third();
        final long edges = runs.edges();
        final long digits = runs.digits();
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = six(t, a, top, up, offset, p);
            long b1 = six(t, b, top, up, offset, p);
            long c1 = six(t, c, top, up, offset, p);
            long hits = ZeroRuns.hits(zeros(a1, nonZero, top, up), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(b1, nonZero, top, up), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(c1, nonZero, top, up), first, second, third, edges, digits);
            if (hits != 0) {
                a1 = lanes.look(0, a, a1, clock);
                b1 = lanes.look(1, b, b1, clock);
                c1 = lanes.look(2, c, c1, clock);
            }
            a = a1;
            b = b1;
            c = c1;
            if ((clock & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }

    /** States of 49 to 63 bits. */
    private long walkEight(Lanes lanes, ZeroRuns runs, WorkerContext worker) {
        final long[] t = Arrays.copyOf(padded, 2048);
        final long top = tops;
        final long offset = toTop;
        final long p = prime;
        final int up = topShift;
        final long nonZero = toTopUnlessZero();
        final int first = runs.first();
        final int second = runs.second();
        final int third = runs.third();
        final long edges = runs.edges();
        final long digits = runs.digits();
        long a = lanes.start(0);
        long b = lanes.start(1);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = eight(t, a, top, up, offset, p);
            long b1 = eight(t, b, top, up, offset, p);
            long hits = ZeroRuns.hits(zeros(a1, nonZero, top, up), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(b1, nonZero, top, up), first, second, third, edges, digits);
            if (hits != 0) {
                a1 = lanes.look(0, a, a1, clock);
                b1 = lanes.look(1, b, b1, clock);
            }
            a = a1;
            b = b1;
            if ((clock & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }
}
