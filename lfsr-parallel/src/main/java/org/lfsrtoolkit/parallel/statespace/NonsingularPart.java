package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The periodic states of an affine map, as the states of a nonsingular map of smaller dimension, in the same order of
 * indexes; and how many states need how many steps to become periodic.
 *
 * <p>A register with c_0 = … = c_{h−1} = 0, c_h ≠ 0 is the nonsingular register with coefficients c_h, …, c_{d−1} behind a
 * delay line of h symbols: its periodic states are those whose h oldest symbols continue the sequence backwards, and a
 * state with i of them as they should be, from the newest on, has preperiod h − i. So a periodic state is known by its d −
 * h newest symbols.
 *
 * <p>For a matrix A of side d the periodic states of v ↦ v·A + b are t + (row space of A^d), where t is the image of 0
 * under d steps. With the basis in echelon form from the most significant symbol down, and t reduced by it, the symbols at
 * the pivots are coordinates in which the index order is kept, since two states first differ, from the top, at a pivot.
 * The states of preperiod at most j number q^(r + d − rank A^j), r = rank A^d.
 *
 * <p>Threads: immutable.
 */
final class NonsingularPart {

    private final @Nullable AffineMap map;
    private final List<BigInteger> levels;
    private final AffineMap whole;
    private final int delay;
    private final long[][] basis;
    private final int[] pivots;
    private final long[] origin;

    private NonsingularPart(
            @Nullable AffineMap map,
            List<BigInteger> levels,
            AffineMap whole,
            int delay,
            long[][] basis,
            int[] pivots,
            long[] origin) {
        this.map = map;
        this.levels = levels;
        this.whole = whole;
        this.delay = delay;
        this.basis = basis;
        this.pivots = pivots;
        this.origin = origin;
    }

    /** The part of any map. */
    static NonsingularPart of(AffineMap map) {
        if (map.isNonsingular()) {
            return new NonsingularPart(map, List.of(map.stateCount()), map, 0, new long[0][], new int[0], new long[0]);
        }
        return map instanceof ShiftRegister register ? ofRegister(register) : ofMatrix(map);
    }

    private static NonsingularPart ofRegister(ShiftRegister register) {
        long[] c = register.tapCoefficients();
        int delay = 0;
        while (delay < c.length && c[delay] == 0) {
            delay++;
        }
        BigInteger q = BigInteger.valueOf(register.field().cardinality());
        BigInteger periodic = q.pow(c.length - delay);
        List<BigInteger> levels = new ArrayList<>();
        levels.add(periodic);
        BigInteger upTo = periodic;
        for (int preperiod = 1; preperiod <= delay; preperiod++) {
            BigInteger more = upTo.multiply(q);
            levels.add(more.subtract(upTo));
            upTo = more;
        }
        long[] origin = new long[c.length];
        Arrays.fill(origin, register.constant());
        AffineMap inner = delay == c.length
                ? null
                : ShiftRegister.of(register.field(), Arrays.copyOfRange(c, delay, c.length))
                        .withConstant(register.constant());
        return new NonsingularPart(inner, levels, register, delay, new long[0][], new int[0], origin);
    }

    private static NonsingularPart ofMatrix(AffineMap map) {
        FiniteField field = map.field();
        BigInteger q = BigInteger.valueOf(field.cardinality());
        int d = map.dimension();
        Matrix a = map.matrix();
        Matrix power = a;
        List<Integer> ranks = new ArrayList<>(List.of(d));
        for (int rank = a.rank(); rank < ranks.get(ranks.size() - 1); rank = power.rank()) {
            ranks.add(rank);
            power = power.times(a);
        }
        int r = ranks.get(ranks.size() - 1);
        List<BigInteger> levels = new ArrayList<>();
        BigInteger before = BigInteger.ZERO;
        for (int rank : ranks) {
            BigInteger upTo = q.pow(r + d - rank);
            levels.add(upTo.subtract(before));
            before = upTo;
        }
        long[] origin = new long[d];
        for (int i = 0; i < d; i++) {
            origin = map.next(origin);
        }
        int[] pivots = new int[r];
        long[][] basis = echelonFromTheTop(power, r, pivots);
        for (int i = 0; i < r; i++) {
            field.addScaled(origin, 0, basis[i], 0, d, field.negate(origin[pivots[i]]));
        }
        AffineMap inner = r == 0 ? null : restrict(map, basis, pivots, origin);
        return new NonsingularPart(inner, levels, map, 0, basis, pivots, origin);
    }

