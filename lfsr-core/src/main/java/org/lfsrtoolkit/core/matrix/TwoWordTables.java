package org.lfsrtoolkit.core.matrix;

/**
 * Sums of 64 rows of two words over GF(2): thirteen tables of five rows each, the last of four, one after the other.
 *
 * <p>Cost: filling 832 words, adding thirteen look-ups of two words. Threads: confined to one. Source:
 * [ArlazarovDinicKronrodFaradzev1970].
 */
final class TwoWordTables {

    private static final int ROWS = 5;
    private static final int TABLE = 2 << ROWS;
    private static final int SIZE = 13 * TABLE;

    private final long[] sums = new long[SIZE];

    /** Tables the sums of 64 rows from a row on; rows past the end are zero. */
    void fill(long[] words, int from) {
        final long[] tables = sums;
        for (int r = 0; r < 64; r++) {
            int place = 2 * (from + r);
            long low = place < words.length ? words[place] : 0;
            long high = place < words.length ? words[place + 1] : 0;
            int base = r / ROWS * TABLE;
            int half = 2 << r % ROWS;
            for (int s = base; s < base + half; s += 2) {
                tables[s + half] = tables[s] ^ low;
                tables[s + half + 1] = tables[s + 1] ^ high;
            }
        }
    }

    /** Adds the sum of the rows that the multiplier names to the two words from a place on. */
    void add(long[] words, int place, long multiplier) {
        final long[] tables = sums;
        long bits = multiplier;
        long low = words[place];
        long high = words[place + 1];
        for (int base = 0; base < SIZE; base += TABLE, bits >>>= ROWS) {
            int at = base + 2 * ((int) bits & (1 << ROWS) - 1);
            low ^= tables[at];
            high ^= tables[at + 1];
        }
        words[place] = low;
        words[place + 1] = high;
    }
}
