package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Division by one binary polynomial f of degree n ≥ 1, a word of the dividend at a time, by tables of remainders.
 *
 * <p>Row b of table j holds b(x)·x^(n + 4j) mod f for the 16 polynomials b of degree below 4; each dividend word costs
 * 16 row additions. (Windows of 8 bits halve the additions, but their table of 2048 rows leaves the cache: at n = 2048
 * squaring modulo f took 4.7 µs with them and takes 3.5 µs without, at n = 20000 353 µs and 255 µs.) A sparse f is
 * folded instead.
 *
 * <p>Cost: about n²/256 word additions for a dividend of degree 2n, or time linear in n for each term of a sparse f.
 * Memory: 256 rows of n bits, none for a sparse f. Threads: safe; the table is built at first use, perhaps by two threads
 * at once, to the same content.
 */
final class BinaryReducer {

    private static final int MOST_SPARSE_TERMS = 16;

    private final long[] f;
    private final int n;
    /** Words of a residue. */
    private final int words;

    private final long topMask;
    /** Exponents of f below n when f is sparse enough to be folded, else null. */
    private final int @Nullable [] sparse;

    /** rows[16j + b] = b(x)·x^(n + 4j) mod f, then the quotient in one more word. */
    private volatile long @Nullable [][] rows;

    BinaryReducer(long[] f) {
        this.f = f;
        this.n = BinaryWords.degree(f);
        this.words = n + 63 >>> 6;
        this.topMask = -1L >>> (64 * words - n);
        this.sparse = sparseExponents();
    }

