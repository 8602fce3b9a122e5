package org.lfsrtoolkit.core.matrix;

/**
 * The pivots of 64 neighbouring columns over GF(2), one word a row: a reduced echelon basis of the words of some rows, with
 * the combination of rows that makes each basis word.
 *
 * <p>The rows that were independent are moved to the front. Bit t of a combination stands for the t-th of them.
 *
 * <p>Cost: one reduction of a word, at most 64 steps, for each row looked at; it ends with the row that completes the rank.
 * Threads: confined to one.
 */
final class BitPanel {

    private final int[] pivots = new int[64];
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

    /** Column within the panel of basis word t; words are in the order found. */
    int pivot(int t) {
        return pivots[t];
    }

    /** Which of the rows moved to the front make basis word t. */
    long combination(int t) {
        return combinations[t];
    }

    /**
     * Finds the pivots of a word of the rows from a place on, and brings the independent rows to that place.
     *
     * @param order exchanged along with the rows
     * @param columns of the panel, 1..64; higher bits of the word must be zero
     */
    void find(long[][] rows, int[] order, int from, int word, int columns) {
        size = 0;
        pivotMask = 0;
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

    private boolean insert(long word) {
        long rest = word;
        long used = 1L << size;
        // Basis words are zero in each other's pivots, so the bits that name them stay as they were in the word.
        for (int t = 0; t < size; t++) {
            long mask = -(word >>> pivots[t] & 1);
            rest ^= basis[t] & mask;
            used ^= combinations[t] & mask;
        }
        if (rest == 0) {
            return false;
        }
        int pivot = Long.numberOfTrailingZeros(rest);
        for (int t = 0; t < size; t++) {
            long mask = -(basis[t] >>> pivot & 1);
            basis[t] ^= rest & mask;
            combinations[t] ^= used & mask;
        }
        pivots[size] = pivot;
        basis[size] = rest;
        combinations[size] = used;
        pivotMask |= 1L << pivot;
        size++;
        return true;
    }
}