    /** A basis of the row space: row i has 1 at pivots[i], all others 0 there, and 0 above; pivots ascend. */
    static long[][] echelonFromTheTop(Matrix matrix, int rank, int[] pivots) {
        FiniteField field = matrix.field();
        long[][] rows = matrix.toRows();
        int d = matrix.columnCount();
        int found = 0;
        for (int column = d - 1; column >= 0 && found < rank; column--) {
            int pivot = found;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            long[] row = rows[pivot];
            rows[pivot] = rows[found];
            rows[found] = row;
            field.scale(row, 0, d, field.inverse(row[column]));
            for (int i = 0; i < rows.length; i++) {
                if (i != found && rows[i][column] != 0) {
                    field.addScaled(rows[i], 0, row, 0, d, field.negate(rows[i][column]));
                }
            }
            pivots[rank - 1 - found] = column;
            found++;
        }
        long[][] basis = new long[rank][];
        for (int i = 0; i < rank; i++) {
            basis[i] = rows[rank - 1 - i];
        }
        return basis;
    }

    /** The map of the coordinates of origin + (span of the basis), which it maps into itself. */
    static AffineMap restrict(AffineMap map, long[][] basis, int[] pivots, long[] origin) {
        AffineMap linear = map.linearPart();
        int r = pivots.length;
        long[][] rows = new long[r][r];
        for (int i = 0; i < r; i++) {
            long[] image = linear.next(basis[i]);
            for (int j = 0; j < r; j++) {
                rows[i][j] = image[pivots[j]];
            }
        }
        long[] image = map.next(origin);
        long[] translation = new long[r];
        for (int j = 0; j < r; j++) {
            translation[j] = image[pivots[j]];
        }
        return MatrixMap.affine(Matrix.of(map.field(), rows), translation);
    }

    /** The nonsingular map; null if there is just one periodic state. */
    @Nullable AffineMap map() {
        return map;
    }

    /** The number of states at preperiod 0, 1, …. */
    List<BigInteger> levels() {
        return levels;
    }

    /** Whether the part is the whole map. */
    boolean isWhole() {
        return map == whole;
    }

    /** The index, in the whole map, of a state of the part. Cost: about d² field operations. */
    long embed(long index) {
        if (isWhole()) {
            return index;
        }
        FiniteField field = whole.field();
        long q = field.cardinality();
        int d = whole.dimension();
        long[] state = origin.clone();
        if (map instanceof ShiftRegister inner && whole instanceof ShiftRegister) {
            long[] symbols = symbols(index, q, d - delay);
            System.arraycopy(symbols, 0, state, delay, symbols.length);
            for (int i = delay - 1; i >= 0; i--) {
                symbols = inner.previous(symbols);
                state[i] = symbols[0];
            }
        } else if (map != null) {
            long[] symbols = symbols(index, q, pivots.length);
            for (int i = 0; i < pivots.length; i++) {
                field.addScaled(state, 0, basis[i], 0, d, symbols[i]);
            }
        }
        long embedded = 0;
        for (int i = d - 1; i >= 0; i--) {
            embedded = embedded * q + state[i];
        }
        return embedded;
    }

    private static long[] symbols(long index, long q, int count) {
        long[] symbols = new long[count];
        long rest = index;
        for (int i = 0; i < count; i++) {
            symbols[i] = rest % q;
            rest /= q;
        }
        return symbols;
    }
}
