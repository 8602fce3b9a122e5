package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Rows over GF(2^k), 2 ≤ k ≤ 8, with each code in a lane of 2, 4 or 8 bits of a word, so that no code crosses words and a row
 * is multiplied by the generator in a few operations a word.
 *
 * <p>Entry j of a row is lane j mod (64 / bits) of word j / (64 / bits). Threads: immutable.
 */
final class CodeLanes {

    private static final int MOST_DIGITS = 8;

    /** Bits of a lane. */
    final int bits;
    /** log2 of the codes in a word. */
    private final int perWordLog;
    /** A 1 in every lane. */
    private final long ones;

    /** The bits of codes, but for the lowest of each. */
    private final long upperBits;

    private final int top;
    /** a^k as a code. */
    private final long modulus;

    CodeLanes(FiniteField field) {
        int k = field.extensionDegree();
        int log = k <= 2 ? 1 : k <= 4 ? 2 : 3;
        this.bits = 1 << log;
        this.perWordLog = 6 - log;
        this.ones = Long.divideUnsigned(-1L, (1L << bits) - 1);
        this.upperBits = ones * ((1L << k) - 2);
        this.top = k - 1;
        long low = 0;
        for (int i = 0; i < k; i++) {
            low |= field.modulus()[i] << i;
        }
        this.modulus = low;
    }

    static boolean serves(FiniteField field) {
        return field.characteristic() == 2 && field.extensionDegree() >= 2 && field.extensionDegree() <= MOST_DIGITS;
    }

    /** Words of a row of that many codes. */
    int width(int columns) {
        return (columns - 1 >>> perWordLog) + 1;
    }

    long[] pack(long... codes) {
        long[] words = new long[width(codes.length)];
        int perWord = 1 << perWordLog;
        int j = 0;
        for (int w = 0; w < words.length; w++) {
            long word = 0;
            int end = Math.min(codes.length, j + perWord);
            for (int shift = 0; j < end; j++, shift += bits) {
                word |= codes[j] << shift;
            }
            words[w] = word;
        }
        return words;
    }

    /** A matrix, row by row. */
    long[][] pack(long[][] rows) {
        long[][] packed = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            packed[i] = pack(rows[i]);
        }
        return packed;
    }

    long[] unpack(long[] words, int count) {
        long[] codes = new long[count];
        int perWord = 1 << perWordLog;
        long mask = (1L << bits) - 1;
        int j = 0;
        for (int w = 0; j < count; w++) {
            long word = words[w];
            for (int end = Math.min(count, j + perWord); j < end; j++, word >>>= bits) {
                codes[j] = word & mask;
            }
        }
        return codes;
    }

    long get(long[] words, int j) {
        return words[j >>> perWordLog] >>> j * bits & (1L << bits) - 1;
    }

    /** The first entry other than zero from a word on; −1 if there is none. */
    int firstNonZero(long[] words, int fromWord) {
        for (int w = fromWord; w < words.length; w++) {
            if (words[w] != 0) {
                return (w << perWordLog) + Long.numberOfTrailingZeros(words[w]) / bits;
            }
        }
        return -1;
    }

    /** The word of an entry. */
    int word(int j) {
        return j >>> perWordLog;
    }

    /** The bits of an entry in its word. */
    long mask(int j) {
        return (1L << bits) - 1 << j * bits;
    }

    /** An entry 1 in its word, 0 elsewhere. */
    long one(int j) {
        return 1L << j * bits;
    }

    /** target = a · source at words from .. to − 1. */
    void timesGenerator(long[] target, long[] source, int from, int to) {
        timesGenerator(target, source, from, to, top, ones, upperBits, modulus);
    }

    private static void timesGenerator(
            long[] target, long[] source, int from, int to, int top, long ones, long upperBits, long modulus) {
        for (int w = from; w < to; w++) {
            long word = source[w];
            target[w] = word << 1 & upperBits ^ (word >>> top & ones) * modulus;
        }
    }
}
