package org.lfsrtoolkit.core.matrix;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The entries of a {@link Matrix} in the representation that suits the field, with the kernels for it. Shapes and fields of
 * operands are checked by {@code Matrix}; both operands of a product or sum are in the same representation.
 *
 * <p>Threads: immutable.
 */
sealed interface MatrixEntries permits BitEntries, CodeEntries {

    int rowCount();

    int columnCount();

    long get(int row, int column);

    /** A copy of one row as codes. */
    long[] row(int i);

    long[] leftMultiply(long[] v);

    MatrixEntries plus(MatrixEntries other);

    MatrixEntries scaled(long factor);

    MatrixEntries times(MatrixEntries other, RunControl control);

    MatrixEntries transpose();

    /** Null if singular; square. */
    @Nullable MatrixEntries inverse(RunControl control);

    int rank(RunControl control);

    /** Square. */
    long determinant(RunControl control);

    boolean isZero();

    ReducedEchelon echelon(RunControl control);

    /** An empty Krylov span for v ↦ v·A; square. */
    KrylovSpan krylovSpan();

    /** The rows given as codes, which must be elements; the arrays may be kept. */
    static MatrixEntries of(FiniteField field, int columns, long[]... rows) {
        return field.isBinary() ? BitEntries.pack(columns, rows) : new CodeEntries(field, columns, rows);
    }
}
