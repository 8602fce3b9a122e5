package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Sums of multiples of rows over a small prime field, digits as ints, reduced once for many terms.
 *
 * <p>Usable for odd p with at least {@value #LEAST_TERMS} products in an int. Threads: stateless.
 */
final class IntPrimeKernel {

    /*
     * The compiler turns the loops into vector instructions: ints, every array at the same index, four sources at most. With
     * six sources or an offset a row it does not, nor where it has counted short loops, which are therefore apart.
     */

    private static final int LEAST_TERMS = 16;
    /** Rows of the right factor used in one pass over the product, so that they stay in the cache. */
    private static final int BLOCK = 64;
    /** Shorter rows than this are added by loops of their own. */
    private static final int LEAST_VECTOR = 24;

    private final int p;
    /** floor(2^32 / p). */
    private final long reciprocal;
    /** 2^16 mod p. */
    private final int halfWord;

    private final int terms;

    IntPrimeKernel(long p) {
        this.p = (int) p;
        this.reciprocal = (1L << 32) / p;
        this.halfWord = (int) ((1L << 16) % p);
        this.terms = terms(p);
    }

    /** Products of two residues that can be added to a folded value without passing 2^31 − 1. */
    private static int terms(long p) {
        return (int) Math.max(0, (Integer.MAX_VALUE - mostFolded(p)) / ((p - 1) * (p - 1)));
    }

    private static long mostFolded(long p) {
        return (1L << 16) + (1L << 15) * p;
    }

    /** Whether the kernel serves GF(p). */
    static boolean serves(long p) {
        return p != 2 && p < 1 << 15 && terms(p) >= LEAST_TERMS;
    }

    /** Whether the digits of this field suit the kernel, and are few enough to pay. */
    static boolean serves(FiniteField field) {
        return serves(field.characteristic()) && field.extensionDegree() <= 4;
    }

    /** How many products of residues may be added to zeros, residues or folded values before the next folding. */
    int termsPerReduction() {
        return terms;
    }

    /** target += factor · source at places from .. to − 1; no reduction. */
    static void addScaled(int[] target, int[] source, int factor, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += factor * source[j];
        }
    }

    /** target += Σ factor · source at places from .. to − 1; no reduction. */
    static void addFour(
            int[] target, int[] a, int[] b, int[] c, int[] d, int fa, int fb, int fc, int fd, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int j = from; j < to; j++) {
                target[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
            }
        } else {
            addFourLong(target, a, b, c, d, fa, fb, fc, fd, from, to);
        }
    }

    private static void addFourLong(
            int[] target, int[] a, int[] b, int[] c, int[] d, int fa, int fb, int fc, int fd, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    /** x mod p for 0 ≤ x &lt; 2^31. The quotient from the reciprocal is at most 1 too small: x/p − x·r/2^32 &lt; x/2^32 &lt; 1/2. */
    int reduce(int x) {
        int rest = x - (int) (x * reciprocal >>> 32) * p - p;
        return rest + (p & rest >> 31);
    }

    /** Reduces every entry. */
    void reduce(int[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = reduce(values[j]);
        }
    }

    /** Makes entries 0 ≤ x &lt; 2^31 smaller without changing their residues: below 2^16 + 2^15·p. */
    void fold(int[] values) {
        final int factor = halfWord;
        for (int j = 0; j < values.length; j++) {
            values[j] = (values[j] & 0xffff) + (values[j] >>> 16) * factor;
        }
    }

    /** Σ v[i] · rows[i] for digits v and rows of one width, reduced. */
    int[] combination(int[] v, int[][] rows, int width) {
        int[] sum = new int[width];
        addCombination(sum, terms, v, rows, 0, rows.length);
        reduce(sum);
        return sum;
    }

    /** The product of matrices of residues, the right one not empty. */
    int[][] product(int[][] left, int[][] right, RunControl control) {
        int[][] product = new int[left.length][right[0].length];
        int[] terms = new int[left.length];
        java.util.Arrays.fill(terms, this.terms);
        for (int from = 0; from < right.length; from += BLOCK) {
            control.check();
            int to = Math.min(right.length, from + BLOCK);
            for (int i = 0; i < left.length; i++) {
                terms[i] = addCombination(product[i], terms[i], left[i], right, from, to);
            }
        }
        for (int[] row : product) {
            reduce(row);
        }
        return product;
    }

    /**
     * Adds Σ v[i] · rows[i] over from ≤ i &lt; to.
     *
     * @param room how many products may be added before the next folding
     * @return the same afterwards
     */
    private int addCombination(int[] sum, int room, int[] v, int[][] rows, int from, int to) {
        int width = sum.length;
        int left = room;
        for (int i = from; i < to; i += 4) {
            // Past the end: any row, zero times. Zeros in v are not skipped one by one, that costs more than it saves.
            int b = i + 1 < to ? i + 1 : i;
            int c = i + 2 < to ? i + 2 : i;
            int d = i + 3 < to ? i + 3 : i;
            int vb = b > i ? v[b] : 0;
            int vc = c > i ? v[c] : 0;
            int vd = d > i ? v[d] : 0;
            if ((v[i] | vb | vc | vd) == 0) {
                continue;
            }
            if (left < 4) {
                fold(sum);
                left = terms;
            }
            left -= 4;
            addFour(sum, rows[i], rows[b], rows[c], rows[d], v[i], vb, vc, vd, 0, width);
        }
        return left;
    }
}
