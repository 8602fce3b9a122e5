package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Product of matrices over GF(2) by the method of the four Russians: for 64 rows of B at a time sums of small groups are
 * tabled, and each row of A adds the sums that its word names.
 *
 * <p>Wide products keep C as an array a row, so that whole rows are added by vector instructions
 * ({@link FourRussiansTables}). Shorter rows gain nothing from those; there B is cut into strips of four words, which are added
 * one by one, four tables of a byte each at a time.
 *
 * <p>Cost in additions of a word, for A of r rows and s columns and w words a row of B: r·s/6.4·w, and 14·s·w for the tables.
 * Memory: the product twice and 896 rows of tables. The control is asked once for 64 rows of B. Threads: stateless. Source:
 * [ArlazarovDinicKronrodFaradzev1970]; several tables at once from [AlbrechtBardHart2010].
 */
final class FourRussiansMultiplication {

    /** Words of a strip. */
    static final int STRIP = 4;

    /** Rows of B in each of the tables of a strip. */
    private static final int[] BITS = {7, 7, 6, 6, 6};

    static final int TABLES = 448 * STRIP;
    /** Fewer rows than this are added without tables. */
    private static final int LEAST_ROWS = 8;

    private FourRussiansMultiplication() {}

    static long[] product(BitEntries a, BitEntries b, RunControl control) {
        if (a.rowCount() < LEAST_ROWS) {
            return rowByRow(a, b);
        }
        if (b.stride() == 1) {
            return oneWordProduct(a, b);
        }
        if (b.stride() == 2) {
            return twoWordProduct(a, b);
        }
        return b.stride() < FourRussiansTables.LEAST_VECTOR ? narrowProduct(a, b, control) : wideProduct(a, b, control);
    }

    private static long[] rowByRow(BitEntries a, BitEntries b) {
        int stride = b.stride();
        long[] right = b.words();
        long[] product = new long[Math.multiplyExact(a.rowCount(), stride)];
        for (int i = 0; i < a.rowCount(); i++) {
            for (int word = 0; word < a.stride(); word++) {
                for (long bits = a.words()[i * a.stride() + word]; bits != 0; bits &= bits - 1) {
                    int row = (64 * word + Long.numberOfTrailingZeros(bits)) * stride;
                    for (int w = 0; w < stride; w++) {
                        product[i * stride + w] ^= right[row + w];
                    }
                }
            }
        }
        return product;
    }

    private static long[] wideProduct(BitEntries a, BitEntries b, RunControl control) {
        int rows = a.rowCount();
        int width = b.stride();
        int strideA = a.stride();
        long[] left = a.words();
        long[] right = b.words();
        long[][] block = new long[64][width];
        long[][] product = new long[rows][width];
        FourRussiansTables tables = new FourRussiansTables(width, rows);
        for (int word = 0; word < strideA; word++) {
            control.check();
            int count = Math.min(64, b.rowCount() - 64 * word);
            for (int r = 0; r < count; r++) {
                System.arraycopy(right, (64 * word + r) * width, block[r], 0, width);
            }
            tables.fill(block, 0, count, 0, width);
            for (int i = 0; i < rows; i++) {
                tables.add(product[i], left[i * strideA + word], 0, width);
            }
        }
        return BitEntries.ofRows(b.columnCount(), width, product).words();
    }

    /** Sixteen tables of four rows of B, one word an entry. */
    private static long[] oneWordProduct(BitEntries a, BitEntries b) {
        int rows = a.rowCount();
        int strideA = a.stride();
        long[] left = a.words();
        long[] right = b.words();
        long[] product = new long[rows];
        long[] tables = new long[256];
        for (int word = 0; word < strideA; word++) {
            fillWordTables(tables, right, 64 * word);
            for (int i = 0; i < rows; i++) {
                product[i] ^= lookUp(tables, left[i * strideA + word]);
            }
        }
        return product;
    }

    private static long[] twoWordProduct(BitEntries a, BitEntries b) {
        int rows = a.rowCount();
        int strideA = a.stride();
        long[] left = a.words();
        long[] product = new long[2 * rows];
        TwoWordTables tables = new TwoWordTables();
        for (int word = 0; word < strideA; word++) {
            tables.fill(b.words(), 64 * word);
            for (int i = 0; i < rows; i++) {
                tables.add(product, 2 * i, left[i * strideA + word]);
            }
        }
        return product;
    }

    /** Sixteen tables of the sums of four words each, from a place on; words past the end are zero. */
    static void fillWordTables(long[] tables, long[] words, int from) {
        for (int r = 0; r < 64; r++) {
            long word = from + r < words.length ? words[from + r] : 0;
            int base = r / 4 * 16;
            int half = 1 << r % 4;
            for (int s = base; s < base + half; s++) {
                tables[s + half] = tables[s] ^ word;
            }
        }
    }

