package org.lfsrtoolkit.parallel.kernel;

import java.util.Arrays;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks a nonsingular register over GF(3^m), with or without a constant, up to 32 digits an operation.
 *
 * <p>A digit is two bits; 3 stands for 0 within a sum, so that adding is adding modulo 2² − 1 with an end-around carry,
 * for 32 digits at once. Between anchors three walkers are interleaved (two from 41 bits of state on) to hide the latency of
 * the sums. Limits: d·m ≤ 31, m ≤ 8.
 */
public final class TernaryRegisterKernel extends PackedRegisterKernel {

    private static final long LOWS = 0x5555555555555555L;
    private static final long TOPS = 0xAAAAAAAAAAAAAAAAL;

    private static final int LANES = 3;

    /** The tables, with entries 0 for bytes that a state does not have. */
    private final long[] padded;

    private TernaryRegisterKernel(ShiftRegister register) {
        super(register, 2);
        padded = Arrays.copyOf(tables, tables.length <= 5 * 256 ? 5 * 256 : 8 * 256);
    }

    /**
     * The kernel of a register.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static TernaryRegisterKernel of(ShiftRegister register) {
        if (!supports(register)) {
            throw new IllegalArgumentException("register over " + register.field() + " of length " + register.length()
                    + ", expected a nonsingular one over GF(3^m), m at most 8, with at most 31 digits of state");
        }
        return new TernaryRegisterKernel(register);
    }

    /** Whether the kernel takes this register. */
    public static boolean supports(ShiftRegister register) {
        return register.field().characteristic() == 3 && packs(register, 2);
    }

    @Override
    long sum(long a, long b) {
        return canonical(add(a, b));
    }

    /** Digit-wise sum modulo 3, where 3 may stand for 0 in arguments and result. */
    static long add(long a, long b) {
        long sum = ((a & LOWS) + (b & LOWS)) ^ ((a ^ b) & TOPS);
        long carry = ((a & b) | ((a | b) & ~sum)) & TOPS;
        return sum + (carry >>> 1);
    }

    static long canonical(long word) {
        long threes = word & (word >>> 1) & LOWS;
        return word ^ (threes | threes << 1);
    }

    @Override
    long after(long word) {
        return canonical(tables.length <= 5 * 256 ? five(padded, word) : eight(padded, word));
    }

    private static long five(long[] t, long x) {
        return add(
                add(
                        add(t[(int) (x >>> 56)], t[256 + ((int) (x >>> 48) & 255)]),
                        add(t[512 + ((int) (x >>> 40) & 255)], t[768 + ((int) (x >>> 32) & 255)])),
                t[1024 + ((int) (x >>> 24) & 255)]);
    }

    private static long eight(long[] t, long x) {
        return add(
                five(t, x),
                add(
                        add(t[1280 + ((int) (x >>> 16) & 255)], t[1536 + ((int) (x >>> 8) & 255)]),
                        t[1792 + ((int) x & 255)]));
    }

    /** A bit for each zero digit of a word that need not be canonical: its two bits are equal. */
    private static long zeros(long word) {
        return ~(word ^ word >>> 1);
    }

    @Override
    boolean mayHoldAnchor(long word, ZeroRuns runs) {
        return ZeroRuns.hits(zeros(word), runs.first(), runs.second(), runs.third(), runs.edges(), runs.digits()) != 0;
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        int zeros = anchorSymbols(table.bound());
        int run = zeros * symbolBits / 2;
        if (run < 2) {
            return walkShortSegments(table, zeros, from, to, worker);
        }
        ZeroRuns runs = ZeroRuns.of(run, 2, junk);
        Lanes lanes = new Lanes(LANES, table, zeros, runs, from, to);
        return tables.length <= 5 * 256 ? walkFive(lanes, runs, worker) : walkEight(lanes, runs, worker);
    }

    /** States of at most 40 bits. Words are not made canonical between look-ups: the tables take 3 for 0. */
    private long walkFive(Lanes lanes, ZeroRuns runs, WorkerContext worker) {
        final long[] t = Arrays.copyOf(padded, 1280);
        final int first = runs.first();
        final int second = runs.second();
        final int third = runs.third();
        final long edges = runs.edges();
        final long digits = runs.digits();
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = five(t, a);
            long b1 = five(t, b);
            long c1 = five(t, c);
            long hits = ZeroRuns.hits(zeros(a1), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(b1), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(c1), first, second, third, edges, digits);
            if (hits != 0) {
                a1 = lanes.look(0, canonical(a), canonical(a1), clock);
                b1 = lanes.look(1, canonical(b), canonical(b1), clock);
                c1 = lanes.look(2, canonical(c), canonical(c1), clock);
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

    /** States of 41 to 62 bits. */
    private long walkEight(Lanes lanes, ZeroRuns runs, WorkerContext worker) {
        final long[] t = Arrays.copyOf(padded, 2048);
        final int first = runs.first();
        final int second = runs.second();
        final int third = runs.third();
        final long edges = runs.edges();
        final long digits = runs.digits();
        long a = lanes.start(0);
        long b = lanes.start(1);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = eight(t, a);
            long b1 = eight(t, b);
            long hits = ZeroRuns.hits(zeros(a1), first, second, third, edges, digits)
                    | ZeroRuns.hits(zeros(b1), first, second, third, edges, digits);
            if (hits != 0) {
                a1 = lanes.look(0, canonical(a), canonical(a1), clock);
                b1 = lanes.look(1, canonical(b), canonical(b1), clock);
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
