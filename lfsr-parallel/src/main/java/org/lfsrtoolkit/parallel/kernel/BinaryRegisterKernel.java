package org.lfsrtoolkit.parallel.kernel;

import java.util.Arrays;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

/**
 * Walks a nonsingular register over GF(2^e), with or without a constant, up to 64 bits of new symbols an operation.
 *
 * <p>The index of a state is its bits, e a symbol, oldest symbol lowest. The next 64/e symbols are an affine function of
 * the state over GF(2): one look-up for each byte of the state. A zero run of at least 15 bits holds an aligned zero
 * byte, so four subtractions and masks tell for 64 bits that there is no anchor among them; four walkers are interleaved
 * to hide the latency of the look-ups. Candidates are prenecklaces, and all states of a word are compared with one
 * candidate at the same time, bit by bit from the newest.
 *
 * <p>Limits: d·e ≤ 63. Memory: 2 KiB for each byte of the state.
 */
public final class BinaryRegisterKernel extends PackedRegisterKernel {

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    /** Fewest zero bits of an anchor for the fast walk: shorter runs may hold no aligned zero byte. */
    public static final int LEAST_ANCHOR_BITS = 15;

    private static final int LANES = 4;
    /** Bits of a candidate after its leading zeros that are compared for all states at once. */
    private static final int COMPARED = 6;

    private BinaryRegisterKernel(ShiftRegister register) {
        super(register, 1);
    }

    /**
     * The kernel of a register.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static BinaryRegisterKernel of(ShiftRegister register) {
        if (!supports(register)) {
            throw new IllegalArgumentException("register over " + register.field() + " of length " + register.length()
                    + ", expected a nonsingular one over GF(2^e), e at most 16, with at most 63 bits of state");
        }
        return new BinaryRegisterKernel(register);
    }

    /** Whether the kernel takes this register. */
    public static boolean supports(ShiftRegister register) {
        return register.field().characteristic() == 2 && packs(register, 1);
    }

    @Override
    public long preferredSegment() {
        return 1L << LEAST_ANCHOR_BITS;
    }

    @Override
    long sum(long a, long b) {
        return a ^ b;
    }

    private static boolean hasZeroByte(long word) {
        return ((word - ONES) & ~word & TOPS) != 0;
    }

    @Override
    long after(long word) {
        long[] t = tables;
        long sum = t[(int) (word >>> 56)];
        int shift = 48;
        for (int at = 256; at < t.length; at += 256) {
            sum ^= t[at + ((int) (word >>> shift) & 255)];
            shift -= 8;
        }
        return sum;
    }

    @Override
    public long walkSegments(SegmentTable table, long from, long to, WorkerContext worker) {
        int zeros = anchorSymbols(table.bound());
        if (zeros * symbolBits < LEAST_ANCHOR_BITS) {
            return walkShortSegments(table, zeros, from, to, worker);
        }
        Lanes lanes = new Lanes(LANES, table, zeros, ZeroRuns.NONE, from, to);
        return stateBits <= 32
                ? walkFour(lanes, worker)
                : stateBits <= 40 ? walkFive(lanes, worker) : walkEight(lanes, worker);
    }

    private static long four(long[] t, long x) {
        return t[(int) (x >>> 56)]
                ^ t[256 + ((int) (x >>> 48) & 255)]
                ^ t[512 + ((int) (x >>> 40) & 255)]
                ^ t[768 + ((int) (x >>> 32) & 255)];
    }

    private static long five(long[] t, long x) {
        return four(t, x) ^ t[1024 + ((int) (x >>> 24) & 255)];
    }

    private static long eight(long[] t, long x) {
        return five(t, x)
                ^ t[1280 + ((int) (x >>> 16) & 255)]
                ^ t[1536 + ((int) (x >>> 8) & 255)]
                ^ t[1792 + ((int) x & 255)];
    }

