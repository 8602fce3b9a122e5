package org.lfsrtoolkit.core.matrix;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * How the powers of a square matrix lose rank: height and level sizes of the map v ↦ v·A (and of v ↦ v·A + b, which has
 * the same).
 *
 * <p>Example: the register 0,0,1,1 over GF(2) has ranks 4, 3, 2, hence height 2 and 4, 4, 8 states of preperiod 0, 1,
 * 2. Memory: two matrices. Threads: immutable.
 */
public final class KernelSequence {

    private final FiniteField field;
    private final int dimension;
    private final int[] ranks;

    private KernelSequence(FiniteField field, int dimension, int... ranks) {
        this.field = field;
        this.dimension = dimension;
        this.ranks = ranks;
    }

    /**
     * The ranks of all powers. An invertible matrix costs one rank, another one a {@link FrobeniusDecomposition}.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static KernelSequence of(Matrix matrix, RunControl control) {
        matrix.requireSquare();
        if (matrix.isInvertible(control)) {
            return new KernelSequence(matrix.field(), matrix.rowCount(), matrix.rowCount());
        }
        return of(FrobeniusDecomposition.of(matrix, control));
    }

    /** The same from a decomposition made before, at no cost. */
    public static KernelSequence of(FrobeniusDecomposition decomposition) {
        return new KernelSequence(decomposition.field(), decomposition.dimension(), decomposition.ranksOfPowers());
    }

    /** Entry j: the rank of A^j, 0 ≤ j ≤ height. Strictly falling; higher powers keep the last one. A copy. */
    public int[] ranks() {
        return ranks.clone();
    }

    /** The rank of A^j for any j ≥ 0. */
    public int rank(int j) {
        return ranks[Math.min(j, ranks.length - 1)];
    }

    /** The longest preperiod; 0 for an invertible matrix. */
    public int height() {
        return ranks.length - 1;
    }

    /** The dimension of the space of periodic vectors, the rank of A^height. */
    public int periodicDimension() {
        return ranks[ranks.length - 1];
    }

    /** Number of states of preperiod exactly 0, 1, …, height: q^periodicDimension times the growth of ker A^j. */
    public BigInteger[] levels() {
        BigInteger q = BigInteger.valueOf(field.cardinality());
        BigInteger periodic = q.pow(periodicDimension());
        BigInteger[] levels = new BigInteger[ranks.length];
        BigInteger below = BigInteger.ZERO;
        for (int j = 0; j < ranks.length; j++) {
            BigInteger kernel = q.pow(dimension - ranks[j]);
            levels[j] = periodic.multiply(kernel.subtract(below));
            below = kernel;
        }
        return levels;
    }
}
