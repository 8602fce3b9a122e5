package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Sums of multiples of rows over a small prime field, digits as ints, reduced once for many terms.
 *
 * <p>The inner loop multiplies and adds ints in order, which the compiler turns into vector instructions; a loop over longs
 * with a 64-bit product it does not. Usable for odd p with at least {@value #LEAST_TERMS} products in an int.
 */
final class IntPrimeKernel {

    private static final int LEAST_TERMS = 16;

    private final int p;
    /** floor(2^32 / p). */
    private final long reciprocal;
    /** Products of two residues that can be added to a residue without passing 2^31 − 1. */
    private final int terms;

    IntPrimeKernel(long p) {
        this.p = (int) p;
        this.reciprocal = (1L << 32) / p;
        this.terms = terms(p);
    }

    private static int terms(long p) {
        return (int) Math.min(Integer.MAX_VALUE, (Integer.MAX_VALUE - p) / ((p - 1) * (p - 1)));
    }

    /** Whether the digits of this field suit the kernel, and are few enough to pay. */
    static boolean serves(FiniteField field) {
        long p = field.characteristic();
        return p != 2 && p < 1 << 15 && field.extensionDegree() <= 4 && terms(p) >= LEAST_TERMS;
    }

    /** How many {@link #addScaled} calls may follow a reduction. */
    int termsPerReduction() {
        return terms;
    }

    /** target[i] += factor · source[i]; no reduction. */
    static void addScaled(int[] target, int targetFrom, int[] source, int sourceFrom, int count, int factor) {
        for (int i = 0; i < count; i++) {
            target[targetFrom + i] += factor * source[sourceFrom + i];
        }
    }

    /** x mod p for 0 ≤ x &lt; 2^31. The quotient from the reciprocal is at most 1 too small: x/p − x·r/2^32 &lt; x/2^32 &lt; 1/2. */
    int reduce(int x) {
        int rest = x - (int) (x * reciprocal >>> 32) * p - p;
        return rest + (p & rest >> 31);
    }

    /** Reduces every entry. */
    void reduce(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = reduce(values[i]);
        }
    }

    /** Σ v[i] · rows[i] for digits v and rows of one length, reduced. */
    int[] combination(int[] v, int from, int[][] rows, int width) {
        int[] sum = new int[width];
        int left = terms;
        for (int i = 0; i < rows.length; i++) {
            int factor = v[from + i];
            if (factor != 0) {
                if (left == 0) {
                    reduce(sum);
                    left = terms;
                }
                addScaled(sum, 0, rows[i], 0, width, factor);
                left--;
            }
        }
        reduce(sum);
        return sum;
    }
}
