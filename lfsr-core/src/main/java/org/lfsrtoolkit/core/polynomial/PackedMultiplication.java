package org.lfsrtoolkit.core.polynomial;

/**
 * Products over GF(p), p small, with two or three coefficients in one {@code double}: Kronecker's substitution of 2^s for x
 * inside groups, where s bits hold every coefficient of the integer product, of residues between −p/2 and p/2.
 *
 * <p>A group of c coefficients makes products of 2c − 1 slots; they must fit 53 bits in {@link ShortConvolution}. For p = 3 three
 * coefficients fit up to 255 terms. {@link FloatingConvolution} packs pairs by itself.
 *
 * <p>Cost: that of a product 2 or 3 times as short, and linear time to pack and unpack. Threads: pure functions. Source:
 * [GathenGerhard2013, ch. 8].
 */
final class PackedMultiplication {

    /** No larger p has room for two coefficients at lengths that matter. */
    static final long LARGEST = 31;

    private static final int MOST_BITS = 52;
    /** Groups in the shorter operand up to which products go term by term. */
    private static final int LONGEST_SHORT = 400;

    private PackedMultiplication() {}

    /** A multiple of p, not below any sum of this many products in absolute value. */
    static long bias(long p, int terms) {
        return (p / 2 * (p / 2) * terms + p - 1) / p * p;
    }

    /** s, for which twice the bias fits s bits. */
    static int slot(long bias) {
        return 65 - Long.numberOfLeadingZeros(bias);
    }

    /** The coefficients to a group, 1 if there is no room for more or transforms are better. */
    static int group(long p, int terms) {
        int slot = slot(bias(p, terms));
        return 5 * slot <= MOST_BITS && (terms + 2) / 3 <= LONGEST_SHORT
                ? 3
                : 3 * slot <= MOST_BITS && (terms + 1) / 2 <= LONGEST_SHORT ? 2 : 1;
    }

    /** a·b; p ≤ {@value #LARGEST} and the group of min(na, nb) above 1. */
    static long[] multiply(long p, long[] a, long[] b) {
        int terms = Math.min(a.length, b.length);
        long bias = bias(p, terms);
        int slot = slot(bias);
        int group = group(p, terms);
        double[] x = pack(p, terms == a.length ? a : b, group, slot);
        double[] y = a == b ? x : pack(p, terms == a.length ? b : a, group, slot);
        double[] product = ShortConvolution.multiply(x, y, Math.scalb(1.0, (2 * group - 1) * slot - 1));
        long[] sums =
                group == 2 ? unpackPairs(product, product.length, slot, bias) : unpackTriples(product, slot, bias);
        return reduce(p, sums, a.length + b.length - 1);
    }

    /** The groups as balanced integers, the first coefficient lowest. */
    static double[] pack(long p, long[] a, int group, int slot) {
        double[] packed = new double[(a.length + group - 1) / group];
        final long half = p / 2;
        int i = 0;
        int at = 0;
        for (; i + group <= a.length; i += group) {
            long value = 0;
            for (int j = group - 1; j >= 0; j--) {
                long c = a[i + j];
                value = (value << slot) + c - (p & ((half - c) >> 63));
            }
            packed[at++] = value;
        }
        long value = 0;
        for (int j = a.length - 1; j >= i; j--) {
            value = (value << slot) + a[j] - (p & ((half - a[j]) >> 63));
        }
        if (i < a.length) {
            packed[at] = value;
        }
        return packed;
    }

    /**
     * With the bias in each slot, all slots are positive and stand alone; those of neighbours that meet are added. The third slot
     * of the last value comes behind all others, at 2·count.
     */
    static long[] unpackPairs(double[] product, int count, int slot, long bias) {
        long[] sums = new long[2 * count + 1];
        final long offset = (bias << slot << slot) + (bias << slot) + bias;
        final long mask = (1L << slot) - 1;
        long carried = 0;
        for (int i = 0; i < count; i++) {
            long value = (long) product[i] + offset;
            sums[2 * i] = carried + (value & mask);
            sums[2 * i + 1] = value >>> slot & mask;
            carried = value >>> 2 * slot;
        }
        sums[2 * count] = carried;
        return sums;
    }

    private static long[] unpackTriples(double[] product, int slot, long bias) {
        long[] sums = new long[3 * product.length + 2];
        final long pair = (bias << slot) + bias;
        final long offset = (pair << slot << slot << slot) + (pair << slot) + bias;
        final long mask = (1L << slot) - 1;
        long c0 = 0;
        long c1 = 0;
        for (int i = 0; i < product.length; i++) {
            long value = (long) product[i] + offset;
            sums[3 * i] = c0 + (value & mask);
            sums[3 * i + 1] = c1 + (value >>> slot & mask);
            sums[3 * i + 2] = value >>> 2 * slot & mask;
            c0 = value >>> 3 * slot & mask;
            c1 = value >>> 4 * slot;
        }
        sums[3 * product.length] = c0;
        sums[3 * product.length + 1] = c1;
        return sums;
    }

    /**
     * The first sums modulo p.
     *
     * <p>Sums of two slots are below 2^27. With M = floor(2^36 / p) + 1 and 0 ≤ x &lt; 2^27, x·M / 2^36 exceeds x/p by at most
     * 2^27 / 2^36 &lt; 1/p, so that its floor is the quotient.
     */
    static long[] reduce(long p, long[] sums, int count) {
        long[] result = new long[count];
        final long reciprocal = (1L << 36) / p + 1;
        for (int i = 0; i < count; i++) {
            long x = sums[i];
            result[i] = x - (x * reciprocal >>> 36) * p;
        }
        return result;
    }
}
