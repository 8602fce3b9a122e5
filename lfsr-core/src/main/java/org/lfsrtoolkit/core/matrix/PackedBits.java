package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/** Codes of GF(2^k) packed k bits each, entry j at the bits k·j .. k·j + k − 1 of a row of words; k ≤ 32. */
final class PackedBits {

    private PackedBits() {}

    /** ORs codes into zeroed words from an offset on. */
    static void packInto(int k, long[] words, int from, long... codes) {
        int bit = 0;
        for (long code : codes) {
            int word = from + (bit >>> 6);
            words[word] |= code << bit;
            if ((bit & 63) + k > 64) {
                words[word + 1] |= code >>> -bit;
            }
            bit += k;
        }
    }

    /** Entry j of the row that starts at a word offset. */
    static long get(int k, long[] words, int from, int j) {
        int bit = k * j;
        int word = from + (bit >>> 6);
        long code = words[word] >>> bit;
        if ((bit & 63) + k > 64) {
            code |= words[word + 1] << -bit;
        }
        return code & (1L << k) - 1;
    }

    static long[] unpack(int k, long[] words, int from, int count) {
        long[] codes = new long[count];
        for (int j = 0; j < count; j++) {
            codes[j] = get(k, words, from, j);
        }
        return codes;
    }

    /** One packed row for each row. */
    static BitEntries pack(int k, int columns, long[]... rows) {
        int stride = BitEntries.stride(k * columns);
        long[] words = new long[Math.multiplyExact(rows.length, stride)];
        for (int i = 0; i < rows.length; i++) {
            packInto(k, words, i * stride, rows[i]);
        }
        return new BitEntries(rows.length, k * columns, words);
    }

    /** k packed rows for each row: a^e times it, 0 ≤ e &lt; k. The matrix of v ↦ v·A on packed vectors. */
    static BitEntries expanded(FiniteField field, int columns, long[]... rows) {
        int k = field.extensionDegree();
        int stride = BitEntries.stride(k * columns);
        long[] words = new long[Math.multiplyExact(k * rows.length, stride)];
        for (int i = 0; i < rows.length; i++) {
            long[][] multiples = SubfieldDigits.multiples(field, rows[i]);
            for (int e = 0; e < k; e++) {
                packInto(k, words, (k * i + e) * stride, multiples[e]);
            }
        }
        return new BitEntries(k * rows.length, k * columns, words);
    }
}
