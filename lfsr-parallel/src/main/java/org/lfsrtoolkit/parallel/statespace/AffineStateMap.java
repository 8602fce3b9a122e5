package org.lfsrtoolkit.parallel.statespace;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * An affine map as a function of the state index, symbol by symbol through the field: right for every field, and slow.
 */
final class AffineStateMap implements StateMap {

    private final AffineMap map;
    private final long q;
    private final int dimension;
    private final long size;
    private final boolean bijection;

    AffineStateMap(AffineMap map) {
        FiniteField field = map.field();
        this.map = map;
        this.q = field.cardinality();
        this.dimension = map.dimension();
        this.size = StateCounts.power(q, dimension);
        this.bijection = map.isNonsingular();
    }

    @Override
    public long next(long index) {
        long[] state = new long[dimension];
        long rest = index;
        for (int i = 0; i < dimension; i++) {
            state[i] = rest % q;
            rest /= q;
        }
        long[] image = map.next(state);
        long next = 0;
        for (int i = dimension - 1; i >= 0; i--) {
            next = next * q + image[i];
        }
        return next;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isBijection() {
        return bijection;
    }

    @Override
    public String name() {
        return "symbol by symbol over " + map.field();
    }
}
