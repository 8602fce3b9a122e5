package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * {@link KrylovSpan} over any field; a vector is an array of element codes.
 *
 * <p>Everything is a sum of products, which the field reduces once for many terms. The echelon rows are kept by columns:
 * with E_s[j] the entries, the multipliers of a vector v are m_t = v[p_t] − Σ_(s&lt;t) m_s·E_s[p_t], p_t the pivot columns,
 * and what is left of it is v[j] − Σ m_s·E_s[j] in the other columns.
 */
final class CodeKrylovSpan implements KrylovSpan {

    private final FiniteField field;
    private final int n;
    /** Columns of A. */
    private final long[][] matrixColumns;

    private final long[][] vectors;
    /** [column][t]: entry of echelon row t. */
    private final long[][] echelonColumns;

    private final long[][] multipliers;
    private final int[] pivots;
    private final boolean[] isPivot;
    private long[] refused = {};
    private int size;

    /** @param matrixColumns entry [j][i] is entry (i, j) of a square matrix; kept */
    CodeKrylovSpan(FiniteField field, long[]... matrixColumns) {
        this.field = field;
        this.n = matrixColumns.length;
        this.matrixColumns = matrixColumns;
        this.vectors = new long[n][];
        this.echelonColumns = new long[n][n];
        this.multipliers = new long[n][];
        this.pivots = new int[n];
        this.isPivot = new boolean[n];
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int size() {
        return size;
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
    public boolean add(long[] v) {
        long[] used = new long[size + 1];
        for (int t = 0; t < size; t++) {
            int p = pivots[t];
            used[t] = field.subtract(v[p], field.dot(used, 0, echelonColumns[p], 0, t));
        }
        int pivot = 0;
        long lead = 0;
        for (; pivot < n && lead == 0; pivot++) {
            lead = left(v, used, pivot);
        }
        if (lead == 0) {
            refused = solveForVectors(used);
            return false;
        }
        pivot--;
        long inverse = field.inverse(lead);
        echelonColumns[pivot][size] = 1;
        for (int j = 0; j < n; j++) {
            if (j != pivot) {
                echelonColumns[j][size] = j < pivot ? 0 : field.multiply(inverse, left(v, used, j));
            }
        }
        used[size] = lead;
        vectors[size] = v.clone();
        multipliers[size] = used;
        pivots[size] = pivot;
        isPivot[pivot] = true;
        size++;
        return true;
    }

    /** What is left in a column of v after its reduction. */
    private long left(long[] v, long[] used, int column) {
        return isPivot[column] ? 0 : field.subtract(v[column], field.dot(used, 0, echelonColumns[column], 0, size));
    }

    /** y with y·L = m; L is lower triangular with a non-zero diagonal. */
    private long[] solveForVectors(long[] m) {
        long[] rest = Arrays.copyOf(m, size);
        long[] y = new long[size];
        for (int t = size - 1; t >= 0; t--) {
            if (rest[t] != 0) {
                y[t] = field.divide(rest[t], multipliers[t][t]);
                field.addScaled(rest, 0, multipliers[t], 0, t, field.negate(y[t]));
            }
        }
        return y;
    }

    @Override
    public long[] coordinates() {
        return refused.clone();
    }

    @Override
    public void truncate(int count) {
        while (size > count) {
            size--;
            isPivot[pivots[size]] = false;
        }
    }

    @Override
    public long[] randomOutside(RandomGenerator random) {
        long[] v = new long[n];
        int last = -1;
        boolean found = false;
        for (int i = 0; i < n; i++) {
            if (!isPivot[i]) {
                v[i] = random.nextLong(field.cardinality());
                found |= v[i] != 0;
                last = i;
            }
        }
        if (!found) {
            v[last] = 1;
        }
        return v;
    }

    @Override
    public long[] combination(long[] coordinates) {
        long[] sum = new long[n];
        for (int t = 0; t < coordinates.length; t++) {
            field.addScaled(sum, 0, vectors[t], 0, n, coordinates[t]);
        }
        return sum;
    }

    @Override
    public void addTo(long[] target, long[] source) {
        addScaledTo(target, source, 1);
    }

    @Override
    public void addScaledTo(long[] target, long[] source, long factor) {
        field.addScaled(target, 0, source, 0, n, factor);
    }

    @Override
    public long[] toCodes(long[] v) {
        return v.clone();
    }
}