    /** States of at most 32 bits: four look-ups a word, four walkers to hide their latency. */
    private long walkFour(Lanes lanes, WorkerContext worker) {
        final long[] t = Arrays.copyOf(tables, 1024);
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        long d = lanes.start(3);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = four(t, a);
            long b1 = four(t, b);
            long c1 = four(t, c);
            long d1 = four(t, d);
            long zeros = (a1 - ONES) & ~a1 | (b1 - ONES) & ~b1 | (c1 - ONES) & ~c1 | (d1 - ONES) & ~d1;
            if ((zeros & TOPS) != 0) {
                a1 = lanes.look(0, a, a1, clock);
                b1 = lanes.look(1, b, b1, clock);
                c1 = lanes.look(2, c, c1, clock);
                d1 = lanes.look(3, d, d1, clock);
            }
            a = a1;
            b = b1;
            c = c1;
            d = d1;
            if ((clock & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
        return lanes.walked;
    }

    /** States of 33 to 40 bits. */
    private long walkFive(Lanes lanes, WorkerContext worker) {
        final long[] t = Arrays.copyOf(tables, 1280);
        long a = lanes.start(0);
        long b = lanes.start(1);
        long c = lanes.start(2);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = five(t, a);
            long b1 = five(t, b);
            long c1 = five(t, c);
            long zeros = (a1 - ONES) & ~a1 | (b1 - ONES) & ~b1 | (c1 - ONES) & ~c1;
            if ((zeros & TOPS) != 0) {
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

    /** States of 41 to 63 bits: two walkers, as the eight look-ups keep the processor busy. */
    private long walkEight(Lanes lanes, WorkerContext worker) {
        final long[] t = Arrays.copyOf(tables, 2048);
        long a = lanes.start(0);
        long b = lanes.start(1);
        for (long clock = 1; lanes.active > 0; clock++) {
            long a1 = eight(t, a);
            long b1 = eight(t, b);
            long zeros = (a1 - ONES) & ~a1 | (b1 - ONES) & ~b1;
            if ((zeros & TOPS) != 0) {
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

    @Override
    boolean mayHoldAnchor(long word, ZeroRuns runs) {
        return hasZeroByte(word);
    }

    /**
     * For e = 1, in halves of 32 states: the window holds the 32 symbols before them, so that the symbols t
     * clocks older stand t places lower. The leading zeros of the candidate are compared by doubling, the next
     * {@link #COMPARED} bits one by one; a state that agrees in all of these is compared as a whole.
     */
    @Override
    long test(long candidate, CycleBuffer buffer, WorkerContext worker) {
        if (symbolBits != 1) {
            return super.test(candidate, buffer, worker);
        }
        long aligned = candidate << (64 - stateBits);
        int zeros = Math.min(Long.numberOfLeadingZeros(aligned), 32 - COMPARED);
        int compared = Math.min(COMPARED, stateBits - zeros);
        long after = aligned << zeros;
        long previous = aligned;
        long steps = 0;
        for (int words = 1; ; words++) {
            long word = after(previous);
            long window = (previous >>> 32) | (word << 32);
            for (int half = 0; half < 2; half++) {
                long equal = zeroRuns(window, zeros) & 0xFFFFFFFF00000000L;
                long less = 0;
                for (int t = 0; t < compared; t++) {
                    long stream = window << (zeros + t);
                    long bit = after << t >> 63;
                    less |= equal & ~stream & bit;
                    equal &= ~(stream ^ bit);
                }
                for (long open = equal | less; open != 0; open &= open - 1) {
                    int position = Long.numberOfTrailingZeros(open);
                    int symbols = position - 31 + 32 * half;
                    long state = packedAfter(previous, word, symbols);
                    if (state <= candidate) {
                        steps += symbols;
                        if (state == candidate) {
                            buffer.add(candidate, steps);
                        }
                        return steps;
                    }
                }
                window = word;
            }
            steps += 64;
            previous = word;
            if ((words & (CHECK_WORDS - 1)) == 0) {
                worker.checkCancelled();
            }
        }
    }

    /** The places of a word where that many zero bits, 0..32, begin and go on downwards. */
    private static long zeroRuns(long word, int zeros) {
        long run = ~word;
        if (zeros == 0) {
            return -1L;
        }
        int length = 1;
        while (2 * length <= zeros) {
            run &= run << length;
            length *= 2;
        }
        return run & (run << (zeros - length));
    }
}
