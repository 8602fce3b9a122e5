package org.lfsrtoolkit.parallel.statespace;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * An affine map as a function of the state index, singular or not: one look-up for each byte of the index over GF(2^e),
 * symbol by symbol through the field otherwise, which is right for every field, and slow.
 *
 * <p>Threads: immutable.
 */
final class AffineStateMap implements StateMap {

    /** Bytes of the look-up tables, at most. */
    static final long MOST_TABLE_BYTES = 8 * 256 * 8;

    private final AffineMap map;
    private final long q;
    private final int dimension;
    private final long size;
    private final boolean bijection;
    private final long @Nullable [] tables;

    AffineStateMap(AffineMap map) {
        this.map = map;
        this.q = map.field().cardinality();
        this.dimension = map.dimension();
        this.size = StateCounts.power(q, dimension);
        this.bijection = map.isNonsingular();
        this.tables = map.field().characteristic() == 2 ? byteTables() : null;
    }

    /** Entry 256·i + b: what byte i of the index adds; the image of 0 is in the entries of byte 0. */
    private long[] byteTables() {
        int bits = Long.numberOfTrailingZeros(size);
        long[] table = new long[256 * ((bits + 7) / 8)];
        AffineMap linear = map.linearPart();
        long zero = image(map, 0);
        for (int at = 0; at < 256; at++) {
            table[at] = zero;
        }
        for (int bit = 0; bit < bits; bit++) {
            long image = image(linear, 1L << bit);
            for (int value = 0; value < 256; value++) {
                if ((value >>> (bit & 7) & 1) != 0) {
                    table[256 * (bit >>> 3) + value] ^= image;
                }
            }
        }
        return table;
    }

    private long image(AffineMap of, long index) {
        long[] state = new long[dimension];
        long rest = index;
        for (int i = 0; i < dimension; i++) {
            state[i] = rest % q;
            rest /= q;
        }
        long[] image = of.next(state);
        long next = 0;
        for (int i = dimension - 1; i >= 0; i--) {
            next = next * q + image[i];
        }
        return next;
    }

    @Override
    public long next(long index) {
        long[] t = tables;
        if (t == null) {
            return image(map, index);
        }
        long next = 0;
        long rest = index;
        for (int at = 0; at < t.length; at += 256) {
            next ^= t[at + ((int) rest & 255)];
            rest >>>= 8;
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
        return (tables == null ? "symbol by symbol over " : "byte tables over ") + map.field();
    }
}
