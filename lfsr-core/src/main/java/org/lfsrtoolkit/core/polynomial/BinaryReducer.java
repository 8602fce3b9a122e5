package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Division by one binary polynomial f of degree n ≥ 1, a word of the dividend at a time, by tables of remainders.
 *
 * <p>With windows of w bits, row b of table j holds b(x)·x^(n + wj) mod f and, in one more word, the quotient; each
 * dividend word costs 64/w row additions. Windows of 4 bits serve the first {@value #USES_BEFORE_WIDE_TABLE} divisions,
 * windows of 8 bits the later ones.
 *
 * <p>Cost: about n²/256 word additions for a dividend of degree 2n with the wide table (n²/128 with the narrow one), or
 * time linear in n for each term of a sparse f. Memory: 256 rows of n bits for the narrow table, 2048 for the wide one;
 * none for a sparse f. Threads: safe; tables are built at first use, perhaps by two threads at once, to the same
 * content.
 */
final class BinaryReducer {

    /** Divisions after which the wide table is worth building. */
    private static final int USES_BEFORE_WIDE_TABLE = 16;
    /** Words of one row above which the wide table would need more than 8 MiB. */
    private static final int WIDEST_ROW_OF_WIDE_TABLE = 512;

    private static final int MOST_SPARSE_TERMS = 16;

    private final long[] f;
    private final int n;
    /** Words of a residue. */
    private final int words;

    private final long topMask;
    /** Exponents of f below n when f is sparse enough to be folded, else null. */
    private final int @Nullable [] sparse;

    /** rows[16j + b] or rows[256j + b], each of {@code words + 1} words. */
    private long[] @Nullable [] narrow;

    private long[] @Nullable [] wide;
    private int uses;

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
        long[][] rows = rows();
        boolean isWide = rows.length == 2048;
        int start = p.length - words + 1;
        System.arraycopy(p, start, residue, 0, words - 1);
        for (int i = start - 1; i >= 0; i--) {
            long leaving = leavingWord(residue, p[i]);
            System.arraycopy(residue, 0, residue, 1, words - 1);
            residue[0] = p[i];
            residue[words - 1] &= topMask;
            residue[words] = 0;
            int length = quotient == null ? words : words + 1;
            if (isWide) {
                addWideRows(residue, rows, leaving, length);
            } else {
                addNarrowRows(residue, rows, leaving, length);
            }
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

    private static void addWideRows(long[] residue, long[][] rows, long w, int length) {
        final long[] r0 = rows[(int) w & 255];
        final long[] r1 = rows[256 + ((int) (w >>> 8) & 255)];
        final long[] r2 = rows[512 + ((int) (w >>> 16) & 255)];
        final long[] r3 = rows[768 + ((int) (w >>> 24) & 255)];
        final long[] r4 = rows[1024 + ((int) (w >>> 32) & 255)];
        final long[] r5 = rows[1280 + ((int) (w >>> 40) & 255)];
        final long[] r6 = rows[1536 + ((int) (w >>> 48) & 255)];
        final long[] r7 = rows[1792 + (int) (w >>> 56)];
        // one index for all arrays: this is the form of loop that the compiler turns into vector instructions
        for (int i = 0; i < length; i++) {
            residue[i] ^= r0[i] ^ r1[i] ^ r2[i] ^ r3[i] ^ r4[i] ^ r5[i] ^ r6[i] ^ r7[i];
        }
    }

    private static void addNarrowRows(long[] residue, long[][] rows, long w, int length) {
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
        long[][] present = wide;
        if (present != null) {
            return present;
        }
        if (++uses > USES_BEFORE_WIDE_TABLE && words <= WIDEST_ROW_OF_WIDE_TABLE) {
            present = build(8);
            wide = present;
            return present;
        }
        present = narrow;
        if (present == null) {
            present = build(4);
            narrow = present;
        }
        return present;
    }

    private long[][] build(int window) {
        int size = 1 << window;
        long[][] rows = new long[64 / window * size][];
        long[] power = new long[words + 1];
        // x^n = 1·f + (f − x^n)
        System.arraycopy(f, 0, power, 0, words);
        power[words - 1] &= topMask;
        power[words] = 1;
        for (int j = 0; j < rows.length; j += size) {
            rows[j] = new long[words + 1];
            for (int bit = 1; bit < size; bit <<= 1) {
                rows[j + bit] = power.clone();
                for (int b = 1; b < bit; b++) {
                    long[] row = new long[words + 1];
                    long[] other = rows[j + b];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = other[i] ^ power[i];
                    }
                    rows[j + bit + b] = row;
                }
                timesX(power);
            }
        }
        return rows;
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