    /** The sum of the words that the bits name. */
    static long lookUp(long[] tables, long bits) {
        long sum = 0;
        for (int base = 0; base < 256; base += 64) {
            int part = (int) (bits >>> base / 4);
            sum ^= tables[base + (part & 15)]
                    ^ tables[base + 16 + (part >>> 4 & 15)]
                    ^ tables[base + 32 + (part >>> 8 & 15)]
                    ^ tables[base + 48 + (part >>> 12 & 15)];
        }
        return sum;
    }

    /** Adds to each row of four words the sum of the at most 64 rows that its multiplier names. */
    static void addProduct(long[] sums, long[] multipliers, long[] right, int rows, long[] tables) {
        for (int first = 0; first < rows; first += 32) {
            fillFour(tables, right, first, rows);
            add(sums, multipliers, 0, 1, first, multipliers.length, tables);
        }
    }

    private static void fillFour(long[] tables, long[] right, int first, int rows) {
        int done = 0;
        int base = 0;
        for (int bits : BITS) {
            fill(tables, base, right, (first + done) * STRIP, Math.min(bits, rows - first - done));
            done += bits;
            base += STRIP << bits;
        }
    }

    private static long[] narrowProduct(BitEntries a, BitEntries b, RunControl control) {
        int rows = a.rowCount();
        int stride = b.stride();
        long[] product = new long[Math.multiplyExact(rows, stride)];
        long[] tables = new long[TABLES];
        for (int from = 0; from < stride; from += STRIP) {
            control.check();
            int width = Math.min(STRIP, stride - from);
            long[] right = strip(b.words(), b.rowCount(), stride, from, width);
            long[] sums = new long[Math.multiplyExact(rows, STRIP)];
            for (int first = 0; first < b.rowCount(); first += 32) {
                fillFour(tables, right, first, b.rowCount());
                add(sums, a.words(), first >>> 6, a.stride(), first & 32, rows, tables);
            }
            for (int i = 0; i < rows; i++) {
                System.arraycopy(sums, i * STRIP, product, i * stride + from, width);
            }
        }
        return product;
    }

    /** Some words of every row, followed by zeros. */
    private static long[] strip(long[] words, int rows, int stride, int from, int width) {
        if (stride == STRIP) {
            return words;
        }
        long[] strip = new long[Math.multiplyExact(rows, STRIP)];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(words, i * stride + from, strip, i * STRIP, width);
        }
        return strip;
    }

    /** All sums of count rows, row r being bit r of the entry's number. Entry 0 stays zero. */
    private static void fill(long[] tables, int base, long[] right, int row0, int count) {
        for (int r = 0; r < count; r++) {
            int row = row0 + r * STRIP;
            int half = STRIP << r;
            long w0 = right[row];
            long w1 = right[row + 1];
            long w2 = right[row + 2];
            long w3 = right[row + 3];
            for (int s = base; s < base + half; s += STRIP) {
                tables[s + half] = tables[s] ^ w0;
                tables[s + half + 1] = tables[s + 1] ^ w1;
                tables[s + half + 2] = tables[s + 2] ^ w2;
                tables[s + half + 3] = tables[s + 3] ^ w3;
            }
        }
    }

    private static void add(long[] sums, long[] left, int word, int strideA, int shift, int rows, long[] tables) {
        for (int i = 0; i < rows; i++) {
            int bits = (int) (left[i * strideA + word] >>> shift);
            int target = i * STRIP;
            int a = (bits & 127) * STRIP;
            int b = (bits >>> 7 & 127) * STRIP + 128 * STRIP;
            int c = (bits >>> 14 & 63) * STRIP + 256 * STRIP;
            int d = (bits >>> 20 & 63) * STRIP + 320 * STRIP;
            int e = (bits >>> 26) * STRIP + 384 * STRIP;
            sums[target] ^= tables[a] ^ tables[b] ^ tables[c] ^ tables[d] ^ tables[e];
            sums[target + 1] ^= tables[a + 1] ^ tables[b + 1] ^ tables[c + 1] ^ tables[d + 1] ^ tables[e + 1];
            sums[target + 2] ^= tables[a + 2] ^ tables[b + 2] ^ tables[c + 2] ^ tables[d + 2] ^ tables[e + 2];
            sums[target + 3] ^= tables[a + 3] ^ tables[b + 3] ^ tables[c + 3] ^ tables[d + 3] ^ tables[e + 3];
        }
    }
}
