package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Product of matrices over a small prime field by tabled sums of rows, four entries a word: the method of the four Russians
 * with addition in place of exclusive or.
 *
 * <p>For k rows of B at a time the p^k sums of their multiples are tabled, and each row of A adds the sum that its k entries
 * name. An entry takes 16 bits of a word, enough for many sums before anything is reduced modulo p.
 *
 * <p>Cost in additions of a word, for A of r rows and s columns and w words a row of B: (r + p^k)·s/k·w, where p^k is at most
 * {@value #MOST_SUMS}. Memory: the product twice and five tables. The control is asked once for 5k rows of B. Threads:
 * stateless. Source: [ArlazarovDinicKronrodFaradzev1970].
 */
final class LaneProduct {

    /*
     * Entry j of a row of c columns, with w = ⌈c/4⌉ words, is at the bits 16·(j / w) of word j mod w. A table entry is at most
     * k·(p − 1), so a lane holds `room` of them. The loops are written like those of FourRussiansTables, to become vector
     * instructions.
     */

    private static final int MOST_SUMS = 128;
    /** From here on a table holds one row, and vectors of ints are faster. */
    private static final int LARGEST_CHARACTERISTIC = 11;
    /** Fewer rows do not repay the tables. */
    private static final int LEAST_ROWS = 96;

    private static final int TABLES = 5;
    /** Words of a strip of B: five tables of 128 sums then take 640 KiB at most. */
    private static final int STRIP = 128;

    private static final long LOW_BITS = 0x0001_0001_0001_0001L;

    private final int p;
    /** Rows in a table. */
    private final int k;
    /** p^k. */
    private final int sums;

    private LaneProduct(int p) {
        this.p = p;
        int rows = 1;
        int count = p;
        while (count * p <= MOST_SUMS) {
            count *= p;
            rows++;
        }
        this.k = rows;
        this.sums = count;
    }

    /** Whether p is small enough, and rows of the left factor many enough. */
    static boolean serves(long p, int rows) {
        return p != 2 && p <= LARGEST_CHARACTERISTIC && rows >= LEAST_ROWS;
    }

    /** The product of matrices of residues, the right one not empty. */
    static int[][] product(int p, int[][] left, int[][] right, RunControl control) {
        return new LaneProduct(p).product(left, right, control);
    }

    private int[][] product(int[][] left, int[][] right, RunControl control) {
        int columns = right[0].length;
        int width = (columns + 3) / 4;
        int inner = right.length;
        int rows = left.length;
        long[][] packed = new long[inner][];
        for (int i = 0; i < inner; i++) {
            packed[i] = pack(right[i], width);
        }
        long[][] product = new long[rows][width];
        long[][] tables = new long[TABLES * sums][width];
        long[] multiple = new long[width];
        int[] index = new int[TABLES];
        int most = 65535 / (k * (p - 1));
        for (int from = 0; from < width; from += STRIP) {
            int to = Math.min(width, from + STRIP);
            int room = most;
            for (int first = 0; first < inner; first += TABLES * k) {
                control.check();
                for (int t = 0; t < TABLES; t++) {
                    fill(tables, t * sums, packed, first + t * k, multiple, from, to);
                }
                if (room < TABLES + 1) {
                    for (long[] row : product) {
                        reduce(row, from, to);
                    }
                    room = most;
                }
                room -= TABLES;
                for (int i = 0; i < rows; i++) {
                    for (int t = 0; t < TABLES; t++) {
                        index[t] = t * sums + number(left[i], first + t * k);
                    }
                    addFive(
                            product[i],
                            tables[index[0]],
                            tables[index[1]],
                            tables[index[2]],
                            tables[index[3]],
                            tables[index[4]],
                            from,
                            to);
                }
            }
        }
        int[][] result = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            unpack(product[i], result[i]);
        }
        return result;
    }

    /** The digits v[from], v[from + 1], … of a number to the base p, at most k of them. */
    private int number(int[] v, int from) {
        int number = 0;
        for (int r = Math.min(v.length, from + k) - 1; r >= from; r--) {
            number = number * p + v[r];
        }
        return number;
    }

    /** Entry Σ d_r·p^r of the table becomes Σ (d_r·row_r mod p). Entry 0 stays zero, as do those of rows past the end. */
    private void fill(long[][] tables, int base, long[][] rows, int first, long[] multiple, int from, int to) {
        int step = 1;
        for (int r = first; r < Math.min(rows.length, first + k); r++, step *= p) {
            System.arraycopy(rows[r], from, multiple, from, to - from);
            for (int d = 1; d < p; d++) {
                if (d > 1) {
                    addModulo(multiple, rows[r], p, from, to);
                }
                for (int s = 0; s < step; s++) {
                    sum(tables[base + d * step + s], tables[base + s], multiple, from, to);
                }
            }
        }
    }

    private static void addFive(long[] target, long[] a, long[] b, long[] c, long[] d, long[] e, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] += a[w] + b[w] + c[w] + d[w] + e[w];
        }
    }

    private static void sum(long[] target, long[] a, long[] b, int from, int to) {
        for (int w = from; w < to; w++) {
            target[w] = a[w] + b[w];
        }
    }

    /** Lanes of both below p. The bit 15 of x + 2^15 − p tells whether x ≥ p. */
    private static void addModulo(long[] target, long[] source, int p, int from, int to) {
        final long offset = ((1 << 15) - p) * LOW_BITS;
        for (int w = from; w < to; w++) {
            long sum = target[w] + source[w];
            target[w] = sum - (sum + offset >>> 15 & LOW_BITS) * p;
        }
    }

    private void reduce(long[] row, int from, int to) {
        for (int w = from; w < to; w++) {
            long reduced = 0;
            for (int shift = 0; shift < 64; shift += 16) {
                reduced |= (row[w] >>> shift & 0xffff) % p << shift;
            }
            row[w] = reduced;
        }
    }

    private static long[] pack(int[] row, int width) {
        long[] words = new long[width];
        int lane = 0;
        for (int start = 0; start < row.length; start += width, lane += 16) {
            int count = Math.min(width, row.length - start);
            for (int w = 0; w < count; w++) {
                words[w] |= (long) row[start + w] << lane;
            }
        }
        return words;
    }

    private void unpack(long[] words, int[] row) {
        // x·⌈2^23/p⌉ >> 23 is x/p rounded down: before rounding it is too large by at most x/2^23 < 2^−7 < 1/p.
        final long reciprocal = ((1 << 23) + p - 1) / p;
        int width = words.length;
        int lane = 0;
        for (int start = 0; start < row.length; start += width, lane += 16) {
            int count = Math.min(width, row.length - start);
            for (int w = 0; w < count; w++) {
                long x = words[w] >>> lane & 0xffff;
                row[start + w] = (int) (x - (x * reciprocal >>> 23) * p);
            }
        }
    }
}
