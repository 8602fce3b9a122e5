package org.lfsrtoolkit.core.field;

import org.apache.commons.math3.Field;
import org.apache.commons.math3.FieldElement;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldMatrix;
import org.jspecify.annotations.Nullable;

/**
 * GF(q) as a {@code Field} of Commons Math, whose linear algebra then works over it.
 *
 * <p>For instance {@code new FieldLUDecomposition<>(new CommonsMathField(field).matrix(rows)).getDeterminant()}.
 * Immutable value.
 */
public final class CommonsMathField implements Field<FiniteFieldElement> {

    private final FiniteField field;

    public CommonsMathField(FiniteField field) {
        this.field = field;
    }

    /** GF(q). */
    public FiniteField finiteField() {
        return field;
    }

    /**
     * The element with this code.
     *
     * @throws IllegalArgumentException if code is outside 0..q−1
     */
    public FiniteFieldElement element(long code) {
        return FiniteFieldElement.of(field, code);
    }

    /**
     * A matrix of Commons Math with these element codes.
     *
     * @throws IllegalArgumentException if an entry is no element, or the rows are empty or differ in length
     */
    public FieldMatrix<FiniteFieldElement> matrix(long[][] rows) {
        FiniteFieldElement[][] entries = new FiniteFieldElement[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            entries[i] = new FiniteFieldElement[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                entries[i][j] = FiniteFieldElement.of(field, rows[i][j]);
            }
        }
        return new Array2DRowFieldMatrix<>(this, entries, false);
    }

    /** The element codes of a matrix of Commons Math. */
    public static long[][] codes(FieldMatrix<FiniteFieldElement> matrix) {
        long[][] rows = new long[matrix.getRowDimension()][matrix.getColumnDimension()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = matrix.getEntry(i, j).code();
            }
        }
        return rows;
    }

    @Override
    public FiniteFieldElement getZero() {
        return new FiniteFieldElement(field, 0);
    }

    @Override
    public FiniteFieldElement getOne() {
        return new FiniteFieldElement(field, 1);
    }

    @Override
    public Class<? extends FieldElement<FiniteFieldElement>> getRuntimeClass() {
        return FiniteFieldElement.class;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommonsMathField adapter && adapter.field.equals(field);
    }

    @Override
    public int hashCode() {
        return field.hashCode();
    }

    @Override
    public String toString() {
        return field.toString();
    }
}
