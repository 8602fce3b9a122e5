package org.lfsrtoolkit.core.matrix;

/**
 * Row echelon forms over GF(2) by the method of the four Russians (M4RI).
 *
 * <p>Up to eight pivots are found at a time by plain elimination on those few columns; the 2^k sums of the pivot rows are
 * tabled, and every other row is cleared in all k columns by adding one of them.
 *
 * <p>Cost: about rows · rank/8 · words of a row, plus 256 · rank/8 · words for the tables. Works in place. Source:
 * [AlbrechtBardHart2010].
 */
final class FourRussiansElimination {

    private static final int BLOCK = 8;

    private final long[] words;
    private final int rows;
    private final int stride;
    private final int columns;
    private final int[] pivots;
    private int rank;

    private FourRussiansElimination(long[] words, int rows, int stride, int columns) {
        this.words = words;
        this.rows = rows;
        this.stride = stride;
        this.columns = columns;
        this.pivots = new int[Math.min(rows, columns)];
    }

    /** The rank of rows of that many columns; destroys the words. */
    static int rank(long[] words, int rows, int columns) {
        FourRussiansElimination elimination =
                new FourRussiansElimination(words, rows, BitEntries.stride(columns), columns);
        elimination.run(false);
        return elimination.rank;
    }

    /**
     * Makes the first columns of the rows reduced echelon, carrying the other columns along; rows of any stride.
     *
     * @return the pivot columns in order; their number is the rank
     */
    static int[] reduce(long[] words, int rows, int stride, int columns) {
        FourRussiansElimination elimination = new FourRussiansElimination(words, rows, stride, columns);
        elimination.run(true);
        return java.util.Arrays.copyOf(elimination.pivots, elimination.rank);
    }

    private void run(boolean full) {
        long[] table = new long[(1 << BLOCK) * stride];
        int column = 0;
        while (column < columns && rank < rows) {
            int start = rank;
            int end = Math.min(columns, column + BLOCK);
            for (int c = column; c < end && rank < rows; c++) {
                if (findPivot(start, c)) {
                    pivots[rank] = c;
                    clearAbove(start, c);
                    rank++;
                }
            }
            int found = rank - start;
            if (found > 0) {
                int firstWord = column >>> 6;
                fill(table, start, found, firstWord);
                if (full) {
                    clear(table, 0, start, start, found, firstWord);
                }
                clear(table, rank, rows, start, found, firstWord);
            }
            column = end;
        }
    }

    private boolean bit(int row, int column) {
        return (words[row * stride + (column >>> 6)] >>> column & 1) != 0;
    }

    private void addRow(int target, int source, int firstWord) {
        int t = target * stride;
        int s = source * stride;
        for (int w = firstWord; w < stride; w++) {
            words[t + w] ^= words[s + w];
        }
    }

    /** Brings a row with the column's bit, cleared at the block's earlier pivots, to place rank. */
    private boolean findPivot(int start, int column) {
        int firstWord = pivotWord(start, column);
        for (int i = rank; i < rows; i++) {
            for (int t = start; t < rank; t++) {
                if (bit(i, pivots[t])) {
                    addRow(i, t, firstWord);
                }
            }
            if (bit(i, column)) {
                if (i != rank) {
                    int a = i * stride;
                    int b = rank * stride;
                    for (int w = firstWord; w < stride; w++) {
                        long swap = words[a + w];
                        words[a + w] = words[b + w];
                        words[b + w] = swap;
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** Words before it are zero in every row from place start on. */
    private int pivotWord(int start, int column) {
        return (start < rank ? pivots[start] : column) >>> 6;
    }

    private void clearAbove(int start, int column) {
        for (int t = start; t < rank; t++) {
            if (bit(t, column)) {
                addRow(t, rank, column >>> 6);
            }
        }
    }

    /** Entry s of the table is the sum of the rows start + l over the bits l of s. */
    private void fill(long[] table, int start, int found, int firstWord) {
        java.util.Arrays.fill(table, firstWord, stride, 0);
        for (int l = 0; l < found; l++) {
            int row = (start + l) * stride;
            int half = 1 << l;
            for (int s = 0; s < half; s++) {
                int source = s * stride;
                int target = source + half * stride;
                for (int w = firstWord; w < stride; w++) {
                    table[target + w] = table[source + w] ^ words[row + w];
                }
            }
        }
    }

    private void clear(long[] table, int from, int to, int start, int found, int firstWord) {
        int first = pivots[start];
        boolean adjacent = pivots[start + found - 1] - first == found - 1 && (first & 63) + found <= 64;
        for (int i = from; i < to; i++) {
            int row = i * stride;
            int index = 0;
            if (adjacent) {
                index = (int) (words[row + (first >>> 6)] >>> first) & ((1 << found) - 1);
            } else {
                for (int l = 0; l < found; l++) {
                    int p = pivots[start + l];
                    index |= (int) (words[row + (p >>> 6)] >>> p & 1) << l;
                }
            }
            if (index != 0) {
                int source = index * stride;
                for (int w = firstWord; w < stride; w++) {
                    words[row + w] ^= table[source + w];
                }
            }
        }
    }
}
