package org.lfsrtoolkit.core.register;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;

/**
 * The state map v ↦ v·A + b on row vectors over GF(q): a register ({@link ShiftRegister}) or any square matrix
 * ({@link MatrixMap}). Linear when b = 0.
 *
 * <p>Threads: immutable.
 */
public sealed interface AffineMap permits ShiftRegister, MatrixMap {

    /** The field of the state's symbols. */
    FiniteField field();

    /** d, the number of symbols of a state. */
    int dimension();

    /** A; for a register its companion matrix. */
    Matrix matrix();

    /** b, length d; zeros for a linear map. For a register only the last entry can be non-zero. */
    long[] translation();

    /** Whether b = 0. */
    boolean isLinear();

    /** Whether A is invertible, so that the map is a permutation of the states. */
    boolean isNonsingular();

    /** The same matrix with b = 0. */
    AffineMap linearPart();

    /** The successor of a state; the argument is not changed. */
    long[] next(long[] state);

    /** q^d. */
    default BigInteger stateCount() {
        return BigInteger.valueOf(field().cardinality()).pow(dimension());
    }
}
