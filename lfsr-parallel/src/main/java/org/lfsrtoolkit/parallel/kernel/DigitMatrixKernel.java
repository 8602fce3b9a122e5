package org.lfsrtoolkit.parallel.kernel;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * Walks any nonsingular affine map over GF(p^m), p odd and below 2^31, one state at a time, four walkers interleaved: states
 * are packed, w bits a digit, one more than p − 1 has, and the image is a sum of one look-up for each part of at most 11 bits.
 *
 * <p>Packed states are in the order of their indexes. Limits: d·m·w ≤ 63. Memory: 16 KiB for each part. For p = 3
 * {@link TernaryMatrixKernel} is faster and takes more digits.
 */
public final class DigitMatrixKernel extends PackedMatrixKernel {

    private final int prime;
    private final int topShift;
    private final long tops;
    private final long toTop;

    private DigitMatrixKernel(AffineMap map, DigitPacking packing) {
        super(
                "affine map over " + map.field() + ", tables of parts",
                packing,
                packing.tables(
                        map, (a, b) -> add(a, b, tops(packing), packing.digitBits() - 1, toTop(packing), packing.p())));
        this.prime = packing.p();
        this.topShift = packing.digitBits() - 1;
        this.tops = tops(packing);
        this.toTop = toTop(packing);
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
        FiniteField field = map.field();
        return new DigitMatrixKernel(
                map,
                new DigitPacking(
                        (int) field.characteristic(),
                        map.dimension() * field.extensionDegree(),
                        SmallPrimeRegisterKernel.digitBits(field.characteristic())));
    }

    /** Whether the kernel takes this map. */
    public static boolean supports(AffineMap map) {
        long p = map.field().characteristic();
        return p >= 3
                && p < 1L << 31
                && (long) map.dimension()
                                * map.field().extensionDegree()
                                * SmallPrimeRegisterKernel.digitBits(map.field().characteristic())
                        <= 63
                && map.isNonsingular();
    }

    private static long ones(DigitPacking packing) {
        long ones = 0;
        for (int i = 0; i < packing.digits(); i++) {
            ones |= 1L << (i * packing.digitBits());
        }
        return ones;
    }

    private static long tops(DigitPacking packing) {
        return ones(packing) << (packing.digitBits() - 1);
    }

    private static long toTop(DigitPacking packing) {
        return ones(packing) * ((1L << (packing.digitBits() - 1)) - packing.p());
    }

    private static long add(long a, long b, long tops, int topShift, long toTop, long prime) {
        long sum = a + b;
        return sum - (((sum + toTop) & tops) >>> topShift) * prime;
    }

    /** The sum of two look-ups. */
    private static long two(long[] t, long x, int bits, int mask, long top, int up, long offset, long p) {
        return add(t[(int) x & mask], t[(1 << bits) + ((int) (x >>> bits) & mask)], top, up, offset, p);
    }

    private static long three(long[] t, long x, int bits, int mask, long top, int up, long offset, long p) {
        return add(
                two(t, x, bits, mask, top, up, offset, p),
                t[(2 << bits) + ((int) (x >>> 2 * bits) & mask)],
                top,
                up,
                offset,
                p);
    }

    private static long four(long[] t, long x, int bits, int mask, long top, int up, long offset, long p) {
        return add(
                two(t, x, bits, mask, top, up, offset, p),
                add(
                        t[(2 << bits) + ((int) (x >>> 2 * bits) & mask)],
                        t[(3 << bits) + ((int) (x >>> 3 * bits) & mask)],
                        top,
                        up,
                        offset,
                        p),
                top,
                up,
                offset,
                p);
    }

    private static long many(long[] t, long x, int bits, int mask, long top, int up, long offset, long p) {
        long sum = four(t, x, bits, mask, top, up, offset, p);
        int shift = 4 * bits;
        for (int at = 4 << bits; at < t.length; at += 1 << bits) {
            sum = add(sum, t[at + ((int) (x >>> shift) & mask)], top, up, offset, p);
            shift += bits;
        }
        return sum;
    }

    @Override
    void step(long[] states) {
        final long[] t = tables;
        final int bits = partBits;
        final int mask = (1 << bits) - 1;
        final long top = tops;
        final long offset = toTop;
        final long p = prime;
        final int up = topShift;
        switch (parts) {
            case 1 -> {
                states[0] = t[(int) states[0] & mask];
                states[1] = t[(int) states[1] & mask];
                states[2] = t[(int) states[2] & mask];
                states[3] = t[(int) states[3] & mask];
            }
            case 2 -> {
                states[0] = two(t, states[0], bits, mask, top, up, offset, p);
                states[1] = two(t, states[1], bits, mask, top, up, offset, p);
                states[2] = two(t, states[2], bits, mask, top, up, offset, p);
                states[3] = two(t, states[3], bits, mask, top, up, offset, p);
            }
            case 3 -> {
                states[0] = three(t, states[0], bits, mask, top, up, offset, p);
                states[1] = three(t, states[1], bits, mask, top, up, offset, p);
                states[2] = three(t, states[2], bits, mask, top, up, offset, p);
                states[3] = three(t, states[3], bits, mask, top, up, offset, p);
            }
            case 4 -> {
                states[0] = four(t, states[0], bits, mask, top, up, offset, p);
                states[1] = four(t, states[1], bits, mask, top, up, offset, p);
                states[2] = four(t, states[2], bits, mask, top, up, offset, p);
                states[3] = four(t, states[3], bits, mask, top, up, offset, p);
            }
            default -> {
                states[0] = many(t, states[0], bits, mask, top, up, offset, p);
                states[1] = many(t, states[1], bits, mask, top, up, offset, p);
                states[2] = many(t, states[2], bits, mask, top, up, offset, p);
                states[3] = many(t, states[3], bits, mask, top, up, offset, p);
            }
        }
    }
}
