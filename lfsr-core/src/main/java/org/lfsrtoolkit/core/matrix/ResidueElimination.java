package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Elimination over GF(p), row by row, with reductions modulo p put off.
 *
 * <p>Forward, a row gains multiples of all echelon rows before it and is then reduced once; its first non-zero entry becomes
 * a pivot. Only the entries in pivot columns have to be known on the way: those of four echelon rows at a time are found from
 * the few entries that these rows have in each other's pivot columns. Rows go in blocks, so that four echelon rows serve a
 * block while they are in the cache. Backward, the same from the last pivot column to the first.
 *
 * <p>Cost for n rows of w entries and rank r: forward about n·r·w/2 products less what is known to be zero, backward r²·w/2;
 * n·w reductions each. Memory: one copy of the rows. The control is asked once a block. Threads: confined to one.
 */
final class ResidueElimination {

    private static final int BLOCK = 32;
    private static final int MOST = LateReducedRows.MOST;

    private final FiniteField field;
    private final LateReducedRows rows;
    private final int rowCount;
    private final int columns;
    private final boolean withOperations;
    private final RunControl control;

    /** Echelon row t is the row pivotRows[t], with a 1 in column pivotColumns[t]. */
    private final int[] pivotRows;

    private final int[] pivotColumns;
    /** Last place of echelon row t that can be other than zero, plus 1. */
    private final int[] ends;

    private int rank;
    private long pivotProduct = 1;

    /** Entries of the echelon rows of a group in each other's pivot columns: [4·l + m] of row l in the column of row m. */
    private final long[] mutual = new long[MOST * MOST];

    private final int[] sources = new int[MOST];
    private final int[] places = new int[MOST];
    private final long[] factors = new long[MOST];
    private int groupSize;
    private int groupFrom;
    private int groupEnd;

    /** @param withOperations whether to carry along the identity, which becomes the matrix U of the operations */
    ResidueElimination(FiniteField field, int columns, boolean withOperations, RunControl control, long[]... codes) {
        this.field = field;
        this.rowCount = codes.length;
        this.columns = columns;
        this.withOperations = withOperations;
        this.control = control;
        this.rows = LateReducedRows.of(field, withOperations ? columns + rowCount : columns, codes);
        for (int i = 0; withOperations && i < rowCount; i++) {
            rows.set(i, columns + i, 1);
        }
        int most = Math.min(rowCount, columns);
        this.pivotRows = new int[most];
        this.pivotColumns = new int[most];
        this.ends = new int[most];
    }

    /** Makes echelon rows and returns their number, the rank. */
    int forward() {
        // Rows after the one that completes the rank matter for their operations only.
        for (int top = 0; top < rowCount && (withOperations || rank < columns); top += BLOCK) {
            control.check();
            int bottom = Math.min(rowCount, top + BLOCK);
            int before = rank;
            for (int t = 0; t < before; t += MOST) {
                group(t, Math.min(before, t + MOST));
                for (int i = top; i < bottom; i++) {
                    clear(i);
                }
            }
            for (int i = top; i < bottom; i++) {
                for (int t = before; t < rank; t += MOST) {
                    group(t, Math.min(rank, t + MOST));
                    clear(i);
                }
                rows.reduce(i);
                keepIfIndependent(i);
            }
        }
        return rank;
    }

    private void keepIfIndependent(int row) {
        if (rank == pivotRows.length) {
            return;
        }
        for (int j = 0; j < columns; j++) {
            long entry = rows.get(row, j);
            if (entry != 0) {
                pivotProduct = field.multiply(pivotProduct, entry);
                int end = withOperations ? columns + row + 1 : columns;
                rows.scale(row, field.inverse(entry), j, end);
                pivotRows[rank] = row;
                pivotColumns[rank] = j;
                ends[rank] = end;
                rank++;
                return;
            }
        }
    }

    /** Prepares to add multiples of echelon rows from .. to − 1, at most four. */
    private void group(int from, int to) {
        groupSize = to - from;
        groupFrom = Integer.MAX_VALUE;
        groupEnd = 0;
        Arrays.fill(factors, 0);
        for (int l = 0; l < groupSize; l++) {
            sources[l] = pivotRows[from + l];
            places[l] = pivotColumns[from + l];
            groupFrom = Math.min(groupFrom, places[l]);
            groupEnd = Math.max(groupEnd, ends[from + l]);
        }
        Arrays.fill(sources, groupSize, MOST, sources[0]);
        for (int l = 0; l < groupSize; l++) {
            for (int m = l + 1; m < groupSize; m++) {
                mutual[MOST * l + m] = rows.get(sources[l], places[m]);
            }
        }
    }

