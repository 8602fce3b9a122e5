package org.lfsrtoolkit.core.matrix;

import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.progress.RunControl;

/** {@link KrylovSpan} over GF(2) for small sides, vector by vector; a vector is its bits, 64 a word. */
final class BitKrylovSpan implements KrylovSpan {

    private final int n;
    private final int stride;
    private final FourRussiansVectorProduct matrix;
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
        this.matrix = FourRussiansVectorProduct.of(matrix);
        this.vectors = new long[Math.multiplyExact(n, stride)];
        this.echelon = new long[n * stride];
        this.multipliers = new long[n * stride];
        this.pivots = new int[n];
        this.isPivot = new boolean[n];
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
        return matrix.apply(v);
    }

    @Override
    public long[] spin(long[] start, RunControl control) {
        long[] v = start;
        while (add(v)) {
            control.check();
            v = apply(v);
        }
        return refused;
    }

    /** Adds v if it is independent of the vectors held and returns true; else returns false and keeps its coordinates. */
    private boolean add(long[] v) {
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
    public void truncate(int count) {
        while (size > count) {
            size--;
            isPivot[pivots[size]] = false;
        }
    }

    @Override
    public long[] randomOutside(RandomGenerator random) {
        return randomOutside(isPivot, stride, random);
    }

    /**
     * A random non-zero vector that is 0 at all pivots.
     *
     * @param isPivot for each coordinate, not true for all
     * @param width words of the vector
     */
    static long[] randomOutside(boolean[] isPivot, int width, RandomGenerator random) {
        long[] v = new long[width];
        int last = -1;
        boolean found = false;
        for (int i = 0; i < isPivot.length; i++) {
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
