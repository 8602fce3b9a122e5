package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Rank of matrices over GF(p), p &lt; 2^31, that fit the cache, several rows at once: their entries of one column share a word, and are reduced
 * modulo p only when a row is looked at.
 *
 * <p>Rows are taken in order, and the first entry of a row that is not zero is its pivot. The rows that follow gain multiples of
 * two pivot rows at a time. An entry grows by less than p² with each, so as many as fit 64 bits share a word.
 *
 * <p>Cost for n rows and columns, e entries a word: n³/3e multiplications and 2n² reductions. Memory: n/e rows. The control is
 * asked once a pair of pivots. Threads: confined to one.
 */
final class SharedWordElimination {

    /*
     * Row l of a group of e is at the bits from b·l on, b the bits of p − 1 + r·(p − 1)², r the largest possible rank. Rows that
     * were looked at gain nothing more. Where even one entry could pass 63 bits, LongPrimeKernel takes multiples of p off.
     */

    private static final int MOST_BITS = 63;
    /** Rows that take more words do not stay in the cache. */
    private static final int MOST_WORDS = 1 << 18;
    /** Up to so many bits a reduction needs only the low words of products. */
    private static final int SHORT_BITS = 32;

    private final FiniteField field;
    private final long p;
    private final int rowCount;
    private final int columns;
    private final RunControl control;
    private final LongPrimeKernel kernel;
    private final int bits;
    private final int entries;
    private final long mask;
    private final long shortReciprocal;
    /** floor((2^64 − 1) / p). */
    private final long longReciprocal;
    /** Group g: rows g·e .. g·e + e − 1. */
    private final long[][] groups;

    /** The pivot rows in use, entry 1 in the pivot column. */
    private final long[][] pivotRows;

    private final int[] pivots = new int[2];
    /** Columns before this one have pivots of rows before those in use: there the rows that follow are zero. */
    private int start;

    private SharedWordElimination(FiniteField field, int columns, RunControl control, long[]... rows) {
        this.field = field;
        this.p = field.characteristic();
        this.rowCount = rows.length;
        this.columns = columns;
        this.control = control;
        this.kernel = new LongPrimeKernel(p);
        this.bits = bits(p, Math.min(rowCount, columns));
        this.entries = 64 / bits;
        this.mask = (1L << bits) - 1;
        this.shortReciprocal = ((1L << SHORT_BITS) + p - 1) / p;
        this.longReciprocal = Long.divideUnsigned(-1L, p);
        this.groups = new long[(rowCount + entries - 1) / entries][columns];
        for (int i = 0; i < rowCount; i++) {
            addShifted(groups[i / entries], rows[i], bits * (i % entries));
        }
        this.pivotRows = new long[2][columns];
    }

    private static int bits(long p, int terms) {
        return p < 1L << 24 ? 64 - Long.numberOfLeadingZeros(terms * (p - 1) * (p - 1) + p - 1) : MOST_BITS;
    }

    static boolean serves(FiniteField field, int rows, int columns) {
        long p = field.characteristic();
        if (!field.isPrime() || !LongPrimeKernel.serves(p) || Math.min(rows, columns) >= 1 << 15) {
            return false;
        }
        int entries = 64 / bits(p, Math.min(rows, columns));
        return ((long) rows + entries - 1) / entries * columns <= MOST_WORDS;
    }

    static int rank(FiniteField field, int columns, RunControl control, long[]... rows) {
        return new SharedWordElimination(field, columns, control, rows).rank();
    }

    private int rank() {
        int rank = 0;
        int pending = 0;
        boolean[] hasPivot = new boolean[columns + 1];
        for (int i = 0; i < rowCount && rank < columns; i++) {
            long[] row = pivotRows[pending];
            takeRow(i, row, pending > 0);
            int pivot = start;
            while (pivot < columns && row[pivot] == 0) {
                pivot++;
            }
            if (pivot == columns) {
                continue;
            }
            rank++;
            if (i + 1 == rowCount) {
                break;
            }
            normalise(row, pivot);
            hasPivot[pivot] = true;
            pivots[pending] = pivot;
            pending++;
            if (pending == 2) {
                while (hasPivot[start]) {
                    start++;
                }
                control.check();
                clearAfter(i);
                pending = 0;
            }
        }
        return rank;
    }

