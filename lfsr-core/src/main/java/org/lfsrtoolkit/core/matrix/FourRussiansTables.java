package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;

/**
 * All sums of small groups of up to 64 rows over GF(2), so that a row gains any sum of the 64 rows in a few passes.
 *
 * <p>The multiplier is a word whose bit r stands for row r. Wide tables cut each half of it into 7, 7, 6, 6 and 6 bits: 896
 * sums, two passes of five rows each. Narrow ones cut it into four bits: 256 sums, four passes of four. Wide tables pay from
 * about {@value #LEAST_ROWS_FOR_WIDE} target rows on.
 *
 * <p>Cost: filling 896 or 256 row additions, adding two or four passes over the target. Memory: as many rows. Threads:
 * confined to one. Source: [ArlazarovDinicKronrodFaradzev1970]; several tables at once from [AlbrechtBardHart2010].
 */
final class FourRussiansTables {

    /*
     * Every array is read and written at the same index, and at most five arrays are added at a time: so the compiler turns
     * the loops into vector instructions. With two offsets into one array, or with six sources and more, it does not.
     * Nor does it where it has counted short loops: then rows of 63 words take 1.6 times as long.
     */

    static final int LEAST_ROWS_FOR_WIDE = 512;

    /** Fewer words than this are added by loops of their own, for the reason above. */
    static final int LEAST_VECTOR = 12;

    private static final int[] WIDE = {7, 7, 6, 6, 6, 7, 7, 6, 6, 6};
    private static final int[] NARROW = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};

    private final int[] bits;
    private final long[] zero;
    /** One table after the other; entry s of a table is the sum of its rows over the bits of s. */
    private final long[][] sums;

    private final boolean[] own;

    /**
     * @param width words of a row
     * @param targets about how many rows will be added to after one filling
     */
    FourRussiansTables(int width, int targets) {
        bits = targets >= LEAST_ROWS_FOR_WIDE ? WIDE : NARROW;
        zero = new long[width];
        int entries = 0;
        for (int b : bits) {
            entries += 1 << b;
        }
        sums = new long[entries][];
        own = new boolean[entries];
        Arrays.fill(sums, zero);
    }

    /**
     * Tables the sums of rows first .. first + count − 1, count ≤ 64, at words from .. to − 1. The rows are kept and must not
     * change while the tables are used.
     */
    void fill(long[][] rows, int first, int count, int from, int to) {
        int base = 0;
        int done = 0;
        for (int b : bits) {
            for (int r = 0; r < Math.min(b, count - done); r++) {
                long[] row = rows[first + done + r];
                int half = base + (1 << r);
                sums[half] = row;
                own[half] = false;
                for (int s = 1; s < 1 << r; s++) {
                    if (!own[half + s]) {
                        sums[half + s] = new long[zero.length];
                        own[half + s] = true;
                    }
                    sum(sums[half + s], sums[base + s], row, from, to);
                }
            }
            base += 1 << b;
            done += b;
        }
    }

    /** target += the sum of the rows that the multiplier names, at words from .. to − 1; no bit at or above the row count. */
    void add(long[] target, long multiplier, int from, int to) {
        if (bits.length == WIDE.length) {
            addWide(target, (int) multiplier, 0, from, to);
            addWide(target, (int) (multiplier >>> 32), 448, from, to);
        } else {
            long rest = multiplier;
            for (int base = 0; rest != 0; base += 64, rest >>>= 16) {
                addNarrow(target, (int) rest, base, from, to);
            }
        }
    }

    private void addWide(long[] target, int half, int base, int from, int to) {
        if (half != 0) {
            addFive(
                    target,
                    sums[base + (half & 127)],
                    sums[base + 128 + (half >>> 7 & 127)],
                    sums[base + 256 + (half >>> 14 & 63)],
                    sums[base + 320 + (half >>> 20 & 63)],
                    sums[base + 384 + (half >>> 26)],
                    from,
                    to);
        }
    }

    private void addNarrow(long[] target, int part, int base, int from, int to) {
        addFour(
                target,
                sums[base + (part & 15)],
                sums[base + 16 + (part >>> 4 & 15)],
                sums[base + 32 + (part >>> 8 & 15)],
                sums[base + 48 + (part >>> 12 & 15)],
                from,
                to);
    }

    private static void sum(long[] target, long[] a, long[] b, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] = a[w] ^ b[w];
            }
        } else {
            longSum(target, a, b, from, to);
        }
    }

    private static void addFour(long[] target, long[] a, long[] b, long[] c, long[] d, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] ^= a[w] ^ b[w] ^ c[w] ^ d[w];
            }
        } else {
            addFourLong(target, a, b, c, d, from, to);
        }
    }

    private static void addFive(long[] target, long[] a, long[] b, long[] c, long[] d, long[] e, int from, int to) {
        if (to - from < LEAST_VECTOR) {
            for (int w = from; w < to; w++) {
                target[w] ^= a[w] ^ b[w] ^ c[w] ^ d[w] ^ e[w];
            }
        } else {
            addFiveLong(target, a, b, c, d, e, from, to);
        }
    }

    private static void longSum(long[] target, long[] a, long[] b, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] = a[w] ^ b[w];
        }
    }

    private static void addFourLong(long[] target, long[] a, long[] b, long[] c, long[] d, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] ^= a[w] ^ b[w] ^ c[w] ^ d[w];
        }
    }

    private static void addFiveLong(long[] target, long[] a, long[] b, long[] c, long[] d, long[] e, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] ^= a[w] ^ b[w] ^ c[w] ^ d[w] ^ e[w];
        }
    }
}
