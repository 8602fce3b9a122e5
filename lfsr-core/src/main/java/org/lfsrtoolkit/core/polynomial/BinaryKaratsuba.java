package org.lfsrtoolkit.core.polynomial;

/**
 * Karatsuba's method for binary polynomials of one length: three products of half the size, down to {@link BinaryComb}.
 *
 * <p>Cost: O(n^1.585) for n words. Memory: 4n + O(log n) words. Threads: not safe, as an instance is the memory for the
 * products between. Source: [KaratsubaOfman1963].
 */
final class BinaryKaratsuba {

    /** Measured, for operands of up to so many words, of which the rest are made up (2-core EPYC, JDK 17). */
    private static final double[] NANOS = {0, 20, 55, 105, 158};

    private static final double NANOS_A_WORD_AND_LEVEL = 3.5;

    private static final int LARGEST_EXACT_ESTIMATE = 256;

    private final int n;
    /** The table of the base case, then sums and middle products. */
    private final long[] work;

    /** For operands of n ≥ 1 words. */
    BinaryKaratsuba(int n) {
        this.n = n;
        int words = 0;
        for (int size = n; size > BinaryComb.WORDS; size = (size + 1) / 2) {
            words += 4 * ((size + 1) / 2);
        }
        this.work = new long[n == 1 ? 0 : BinaryComb.TABLE + words];
    }

    /** About how long a product of two operands of n words takes. */
    static double nanos(int n) {
        if (n <= BinaryComb.WORDS) {
            return NANOS[n];
        }
        int low = (n + 1) / 2;
        boolean even = n == 2 * low || n > LARGEST_EXACT_ESTIMATE;
        return (even ? 3 * nanos(low) : 2 * nanos(low) + nanos(n - low)) + NANOS_A_WORD_AND_LEVEL * n;
    }

    /** c[co..co+2n) = a[ao..ao+n) · b[bo..bo+n); c does not overlap the operands. */
    void multiply(long[] c, int co, long[] a, int ao, long[] b, int bo) {
        multiply(c, co, a, ao, b, bo, n, BinaryComb.TABLE);
    }

    private void multiply(long[] c, int co, long[] a, int ao, long[] b, int bo, int n, int workFrom) {
        if (n <= BinaryComb.WORDS) {
            BinaryComb.multiply(c, co, a, ao, b, bo, n, work);
            return;
        }
        int low = (n + 1) / 2;
        int high = n - low;
        int sumA = workFrom;
        int sumB = workFrom + low;
        int middle = workFrom + 2 * low;
        int next = workFrom + 4 * low;
        multiply(c, co, a, ao, b, bo, low, next);
        multiply(c, co + 2 * low, a, ao + low, b, bo + low, high, next);
        for (int i = 0; i < high; i++) {
            work[sumA + i] = a[ao + i] ^ a[ao + low + i];
            work[sumB + i] = b[bo + i] ^ b[bo + low + i];
        }
        if (high < low) {
            work[sumA + high] = a[ao + high];
            work[sumB + high] = b[bo + high];
        }
        multiply(work, middle, work, sumA, work, sumB, low, next);
        // c = L + x^low·(M − L − H) + x^(2·low)·H, where the words low..2·low of L and H meet
        int top = co + 2 * low;
        for (int i = 0; i < 2 * high - low; i++) {
            long meet = c[co + low + i] ^ c[top + i];
            c[co + low + i] = meet ^ work[middle + i] ^ c[co + i];
            c[top + i] = meet ^ work[middle + low + i] ^ c[top + low + i];
        }
        for (int i = Math.max(0, 2 * high - low); i < low; i++) {
            long meet = c[co + low + i] ^ (i < 2 * high ? c[top + i] : 0);
            c[co + low + i] = meet ^ work[middle + i] ^ c[co + i];
            if (i < 2 * high) {
                c[top + i] = meet ^ work[middle + low + i];
            }
        }
    }
}
