package org.lfsrtoolkit.parallel.statespace;

/**
 * Any map of the indexes 0..size−1 into themselves, linear or not: the seam for maps with no algebra.
 *
 * <p>Registers with any feedback are {@link FeedbackRegister}s; give an affine map over a field to the mapper as an
 * {@link org.lfsrtoolkit.core.register.AffineMap} instead, which has far faster kernels.
 *
 * <p>Threads: {@link #next} is called by many threads at once.
 */
public interface StateMap {

    /** The successor of a state; 0 ≤ index &lt; size, and so is the result. */
    long next(long index);

    /** The number of states, at least 1. */
    long size();

    /**
     * Whether every state has exactly one predecessor. Say so where it is known: the mapper then needs no count of
     * predecessors. A map that says so wrongly is found out, by an {@link IllegalArgumentException}, or still mapped
     * rightly.
     */
    default boolean isBijection() {
        return false;
    }

    /** A short name for reports. */
    default String name() {
        return "function of the index";
    }

    /**
     * What tells this map from others of the same size, for checkpoints: a formula, say. 4096 successors are compared
     * besides, so that most maps need not say anything more than their name.
     */
    default String identity() {
        return name();
    }

    /** A map given by its size and its successor function. */
    static StateMap of(long size, boolean bijection, java.util.function.LongUnaryOperator successor) {
        return new StateMap() {
            @Override
            public long next(long index) {
                return successor.applyAsLong(index);
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public boolean isBijection() {
                return bijection;
            }
        };
    }
}
