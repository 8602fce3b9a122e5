package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;

/**
 * The pivots of 64 neighbouring columns over GF(2), one word a row: a reduced echelon basis of the words of some rows, with
 * the combination of rows that makes each basis word.
 *
 * <p>The rows that were independent are moved to the front. Bit t of a combination stands for the t-th of them.
 *
 * <p>Cost: one reduction of a word, about 100 operations, for each row looked at; it ends with the row that completes the
 * rank. Threads: confined to one.
 */
final class BitPanel {

    /** Basis word with its pivot in column c, its lowest bit; 0 if there is none. */
    private final long[] basis = new long[64];

    private final long[] combinations = new long[64];
    private long pivotMask;
    private int size;

    /** Number of pivots. */
    int size() {
        return size;
    }

    /** Bit c is set if column c of the panel has a pivot. */
    long pivotMask() {
        return pivotMask;
    }

    /** Which of the rows moved to the front make the basis word with its pivot in a column. */
    long combination(int column) {
        return combinations[column];
    }

    /**
     * Finds the pivots of a word of the rows from a place on, and brings the independent rows to that place.
     *
     * @param order exchanged along with the rows
     * @param columns of the panel, 1..64; higher bits of the word must be zero
     */
    void find(long[][] rows, int[] order, int from, int word, int columns) {
        clear();
        for (int i = from; i < rows.length && size < columns; i++) {
            if (insert(rows[i][word])) {
                int place = from + size - 1;
                long[] row = rows[i];
                rows[i] = rows[place];
                rows[place] = row;
                int name = order[i];
                order[i] = order[place];
                order[place] = name;
            }
        }
    }

    /** Forgets all pivots. */
    void clear() {
        size = 0;
        pivotMask = 0;
        Arrays.fill(basis, 0);
        Arrays.fill(combinations, 0);
    }

    /** Takes a word in if it is independent of those taken before, and tells whether it was. */
    boolean insert(long word) {
        long rest = word;
        long used = size < 64 ? 1L << size : 0;
        // Basis words are zero in each other's pivots, so the bits that name them stay as they were in the word.
        for (long named = word & pivotMask; named != 0; named &= named - 1) {
            int column = Long.numberOfTrailingZeros(named);
            rest ^= basis[column];
            used ^= combinations[column];
        }
        if (rest == 0) {
            return false;
        }
        int pivot = Long.numberOfTrailingZeros(rest);
        clear(basis, combinations, pivot, rest, used);
        basis[pivot] = rest;
        combinations[pivot] = used;
        pivotMask |= 1L << pivot;
        size++;
        return true;
    }

    /** Adds the new word to those that have a bit in its pivot; all 64, which makes vector instructions. */
    private static void clear(long[] basis, long[] combinations, int pivot, long rest, long used) {
        for (int c = 0; c < 64; c++) {
            long mask = -(basis[c] >>> pivot & 1);
            basis[c] ^= rest & mask;
            combinations[c] ^= used & mask;
        }
    }
}
