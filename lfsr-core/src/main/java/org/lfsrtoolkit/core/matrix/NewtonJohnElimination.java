package org.lfsrtoolkit.core.matrix;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Elimination over GF(2^k), 2 ≤ k ≤ 8, with tables of all multiples of the pivot row ({@link RowMultiples}).
 *
 * <p>Rows are taken in order; the first entry of a row that is not zero is its pivot, and the other rows are cleared in its
 * column. For the inverse that is done in place: the cleared column holds the operations, so that in the end row i with its
 * pivot in column c is row c of the inverse, its columns named by the pivots likewise.
 *
 * <p>Cost for n rows of w words: n²·w additions of a word for an inverse, half for a rank, twice that for k &gt; 4, and n·2^k·w
 * for tables. Memory: one copy of the rows, packed. The control is asked once a pivot. Threads: confined to one. Source:
 * [Albrecht2012].
 */
final class NewtonJohnElimination {

    private final FiniteField field;
    private final int columns;
    private final RunControl control;
    private final CodeLanes lanes;
    private final long[][] rows;
    private final int width;
    private final RowMultiples multiples;

    private NewtonJohnElimination(FiniteField field, int columns, RunControl control, long[][] codes) {
        this.field = field;
        this.columns = columns;
        this.control = control;
        this.lanes = new CodeLanes(field);
        this.rows = lanes.pack(codes);
        this.width = lanes.width(columns);
        this.multiples = new RowMultiples(lanes, field.extensionDegree(), width);
    }

    static int rank(FiniteField field, int columns, RunControl control, long[]... codes) {
        return new NewtonJohnElimination(field, columns, control, codes).rank();
    }

    /** The rows of the inverse of a square matrix; null if it is singular. */
    static long @Nullable [][] inverse(FiniteField field, RunControl control, long[]... codes) {
        return new NewtonJohnElimination(field, codes.length, control, codes).inverse();
    }

    private int rank() {
        int rank = 0;
        for (int i = 0; i < rows.length && rank < columns; i++) {
            control.check();
            int pivot = lanes.firstNonZero(rows[i], 0);
            if (pivot < 0) {
                continue;
            }
            rank++;
            if (i + 1 < rows.length) {
                long inverse = field.inverse(lanes.get(rows[i], pivot));
                int from = lanes.word(pivot);
                multiples.fill(rows[i], from, width);
                for (int r = i + 1; r < rows.length; r++) {
                    long entry = lanes.get(rows[r], pivot);
                    if (entry != 0) {
                        multiples.add(rows[r], (int) field.multiply(entry, inverse), from, width);
                    }
                }
            }
        }
        return rank;
    }

    private long @Nullable [][] inverse() {
        int n = rows.length;
        int[] pivots = new int[n];
        boolean[] done = new boolean[n];
        for (int i = 0; i < n; i++) {
            control.check();
            int pivot = firstUnused(rows[i], done);
            if (pivot < 0) {
                return null;
            }
            pivots[i] = pivot;
            done[pivot] = true;
            int word = lanes.word(pivot);
            long mask = lanes.mask(pivot);
            long[] row = rows[i];
            long inverse = field.inverse(lanes.get(row, pivot));
            row[word] = row[word] & ~mask | lanes.one(pivot);
            multiples.fill(row, 0, width);
            java.util.Arrays.fill(row, 0);
            multiples.add(row, (int) inverse, 0, width);
            for (int r = 0; r < n; r++) {
                long entry = lanes.get(rows[r], pivot);
                if (r != i && entry != 0) {
                    rows[r][word] &= ~mask;
                    multiples.add(rows[r], (int) field.multiply(entry, inverse), 0, width);
                }
            }
        }
        long[][] inverse = new long[n][];
        for (int i = 0; i < n; i++) {
            long[] codes = lanes.unpack(rows[i], n);
            long[] row = new long[n];
            for (int j = 0; j < n; j++) {
                row[j] = codes[pivots[j]];
            }
            inverse[pivots[i]] = row;
        }
        return inverse;
    }

    /** The first column without a pivot in which the row is not zero; −1 if there is none. */
    private int firstUnused(long[] row, boolean[] done) {
        for (int j = 0; j < columns; j++) {
            if (!done[j] && lanes.get(row, j) != 0) {
                return j;
            }
        }
        return -1;
    }
}
