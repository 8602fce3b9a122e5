package org.lfsrtoolkit.core.matrix;

import java.util.Optional;
import org.lfsrtoolkit.core.progress.RunControl;

/** {@link ReducedEchelon} over GF(2). U starts at a word of its own in each row. */
final class BitEchelon implements ReducedEchelon {

    private final int rowCount;
    private final int columns;
    private final int left;
    private final int width;
    private final long[][] work;
    private final int[] pivots;

    BitEchelon(BitEntries matrix, RunControl control) {
        rowCount = matrix.rowCount();
        columns = matrix.columnCount();
        left = matrix.stride();
        width = left + BitEntries.stride(rowCount);
        work = matrix.rowWords(width);
        for (int i = 0; i < rowCount; i++) {
            work[i][left + (i >>> 6)] = 1L << i;
        }
        pivots = FourRussiansElimination.reduce(work, columns, width, control);
    }

    @Override
    public int rank() {
        return pivots.length;
    }

    @Override
    public BitEntries basis() {
        return part(0, pivots.length, 0, columns);
    }

    @Override
    public BitEntries leftNullSpace() {
        return part(pivots.length, rowCount, left, rowCount);
    }

    private BitEntries part(int from, int to, int firstWord, int bits) {
        int stride = BitEntries.stride(bits);
        long[] words = new long[(to - from) * stride];
        for (int i = from; i < to; i++) {
            System.arraycopy(work[i], firstWord, words, (i - from) * stride, stride);
        }
        return new BitEntries(to - from, bits, words);
    }

    @Override
    public Optional<long[]> solve(long... b) {
        long[] rest = new long[width];
        BitEntries.packInto(rest, 0, b);
        for (int t = 0; t < pivots.length; t++) {
            int p = pivots[t];
            if ((rest[p >>> 6] >>> p & 1) != 0) {
                for (int w = 0; w < width; w++) {
                    rest[w] ^= work[t][w];
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
