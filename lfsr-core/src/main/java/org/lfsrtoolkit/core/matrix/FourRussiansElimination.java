package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Elimination over GF(2), 64 columns at a time, by the method of the four Russians.
 *
 * <p>A panel is one word of every row. Its pivots are found on the words alone ({@link BitPanel}); the pivot rows are brought
 * to reduced form in the panel, and then each other row is cleared there by adding the pivot rows that its own word names,
 * through tables ({@link FourRussiansTables}).
 *
 * <p>Cost, in additions of a word for n rows of w words: about n·rank/6·w for a reduced form and for an inverse, a third of
 * that for a rank. Memory: 896 rows of tables beside the rows, which are changed. The control is asked once a panel. Threads:
 * confined to one. Source: [AlbrechtBardHart2010].
 */
final class FourRussiansElimination {

    private final long[][] rows;
    private final int width;
    private final RunControl control;
    private final int[] order;
    private final BitPanel panel = new BitPanel();
    private final FourRussiansTables tables;
    /** Used and done with before the others are filled. */
    private final FourRussiansTables pivotTables;
    /** Pivot row by its column in the panel; zero rows elsewhere. */
    private final long[][] byColumn = new long[64][];

    private final long[][] spare = new long[64][];
    private final long[] zero;

    private FourRussiansElimination(long[][] rows, int width, RunControl control) {
        this.rows = rows;
        this.width = width;
        this.control = control;
        this.order = new int[rows.length];
        Arrays.setAll(order, i -> i);
        this.tables = new FourRussiansTables(width, rows.length);
        this.pivotTables =
                rows.length < FourRussiansTables.LEAST_ROWS_FOR_WIDE ? tables : new FourRussiansTables(width, 64);
        this.zero = new long[width];
    }

    /** The rank of rows with that many columns, bits above them zero; spoils the rows. */
    static int rank(long[][] rows, int columns, RunControl control) {
        return new FourRussiansElimination(rows, BitEntries.stride(columns), control).rank(columns);
    }

    /**
     * Makes the first columns of the rows reduced echelon, carrying along the words from the next whole word on.
     *
     * @param width words of a row
     * @return the pivot columns in order; their number is the rank
     */
    static int[] reduce(long[][] rows, int columns, int width, RunControl control) {
        return new FourRussiansElimination(rows, width, control).reduce(columns);
    }

    /** The words of the inverse of a square matrix; null if it is singular. Spoils the rows. */
    static long @Nullable [] invert(long[][] rows, RunControl control) {
        return new FourRussiansElimination(rows, BitEntries.stride(rows.length), control).invert();
    }

    private int rank(int columns) {
        int rank = 0;
        for (int word = 0; word < width && rank < rows.length; word++) {
            control.check();
            panel.find(rows, order, rank, word, Math.min(64, columns - 64 * word));
            int next = rank + panel.size();
            if (next > rank && next < rows.length && word + 1 < width) {
                formPivotRows(rank, word + 1);
                tables.fill(byColumn, 0, 64, word + 1, width);
                addPivotRows(next, rows.length, word, word + 1);
            }
            rank = next;
        }
        return rank;
    }

    private int[] reduce(int columns) {
        int[] pivots = new int[Math.min(rows.length, columns)];
        int rank = 0;
        for (int word = 0; 64 * word < columns && rank < rows.length; word++) {
            control.check();
            panel.find(rows, order, rank, word, Math.min(64, columns - 64 * word));
            int next = rank + panel.size();
            if (next > rank) {
                formPivotRows(rank, word);
                tables.fill(byColumn, 0, 64, word, width);
                addPivotRows(0, rank, word, word);
                addPivotRows(next, rows.length, word, word);
                for (long left = panel.pivotMask(); left != 0; left &= left - 1) {
                    pivots[rank++] = 64 * word + Long.numberOfTrailingZeros(left);
                }
            }
        }
        return Arrays.copyOf(pivots, rank);
    }

