package org.lfsrtoolkit.core.polynomial;

/**
 * Products of integer polynomials in {@code double}: Karatsuba's method down to {@value #BASE} coefficients, then term by term,
 * four rows of the product at a time with the last coefficients of the other operand in registers.
 *
 * <p>Each level of Karatsuba's method doubles the sums in the middle, so as many are taken as leave them below 2^53.
 *
 * <p>Cost: na·nb fused multiply-adds, two a clock, a quarter less for each level. Memory: 4 operands. Threads: pure functions.
 * Source: [KaratsubaOfman1963].
 */
final class ShortConvolution {

    static final double EXACT = 0x1p53;
    private static final int BASE = 64;

    private final double[] work;

    private ShortConvolution(int n, int levels) {
        int size = n;
        int words = 0;
        for (int i = 0; i < levels; i++) {
            size = (size + 1) / 2;
            words += 4 * size;
        }
        this.work = new double[words];
    }

    /**
     * The na + nb − 1 coefficients of a·b, na = a.length ≥ 1, nb = b.length ≥ 1, which are integers.
     *
     * @param bound not below min(na, nb)·|a_i·b_j| for any i, j; below 2^53
     */
    static double[] multiply(double[] a, double[] b, double bound) {
        double[] shorter = a.length <= b.length ? a : b;
        double[] longer = shorter == a ? b : a;
        int m = shorter.length;
        int n = longer.length;
        int levels = levels(m, bound);
        double[] product = new double[m + n - 1];
        if (levels == 0) {
            rows(product, 0, shorter, 0, m, longer, 0, n);
            return product;
        }
        ShortConvolution method = new ShortConvolution(m, levels);
        if (m == n) {
            method.multiply(product, 0, longer, 0, shorter, 0, m, 0, levels);
            return product;
        }
        double[] piece = new double[2 * m - 1];
        int from = 0;
        for (; from + m <= n; from += m) {
            java.util.Arrays.fill(piece, 0);
            method.multiply(piece, 0, longer, from, shorter, 0, m, 0, levels);
            for (int i = 0; i < piece.length; i++) {
                product[from + i] += piece[i];
            }
        }
        if (from < n) {
            rows(product, from, longer, from, n - from, shorter, 0, m);
        }
        return product;
    }

    /** The levels of Karatsuba's method for a shorter operand of this length and a bound as for {@link #multiply}. */
    static int levels(int shorter, double bound) {
        int levels = 0;
        double largest = bound;
        for (int size = shorter; size > BASE && 2 * largest < EXACT; size = (size + 1) / 2) {
            levels++;
            largest *= 2;
        }
        return levels;
    }

    /** c[co..co+2n−1) = a[ao..ao+n) · b[bo..bo+n), for a target of zeros. */
    private void multiply(double[] c, int co, double[] a, int ao, double[] b, int bo, int n, int workFrom, int levels) {
        if (levels == 0) {
            rows(c, co, a, ao, n, b, bo, n);
            return;
        }
        int low = (n + 1) / 2;
        int high = n - low;
        int sumA = workFrom;
        int sumB = workFrom + low;
        int middle = workFrom + 2 * low;
        int next = workFrom + 4 * low;
        multiply(c, co, a, ao, b, bo, low, next, levels - 1);
        multiply(c, co + 2 * low, a, ao + low, b, bo + low, high, next, levels - 1);
        for (int i = 0; i < high; i++) {
            work[sumA + i] = a[ao + i] + a[ao + low + i];
            work[sumB + i] = b[bo + i] + b[bo + low + i];
        }
        if (high < low) {
            work[sumA + high] = a[ao + high];
            work[sumB + high] = b[bo + high];
        }
        java.util.Arrays.fill(work, middle, middle + 2 * low, 0);
        multiply(work, middle, work, sumA, work, sumB, low, next, levels - 1);
        int end = 2 * high - 1;
        for (int i = 0; i < end; i++) {
            work[middle + i] -= c[co + i] + c[co + 2 * low + i];
        }
        for (int i = end; i < 2 * low - 1; i++) {
            work[middle + i] -= c[co + i];
        }
        // the top coefficients of the middle product, past those of the whole, are 0
        int count = Math.min(2 * low - 1, 2 * n - 1 - low);
        for (int i = 0; i < count; i++) {
            c[co + low + i] += work[middle + i];
        }
    }

    /** c[co..co+na+nb−1) += a[ao..ao+na) · b[bo..bo+nb). */
    private static void rows(double[] c, int co, double[] a, int ao, int na, double[] b, int bo, int nb) {
        int from = 0;
        for (; from + 4 <= na; from += 4) {
            int at = ao + from;
            fourRows(c, co + from, a[at], a[at + 1], a[at + 2], a[at + 3], b, bo, nb);
        }
        for (; from < na; from++) {
            double f = a[ao + from];
            for (int i = 0; i < nb; i++) {
                c[co + from + i] = Math.fma(f, b[bo + i], c[co + from + i]);
            }
        }
    }

    /** c[at + i] += f0·b[i] + f1·b[i − 1] + f2·b[i − 2] + f3·b[i − 3], the places of b counted from bo. */
    private static void fourRows(
            double[] c, int at, double f0, double f1, double f2, double f3, double[] b, int bo, int nb) {
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0; i < nb; i++) {
            double b0 = b[bo + i];
            c[at + i] = Math.fma(f0, b0, Math.fma(f1, b1, Math.fma(f2, b2, Math.fma(f3, b3, c[at + i]))));
            b3 = b2;
            b2 = b1;
            b1 = b0;
        }
        int end = at + nb;
        c[end] += f1 * b1 + f2 * b2 + f3 * b3;
        c[end + 1] += f2 * b1 + f3 * b2;
        c[end + 2] += f3 * b1;
    }
}
