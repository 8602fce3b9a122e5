package org.lfsrtoolkit.core.register;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * The bijection between states and 0..q^d−1: index = Σ s_j·q^j, the oldest symbol least significant.
 *
 * <p>Cost: O(d) operations on words where q^d &lt; 2^63, O(d²·log q) bit operations above. Memory: O(d·log q) bits.
 */
public final class StateIndex {

    private StateIndex() {}

    /** The index of a state, of any size. */
    public static BigInteger of(FiniteField field, long[] state) {
        BigInteger q = BigInteger.valueOf(field.cardinality());
        BigInteger index = BigInteger.ZERO;
        for (int i = state.length - 1; i >= 0; i--) {
            index = index.multiply(q).add(BigInteger.valueOf(state[i]));
        }
        return index;
    }

    /**
     * The state of length d with the given index.
     *
     * @throws IllegalArgumentException if the index is outside 0..q^d−1
     */
    public static long[] toState(FiniteField field, int d, BigInteger index) {
        BigInteger q = BigInteger.valueOf(field.cardinality());
        long[] state = new long[d];
        BigInteger rest = index;
        for (int i = 0; i < d && rest.signum() > 0; i++) {
            BigInteger[] parts = rest.divideAndRemainder(q);
            state[i] = parts[1].longValue();
            rest = parts[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException(
                    "state index = " + index + ", expected 0.." + q.pow(d).subtract(BigInteger.ONE));
        }
        return state;
    }
}
