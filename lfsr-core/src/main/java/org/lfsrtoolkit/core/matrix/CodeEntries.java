package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Entries as element codes, one array a row: any field, at its best for q &gt; 2.
 *
 * <p>Products are rows times columns, so that the field's {@link FiniteField#dot} reduces once for many terms; eliminations
 * add multiples of rows.
 */
final class CodeEntries implements MatrixEntries {

    /** Shorter sums are faster as sums of products of whole words. */
    private static final int LEAST_SIDE_FOR_PLANES = 32;

    private final FiniteField field;
    private final int columns;
    private final long[][] rows;

    CodeEntries(FiniteField field, int columns, long[]... rows) {
        this.field = field;
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public int rowCount() {
        return rows.length;
    }

    @Override
    public int columnCount() {
        return columns;
    }

    @Override
    public long get(int row, int column) {
        return rows[row][column];
    }

    @Override
    public long[] row(int i) {
        return rows[i].clone();
    }

    private long[][] copy() {
        long[][] copy = new long[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public long[] leftMultiply(long[] v) {
        long[] result = new long[columns];
        for (int i = 0; i < rows.length; i++) {
            if (v[i] != 0) {
                field.addScaled(result, 0, rows[i], 0, columns, v[i]);
            }
        }
        return result;
    }

    @Override
    public CodeEntries plus(MatrixEntries other) {
        long[][] sum = copy();
        for (int i = 0; i < sum.length; i++) {
            field.addScaled(sum[i], 0, ((CodeEntries) other).rows[i], 0, columns, 1);
        }
        return new CodeEntries(field, columns, sum);
    }

    @Override
    public CodeEntries scaled(long factor) {
        long[][] scaled = copy();
        for (long[] row : scaled) {
            field.scale(row, 0, columns, factor);
        }
        return new CodeEntries(field, columns, scaled);
    }

    @Override
    public CodeEntries times(MatrixEntries other, RunControl control) {
        if (rows.length > 0 && field.isPrime() && SharedWordProduct.serves(field.characteristic(), columns)) {
            return new CodeEntries(
                    field,
                    other.columnCount(),
                    SharedWordProduct.product(field.characteristic(), rows, ((CodeEntries) other).rows, control));
        }
        if (rows.length > 0 && DigitProduct.serves(field, columns)) {
            return new CodeEntries(
                    field, other.columnCount(), DigitProduct.product(field, rows, ((CodeEntries) other).rows, control));
        }
        if (rows.length > 0 && columns >= DigitProduct.LEAST_SIDE && field.isPrime()) {
            long p = field.characteristic();
            long[][] factor = ((CodeEntries) other).rows;
            if (LongPrimeKernel.serves(p)) {
                return new CodeEntries(
                        field, other.columnCount(), new LongPrimeKernel(p).product(rows, factor, control));
            }
            if (columns >= LEAST_SIDE_FOR_PLANES && PlanePrimeKernel.serves(p, columns)) {
                return new CodeEntries(
                        field, other.columnCount(), new PlanePrimeKernel(p).product(rows, factor, control));
            }
        }
        long[][] right = ((CodeEntries) other).transposedRows();
        int inner = columns;
        long[][] product = new long[rows.length][right.length];
        for (int i = 0; i < product.length; i++) {
            control.check();
            for (int j = 0; j < right.length; j++) {
                product[i][j] = field.dot(rows[i], 0, right[j], 0, inner);
            }
        }
        return new CodeEntries(field, right.length, product);
    }

    /** A new array: entry [j][i] is entry (i, j). */
    long[][] transposedRows() {
        long[][] transposed = new long[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }

    @Override
    public CodeEntries transpose() {
        return new CodeEntries(field, rows.length, transposedRows());
    }

    private boolean residuesPay() {
        return rows.length >= CodeEchelon.LEAST_ROWS_FOR_RESIDUES && LateReducedRows.serves(field, columns);
    }

    @Override
    public int rank(RunControl control) {
        if (CodeLanes.serves(field)) {
            return NewtonJohnElimination.rank(field, columns, control, rows);
        }
        if (SharedWordElimination.serves(field, rows.length, columns)) {
            return SharedWordElimination.rank(field, columns, control, rows);
        }
        if (residuesPay()) {
            return new ResidueElimination(field, columns, false, control, rows).forward();
        }
        long[][] work = copy();
        int rank = 0;
        for (int column = 0; column < columns && rank < work.length; column++) {
            control.check();
            if (swapPivotUp(work, rank, column)) {
                clearBelow(work, rank, column);
                rank++;
            }
        }
        return rank;
    }

    @Override
    public long determinant(RunControl control) {
        if (residuesPay()) {
            ResidueElimination elimination = new ResidueElimination(field, columns, false, control, rows);
            elimination.forward();
            return elimination.determinant();
        }
        long[][] work = copy();
        long determinant = 1;
        for (int column = 0; column < columns; column++) {
            control.check();
            long[] before = work[column];
            if (!swapPivotUp(work, column, column)) {
                return 0;
            }
            if (work[column] != before) {
                determinant = field.negate(determinant);
            }
            determinant = field.multiply(determinant, work[column][column]);
            clearBelow(work, column, column);
        }
        return determinant;
    }

    /** Brings a row from rank on with a non-zero entry in the column to place rank; false if there is none. */
    private static boolean swapPivotUp(long[][] work, int rank, int column) {
        int pivot = rank;
        while (pivot < work.length && work[pivot][column] == 0) {
            pivot++;
        }
        if (pivot == work.length) {
            return false;
        }
        long[] row = work[pivot];
        work[pivot] = work[rank];
        work[rank] = row;
        return true;
    }

    private void clearBelow(long[][] work, int pivot, int column) {
        long[] row = work[pivot];
        long minusInverse = field.negate(field.inverse(row[column]));
        for (int i = pivot + 1; i < work.length; i++) {
            long entry = work[i][column];
            if (entry != 0) {
                field.addScaled(work[i], column, row, column, columns - column, field.multiply(entry, minusInverse));
            }
        }
    }

    @Override
    public @Nullable CodeEntries inverse(RunControl control) {
        if (CodeLanes.serves(field)) {
            long[][] inverse = NewtonJohnElimination.inverse(field, control, rows);
            return inverse == null ? null : new CodeEntries(field, columns, inverse);
        }
        if (residuesPay()) {
            ResidueElimination elimination = new ResidueElimination(field, columns, true, control, rows);
            if (elimination.forward() < columns) {
                return null;
            }
            elimination.backward(columns);
            return new CodeEntries(field, columns, elimination.codes(columns, 2 * columns));
        }
        CodeEchelon echelon = echelon(control);
        return echelon.rank() < columns ? null : new CodeEntries(field, columns, echelon.operations());
    }

    @Override
    public boolean isZero() {
        for (long[] row : rows) {
            for (long entry : row) {
                if (entry != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public CodeEchelon echelon(RunControl control) {
        return new CodeEchelon(field, columns, control, rows);
    }

    @Override
    public KrylovSpan krylovSpan() {
        return CodeKrylovSpan.of(field, rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeEntries entries
                && entries.columns == columns
                && Arrays.deepEquals(entries.rows, rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }
}
