package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * {@link KrylovSpan} over any field; a vector is an array of element codes. Subclasses multiply by A and reduce by the
 * echelon rows in the representation that suits the field.
 */
abstract class CodeKrylovSpan implements KrylovSpan {

    final FiniteField field;
    final int n;
    /** Pivot column of each echelon row. */
    final int[] pivots;

    final boolean[] isPivot;
    private final long[][] vectors;
    private final long[][] multipliers;
    private long[] refused = {};
    private int size;

    CodeKrylovSpan(FiniteField field, int n) {
        this.field = field;
        this.n = n;
        this.vectors = new long[n][];
        this.multipliers = new long[n][];
        this.pivots = new int[n];
        this.isPivot = new boolean[n];
    }

    /** The span whose kernels suit the field, for the matrix with these rows. */
    static CodeKrylovSpan of(FiniteField field, long[]... rows) {
        if (rows.length >= DigitProduct.LEAST_SIDE && DigitProduct.servesBits(field)) {
            return new PackedKrylovSpan(field, rows);
        }
        if (rows.length >= DigitProduct.LEAST_SIDE && LateReducedRows.serves(field, rows.length)) {
            return new ResidueKrylovSpan(field, rows);
        }
        if (rows.length >= DigitProduct.LEAST_SIDE && IntPrimeKernel.serves(field)) {
            return new IntKrylovSpan(field, rows);
        }
        return new DotKrylovSpan(field, rows);
    }

    /**
     * Writes the multipliers of v over the echelon rows 0..size − 1 and returns what is left of v: zero in their pivot
     * columns.
     */
    abstract long[] reduce(long[] v, int size, long[] used);

    /** Keeps echelon row t; its pivot entry is 1. */
    abstract void store(int t, long[] row);

    @Override
    public final int dimension() {
        return n;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final long[] spin(long[] start, RunControl control) {
        long[] v = start;
        while (add(v)) {
            control.check();
            v = apply(v);
        }
        return refused;
    }

    /** Adds v if it is independent of the vectors held and returns true; else returns false and keeps its coordinates. */
    private boolean add(long[] v) {
        long[] used = new long[size + 1];
        long[] rest = reduce(v, size, used);
        int pivot = 0;
        while (pivot < n && rest[pivot] == 0) {
            pivot++;
        }
        if (pivot == n) {
            refused = solveForVectors(used);
            return false;
        }
        used[size] = rest[pivot];
        field.scale(rest, 0, n, field.inverse(rest[pivot]));
        store(size, rest);
        vectors[size] = v.clone();
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
                field.addScaled(rest, 0, multipliers[t], 0, t, field.negate(y[t]));
            }
        }
        return y;
    }

    @Override
    public final void truncate(int count) {
        while (size > count) {
            size--;
            isPivot[pivots[size]] = false;
        }
    }

    @Override
    public final long[] randomOutside(RandomGenerator random) {
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
    public final long[] combination(long[] coordinates) {
        long[] sum = new long[n];
        for (int t = 0; t < coordinates.length; t++) {
            field.addScaled(sum, 0, vectors[t], 0, n, coordinates[t]);
        }
        return sum;
    }

    @Override
    public final void addTo(long[] target, long[] source) {
        addScaledTo(target, source, 1);
    }

    @Override
    public final void addScaledTo(long[] target, long[] source, long factor) {
        field.addScaled(target, 0, source, 0, n, factor);
    }

    @Override
    public final long[] toCodes(long[] v) {
        return v.clone();
    }
}
