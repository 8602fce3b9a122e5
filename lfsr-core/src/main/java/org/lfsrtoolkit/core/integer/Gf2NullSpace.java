package org.lfsrtoolkit.core.integer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The null space of a dense matrix over GF(2), packed 64 columns a word: Gauss and Jordan.
 *
 * <p>Cost: rows² · columns / 64 word operations; memory rows · columns / 8 bytes. Threads: none.
 */
final class Gf2NullSpace {

    private final int columns;
    private final long[][] matrix;

    Gf2NullSpace(int rows, int columns) {
        this.columns = columns;
        matrix = new long[rows][(columns + 63) / 64];
    }

    void flip(int row, int column) {
        matrix[row][column >> 6] ^= 1L << column;
    }

    /** A basis of the column sets that sum to zero; destroys the matrix. */
    List<int[]> solve(RunControl control) {
        int rows = matrix.length;
        int[] pivotOfRow = new int[rows];
        boolean[] isPivot = new boolean[columns];
        int rank = 0;
        for (int column = 0; column < columns && rank < rows; column++) {
            if (column % 32 == 0) {
                control.check();
            }
            int word = column >> 6;
            long bit = 1L << column;
            int pivot = rank;
            while (pivot < rows && (matrix[pivot][word] & bit) == 0) {
                pivot++;
            }
            if (pivot == rows) {
                continue;
            }
            long[] swap = matrix[pivot];
            matrix[pivot] = matrix[rank];
            matrix[rank] = swap;
            for (int row = 0; row < rows; row++) {
                long[] target = matrix[row];
                if (row != rank && (target[word] & bit) != 0) {
                    for (int i = word; i < target.length; i++) {
                        target[i] ^= swap[i];
                    }
                }
            }
            pivotOfRow[rank++] = column;
            isPivot[column] = true;
        }
        List<int[]> basis = new ArrayList<>();
        for (int free = 0; free < columns; free++) {
            if (isPivot[free]) {
                continue;
            }
            int[] members = new int[rank + 1];
            int count = 0;
            for (int row = 0; row < rank; row++) {
                if ((matrix[row][free >> 6] >>> free & 1) != 0) {
                    members[count++] = pivotOfRow[row];
                }
            }
            members[count++] = free;
            basis.add(Arrays.copyOf(members, count));
        }
        return basis;
    }
}
