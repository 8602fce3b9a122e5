package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Entries over GF(2), 64 a word.
 *
 * <p>Row i is the words i·stride .. (i+1)·stride − 1; bit j mod 64 of its word j / 64 is entry (i, j). Bits above the last
 * column are 0.
 */
final class BitEntries implements MatrixEntries {

    private final int rows;
    private final int columns;
    private final int stride;
    private final long[] words;

    BitEntries(int rows, int columns, long... words) {
        this.rows = rows;
        this.columns = columns;
        this.stride = stride(columns);
        this.words = words;
        assert words.length == rows * stride : "words.length = " + words.length;
    }

    /** Words in a row of that many bits. */
    static int stride(int columns) {
        return (columns + 63) >>> 6;
    }

    static BitEntries pack(int columns, long[]... rows) {
        int stride = stride(columns);
        long[] words = new long[Math.multiplyExact(rows.length, stride)];
        for (int i = 0; i < rows.length; i++) {
            packInto(words, i * stride, rows[i]);
        }
        return new BitEntries(rows.length, columns, words);
    }

    /** The rows given as words, of which only the first of each are taken. */
    static BitEntries ofRows(int columns, int stride, long[]... rows) {
        long[] words = new long[Math.multiplyExact(rows.length, stride)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, words, i * stride, stride);
        }
        return new BitEntries(rows.length, columns, words);
    }

    static BitEntries identity(int n) {
        int stride = stride(n);
        long[] words = new long[Math.multiplyExact(n, stride)];
        for (int i = 0; i < n; i++) {
            words[i * stride + (i >>> 6)] |= 1L << i;
        }
        return new BitEntries(n, n, words);
    }

    static BitEntries random(int rows, int columns, RandomGenerator random) {
        int stride = stride(columns);
        long[] words = new long[Math.multiplyExact(rows, stride)];
        for (int w = 0; w < words.length; w++) {
            words[w] = random.nextLong() & (w % stride == stride - 1 ? lastWordMask(columns) : -1L);
        }
        return new BitEntries(rows, columns, words);
    }

    private static long lastWordMask(int columns) {
        return -1L >>> -columns;
    }

    /** ORs bits into zeroed words from an offset on. */
    static void packInto(long[] words, int from, long... bits) {
        for (int j = 0; j < bits.length; j++) {
            words[from + (j >>> 6)] |= bits[j] << j;
        }
    }

    /** The first count bits from a word offset on, one a long. */
    static long[] unpack(long[] words, int from, int count) {
        long[] bits = new long[count];
        for (int j = 0; j < count; j++) {
            bits[j] = words[from + (j >>> 6)] >>> j & 1;
        }
        return bits;
    }

    @Override
    public int rowCount() {
        return rows;
    }

    @Override
    public int columnCount() {
        return columns;
    }

    int stride() {
        return stride;
    }

    /** The words themselves; not to be written to. */
    long[] words() {
        return words;
    }

    /** A copy of the words of each row, followed by zeros up to a width. */
    long[][] rowWords(int width) {
        long[][] copy = new long[rows][width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(words, i * stride, copy[i], 0, stride);
        }
        return copy;
    }

    @Override
    public long get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "entry (" + row + ", " + column + ") of a " + rows + " × " + columns + " matrix");
        }
        return words[row * stride + (column >>> 6)] >>> column & 1;
    }

    @Override
    public long[] row(int i) {
        return unpack(words, i * stride, columns);
    }

    @Override
    public long[] leftMultiply(long[] v) {
        long[] sum = new long[stride];
        for (int i = 0; i < rows; i++) {
            if (v[i] != 0) {
                addRow(sum, i);
            }
        }
        return unpack(sum, 0, columns);
    }

    private void addRow(long[] target, int row) {
        int from = row * stride;
        for (int w = 0; w < stride; w++) {
            target[w] ^= words[from + w];
        }
    }

    @Override
    public BitEntries plus(MatrixEntries other) {
        long[] sum = words.clone();
        long[] right = ((BitEntries) other).words;
        for (int w = 0; w < sum.length; w++) {
            sum[w] ^= right[w];
        }
        return new BitEntries(rows, columns, sum);
    }

    @Override
    public BitEntries scaled(long factor) {
        return factor == 0 ? new BitEntries(rows, columns, new long[words.length]) : this;
    }

    @Override
    public BitEntries times(MatrixEntries other, RunControl control) {
        control.check();
        BitEntries right = (BitEntries) other;
        return new BitEntries(rows, right.columns, FourRussiansMultiplication.product(this, right, control));
    }

    @Override
    public BitEntries transpose() {
        return new BitEntries(columns, rows, BitTranspose.of(this));
    }

    @Override
    public int rank(RunControl control) {
        if (stride == 1) {
            control.check();
            return rankOfOneWord();
        }
        return FourRussiansElimination.rank(rowWords(stride), columns, control);
    }

    private int rankOfOneWord() {
        BitPanel panel = new BitPanel();
        for (int i = 0; i < rows && panel.size() < columns; i++) {
            panel.insert(words[i]);
        }
        return panel.size();
    }

    @Override
    public long determinant(RunControl control) {
        return rank(control) == columns ? 1 : 0;
    }

    @Override
    public @Nullable BitEntries inverse(RunControl control) {
        control.check();
        long[] inverse;
        if (stride == 1) {
            inverse = inverseOfOneWord();
        } else if (stride <= NarrowBitInversion.WIDTH) {
            inverse = NarrowBitInversion.invert(this);
        } else {
            inverse = FourRussiansElimination.invert(rowWords(stride), control);
        }
        return inverse == null ? null : new BitEntries(rows, columns, inverse);
    }

    /** A panel is the whole matrix: the basis word with its pivot in column c is unit vector c, so row c is what made it. */
    private long @Nullable [] inverseOfOneWord() {
        BitPanel panel = new BitPanel();
        for (long word : words) {
            if (!panel.insert(word)) {
                return null;
            }
        }
        long[] inverse = new long[rows];
        for (int c = 0; c < rows; c++) {
            inverse[c] = panel.combination(c);
        }
        return inverse;
    }

    @Override
    public boolean isZero() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public BitEchelon echelon(RunControl control) {
        return new BitEchelon(this, control);
    }

    @Override
    public KrylovSpan krylovSpan() {
        return rows < PanelKrylovSpan.LEAST_SIDE ? new BitKrylovSpan(this) : new PanelKrylovSpan(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BitEntries entries
                && entries.columns == columns
                && entries.rows == rows
                && Arrays.equals(entries.words, words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
