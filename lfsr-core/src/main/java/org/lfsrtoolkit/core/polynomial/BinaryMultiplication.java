package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.CarrylessMultiplication;

/**
 * Products of binary polynomials packed into words, low to high; bit i of word w is the coefficient of x^(64w + i).
 *
 * <p>One word: {@link CarrylessMultiplication}. Up to {@value #COMB_WORDS} words: the left-to-right comb with windows of four bits [LopezDahab2000], its
 * accumulator in local variables. Above: Karatsuba's three products of half the size [KaratsubaOfman1963]. Operands of
 * different lengths are cut into pieces of the shorter one's length.
 *
 * <p>Cost: O(n^1.585) for n words. Memory: 4n + O(log n) words besides the product. Threads: pure functions.
 */
final class BinaryMultiplication {

    /** Largest operands of the base case. */
    static final int COMB_WORDS = 4;

    /** Words of the table of the base case: 16 rows of 8 (5 used). */
    private static final int TABLE = 128;

    private BinaryMultiplication() {}

    /** a·b in na + nb words, of the first na words of a and the first nb words of b, na, nb ≥ 1. */
    static long[] multiply(long[] a, int na, long[] b, int nb) {
        long[] product = new long[na + nb];
        if (na < nb) {
            multiplyUnbalanced(product, b, nb, a, na);
        } else {
            multiplyUnbalanced(product, a, na, b, nb);
        }
        return product;
    }

    private static void multiplyUnbalanced(long[] product, long[] longer, int n, long[] shorter, int m) {
        long[] work = new long[m == 1 ? 0 : TABLE + workWords(m)];
        if (n == m) {
            karatsuba(product, 0, longer, 0, shorter, 0, n, work, TABLE);
            return;
        }
        long[] piece = new long[2 * m];
        int from = 0;
        for (; from + m <= n; from += m) {
            karatsuba(piece, 0, longer, from, shorter, 0, m, work, TABLE);
            for (int i = 0; i < 2 * m; i++) {
                product[from + i] ^= piece[i];
            }
        }
        int rest = n - from;
        if (rest > 0) {
            long[] tail = multiply(shorter, m, Arrays.copyOfRange(longer, from, n), rest);
            for (int i = 0; i < tail.length; i++) {
                product[from + i] ^= tail[i];
            }
        }
    }

    /** Scratch words that {@link #karatsuba} needs above the table. */
    private static int workWords(int n) {
        int words = 0;
        for (int size = n; size > COMB_WORDS; size = (size + 1) / 2) {
            words += 4 * ((size + 1) / 2);
        }
        return words;
    }

    /**
     * c[co..co+2n) = a[ao..ao+n) · b[bo..bo+n); c does not overlap the operands. The first words of {@code work} are the
     * table of the base case.
     */
    private static void karatsuba(
            long[] c, int co, long[] a, int ao, long[] b, int bo, int n, long[] work, int workFrom) {
        switch (n) {
            case 1 -> {
                c[co] = CarrylessMultiplication.low(a[ao], b[bo]);
                c[co + 1] = CarrylessMultiplication.high(a[ao], b[bo]);
            }
            case 2 -> comb2(c, co, a, ao, b, bo, work);
            case 3 -> comb3(c, co, a, ao, b, bo, work);
            case 4 -> comb4(c, co, a, ao, b, bo, work);
            default -> {
                int low = (n + 1) / 2;
                int high = n - low;
                int sumA = workFrom;
                int sumB = workFrom + low;
                int middle = workFrom + 2 * low;
                int next = workFrom + 4 * low;
                karatsuba(c, co, a, ao, b, bo, low, work, next);
                karatsuba(c, co + 2 * low, a, ao + low, b, bo + low, high, work, next);
                for (int i = 0; i < high; i++) {
                    work[sumA + i] = a[ao + i] ^ a[ao + low + i];
                    work[sumB + i] = b[bo + i] ^ b[bo + low + i];
                }
                if (high < low) {
                    work[sumA + high] = a[ao + high];
                    work[sumB + high] = b[bo + high];
                }
                karatsuba(work, middle, work, sumA, work, sumB, low, work, next);
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

    /** The square of the first n words: each bit moves to twice its place. */
    static long[] square(long[] a, int n) {
        long[] square = new long[2 * n];
        for (int i = 0; i < n; i++) {
            square[2 * i] = spread((int) a[i]);
            square[2 * i + 1] = spread((int) (a[i] >>> 32));
        }
        return square;
    }

    private static long spread(int bits) {
        long x = bits & 0xFFFF_FFFFL;
        x = (x | x << 16) & 0x0000_FFFF_0000_FFFFL;
        x = (x | x << 8) & 0x00FF_00FF_00FF_00FFL;
        x = (x | x << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        x = (x | x << 2) & 0x3333_3333_3333_3333L;
        return (x | x << 1) & 0x5555_5555_5555_5555L;
    }
}
