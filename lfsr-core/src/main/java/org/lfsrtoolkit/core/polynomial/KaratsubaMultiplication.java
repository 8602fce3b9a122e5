package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Karatsuba's method over GF(p): three products of half the size, down to {@value #BASE} coefficients.
 *
 * <p>Cost: O(n^1.585). Memory: 4n coefficients. Threads: pure functions. Source: [KaratsubaOfman1963].
 */
final class KaratsubaMultiplication {

    static final int BASE = 32;

    private final FiniteField field;
    private final long p;
    private final long[] work;

    private KaratsubaMultiplication(FiniteField field, int n) {
        this.field = field;
        this.p = field.characteristic();
        int words = 0;
        for (int size = n; size > BASE; size = (size + 1) / 2) {
            words += 4 * ((size + 1) / 2);
        }
        this.work = new long[words];
    }

    /** a·b in na + nb − 1 coefficients, for the first na of a and the first nb of b, na, nb ≥ 1. */
    static long[] multiply(FiniteField field, long[] a, int na, long[] b, int nb) {
        long[] product = new long[na + nb];
        long[] longer = na < nb ? b : a;
        long[] shorter = longer == a ? b : a;
        int n = Math.max(na, nb);
        int m = Math.min(na, nb);
        if (m <= BASE) {
            SchoolbookMultiplication.multiply(field, product, 0, longer, 0, n, shorter, 0, m);
            return java.util.Arrays.copyOf(product, n + m - 1);
        }
        KaratsubaMultiplication method = new KaratsubaMultiplication(field, m);
        if (n == m) {
            method.multiply(product, 0, longer, 0, shorter, 0, m, 0);
        } else {
            long[] piece = new long[2 * m];
            int from = 0;
            for (; from + m <= n; from += m) {
                method.multiply(piece, 0, longer, from, shorter, 0, m, 0);
                method.addTo(product, from, piece, 2 * m - 1);
            }
            if (from < n) {
                long[] tail = multiply(field, shorter, m, java.util.Arrays.copyOfRange(longer, from, n), n - from);
                method.addTo(product, from, tail, tail.length);
            }
        }
        return java.util.Arrays.copyOf(product, n + m - 1);
    }

    private void addTo(long[] target, int at, long[] source, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = add(target[at + i], source[i]);
        }
    }

    private long add(long x, long y) {
        long sum = x + y - p;
        return sum + (p & (sum >> 63));
    }

    private long subtract(long x, long y) {
        long difference = x - y;
        return difference + (p & (difference >> 63));
    }

    /** c[co..co+2n−1) = a[ao..ao+n) · b[bo..bo+n), and c[co+2n−1] = 0. */
    private void multiply(long[] c, int co, long[] a, int ao, long[] b, int bo, int n, int workFrom) {
        c[co + 2 * n - 1] = 0;
        if (n <= BASE) {
            SchoolbookMultiplication.multiply(field, c, co, a, ao, n, b, bo, n);
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
            work[sumA + i] = add(a[ao + i], a[ao + low + i]);
            work[sumB + i] = add(b[bo + i], b[bo + low + i]);
        }
        if (high < low) {
            work[sumA + high] = a[ao + high];
            work[sumB + high] = b[bo + high];
        }
        multiply(work, middle, work, sumA, work, sumB, low, next);
        for (int i = 0; i < 2 * low; i++) {
            long m = subtract(work[middle + i], c[co + i]);
            work[middle + i] = i < 2 * high ? subtract(m, c[co + 2 * low + i]) : m;
        }
        // the top coefficients of the middle product, past those of the whole, are 0
        int count = Math.min(2 * low, 2 * n - low);
        for (int i = 0; i < count; i++) {
            c[co + low + i] = add(c[co + low + i], work[middle + i]);
        }
    }
}
