package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.register.AffineMap;

/**
 * Walks any nonsingular affine map over GF(3^m) one state at a time, four walkers interleaved: two bits a digit, and sums as
 * in {@link TernaryRegisterKernel}, one look-up for each part of at most 11 bits.
 *
 * <p>Limits: d·m ≤ 31. Memory: 16 KiB for each part.
 */
public final class TernaryMatrixKernel extends PackedMatrixKernel {

    private static final int MOST_DIGITS = 31;

    private TernaryMatrixKernel(AffineMap map, DigitPacking packing) {
        super(
                "affine map over " + map.field() + ", tables of parts",
                packing,
                packing.tables(map, (a, b) -> TernaryRegisterKernel.canonical(TernaryRegisterKernel.add(a, b))));
    }

    /**
     * The kernel of a map.
     *
     * @throws IllegalArgumentException if {@link #supports} does not take it
     */
    public static TernaryMatrixKernel of(AffineMap map) {
        if (!supports(map)) {
            throw new IllegalArgumentException("map over " + map.field() + " of dimension " + map.dimension()
                    + ", expected a nonsingular one over GF(3^m) with at most 31 digits of state");
        }
        return new TernaryMatrixKernel(
                map, new DigitPacking(3, map.dimension() * map.field().extensionDegree(), 2));
    }

    /** Whether the kernel takes this map. */
    public static boolean supports(AffineMap map) {
        return map.field().characteristic() == 3
                && (long) map.dimension() * map.field().extensionDegree() <= MOST_DIGITS
                && map.isNonsingular();
    }

    /** The sum of two look-ups. */
    private static long two(long[] t, long x, int bits, int mask) {
        return TernaryRegisterKernel.add(t[(int) x & mask], t[(1 << bits) + ((int) (x >>> bits) & mask)]);
    }

    private static long three(long[] t, long x, int bits, int mask) {
        return TernaryRegisterKernel.add(two(t, x, bits, mask), t[(2 << bits) + ((int) (x >>> 2 * bits) & mask)]);
    }

    private static long four(long[] t, long x, int bits, int mask) {
        return TernaryRegisterKernel.add(
                two(t, x, bits, mask),
                TernaryRegisterKernel.add(
                        t[(2 << bits) + ((int) (x >>> 2 * bits) & mask)],
                        t[(3 << bits) + ((int) (x >>> 3 * bits) & mask)]));
    }

    private static long many(long[] t, long x, int bits, int mask) {
        long sum = four(t, x, bits, mask);
        int shift = 4 * bits;
        for (int at = 4 << bits; at < t.length; at += 1 << bits) {
            sum = TernaryRegisterKernel.add(sum, t[at + ((int) (x >>> shift) & mask)]);
            shift += bits;
        }
        return sum;
    }

    @Override
    void step(long[] states) {
        final long[] t = tables;
        final int bits = partBits;
        final int mask = (1 << bits) - 1;
        // Packed states are compared: 3, which stands for 0 within sums, must not stay.
        switch (parts) {
            case 1 -> {
                states[0] = TernaryRegisterKernel.canonical(t[(int) states[0] & mask]);
                states[1] = TernaryRegisterKernel.canonical(t[(int) states[1] & mask]);
                states[2] = TernaryRegisterKernel.canonical(t[(int) states[2] & mask]);
                states[3] = TernaryRegisterKernel.canonical(t[(int) states[3] & mask]);
            }
            case 2 -> {
                states[0] = TernaryRegisterKernel.canonical(two(t, states[0], bits, mask));
                states[1] = TernaryRegisterKernel.canonical(two(t, states[1], bits, mask));
                states[2] = TernaryRegisterKernel.canonical(two(t, states[2], bits, mask));
                states[3] = TernaryRegisterKernel.canonical(two(t, states[3], bits, mask));
            }
            case 3 -> {
                states[0] = TernaryRegisterKernel.canonical(three(t, states[0], bits, mask));
                states[1] = TernaryRegisterKernel.canonical(three(t, states[1], bits, mask));
                states[2] = TernaryRegisterKernel.canonical(three(t, states[2], bits, mask));
                states[3] = TernaryRegisterKernel.canonical(three(t, states[3], bits, mask));
            }
            case 4 -> {
                states[0] = TernaryRegisterKernel.canonical(four(t, states[0], bits, mask));
                states[1] = TernaryRegisterKernel.canonical(four(t, states[1], bits, mask));
                states[2] = TernaryRegisterKernel.canonical(four(t, states[2], bits, mask));
                states[3] = TernaryRegisterKernel.canonical(four(t, states[3], bits, mask));
            }
            default -> {
                states[0] = TernaryRegisterKernel.canonical(many(t, states[0], bits, mask));
                states[1] = TernaryRegisterKernel.canonical(many(t, states[1], bits, mask));
                states[2] = TernaryRegisterKernel.canonical(many(t, states[2], bits, mask));
                states[3] = TernaryRegisterKernel.canonical(many(t, states[3], bits, mask));
            }
        }
    }
}