    /** Clears a row in the pivot columns of the group; an echelon row is zero in those of the ones before it. */
    private void clear(int row) {
        boolean any = false;
        for (int m = 0; m < groupSize; m++) {
            long entry = rows.get(row, places[m]);
            for (int l = 0; l < m; l++) {
                entry = field.add(entry, field.multiply(factors[l], mutual[MOST * l + m]));
            }
            factors[m] = field.negate(entry);
            any |= entry != 0;
        }
        if (any) {
            rows.add(row, sources, factors, groupFrom, groupEnd);
        }
    }

    /** The determinant of a square matrix, after {@link #forward}. */
    long determinant() {
        if (rank < columns) {
            return 0;
        }
        boolean odd = false;
        boolean[] seen = new boolean[columns];
        // Here row t has its pivot in column pivotColumns[t]; a cycle of even length is an odd permutation.
        for (int start = 0; start < columns; start++) {
            int length = 0;
            for (int t = start; !seen[t]; t = pivotColumns[t]) {
                seen[t] = true;
                length++;
            }
            odd ^= length > 0 && length % 2 == 0;
        }
        return odd ? field.negate(pivotProduct) : pivotProduct;
    }

    /**
     * Makes the echelon rows reduced, after {@link #forward}, and sorts them by pivot column.
     *
     * @param from first place to bring up to date; the number of columns leaves those before, which are then known
     */
    void backward(int from) {
        sortByPivot();
        int end = rows.width;
        for (int bottom = rank; bottom > 0; bottom -= Math.min(BLOCK, bottom)) {
            control.check();
            int top = Math.max(0, bottom - BLOCK);
            for (int t = bottom; t < rank; t += MOST) {
                backwardGroup(t, Math.min(rank, t + MOST));
                for (int i = top; i < bottom; i++) {
                    clearAbove(i, from, end);
                }
            }
            for (int i = bottom - 1; i >= top; i--) {
                for (int t = i + 1; t < bottom; t += MOST) {
                    backwardGroup(t, Math.min(bottom, t + MOST));
                    clearAbove(i, from, end);
                }
                rows.reduce(pivotRows[i]);
            }
        }
    }

    private void sortByPivot() {
        int[] byColumn = new int[columns];
        Arrays.fill(byColumn, -1);
        for (int t = 0; t < rank; t++) {
            byColumn[pivotColumns[t]] = pivotRows[t];
        }
        int t = 0;
        for (int j = 0; j < columns; j++) {
            if (byColumn[j] >= 0) {
                pivotColumns[t] = j;
                pivotRows[t] = byColumn[j];
                t++;
            }
        }
    }

    private void backwardGroup(int from, int to) {
        groupSize = to - from;
        groupFrom = pivotColumns[from];
        Arrays.fill(factors, 0);
        for (int l = 0; l < groupSize; l++) {
            sources[l] = pivotRows[from + l];
            places[l] = pivotColumns[from + l];
        }
        Arrays.fill(sources, groupSize, MOST, sources[0]);
    }

    /** The rows of the group are finished, zero in each other's pivot columns. */
    private void clearAbove(int t, int from, int end) {
        int row = pivotRows[t];
        boolean any = false;
        for (int l = 0; l < groupSize; l++) {
            factors[l] = field.negate(rows.get(row, places[l]));
            any |= factors[l] != 0;
        }
        if (any) {
            rows.add(row, sources, factors, Math.max(from, groupFrom), end);
        }
    }

    /** The pivot columns, after {@link #backward} in order. */
    int[] pivotColumns() {
        return Arrays.copyOf(pivotColumns, rank);
    }

    /** Places from .. to − 1 of all rows: first the echelon rows, then those that were dependent, in their order. */
    long[][] codes(int from, int to) {
        boolean[] isPivot = new boolean[rowCount];
        long[][] codes = new long[rowCount][];
        for (int t = 0; t < rank; t++) {
            isPivot[pivotRows[t]] = true;
            codes[t] = rows.codes(pivotRows[t], from, to);
        }
        int next = rank;
        for (int i = 0; i < rowCount; i++) {
            if (!isPivot[i]) {
                codes[next++] = rows.codes(i, from, to);
            }
        }
        return codes;
    }
}
