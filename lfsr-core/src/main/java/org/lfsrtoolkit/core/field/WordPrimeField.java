package org.lfsrtoolkit.core.field;

/**
 * GF(p) for an odd prime p &lt; 2^31: a product fits one signed word and is reduced by Barrett's method.
 *
 * <p>Cost: three multiplications a product. Sums of products are reduced once for as many terms as fit a word.
 * Source: [Barrett1986].
 */
final class WordPrimeField extends PrimeField {

    /*
     * m = floor(2^64 / p) < 2^63 for p ≥ 3. For 0 ≤ x < 2^63 put e = floor(x·m / 2^64). Then
     * 0 ≤ x/p − x·m/2^64 < x/2^64 < 1/2, so floor(x/p) − 1 ≤ e ≤ floor(x/p) and x − e·p lies in 0..2p−1.
     */
    private final long m;
    /** How many products of two residues can be added to a residue without passing 2^63 − 1; at least 1. */
    private final long termsPerReduction;
    /** Below this many terms a reduction by multiplying costs more than keeping the sum small step by step. */
    private static final int MANY_TERMS = 16;

    WordPrimeField(long p) {
        super(p);
        if (p < 3 || p >= 1L << 31) {
            throw new IllegalArgumentException("p = " + p + ", expected an odd prime below 2^31");
        }
        this.m = Long.divideUnsigned(-1L, p);
        this.termsPerReduction = (Long.MAX_VALUE - p) / ((p - 1) * (p - 1));
    }

    /** x mod p for 0 ≤ x &lt; 2^63. */
    private static long reduce(long x, long p, long m) {
        long rest = x - Math.multiplyHigh(x, m) * p - p;
        return rest + (p & (rest >> 63));
    }

    @Override
    public long fromInteger(long n) {
        return n >= 0 ? reduce(n, p, m) : super.fromInteger(n);
    }

    @Override
    public long multiply(long a, long b) {
        return reduce(a * b, p, m);
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        final long modulus = p;
        final long reciprocal = m;
        for (int i = 0; i < count; i++) {
            target[targetFrom + i] =
                    reduce(target[targetFrom + i] + factor * source[sourceFrom + i], modulus, reciprocal);
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        if (termsPerReduction < MANY_TERMS) {
            return correctedDot(a, aFrom, b, bFrom, count);
        }
        final int step = (int) Math.min(termsPerReduction, count);
        long sum = 0;
        int i = 0;
        while (i < count) {
            int end = Math.min(count, i + step);
            for (; i < end; i++) {
                sum += a[aFrom + i] * b[bFrom + i];
            }
            sum = reduce(sum, p, m);
        }
        return sum;
    }

    /*
     * Let M be the largest multiple of p below 2^63, so M > 2^63 − p. Two products add at most 2·(2^31 − 2)² = 2^63 − 2^34 + 8
     * to a sum below 2^63. Where that passes 2^63 (the sign bit) M is taken off, which leaves less than
     * 2^63 − 2^34 + 8 + p < 2^63. No multiplication is spent on reducing.
     */
    private long correctedDot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final long multiple = Long.MAX_VALUE / p * p;
        long even = 0;
        long odd = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            even += a[aFrom + i] * b[bFrom + i] + a[aFrom + i + 1] * b[bFrom + i + 1];
            even -= multiple & (even >> 63);
            odd += a[aFrom + i + 2] * b[bFrom + i + 2] + a[aFrom + i + 3] * b[bFrom + i + 3];
            odd -= multiple & (odd >> 63);
        }
        for (; i < count; i++) {
            even += a[aFrom + i] * b[bFrom + i];
            even -= multiple & (even >> 63);
        }
        return add(reduce(even, p, m), reduce(odd, p, m));
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        final long modulus = p;
        final long reciprocal = m;
        for (int i = from; i < from + count; i++) {
            target[i] = reduce(target[i] * factor, modulus, reciprocal);
        }
    }
}
