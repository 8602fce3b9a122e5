package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.Optional;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The reduced row echelon form of a matrix A with the row operations that made it: U·A has the basis of the row space on
 * top and zero rows below.
 *
 * <p>Cost: O(rows · rank · (rows + columns)) field operations. Threads: immutable.
 */
final class ReducedEchelon {

    private final FiniteField field;
    private final int rowCount;
    private final int columns;
    /** Reduced rows, the first rank ones non-zero, each followed by its row of U. */
    private final long[][] work;

    private final int[] pivots;
    private final int rank;

    private ReducedEchelon(Matrix matrix) {
        field = matrix.field();
        rowCount = matrix.rowCount();
        columns = matrix.columnCount();
        work = new long[rowCount][];
        for (int i = 0; i < rowCount; i++) {
            work[i] = Arrays.copyOf(matrix.row(i), columns + rowCount);
            work[i][columns + i] = 1;
        }
        pivots = new int[Math.min(rowCount, columns)];
        rank = eliminate();
    }

    static ReducedEchelon of(Matrix matrix) {
        return new ReducedEchelon(matrix);
    }

    private int eliminate() {
        int width = columns + rowCount;
        int found = 0;
        for (int column = 0; column < columns && found < rowCount; column++) {
            int pivot = found;
            while (pivot < rowCount && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rowCount) {
                continue;
            }
            long[] row = work[pivot];
            work[pivot] = work[found];
            work[found] = row;
            field.scale(row, column, width - column, field.inverse(row[column]));
            for (int i = 0; i < rowCount; i++) {
                if (i != found && work[i][column] != 0) {
                    field.addScaled(work[i], column, row, column, width - column, field.negate(work[i][column]));
                }
            }
            pivots[found] = column;
            found++;
        }
        return found;
    }

    /** The non-zero rows. */
    Matrix basis() {
        long[][] rows = new long[rank][];
        for (int i = 0; i < rank; i++) {
            rows[i] = Arrays.copyOf(work[i], columns);
        }
        return Matrix.trusted(field, columns, rows);
    }

    /** A basis of {v : v·A = 0}. */
    Matrix leftNullSpace() {
        long[][] rows = new long[rowCount - rank][];
        for (int i = rank; i < rowCount; i++) {
            rows[i - rank] = Arrays.copyOfRange(work[i], columns, columns + rowCount);
        }
        return Matrix.trusted(field, rowCount, rows);
    }

    /** v with v·A = b. */
    Optional<long[]> solve(long... b) {
        long[] rest = b.clone();
        long[] v = new long[rowCount];
        for (int t = 0; t < rank; t++) {
            long c = rest[pivots[t]];
            if (c != 0) {
                field.addScaled(rest, 0, work[t], 0, columns, field.negate(c));
                field.addScaled(v, 0, work[t], columns, rowCount, c);
            }
        }
        for (long entry : rest) {
            if (entry != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(v);
    }
}
