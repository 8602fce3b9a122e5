package org.lfsrtoolkit.core.matrix;

import java.util.random.RandomGenerator;

/**
 * {@link KrylovSpan} over GF(2); a vector is its bits, 64 a word.
 *
 * <p>v·A is the sum of tabled rows: four or eight rows of A a look-up, whichever table is small enough for the cache.
 */
final class BitKrylovSpan implements KrylovSpan {

    /** Up to this side eight rows a look-up: 256/8 · side · words of a row · 8 bytes ≤ 1 MiB. */
    private static final int BYTE_TABLE_SIDE = 512;

    private final int n;
    private final int stride;
    private final int group;
    private final long[] table;
    private final long[] vectors;
    private final long[] echelon;
    /** Row t: bits 0..t of the multipliers; bit t is 1. */
    private final long[] multipliers;

    private final int[] pivots;
    private final boolean[] isPivot;
    private long[] refused = {};
    private int size;

    BitKrylovSpan(BitEntries matrix) {
        this.n = matrix.rowCount();
        this.stride = matrix.stride();
        this.group = n <= BYTE_TABLE_SIDE ? 8 : 4;
        this.table = rowSums(matrix, group);
        this.vectors = new long[Math.multiplyExact(n, stride)];
        this.echelon = new long[n * stride];
        this.multipliers = new long[n * stride];
        this.pivots = new int[n];
        this.isPivot = new boolean[n];
    }

    /** For each group of rows all sums, entry s of group g at words (g·2^group + s)·stride. */
    private static long[] rowSums(BitEntries matrix, int group) {
        int stride = matrix.stride();
        int groups = (matrix.rowCount() + group - 1) / group;
        long[] sums = new long[Math.multiplyExact(groups << group, stride)];
        for (int i = 0; i < matrix.rowCount(); i++) {
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
        return sums;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long[] apply(long[] v) {
        final int width = stride;
        final int step = group;
        final int mask = (1 << step) - 1;
        final long[] sums = table;
        long[] image = new long[width];
        int base = 0;
        for (int w = 0; w < width; w++) {
            long bits = v[w];
            int count = Math.min(64, n - 64 * w);
            for (int done = 0; done < count; done += step, bits >>>= step, base += width << step) {
                int source = base + ((int) bits & mask) * width;
                for (int j = 0; j < width; j++) {
                    image[j] ^= sums[source + j];
                }
            }
        }
        return image;
    }

    @Override
    public boolean add(long[] v) {
        final int width = stride;
        long[] rest = v.clone();
        long[] used = new long[width];
        for (int t = 0; t < size; t++) {
            int p = pivots[t];
            if ((rest[p >>> 6] >>> p & 1) != 0) {
                used[t >>> 6] |= 1L << t;
                int row = t * width;
                for (int w = 0; w < width; w++) {
                    rest[w] ^= echelon[row + w];
                }
            }
        }
        int word = 0;
        while (word < width && rest[word] == 0) {
            word++;
        }
        if (word == width) {
            refused = solveForVectors(used);
            return false;
        }
        int pivot = 64 * word + Long.numberOfTrailingZeros(rest[word]);
        used[size >>> 6] |= 1L << size;
        int row = size * width;
        System.arraycopy(v, 0, vectors, row, width);
        System.arraycopy(rest, 0, echelon, row, width);
        System.arraycopy(used, 0, multipliers, row, width);
        pivots[size] = pivot;
        isPivot[pivot] = true;
        size++;
        return true;
    }

    /** y with y·L = m; L is lower triangular with ones on the diagonal. */
    private long[] solveForVectors(long[] m) {
        long[] y = new long[size];
        for (int t = size - 1; t >= 0; t--) {
            if ((m[t >>> 6] >>> t & 1) != 0) {
                y[t] = 1;
                int row = t * stride;
                for (int w = t >>> 6; w >= 0; w--) {
                    m[w] ^= multipliers[row + w];
                }
            }
        }
        return y;
    }

    @Override
    public long[] coordinates() {
        return refused.clone();
    }

    @Override
    public void truncate(int count) {
        while (size > count) {
            size--;
            isPivot[pivots[size]] = false;
        }
    }

    @Override
    public long[] randomOutside(RandomGenerator random) {
        long[] v = new long[stride];
        int last = -1;
        boolean found = false;
        for (int i = 0; i < n; i++) {
            if (!isPivot[i]) {
                last = i;
                if (random.nextBoolean()) {
                    v[i >>> 6] |= 1L << i;
                    found = true;
                }
            }
        }
        if (!found) {
            v[last >>> 6] |= 1L << last;
        }
        return v;
    }

    @Override
    public long[] combination(long[] coordinates) {
        long[] sum = new long[stride];
        for (int t = 0; t < coordinates.length; t++) {
            if (coordinates[t] != 0) {
                for (int w = 0; w < stride; w++) {
                    sum[w] ^= vectors[t * stride + w];
                }
            }
        }
        return sum;
    }

    @Override
    public void addTo(long[] target, long[] source) {
        for (int w = 0; w < stride; w++) {
            target[w] ^= source[w];
        }
    }

    @Override
    public void addScaledTo(long[] target, long[] source, long factor) {
        if (factor != 0) {
            addTo(target, source);
        }
    }

    @Override
    public long[] toCodes(long[] v) {
        return BitEntries.unpack(v, 0, n);
    }
}
