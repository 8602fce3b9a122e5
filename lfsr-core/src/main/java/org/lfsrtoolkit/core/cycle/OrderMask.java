package org.lfsrtoolkit.core.cycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable set of columns of {@link OrderMasks}. The array is handed over and not changed again. */
final class OrderMask {

    private final long[] words;
    private final int hash;

    OrderMask(long[] words) {
        this.words = words;
        long mixed = 0;
        for (long word : words) {
            mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        this.hash = (int) mixed;
    }

    OrderMask or(OrderMask other) {
        long[] union = words.clone();
        for (int i = 0; i < union.length; i++) {
            union[i] |= other.words[i];
        }
        return new OrderMask(union);
    }

    OrderMask without(OrderMask other) {
        long[] rest = words.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] &= ~other.words[i];
        }
        return new OrderMask(rest);
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    boolean contains(int column) {
        return (words[column >>> 6] >>> column & 1) != 0;
    }

    /** The least column from the given one on; −1 if there is none. */
    int next(int from) {
        int i = from >>> 6;
        if (i >= words.length) {
            return -1;
        }
        long word = words[i] & -1L << from;
        while (word == 0) {
            if (++i == words.length) {
                return -1;
            }
            word = words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderMask mask && Arrays.equals(mask.words, words);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
