package org.lfsrtoolkit.core.matrix;

import java.util.Optional;

/** {@link ReducedEchelon} over GF(2). U starts at a word of its own in each row. */
final class BitEchelon implements ReducedEchelon {

    private final int rowCount;
    private final int columns;
    private final int left;
    private final int stride;
    private final long[] work;
    private final int[] pivots;

    BitEchelon(BitEntries matrix) {
        rowCount = matrix.rowCount();
        columns = matrix.columnCount();
        left = matrix.stride();
        stride = left + BitEntries.stride(rowCount);
        work = new long[Math.multiplyExact(rowCount, stride)];
        for (int i = 0; i < rowCount; i++) {
            System.arraycopy(matrix.words(), i * left, work, i * stride, left);
            work[i * stride + left + (i >>> 6)] = 1L << i;
        }
        pivots = FourRussiansElimination.reduce(work, rowCount, stride, columns);
    }

    @Override
    public int rank() {
        return pivots.length;
    }

    @Override
    public BitEntries basis() {
        return part(0, pivots.length, 0, columns);
    }

    /** U. */
    BitEntries operations() {
        return part(0, rowCount, left, rowCount);
    }

    @Override
    public BitEntries leftNullSpace() {
        return part(pivots.length, rowCount, left, rowCount);
    }

    private BitEntries part(int from, int to, int firstWord, int bits) {
        int width = BitEntries.stride(bits);
        long[] words = new long[(to - from) * width];
        for (int i = from; i < to; i++) {
            System.arraycopy(work, i * stride + firstWord, words, (i - from) * width, width);
        }
        return new BitEntries(to - from, bits, words);
    }

    @Override
    public Optional<long[]> solve(long... b) {
        long[] rest = new long[stride];
        BitEntries.packInto(rest, 0, b);
        for (int t = 0; t < pivots.length; t++) {
            int p = pivots[t];
            if ((rest[p >>> 6] >>> p & 1) != 0) {
                for (int w = 0; w < stride; w++) {
                    rest[w] ^= work[t * stride + w];
                }
            }
        }
        for (int w = 0; w < left; w++) {
            if (rest[w] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(BitEntries.unpack(rest, left, rowCount));
    }
}
