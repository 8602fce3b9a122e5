package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Product of matrices over a small prime field, several rows of the left factor at once: their entries of one column share a
 * word, and one multiplication of words is a product with all of them.
 *
 * <p>An entry of the product is a sum of s products below p², s the rows of the right factor; as many sums as fit 64 bits share
 * a word.
 *
 * <p>Cost for A of r rows, s columns and a B of c columns, e entries a word: r·s·c/e multiplications and r·c reductions. Memory:
 * the product, and two rows. The control is asked once for e rows. Threads: stateless. Source: Kronecker's substitution,
 * [GathenGerhard2013, 8.4].
 */
final class SharedWordProduct {

    /*
     * Row l of a group of e is at the bits from b·l on, b the bits of the largest sum. Every loop reads and writes whole arrays
     * at one index, so that the compiler makes vector instructions of it; with four products in a loop it does not.
     */

    /** Longer sums than this are faster with tables or with vectors of ints. */
    private static final int MOST_TERMS = 384;

    /** So that at least two entries share a word. */
    private static final int MOST_BITS = 32;

    private static final int SOURCES = 2;
    /** Shorter rows are added by loops of their own: those that have been short lose their vector instructions. */
    private static final int LEAST_VECTOR = 24;

    private final long p;
    /** ⌈2^32 / p⌉. */
    private final long reciprocal;

    private final int bits;
    private final int entries;

    private SharedWordProduct(long p, int terms) {
        this.p = p;
        this.reciprocal = ((1L << 32) + p - 1) / p;
        this.bits = bits(p, terms);
        this.entries = 64 / bits;
    }

    private static int bits(long p, int terms) {
        return 64 - Long.numberOfLeadingZeros(terms * (p - 1) * (p - 1));
    }

    /** Whether the characteristic is small enough for so many rows of the right factor. */
    static boolean serves(long p, int terms) {
        return terms <= MOST_TERMS && p < 1 << 15 && bits(p, terms) <= MOST_BITS;
    }

    /** The product of matrices of residues, the right one not empty. */
    static long[][] product(long p, long[][] left, long[][] right, RunControl control) {
        return new SharedWordProduct(p, right.length).product(left, right, control);
    }

    private long[][] product(long[][] left, long[][] right, RunControl control) {
        int terms = right.length;
        int columns = right[0].length;
        long[][] product = new long[left.length][columns];
        long[] sums = new long[columns];
        long[] factors = new long[terms];
        for (int top = 0; top < left.length; top += entries) {
            control.check();
            int count = Math.min(entries, left.length - top);
            System.arraycopy(left[top], 0, factors, 0, terms);
            for (int l = 1; l < count; l++) {
                addShifted(factors, left[top + l], bits * l);
            }
            java.util.Arrays.fill(sums, 0);
            for (int k = 0; k < terms; k += SOURCES) {
                int next = k + 1 < terms ? k + 1 : k;
                addTwo(sums, right[k], right[next], factors[k], next > k ? factors[next] : 0);
            }
            long mask = (1L << bits) - 1;
            for (int l = 0; l < count; l++) {
                reduce(product[top + l], sums, bits * l, mask, p, reciprocal);
            }
        }
        return product;
    }

    private static void addShifted(long[] target, long[] source, int shift) {
        for (int k = 0; k < target.length; k++) {
            target[k] += source[k] << shift;
        }
    }

    private static void addTwo(long[] target, long[] a, long[] b, long fa, long fb) {
        if (target.length < LEAST_VECTOR) {
            for (int j = 0; j < target.length; j++) {
                target[j] += fa * a[j] + fb * b[j];
            }
        } else {
            addTwoLong(target, a, b, fa, fb);
        }
    }

    private static void addTwoLong(long[] target, long[] a, long[] b, long fa, long fb) {
        for (int j = 0; j < target.length; j++) {
            target[j] += fa * a[j] + fb * b[j];
        }
    }

    /** x·⌈2^32/p⌉ >> 32 is x/p rounded down, or 1 more, for x &lt; 2^32: before rounding it is too large by at most x/2^32 &lt; 1. */
    private static void reduce(long[] row, long[] sums, int shift, long mask, long p, long reciprocal) {
        for (int j = 0; j < row.length; j++) {
            long x = sums[j] >>> shift & mask;
            long rest = x - (x * reciprocal >>> 32) * p;
            row[j] = rest + (p & rest >> 63);
        }
    }
}
