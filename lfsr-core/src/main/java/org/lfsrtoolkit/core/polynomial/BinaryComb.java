package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.CarrylessMultiplication;

/**
 * Products of binary polynomials of one to {@value #WORDS} words.
 *
 * <p>One word: {@link CarrylessMultiplication}. More: the left-to-right comb with windows of four bits, its accumulator in
 * local variables. Cost: 16n + 16n² row words, n the words of an operand. Threads: pure functions. Source: [LopezDahab2000].
 */
final class BinaryComb {

    /** Largest operands. */
    static final int WORDS = 4;

    /** Words of the table: 16 rows of 8 (5 used). */
    static final int TABLE = 128;

    private BinaryComb() {}

    /** c[co..co+2n) = a[ao..ao+n) · b[bo..bo+n), n ≤ {@value #WORDS}; the first words of {@code table} are overwritten. */
    static void multiply(long[] c, int co, long[] a, int ao, long[] b, int bo, int n, long[] table) {
        switch (n) {
            case 1 -> {
                c[co] = CarrylessMultiplication.low(a[ao], b[bo]);
                c[co + 1] = CarrylessMultiplication.high(a[ao], b[bo]);
            }
            case 2 -> comb2(c, co, a, ao, b, bo, table);
            case 3 -> comb3(c, co, a, ao, b, bo, table);
            case 4 -> comb4(c, co, a, ao, b, bo, table);
            default -> throw new AssertionError("n = " + n);
        }
    }

    /** table[8u..8u+n] = u(x)·b for the 16 polynomials u of degree below 4. */
    private static void multiples(long[] table, long[] b, int bo, int n) {
        for (int w = 0; w <= n; w++) {
            long word = w < n ? b[bo + w] : 0;
            long below = w > 0 ? b[bo + w - 1] : 0;
            long b1 = word;
            long b2 = word << 1 | below >>> 63;
            long b4 = word << 2 | below >>> 62;
            long b8 = word << 3 | below >>> 61;
            table[w] = 0;
            table[8 + w] = b1;
            table[16 + w] = b2;
            table[24 + w] = b2 ^ b1;
            long t4 = b4;
            table[32 + w] = t4;
            table[40 + w] = t4 ^ b1;
            table[48 + w] = t4 ^ b2;
            table[56 + w] = t4 ^ b2 ^ b1;
            table[64 + w] = b8;
            table[72 + w] = b8 ^ b1;
            table[80 + w] = b8 ^ b2;
            table[88 + w] = b8 ^ b2 ^ b1;
            t4 ^= b8;
            table[96 + w] = t4;
            table[104 + w] = t4 ^ b1;
            table[112 + w] = t4 ^ b2;
            table[120 + w] = t4 ^ b2 ^ b1;
        }
    }

    private static void comb2(long[] c, int co, long[] a, int ao, long[] b, int bo, long[] table) {
        multiples(table, b, bo, 2);
        final long a0 = a[ao];
        final long a1 = a[ao + 1];
        long c0 = 0;
        long c1 = 0;
        long c2 = 0;
        long c3 = 0;
        for (int s = 60; s >= 0; s -= 4) {
            c3 = c3 << 4 | c2 >>> 60;
            c2 = c2 << 4 | c1 >>> 60;
            c1 = c1 << 4 | c0 >>> 60;
            c0 <<= 4;
            int row = ((int) (a0 >>> s) & 15) << 3;
            c0 ^= table[row];
            c1 ^= table[row + 1];
            c2 ^= table[row + 2];
            row = ((int) (a1 >>> s) & 15) << 3;
            c1 ^= table[row];
            c2 ^= table[row + 1];
            c3 ^= table[row + 2];
        }
        c[co] = c0;
        c[co + 1] = c1;
        c[co + 2] = c2;
        c[co + 3] = c3;
    }

    private static void comb3(long[] c, int co, long[] a, int ao, long[] b, int bo, long[] table) {
        multiples(table, b, bo, 3);
        final long a0 = a[ao];
        final long a1 = a[ao + 1];
        final long a2 = a[ao + 2];
        long c0 = 0;
        long c1 = 0;
        long c2 = 0;
        long c3 = 0;
        long c4 = 0;
        long c5 = 0;
        for (int s = 60; s >= 0; s -= 4) {
            c5 = c5 << 4 | c4 >>> 60;
            c4 = c4 << 4 | c3 >>> 60;
            c3 = c3 << 4 | c2 >>> 60;
            c2 = c2 << 4 | c1 >>> 60;
            c1 = c1 << 4 | c0 >>> 60;
            c0 <<= 4;
            int row = ((int) (a0 >>> s) & 15) << 3;
            c0 ^= table[row];
            c1 ^= table[row + 1];
            c2 ^= table[row + 2];
            c3 ^= table[row + 3];
            row = ((int) (a1 >>> s) & 15) << 3;
            c1 ^= table[row];
            c2 ^= table[row + 1];
            c3 ^= table[row + 2];
            c4 ^= table[row + 3];
            row = ((int) (a2 >>> s) & 15) << 3;
            c2 ^= table[row];
            c3 ^= table[row + 1];
            c4 ^= table[row + 2];
            c5 ^= table[row + 3];
        }
        c[co] = c0;
        c[co + 1] = c1;
        c[co + 2] = c2;
        c[co + 3] = c3;
        c[co + 4] = c4;
        c[co + 5] = c5;
    }

    private static void comb4(long[] c, int co, long[] a, int ao, long[] b, int bo, long[] table) {
        multiples(table, b, bo, 4);
        final long a0 = a[ao];
        final long a1 = a[ao + 1];
        final long a2 = a[ao + 2];
        final long a3 = a[ao + 3];
        long c0 = 0;
        long c1 = 0;
        long c2 = 0;
        long c3 = 0;
        long c4 = 0;
        long c5 = 0;
        long c6 = 0;
        long c7 = 0;
        for (int s = 60; s >= 0; s -= 4) {
            c7 = c7 << 4 | c6 >>> 60;
            c6 = c6 << 4 | c5 >>> 60;
            c5 = c5 << 4 | c4 >>> 60;
            c4 = c4 << 4 | c3 >>> 60;
            c3 = c3 << 4 | c2 >>> 60;
            c2 = c2 << 4 | c1 >>> 60;
            c1 = c1 << 4 | c0 >>> 60;
            c0 <<= 4;
            int row = ((int) (a0 >>> s) & 15) << 3;
            c0 ^= table[row];
            c1 ^= table[row + 1];
            c2 ^= table[row + 2];
            c3 ^= table[row + 3];
            c4 ^= table[row + 4];
            row = ((int) (a1 >>> s) & 15) << 3;
            c1 ^= table[row];
            c2 ^= table[row + 1];
            c3 ^= table[row + 2];
            c4 ^= table[row + 3];
            c5 ^= table[row + 4];
            row = ((int) (a2 >>> s) & 15) << 3;
            c2 ^= table[row];
            c3 ^= table[row + 1];
            c4 ^= table[row + 2];
            c5 ^= table[row + 3];
            c6 ^= table[row + 4];
            row = ((int) (a3 >>> s) & 15) << 3;
            c3 ^= table[row];
            c4 ^= table[row + 1];
            c5 ^= table[row + 2];
            c6 ^= table[row + 3];
            c7 ^= table[row + 4];
        }
        c[co] = c0;
        c[co + 1] = c1;
        c[co + 2] = c2;
        c[co + 3] = c3;
        c[co + 4] = c4;
        c[co + 5] = c5;
        c[co + 6] = c6;
        c[co + 7] = c7;
    }
}