    /** Row i, less its multiple of the first pivot row if that is pending, reduced. */
    private void takeRow(int i, long[] row, boolean pending) {
        long[] group = groups[i / entries];
        int shift = bits * (i % entries);
        long factor = pending ? reduce(group[pivots[0]] >>> shift & mask) : 0;
        if (bits == MOST_BITS) {
            System.arraycopy(group, start, row, start, columns - start);
            if (factor != 0) {
                kernel.addTwo(row, pivotRows[0], pivotRows[0], p - factor, 0, start, columns);
            }
        } else {
            extract(row, group, pivotRows[0], shift, mask, factor == 0 ? 0 : p - factor, start);
        }
        if (bits < SHORT_BITS) {
            reduceShort(row, p, shortReciprocal, start);
        } else {
            for (int j = start; j < row.length; j++) {
                row[j] = reduce(row[j]);
            }
        }
    }

    private void normalise(long[] row, int pivot) {
        if (row[pivot] == 1) {
            return;
        }
        long inverse = field.inverse(row[pivot]);
        for (int j = pivot; j < columns; j++) {
            row[j] = reduce(row[j] * inverse);
        }
    }

    /** Clears the rows after row i in both pivot columns. */
    private void clearAfter(int i) {
        int first = pivots[0];
        int second = pivots[1];
        long mutual = pivotRows[0][second];
        for (int g = (i + 1) / entries; g < groups.length; g++) {
            long[] group = groups[g];
            long firstFactors = 0;
            long secondFactors = 0;
            long firstEntries = group[first];
            long secondEntries = group[second];
            int l = g == i / entries ? i % entries + 1 : 0;
            for (int shift = bits * l; l < entries; l++, shift += bits) {
                long a = reduce(firstEntries >>> shift & mask);
                a = a == 0 ? 0 : p - a;
                long b = reduce(reduce(secondEntries >>> shift & mask) + a * mutual);
                b = b == 0 ? 0 : p - b;
                firstFactors |= a << shift;
                secondFactors |= b << shift;
            }
            if ((firstFactors | secondFactors) != 0) {
                if (bits == MOST_BITS) {
                    kernel.addTwo(group, pivotRows[0], pivotRows[1], firstFactors, secondFactors, start, columns);
                } else {
                    addTwo(group, pivotRows[0], pivotRows[1], firstFactors, secondFactors, start);
                }
            }
        }
    }

    private static void addShifted(long[] target, long[] source, int shift) {
        for (int j = 0; j < target.length; j++) {
            target[j] += source[j] << shift;
        }
    }

    private static void extract(
            long[] row, long[] group, long[] pivotRow, int shift, long mask, long factor, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] = (group[j] >>> shift & mask) + factor * pivotRow[j];
        }
    }

    private static void addTwo(long[] target, long[] a, long[] b, long fa, long fb, int from) {
        for (int j = from; j < target.length; j++) {
            target[j] += fa * a[j] + fb * b[j];
        }
    }

    /** x mod p for 0 ≤ x &lt; 2^63; the quotient from the reciprocal is at most 1 too small. */
    private long reduce(long x) {
        long rest = x - Math.multiplyHigh(x, longReciprocal) * p - p;
        return rest + (p & rest >> 63);
    }

    /** The same for x &lt; 2^32, where the quotient is at most 1 too large. */
    private static void reduceShort(long[] row, long p, long reciprocal, int from) {
        for (int j = from; j < row.length; j++) {
            long x = row[j];
            long rest = x - (x * reciprocal >>> SHORT_BITS) * p;
            row[j] = rest + (p & rest >> 63);
        }
    }
}
