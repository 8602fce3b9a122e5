package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Sums of multiples of rows over a prime field, residues as longs, reduced once at the end: any odd p &lt; 2^31.
 *
 * <p>Sums are kept below 2^63 by taking a multiple of p off where two products more have passed it, which needs no
 * multiplication. Threads: stateless.
 */
final class LongPrimeKernel {

    /*
     * Let M be the largest multiple of p below 2^63, so M > 2^63 − p. Two products of residues add at most
     * 2·(2^31 − 2)² = 2^63 − 2^34 + 8 to a sum below 2^63. Where that passes 2^63 (the sign bit) M is taken off, which leaves
     * less than 2^63 − 2^34 + 8 + p < 2^63.
     *
     * The compiler turns the loop into vector instructions where the machine multiplies vectors of longs; with four products
     * in it, or where it has counted short loops, it does not.
     */

    private static final int BLOCK = 64;
    private static final int LEAST_VECTOR = 16;

    private final long p;
    /** M. */
    private final long multiple;
    /** floor((2^64 − 1) / p), the floor of 2^64 / p for odd p &gt; 1. */
    private final long reciprocal;

    LongPrimeKernel(long p) {
        this.p = p;
        this.multiple = Long.MAX_VALUE / p * p;
        this.reciprocal = Long.divideUnsigned(-1L, p);
    }

    static boolean serves(long p) {
        return p != 2 && p < 1L << 31;
    }

    /** target += fa · a + fb · b at places from .. to − 1, sums below 2^63. */
    void addTwo(long[] target, long[] a, long[] b, long fa, long fb, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int j = from; j < to; j++) {
                long sum = target[j] + fa * a[j] + fb * b[j];
                target[j] = sum - (multiple & sum >> 63);
            }
        } else {
            addTwoLong(target, a, b, fa, fb, multiple, from, to);
        }
    }

    private static void addTwoLong(
            long[] target, long[] a, long[] b, long fa, long fb, long multiple, int from, int to) {
        for (int j = from; j < to; j++) {
            long sum = target[j] + fa * a[j] + fb * b[j];
            target[j] = sum - (multiple & sum >> 63);
        }
    }

    /** x mod p for 0 ≤ x &lt; 2^63; the quotient from the reciprocal is at most 1 too small. */
    long reduce(long x) {
        long rest = x - Math.multiplyHigh(x, reciprocal) * p - p;
        return rest + (p & rest >> 63);
    }

    /** Reduces every entry. */
    void reduce(long[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = reduce(values[j]);
        }
    }

    /** Σ v[i] · rows[i] for rows of one width, reduced. */
    long[] combination(long[] v, long[][] rows, int width) {
        long[] sum = new long[width];
        addCombination(sum, v, rows, 0, rows.length);
        reduce(sum);
        return sum;
    }

    /** The product of matrices of residues, the right one not empty. */
    long[][] product(long[][] left, long[][] right, RunControl control) {
        long[][] product = new long[left.length][right[0].length];
        for (int from = 0; from < right.length; from += BLOCK) {
            control.check();
            for (int i = 0; i < left.length; i++) {
                addCombination(product[i], left[i], right, from, Math.min(right.length, from + BLOCK));
            }
        }
        for (long[] row : product) {
            reduce(row);
        }
        return product;
    }

    private void addCombination(long[] sum, long[] v, long[][] rows, int from, int to) {
        for (int i = from; i < to; i += 2) {
            int b = i + 1 < to ? i + 1 : i;
            long vb = b > i ? v[b] : 0;
            if ((v[i] | vb) != 0) {
                addTwo(sum, rows[i], rows[b], v[i], vb, 0, sum.length);
            }
        }
    }
}
