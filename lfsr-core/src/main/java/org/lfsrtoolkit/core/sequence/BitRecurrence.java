package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;

/**
 * A binary sequence bit by bit, each the parity of the bits before it under a mask. For the first words only.
 *
 * <p>Cost: one operation for each word of the mask that is not 0, that is min(taps, d/64 + 1) at most, a bit. Memory: 64 such
 * masks, one for each place of a bit in its word.
 */
final class BitRecurrence {

    private final int degree;
    /** For each n mod 64: the words that hold taps of bit n, counted from the word of bit n − d, and the taps in them. */
    private final int[][] places;

    private final long[][] masks;

    BitRecurrence(int[] taps, int degree) {
        this.degree = degree;
        this.places = new int[64][];
        this.masks = new long[64][];
        long[] mask = new long[degree / 64 + 2];
        for (int shift = 0; shift < 64; shift++) {
            Arrays.fill(mask, 0);
            for (int tap : taps) {
                mask[(shift + tap) >>> 6] |= 1L << (shift + tap);
            }
            int count = 0;
            int[] place = new int[Math.min(taps.length, mask.length)];
            long[] used = new long[place.length];
            for (int i = 0; i < mask.length; i++) {
                if (mask[i] != 0) {
                    place[count] = i;
                    used[count++] = mask[i];
                }
            }
            places[shift] = Arrays.copyOf(place, count);
            masks[shift] = Arrays.copyOf(used, count);
        }
    }

    /** Fills in the bits from n on to the end of their word; n ≥ d, all bits before n are there, those from n on 0. */
    void complete(long[] words, int n) {
        int end = (n | 63) + 1;
        for (int bit = n; bit < end; bit++) {
            int first = bit - degree;
            int[] place = places[first & 63];
            long[] mask = masks[first & 63];
            int base = first >>> 6;
            long sum = 0;
            for (int i = 0; i < place.length; i++) {
                sum ^= words[base + place[i]] & mask[i];
            }
            words[bit >>> 6] |= (Long.bitCount(sum) & 1L) << bit;
        }
    }
}
