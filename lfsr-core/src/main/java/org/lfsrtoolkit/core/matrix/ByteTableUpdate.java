package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state update v ↦ v·A + b over GF(2), side d ≤ 63, on state indexes: bit i of the state is v_i.
 *
 * <p>Each byte of the state names a tabled sum of eight rows of A; b is in the table of the first byte. A step is
 * ⌈d/8⌉ look-ups. Kernels that want the look-ups inlined take {@link #tables()}.
 *
 * <p>Memory: 2 KiB a byte of state, 16 KiB at most. Threads: immutable. States must have no bits from d on; this is
 * asserted, not checked.
 */
public final class ByteTableUpdate implements LongUnaryOperator {

    /** The largest side. */
    public static final int MAXIMAL_DIMENSION = 63;

    private final int dimension;
    private final long[] tables;

    private ByteTableUpdate(int dimension, long... tables) {
        this.dimension = dimension;
        this.tables = tables;
    }

    /**
     * v ↦ v·A.
     *
     * @throws IllegalArgumentException as {@link #of(Matrix, long...)}
     */
    public static ByteTableUpdate of(Matrix a) {
        return of(a, new long[a.columnCount()]);
    }

    /**
     * v ↦ v·A + b.
     *
     * @param a square over GF(2), of side at most 63
     * @param b entries 0 or 1, as many as A has columns
     * @throws IllegalArgumentException if A is over another field, not square or too large, or b is no such vector
     */
    public static ByteTableUpdate of(Matrix a, long... b) {
        a.requireSquare();
        int d = a.columnCount();
        if (!(a.entries() instanceof BitEntries bits)) {
            throw new IllegalArgumentException("matrix over " + a.field() + ", expected GF(2)");
        }
        if (d > MAXIMAL_DIMENSION) {
            throw new IllegalArgumentException(
                    "side = " + d + ", expected 1.." + MAXIMAL_DIMENSION + " for states in one word");
        }
        if (b.length != d) {
            throw new IllegalArgumentException("constant has " + b.length + " entries, expected " + d);
        }
        long constant = 0;
        for (int j = 0; j < d; j++) {
            constant |= a.field().requireElement(b[j], "constant") << j;
        }
        long[] tables = new long[(d + 7) / 8 * 256];
        tables[0] = constant;
        for (int i = 0; i < d; i++) {
            int base = i / 8 * 256;
            int half = 1 << i % 8;
            long row = bits.words()[i];
            for (int s = 0; s < half; s++) {
                tables[base + half + s] = tables[base + s] ^ row;
            }
        }
        return new ByteTableUpdate(d, tables);
    }

    /** d. */
    public int dimension() {
        return dimension;
    }

    /**
     * The tables, a copy: entry 256·i + s is the image of the state whose byte i is s and whose other bytes are 0; the
     * constant is in the first 256 entries only. The image of a state is the exclusive or over its ⌈d/8⌉ bytes.
     */
    public long[] tables() {
        return tables.clone();
    }

    /** The successor of a state. */
    public long next(long state) {
        assert state >>> dimension == 0 : "stray bits above place " + (dimension - 1);
        final long[] table = tables;
        long image = table[(int) state & 255];
        long rest = state >>> 8;
        for (int base = 256; base < table.length; base += 256) {
            image ^= table[base + ((int) rest & 255)];
            rest >>>= 8;
        }
        return image;
    }

    @Override
    public long applyAsLong(long state) {
        return next(state);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteTableUpdate update
                && update.dimension == dimension
                && Arrays.equals(update.tables, tables);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tables) * 31 + dimension;
    }
}
