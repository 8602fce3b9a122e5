package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * {@link CodeKrylovSpan} whose every step is a sum of products, which the field reduces once for many terms: for large
 * fields.
 *
 * <p>The echelon rows are kept by columns: with E_s[j] the entries, the multipliers of a vector v are m_t = v[p_t] −
 * Σ_(s&lt;t) m_s·E_s[p_t], p_t the pivot columns, and what is left of it is v[j] − Σ m_s·E_s[j] in the other columns.
 */
final class DotKrylovSpan extends CodeKrylovSpan {

    /** Columns of A. */
    private final long[][] matrixColumns;
    /** [column][t]: entry of echelon row t. */
    private final long[][] echelonColumns;

    DotKrylovSpan(FiniteField field, long[]... rows) {
        super(field, rows.length);
        matrixColumns = new CodeEntries(field, n, rows).transposedRows();
        echelonColumns = new long[n][n];
    }

    @Override
    public long[] apply(long[] v) {
        long[] image = new long[n];
        for (int j = 0; j < n; j++) {
            image[j] = field.dot(v, 0, matrixColumns[j], 0, n);
        }
        return image;
    }

    @Override
    long[] reduce(long[] v, int size, long[] used) {
        for (int t = 0; t < size; t++) {
            int p = pivots[t];
            used[t] = field.subtract(v[p], field.dot(used, 0, echelonColumns[p], 0, t));
        }
        long[] rest = new long[n];
        for (int j = 0; j < n; j++) {
            if (!isPivot[j]) {
                rest[j] = field.subtract(v[j], field.dot(used, 0, echelonColumns[j], 0, size));
            }
        }
        return rest;
    }

    @Override
    void store(int t, long[] row) {
        for (int j = 0; j < n; j++) {
            echelonColumns[j][t] = row[j];
        }
    }
}
