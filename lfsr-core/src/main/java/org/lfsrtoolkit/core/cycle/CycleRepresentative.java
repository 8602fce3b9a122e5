package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A state of a cycle, and the cycle's length. Which state it is depends on the method; it is not the least one. */
public final class CycleRepresentative {

    private final long[] state;
    private final BigInteger length;

    CycleRepresentative(long[] state, BigInteger length) {
        this.state = state;
        this.length = length;
    }

    /** The state; a copy. */
    public long[] state() {
        return state.clone();
    }

    /** The number of states of the cycle. */
    public BigInteger length() {
        return length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CycleRepresentative that
                && that.length.equals(length)
                && Arrays.equals(that.state, state);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(state);
    }

    /** For instance "[1, 0, 0, 0] on a cycle of length 15". */
    @Override
    public String toString() {
        return Arrays.toString(state) + " on a cycle of length " + length;
    }
}
