package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * What the whole state space of a map looks like: its cycles and the depth of its transient states.
 *
 * <p>Both engines answer with this type, so that their answers are compared with {@code equals}.
 *
 * @param cycles the periodic part
 * @param levels number of states of preperiod exactly 0, 1, …, height; the first entry is the number of periodic states
 */
public record StateSpaceStructure(CycleStructure cycles, List<BigInteger> levels) {

    /** @throws IllegalArgumentException if levels is empty or its first entry is not the number of periodic states */
    public StateSpaceStructure {
        Objects.requireNonNull(cycles);
        levels = List.copyOf(levels);
        if (levels.isEmpty() || !levels.get(0).equals(cycles.states())) {
            throw new IllegalArgumentException("levels = " + levels
                    + ", expected the first to be the number of periodic states " + cycles.states());
        }
    }

    /** The structure of a permutation: every state is periodic. */
    public static StateSpaceStructure ofPermutation(CycleStructure cycles) {
        return new StateSpaceStructure(cycles, List.of(cycles.states()));
    }

    /** The number of states, periodic and transient. */
    public BigInteger states() {
        return levels.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The number of states on cycles. */
    public BigInteger periodicStates() {
        return levels.get(0);
    }

    /** The number of states that are on no cycle. */
    public BigInteger transientStates() {
        return states().subtract(periodicStates());
    }

    /** The longest preperiod, 0 for a permutation. */
    public int height() {
        return levels.size() - 1;
    }
}
