package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.field.FiniteField;

/** {@link KrylovSpan} over any field; a vector is an array of element codes. */
final class FieldKrylovSpan implements KrylovSpan {

    private final FiniteField field;
    private final Matrix matrix;
    private final int n;
    private final long[][] vectors;
    private final long[][] echelon;
    private final long[][] multipliers;
    private final int[] pivots;
    private final boolean[] isPivot;
    private long[] refused = {};
    private int size;

    FieldKrylovSpan(Matrix matrix) {
        this.field = matrix.field();
        this.matrix = matrix;
        this.n = matrix.rowCount();
        this.vectors = new long[n][];
        this.echelon = new long[n][];
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
        return matrix.leftMultiply(v);
    }

    @Override
    public boolean add(long[] v) {
        long[] rest = v.clone();
        long[] used = new long[size + 1];
        for (int t = 0; t < size; t++) {
            long c = rest[pivots[t]];
            if (c != 0) {
                used[t] = c;
                field.addScaled(rest, 0, echelon[t], 0, n, field.negate(c));
            }
        }
        int pivot = 0;
        while (pivot < n && rest[pivot] == 0) {
            pivot++;
        }
        if (pivot == n) {
            refused = solveForVectors(used);
            return false;
        }
        long lead = rest[pivot];
        used[size] = lead;
        field.scale(rest, 0, n, field.inverse(lead));
        vectors[size] = v.clone();
        echelon[size] = rest;
        multipliers[size] = used;
        pivots[size] = pivot;
        isPivot[pivot] = true;
        size++;
        return true;
    }

    /** y with y·L = m; L is lower triangular with a non-zero diagonal. */
    private long[] solveForVectors(long[] m) {
        long[] rest = Arrays.copyOf(m, size);
        long[] y = new long[size];
        for (int t = size - 1; t >= 0; t--) {
            if (rest[t] != 0) {
                y[t] = field.divide(rest[t], multipliers[t][t]);
                field.addScaled(rest, 0, multipliers[t], 0, t + 1, field.negate(y[t]));
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
