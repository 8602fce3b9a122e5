package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Inverse over GF(2) of matrices of up to 256 columns: the elimination of {@link FourRussiansElimination}, for rows too short
 * for vector instructions, kept two or four words a row in one array.
 *
 * <p>Cost: about n²/2 additions of a word and n/64 fillings of tables. Memory: the rows, and 64 KiB of tables, 7 KiB up to
 * 128 columns. Threads:
 * confined to one. Source: [AlbrechtBardHart2010].
 */
final class NarrowBitInversion {

    /** Most words of a row. */
    static final int WIDTH = FourRussiansMultiplication.STRIP;

    private static final int TWO = 2;

    private final int n;
    /** Words kept of a row, two or four. */
    private final int width;

    private final long[] words;
    private final int[] order;
    /** Multipliers of one panel: which pivot rows a row gains. */
    private final long[] multipliers;

    private final BitPanel panel = new BitPanel();
    private final long[] wordTables = new long[256];

    private NarrowBitInversion(BitEntries matrix) {
        n = matrix.rowCount();
        int stride = matrix.stride();
        width = stride <= TWO ? TWO : WIDTH;
        words = new long[n * width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix.words(), i * stride, words, i * width, stride);
        }
        order = new int[n];
        Arrays.setAll(order, i -> i);
        multipliers = new long[n];
    }

    /** The words of the inverse of a square matrix of at most {@value #WIDTH} words a row; null if it is singular. */
    static long @Nullable [] invert(BitEntries matrix) {
        return new NarrowBitInversion(matrix).invert();
    }

    private long @Nullable [] invert() {
        for (int word = 0; 64 * word < n; word++) {
            if (!clear(word)) {
                return null;
            }
        }
        int stride = BitEntries.stride(n);
        long[] rows = new long[n * stride];
        for (int i = 0; i < n; i++) {
            System.arraycopy(words, i * width, rows, i * stride, stride);
        }
        return FourRussiansElimination.withColumnsInOrder(n, rows, order);
    }

    /**
     * [P Q; R S] becomes [P⁻¹, P⁻¹Q; RP⁻¹, S − RP⁻¹Q]: with the panel words replaced by their product with P⁻¹, which for the
     * pivot rows is P⁻¹ itself, every row gains the old pivot rows that its new panel word names; pivot rows start from zero.
     */
    private boolean clear(int word) {
        int from = 64 * word;
        int count = Math.min(64, n - from);
        if (!findPivots(word, from, count)) {
            return false;
        }
        long[] inverse = new long[64];
        for (int c = 0; c < count; c++) {
            inverse[c] = panel.combination(c);
        }
        FourRussiansMultiplication.fillWordTables(wordTables, inverse, 0);
        for (int i = 0; i < n; i++) {
            multipliers[i] = FourRussiansMultiplication.lookUp(wordTables, words[i * width + word]);
            words[i * width + word] = 0;
        }
        System.arraycopy(inverse, 0, multipliers, from, count);
        long[] pivotRows = Arrays.copyOfRange(words, from * width, (from + count) * width);
        Arrays.fill(words, from * width, (from + count) * width, 0);
        addPivotRows(pivotRows, count);
        for (int i = 0; i < n; i++) {
            words[i * width + word] = multipliers[i];
        }
        return true;
    }

    /** Every row gains the pivot rows that its multiplier names. */
    private void addPivotRows(long[] pivotRows, int count) {
        if (width == TWO) {
            TwoWordTables tables = new TwoWordTables();
            tables.fill(pivotRows, 0);
            for (int i = 0; i < n; i++) {
                tables.add(words, TWO * i, multipliers[i]);
            }
        } else {
            long[] tables = new long[FourRussiansMultiplication.TABLES];
            FourRussiansMultiplication.addProduct(words, multipliers, pivotRows, count, tables);
        }
    }

    private boolean findPivots(int word, int from, int count) {
        panel.clear();
        for (int i = from; i < n && panel.size() < count; i++) {
            if (panel.insert(words[i * width + word])) {
                int place = from + panel.size() - 1;
                for (int w = 0; w < width; w++) {
                    long swap = words[i * width + w];
                    words[i * width + w] = words[place * width + w];
                    words[place * width + w] = swap;
                }
                int name = order[i];
                order[i] = order[place];
                order[place] = name;
            }
        }
        return panel.size() == count;
    }
}
