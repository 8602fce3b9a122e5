package org.lfsrtoolkit.core.matrix;

/**
 * Product of matrices over GF(2) by the method of the four Russians: for eight rows of B at a time all 256 sums are tabled,
 * and each row of A adds the sum its byte names.
 *
 * <p>A whole word of A, eight tables, is used in one pass over C. B is cut into strips of columns so that the eight tables
 * stay in the second-level cache.
 *
 * <p>Cost: rows · inner/8 · columns/64 word operations for the passes, 32·inner·columns/64 for the tables. Memory: the
 * product and 128 KiB of tables. Source: [ArlazarovDinicKronrodFaradzev1970]; several tables at once from
 * [AlbrechtBardHart2010].
 */
final class FourRussiansMultiplication {

    /** Words of a strip: 8 tables × 256 sums × 8 words × 8 bytes = 128 KiB. */
    private static final int STRIP = 8;

    private static final int TABLE = 256 * STRIP;

    private FourRussiansMultiplication() {}

    static long[] product(BitEntries a, BitEntries b) {
        int strideA = a.stride();
        int strideB = b.stride();
        long[] left = a.words();
        long[] right = b.words();
        long[] product = new long[Math.multiplyExact(a.rowCount(), strideB)];
        long[] tables = new long[8 * TABLE];
        for (int from = 0; from < strideB; from += STRIP) {
            int width = Math.min(STRIP, strideB - from);
            for (int word = 0; word < strideA; word++) {
                int rowsLeft = Math.min(64, b.rowCount() - 64 * word);
                for (int t = 0; t < 8; t++) {
                    int count = Math.max(0, Math.min(8, rowsLeft - 8 * t));
                    fill(tables, t * TABLE, right, (64 * word + 8 * t) * strideB + from, strideB, count, width);
                }
                if (width == STRIP) {
                    addFullStrip(product, from, strideB, left, word, strideA, a.rowCount(), tables);
                } else {
                    addStrip(product, from, strideB, left, word, strideA, a.rowCount(), tables, width);
                }
            }
        }
        return product;
    }

    /** All sums of count ≤ 8 rows, row r being bit r of the entry's number; an entry takes STRIP words. */
    private static void fill(long[] tables, int base, long[] right, int row0, int stride, int count, int width) {
        for (int w = 0; w < width; w++) {
            tables[base + w] = 0;
        }
        for (int r = 0; r < count; r++) {
            int row = row0 + r * stride;
            int half = 1 << r;
            for (int s = 0; s < half; s++) {
                int source = base + s * STRIP;
                int target = source + half * STRIP;
                for (int w = 0; w < width; w++) {
                    tables[target + w] = tables[source + w] ^ right[row + w];
                }
            }
        }
    }

    private static void addFullStrip(
            long[] product, int from, int strideB, long[] left, int word, int strideA, int rows, long[] tables) {
        for (int i = 0; i < rows; i++) {
            long bits = left[i * strideA + word];
            if (bits == 0) {
                continue;
            }
            int target = i * strideB + from;
            int t0 = (int) (bits & 255) * STRIP;
            int t1 = (int) (bits >>> 8 & 255) * STRIP + TABLE;
            int t2 = (int) (bits >>> 16 & 255) * STRIP + 2 * TABLE;
            int t3 = (int) (bits >>> 24 & 255) * STRIP + 3 * TABLE;
            int t4 = (int) (bits >>> 32 & 255) * STRIP + 4 * TABLE;
            int t5 = (int) (bits >>> 40 & 255) * STRIP + 5 * TABLE;
            int t6 = (int) (bits >>> 48 & 255) * STRIP + 6 * TABLE;
            int t7 = (int) (bits >>> 56) * STRIP + 7 * TABLE;
            for (int w = 0; w < STRIP; w++) {
                product[target + w] ^= tables[t0 + w]
                        ^ tables[t1 + w]
                        ^ tables[t2 + w]
                        ^ tables[t3 + w]
                        ^ tables[t4 + w]
                        ^ tables[t5 + w]
                        ^ tables[t6 + w]
                        ^ tables[t7 + w];
            }
        }
    }

    private static void addStrip(
            long[] product,
            int from,
            int strideB,
            long[] left,
            int word,
            int strideA,
            int rows,
            long[] tables,
            int width) {
        for (int i = 0; i < rows; i++) {
            long bits = left[i * strideA + word];
            int target = i * strideB + from;
            for (int base = 0; bits != 0; base += TABLE, bits >>>= 8) {
                int source = base + (int) (bits & 255) * STRIP;
                for (int w = 0; w < width; w++) {
                    product[target + w] ^= tables[source + w];
                }
            }
        }
    }
}
