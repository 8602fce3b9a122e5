package org.lfsrtoolkit.core.matrix;

/**
 * v ↦ v·A over GF(2) for many v: the sums of four or eight neighbouring rows of A are tabled, whichever table is small
 * enough for the cache.
 *
 * <p>Memory: 4 times the matrix for groups of four, 32 times for groups of eight. Threads: immutable.
 */
final class FourRussiansVectorProduct {

    /** Tables for groups of eight rows may take this many words: 1 MiB. */
    private static final long BYTE_TABLE_WORDS = 1L << 17;

    private final int rows;
    private final int stride;
    private final int group;
    /** Entry s of group g at words (g·2^group + s)·stride. */
    private final long[] sums;

    private FourRussiansVectorProduct(BitEntries matrix, int group) {
        this.rows = matrix.rowCount();
        this.stride = matrix.stride();
        this.group = group;
        int groups = (rows + group - 1) / group;
        sums = new long[Math.multiplyExact(groups << group, stride)];
        for (int i = 0; i < rows; i++) {
            int base = (i / group << group) * stride;
            int half = 1 << i % group;
            int row = i * stride;
            for (int s = 0; s < half; s++) {
                int source = base + s * stride;
                int target = source + half * stride;
                for (int w = 0; w < stride; w++) {
                    sums[target + w] = sums[source + w] ^ matrix.words()[row + w];
                }
            }
        }
    }

    static FourRussiansVectorProduct of(BitEntries matrix) {
        long words = 32L * matrix.rowCount() * matrix.stride();
        return new FourRussiansVectorProduct(matrix, words <= BYTE_TABLE_WORDS ? 8 : 4);
    }

    /** v·A on packed bits. */
    long[] apply(long[] v) {
        final int width = stride;
        final int step = group;
        final int mask = (1 << step) - 1;
        final long[] table = sums;
        long[] image = new long[width];
        int base = 0;
        for (int from = 0; from < rows; from += 64) {
            long bits = v[from >>> 6];
            int count = Math.min(64, rows - from);
            for (int done = 0; done < count; done += step, bits >>>= step, base += width << step) {
                int source = base + ((int) bits & mask) * width;
                for (int j = 0; j < width; j++) {
                    image[j] ^= table[source + j];
                }
            }
        }
        return image;
    }
}
