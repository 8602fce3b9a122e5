package org.lfsrtoolkit.core.matrix;

import java.util.stream.IntStream;

/**
 * Up to 64 rows over GF(2), each with a 1 in a pivot column in which the others are 0; part of the echelon form of
 * {@link PanelKrylovSpan}.
 *
 * <p>Threads: immutable.
 */
final class EchelonPanel {

    /** The place, among all vectors, of the first from which the panel was made. */
    final int offset;
    /** Sorted by pivot column. */
    final long[][] rows;

    final int[] pivots;
    /** Bit t of entry r: row r contains the rest of vector offset + t. */
    final long[] combinations;
    /** [t][g]: the rows of panel g, an earlier one, that were added to vector offset + t. */
    final long[][] multipliers;

    /*
     * Runs of neighbouring pivot columns within a word: those of run s are the bits runMasks[s] of word runWords[s] after a shift
     * by runFrom[s] to the right, and belong to the rows from runRows[s] on.
     */
    private final int runs;
    private final int[] runWords;
    private final int[] runFrom;
    private final int[] runRows;
    private final long[] runMasks;

    /** Takes the multipliers over. */
    EchelonPanel(int offset, long[][] rows, int[] pivots, long[] combinations, long[][] multipliers) {
        int count = rows.length;
        this.offset = offset;
        this.rows = new long[count][];
        this.pivots = new int[count];
        this.combinations = new long[count];
        this.multipliers = multipliers;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Integer.compare(pivots[a], pivots[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.runWords = new int[count];
        this.runFrom = new int[count];
        this.runRows = new int[count];
        this.runMasks = new long[count];
        int last = -1;
        for (int r = 0; r < count; r++) {
            int pivot = pivots[order[r]];
            this.rows[r] = rows[order[r]];
            this.pivots[r] = pivot;
            this.combinations[r] = combinations[order[r]];
            boolean goesOn = r > 0 && pivot == this.pivots[r - 1] + 1 && pivot % 64 != 0;
            if (!goesOn) {
                last++;
                runWords[last] = pivot >>> 6;
                runFrom[last] = pivot & 63;
                runRows[last] = r;
            }
            runMasks[last] = runMasks[last] << 1 | 1;
        }
        this.runs = last + 1;
    }

    /** The rows whose sum clears a vector in the pivot columns: bit r is the vector's bit in the pivot column of row r. */
    long named(long[] vector) {
        long named = 0;
        for (int s = 0; s < runs; s++) {
            named |= (vector[runWords[s]] >>> runFrom[s] & runMasks[s]) << runRows[s];
        }
        return named;
    }

    /** The vectors from offset on whose rests make up the sum of some rows. */
    long vectorsOf(long named) {
        long sum = 0;
        for (long left = named; left != 0; left &= left - 1) {
            sum ^= combinations[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }
}