    /** Folding a word at a time needs all exponents but the first 64 or more below n. */
    private int @Nullable [] sparseExponents() {
        int terms = 0;
        for (long word : f) {
            terms += Long.bitCount(word);
        }
        if (terms > MOST_SPARSE_TERMS) {
            return null;
        }
        int[] exponents = new int[terms - 1];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (BinaryWords.bit(f, i)) {
                exponents[count++] = i;
            }
        }
        return count == 0 || exponents[count - 1] <= n - 64 ? exponents : null;
    }

    boolean isSparse() {
        return sparse != null;
    }

    /** p mod f, trimmed. The argument is not changed. */
    long[] remainder(long[] p) {
        if (BinaryWords.degree(p) < n) {
            return p;
        }
        if (sparse != null) {
            return fold(p, sparse);
        }
        long[] residue = new long[words + 1];
        divide(p, residue, null);
        return BinaryWords.trim(Arrays.copyOf(residue, words));
    }

    /** {quotient, remainder} of p by f, trimmed. */
    long[][] divide(long[] p) {
        if (BinaryWords.degree(p) < n) {
            return new long[][] {BinaryWords.ZERO, p};
        }
        long[] residue = new long[words + 1];
        long[] quotient = new long[p.length - words + 1];
        divide(p, residue, quotient);
        return new long[][] {BinaryWords.trim(quotient), BinaryWords.trim(Arrays.copyOf(residue, words))};
    }

    /*
     * The residue starts as the top words − 1 words of p, which are of degree below n. Each step multiplies it by x^64
     * and takes in one word more: its top 64 bits, from bit n − 64 on, leave and come back as table rows.
     */
    private void divide(long[] p, long[] residue, long @Nullable [] quotient) {
        long[][] table = rows();
        int start = p.length - words + 1;
        System.arraycopy(p, start, residue, 0, words - 1);
        for (int i = start - 1; i >= 0; i--) {
            long leaving = leavingWord(residue, p[i]);
            System.arraycopy(residue, 0, residue, 1, words - 1);
            residue[0] = p[i];
            residue[words - 1] &= topMask;
            residue[words] = 0;
            addRows(residue, table, leaving, quotient == null ? words : words + 1);
            if (quotient != null) {
                quotient[i] = residue[words];
            }
        }
    }

    /** Bits n..n+63 of residue·x^64 + next. */
    private long leavingWord(long[] residue, long next) {
        int shift = n & 63;
        if (shift == 0) {
            return residue[words - 1];
        }
        long below = words > 1 ? residue[words - 2] : next;
        return residue[words - 1] << (64 - shift) | below >>> shift;
    }

    private static void addRows(long[] residue, long[][] rows, long w, int length) {
        for (int j = 0; j < 16; j += 8) {
            final int half = (int) (w >>> 4 * j);
            final long[] r0 = rows[16 * j + (half & 15)];
            final long[] r1 = rows[16 * j + 16 + (half >>> 4 & 15)];
            final long[] r2 = rows[16 * j + 32 + (half >>> 8 & 15)];
            final long[] r3 = rows[16 * j + 48 + (half >>> 12 & 15)];
            final long[] r4 = rows[16 * j + 64 + (half >>> 16 & 15)];
            final long[] r5 = rows[16 * j + 80 + (half >>> 20 & 15)];
            final long[] r6 = rows[16 * j + 96 + (half >>> 24 & 15)];
            final long[] r7 = rows[16 * j + 112 + (half >>> 28)];
            for (int i = 0; i < length; i++) {
                residue[i] ^= r0[i] ^ r1[i] ^ r2[i] ^ r3[i] ^ r4[i] ^ r5[i] ^ r6[i] ^ r7[i];
            }
        }
    }

    private long[][] rows() {
        long[][] present = rows;
        if (present == null) {
            present = buildRows();
            rows = present;
        }
        return present;
    }

    private long[][] buildRows() {
        long[][] table = new long[256][];
        long[] power = new long[words + 1];
        // x^n = 1·f + (f − x^n)
        System.arraycopy(f, 0, power, 0, words);
        power[words - 1] &= topMask;
        power[words] = 1;
        for (int j = 0; j < table.length; j += 16) {
            table[j] = new long[words + 1];
            for (int bit = 1; bit < 16; bit <<= 1) {
                table[j + bit] = power.clone();
                for (int b = 1; b < bit; b++) {
                    long[] row = new long[words + 1];
                    long[] other = table[j + b];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = other[i] ^ power[i];
                    }
                    table[j + bit + b] = row;
                }
                timesX(power);
            }
        }
        return table;
    }

    /** One step of x^(n+i) = quotient·f + remainder. */
    private void timesX(long[] power) {
        boolean leaves = (power[words - 1] >>> (n - 1 & 63) & 1) != 0;
        for (int i = words - 1; i > 0; i--) {
            power[i] = power[i] << 1 | power[i - 1] >>> 63;
        }
        power[0] <<= 1;
        power[words - 1] &= topMask;
        power[words] <<= 1;
        if (leaves) {
            for (int i = 0; i < words; i++) {
                power[i] ^= f[i];
            }
            power[words - 1] &= topMask;
            power[words] ^= 1;
        }
    }

    /** Takes off the top word by word: x^(n+i) becomes Σ x^(e+i), each at least 64 places lower. */
    private long[] fold(long[] p, int[] exponents) {
        long[] rest = p.clone();
        int topWord = n >>> 6;
        for (int w = rest.length - 1; w > topWord; w--) {
            long high = rest[w];
            rest[w] = 0;
            for (int e : exponents) {
                addWord(rest, high, 64 * w - n + e);
            }
        }
        long high = topWord < rest.length ? rest[topWord] >>> (n & 63) : 0;
        if (high != 0) {
            rest[topWord] ^= high << (n & 63);
            for (int e : exponents) {
                addWord(rest, high, e);
            }
        }
        return BinaryWords.trim(rest);
    }

    private static void addWord(long[] target, long word, int position) {
        int at = position >>> 6;
        int shift = position & 63;
        target[at] ^= word << shift;
        if (shift != 0) {
            target[at + 1] ^= word >>> (64 - shift);
        }
    }
}
