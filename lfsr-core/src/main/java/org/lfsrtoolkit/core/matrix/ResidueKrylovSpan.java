package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * {@link CodeKrylovSpan} over GF(p): four rows at a time are added to a vector, which is reduced at the end, see
 * {@link LateReducedRows}.
 */
final class ResidueKrylovSpan extends CodeKrylovSpan {

    private static final int MOST = LateReducedRows.MOST;

    /** Row n of each is the vector in work. */
    private final LateReducedRows matrixRows;

    private final LateReducedRows echelonRows;
    private final int[] sources = new int[MOST];
    private final long[] factors = new long[MOST];
    private final long[] zeros;

    ResidueKrylovSpan(FiniteField field, long[]... rows) {
        super(field, rows.length);
        long[][] withWork = Arrays.copyOf(rows, n + 1);
        zeros = new long[n];
        withWork[n] = zeros;
        matrixRows = LateReducedRows.of(field, n, withWork);
        Arrays.fill(withWork, zeros);
        echelonRows = LateReducedRows.of(field, n, withWork);
    }

    @Override
    public long[] apply(long[] v) {
        matrixRows.load(n, zeros);
        for (int i = 0; i < n; i += MOST) {
            long any = 0;
            for (int l = 0; l < MOST; l++) {
                int row = i + l < n ? i + l : i;
                sources[l] = row;
                factors[l] = row == i && l > 0 ? 0 : v[row];
                any |= factors[l];
            }
            if (any != 0) {
                matrixRows.add(n, sources, factors, 0, n);
            }
        }
        matrixRows.reduce(n);
        return matrixRows.codes(n, 0, n);
    }

    @Override
    long[] reduce(long[] v, int size, long[] used) {
        echelonRows.load(n, v);
        for (int t = 0; t < size; t += MOST) {
            int count = Math.min(MOST, size - t);
            int from = n;
            for (int m = 0; m < count; m++) {
                int place = pivots[t + m];
                long entry = echelonRows.get(n, place);
                for (int l = 0; l < m; l++) {
                    entry = field.add(entry, field.multiply(factors[l], echelonRows.get(t + l, place)));
                }
                used[t + m] = entry;
                sources[m] = t + m;
                factors[m] = field.negate(entry);
                from = Math.min(from, place);
            }
            Arrays.fill(sources, count, MOST, t);
            Arrays.fill(factors, count, MOST, 0);
            echelonRows.add(n, sources, factors, from, n);
        }
        echelonRows.reduce(n);
        return echelonRows.codes(n, 0, n);
    }

    @Override
    void store(int t, long[] row) {
        echelonRows.load(t, row);
    }
}