    /**
     * Block by block [P Q; R S] becomes [P⁻¹, P⁻¹Q; RP⁻¹, S − RP⁻¹Q], which after all blocks is the inverse of the matrix with
     * its rows in the new order. A panel holds P⁻¹ and RP⁻¹ in the place of P and R.
     */
    private long @Nullable [] invert() {
        int n = rows.length;
        for (int word = 0; word < width; word++) {
            control.check();
            int from = 64 * word;
            int columns = Math.min(64, n - from);
            panel.find(rows, order, from, word, columns);
            if (panel.size() < columns) {
                return null;
            }
            formPivotRows(from, 0);
            for (int c = 0; c < columns; c++) {
                rows[from + c][word] = panel.combination(c);
            }
            tables.fill(byColumn, 0, columns, 0, width);
            for (int i = 0; i < n; i++) {
                if (i == from) {
                    i += columns;
                    if (i == n) {
                        break;
                    }
                }
                long multiplier = rows[i][word];
                rows[i][word] = 0;
                tables.add(rows[i], multiplier, 0, width);
            }
        }
        return withColumnsInOrder(n, BitEntries.ofRows(n, width, rows).words(), order);
    }

    /** Replaces the independent rows, found at a place, by the rows with reduced panel words, in the order of the pivots. */
    private void formPivotRows(int place, int fromWord) {
        pivotTables.fill(rows, place, panel.size(), fromWord, width);
        Arrays.fill(byColumn, zero);
        int t = 0;
        for (long left = panel.pivotMask(); left != 0; left &= left - 1, t++) {
            int column = Long.numberOfTrailingZeros(left);
            long[] row = spare[t] == null ? new long[width] : spare[t];
            Arrays.fill(row, 0);
            pivotTables.add(row, panel.combination(column), fromWord, width);
            byColumn[column] = row;
        }
        t = 0;
        for (long left = panel.pivotMask(); left != 0; left &= left - 1, t++) {
            spare[t] = rows[place + t];
            rows[place + t] = byColumn[Long.numberOfTrailingZeros(left)];
        }
    }

    private void addPivotRows(int from, int to, int word, int fromWord) {
        long mask = panel.pivotMask();
        for (int i = from; i < to; i++) {
            tables.add(rows[i], rows[i][word] & mask, fromWord, width);
        }
    }

    /** A square matrix with its column s moved to the place order[s]; spoils both arguments. */
    static long[] withColumnsInOrder(int n, long[] words, int... order) {
        int stride = BitEntries.stride(n);
        // As long as few columns move they are exchanged bit by bit; two transpositions cost about as much as n/12
        // exchanges.
        int most = n / 12;
        int[] places = new int[2 * most];
        int count = 0;
        for (int s = 0; s < n; s++) {
            for (int t = order[s]; t != s; t = order[s]) {
                if (count == most) {
                    exchange(words, stride, places, count);
                    return reordered(n, words, order);
                }
                places[2 * count] = s;
                places[2 * count + 1] = t;
                count++;
                order[s] = order[t];
                order[t] = t;
            }
        }
        exchange(words, stride, places, count);
        return words;
    }

    private static void exchange(long[] words, int stride, int[] places, int count) {
        for (int row = 0; row < words.length; row += stride) {
            for (int e = 0; e < 2 * count; e += 2) {
                int s = places[e];
                int t = places[e + 1];
                int a = row + (s >>> 6);
                int b = row + (t >>> 6);
                long difference = (words[a] >>> s ^ words[b] >>> t) & 1;
                words[a] ^= difference << s;
                words[b] ^= difference << t;
            }
        }
    }

    private static long[] reordered(int n, long[] words, int... order) {
        int stride = BitEntries.stride(n);
        long[] columns = BitTranspose.of(new BitEntries(n, n, words));
        long[] moved = new long[columns.length];
        for (int s = 0; s < n; s++) {
            System.arraycopy(columns, s * stride, moved, order[s] * stride, stride);
        }
        return BitTranspose.of(new BitEntries(n, n, moved));
    }
}
