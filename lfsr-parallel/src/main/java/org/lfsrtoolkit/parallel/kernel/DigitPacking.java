package org.lfsrtoolkit.parallel.kernel;

import java.util.function.LongBinaryOperator;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * States over GF(p^m) as words of base-p digits, w bits each, lowest digit lowest: packed states are in the order of their
 * indexes.
 *
 * @param p prime, below 2^31
 * @param digits of a state
 * @param digitBits w, with digits·w ≤ 63
 */
record DigitPacking(int p, int digits, int digitBits) {

    /** Three tables of 11 bits take 48 KiB, of which states that do not exist touch none. */
    private static final int MOST_PART_BITS = 11;

    /** The largest index, p^digits − 1. */
    long lastIndex() {
        long last = 0;
        for (int i = 0; i < digits; i++) {
            last = last * p + (p - 1);
        }
        return last;
    }

    /** The packed form of an index. */
    long pack(long index) {
        long packed = 0;
        int shift = 0;
        for (long rest = index; rest != 0; rest /= p) {
            packed |= rest % p << shift;
            shift += digitBits;
        }
        return packed;
    }

    /** The inverse of {@link #pack}. */
    long unpack(long packed) {
        long index = 0;
        for (int shift = (digits - 1) * digitBits; shift >= 0; shift -= digitBits) {
            index = index * p + (packed >>> shift & ((1L << digitBits) - 1));
        }
        return index;
    }

    /**
     * The packed state of the next index; meaningless after the largest.
     *
     * @param largest the packed form of the largest index
     */
    long successor(long packed, long largest) {
        int shift = Long.numberOfTrailingZeros(packed ^ largest) / digitBits * digitBits;
        return shift >= 63 ? 0 : ((packed >>> shift) + 1) << shift;
    }

    /** Bits of a part of a packed state that has a table of its own: as equal as can be, so few that tables stay in a cache. */
    int partBits() {
        int bits = digits * digitBits;
        int parts = (bits + MOST_PART_BITS - 1) / MOST_PART_BITS;
        return (bits + parts - 1) / parts;
    }

    /**
     * What each part of a packed state adds to its image: entry (i &lt;&lt; partBits) + v for value v of part i, counted from the
     * lowest bits. The image of 0 is in part 0. Parts need not end where digits do.
     *
     * @param sum of two packed states, digit by digit modulo p
     */
    long[] tables(AffineMap map, LongBinaryOperator sum) {
        AffineMap linear = map.linearPart();
        int partBits = partBits();
        int parts = (digits * digitBits + partBits - 1) / partBits;
        // What each bit of a packed state adds: a digit's bits stand for 1, 2, 4, … times the digit's image.
        long[] bits = new long[partBits * parts];
        long power = 1;
        for (int i = 0; i < digits; i++) {
            long image = pack(next(linear, power));
            for (int j = 0; j < digitBits; j++) {
                bits[i * digitBits + j] = image;
                image = sum.applyAsLong(image, image);
            }
            power *= p;
        }
        long[] table = new long[parts << partBits];
        table[0] = pack(next(map, 0));
        for (int i = 0; i < parts; i++) {
            int at = i << partBits;
            for (int value = 1; value < 1 << partBits; value++) {
                long rest = table[at + (value & (value - 1))];
                long bit = bits[partBits * i + Integer.numberOfTrailingZeros(value)];
                table[at + value] = sum.applyAsLong(rest, bit);
            }
        }
        return table;
    }

    private static long next(AffineMap map, long index) {
        long q = map.field().cardinality();
        long[] state = new long[map.dimension()];
        long rest = index;
        for (int i = 0; i < state.length; i++) {
            state[i] = rest % q;
            rest /= q;
        }
        long[] image = map.next(state);
        long next = 0;
        for (int i = image.length - 1; i >= 0; i--) {
            next = next * q + image[i];
        }
        return next;
    }
}
