package org.lfsrtoolkit.core.register;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * An affine map inside a linear one with a dimension more: a state and a clock of the one are a state and a clock of the other.
 *
 * <p>For a matrix, v ↦ (v, 1) and [[A, 0], [b, 1]]. For a register with constant c ≠ 0, whose sequences also satisfy the
 * linear recurrence of (x − 1)·f, a state is extended by its next symbol, and the linear map is the register of (x − 1)·f.
 * The image is the hyperplane on which {@link #height} is 1. A linear map is embedded in itself, and every height is 1.
 *
 * <p>Cost: O(d) for a register and for each state, O(d²) for a matrix. Memory: that of the larger map. Threads:
 * immutable.
 */
public final class LinearEmbedding {

    private final AffineMap map;
    private final AffineMap linear;

    private LinearEmbedding(AffineMap map, AffineMap linear) {
        this.map = map;
        this.linear = linear;
    }

    /** The embedding of a map. */
    public static LinearEmbedding of(AffineMap map) {
        if (map.isLinear()) {
            return new LinearEmbedding(map, map);
        }
        FiniteField field = map.field();
        if (map instanceof ShiftRegister register) {
            Polynomial shift = Polynomial.of(field, field.negate(1), 1);
            return new LinearEmbedding(
                    map,
                    ShiftRegister.withCharacteristicPolynomial(
                            register.characteristicPolynomial().times(shift)));
        }
        return new LinearEmbedding(map, MatrixMap.linear(Matrix.augmented(map.matrix(), map.translation())));
    }

    /** The embedded map. */
    public AffineMap map() {
        return map;
    }

    /** The linear map, of the same dimension or one more. */
    public AffineMap linear() {
        return linear;
    }

    /** Whether the map is linear itself. */
    public boolean isTrivial() {
        return map == linear;
    }

    /**
     * The vector of a state.
     *
     * @throws IllegalArgumentException if the state does not have d symbols of the field
     */
    public long[] embed(long[] state) {
        requireState(map, state);
        if (isTrivial()) {
            return state.clone();
        }
        long[] vector = Arrays.copyOf(state, state.length + 1);
        vector[state.length] = map instanceof ShiftRegister register ? register.nextSymbol(state) : 1;
        return vector;
    }

    /** The state of a vector of height 1. */
    public long[] project(long[] vector) {
        return Arrays.copyOf(vector, map.dimension());
    }

    /** The linear form that is 1 on the embedded states, and that the linear map preserves; 1 everywhere if trivial. */
    public long height(long[] vector) {
        if (isTrivial()) {
            return 1;
        }
        int d = map.dimension();
        if (map instanceof ShiftRegister register) {
            FiniteField field = map.field();
            long[] c = register.tapCoefficients();
            return field.divide(field.subtract(vector[d], field.dot(c, 0, vector, 0, d)), register.constant());
        }
        return vector[d];
    }

    /** Returns its argument if that is a state of the map. */
    static long[] requireState(AffineMap map, long[] state) {
        if (state.length != map.dimension()) {
            throw new IllegalArgumentException("state has " + state.length + " symbols, expected " + map.dimension());
        }
        for (int i = 0; i < state.length; i++) {
            if (!map.field().contains(state[i])) {
                map.field().requireElement(state[i], "state symbol " + i);
            }
        }
        return state;
    }
}
