package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import java.util.Optional;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;

/** {@link ReducedEchelon} of rows of codes. Cost: O(rows · rank · (rows + columns)) field operations. */
final class CodeEchelon implements ReducedEchelon {

    /** Fewer rows than this are not worth the copies of {@link ResidueElimination}. */
    static final int LEAST_ROWS_FOR_RESIDUES = 8;

    private final FiniteField field;
    private final int rowCount;
    private final int columns;
    /** Reduced rows, the first rank ones non-zero, each followed by its row of U. */
    private final long[][] work;

    private final int[] pivots;
    private final int rank;

    CodeEchelon(FiniteField field, int columns, RunControl control, long[]... rows) {
        this.field = field;
        this.rowCount = rows.length;
        this.columns = columns;
        if (rowCount >= LEAST_ROWS_FOR_RESIDUES && LateReducedRows.serves(field, columns)) {
            ResidueElimination elimination = new ResidueElimination(field, columns, true, control, rows);
            this.rank = elimination.forward();
            elimination.backward(0);
            this.pivots = elimination.pivotColumns();
            this.work = elimination.codes(0, columns + rowCount);
            return;
        }
        this.work = new long[rowCount][];
        for (int i = 0; i < rowCount; i++) {
            work[i] = Arrays.copyOf(rows[i], columns + rowCount);
            work[i][columns + i] = 1;
        }
        this.pivots = new int[Math.min(rowCount, columns)];
        this.rank = eliminate(control);
    }

    private int eliminate(RunControl control) {
        int width = columns + rowCount;
        int found = 0;
        for (int column = 0; column < columns && found < rowCount; column++) {
            control.check();
            int pivot = found;
            while (pivot < rowCount && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rowCount) {
                continue;
            }
            long[] row = work[pivot];
            work[pivot] = work[found];
            work[found] = row;
            field.scale(row, column, width - column, field.inverse(row[column]));
            for (int i = 0; i < rowCount; i++) {
                if (i != found && work[i][column] != 0) {
                    field.addScaled(work[i], column, row, column, width - column, field.negate(work[i][column]));
                }
            }
            pivots[found] = column;
            found++;
        }
        return found;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public CodeEntries basis() {
        long[][] rows = new long[rank][];
        for (int i = 0; i < rank; i++) {
            rows[i] = Arrays.copyOf(work[i], columns);
        }
        return new CodeEntries(field, columns, rows);
    }

    /** U. */
    long[][] operations() {
        long[][] rows = new long[rowCount][];
        for (int i = 0; i < rowCount; i++) {
            rows[i] = Arrays.copyOfRange(work[i], columns, columns + rowCount);
        }
        return rows;
    }

    @Override
    public CodeEntries leftNullSpace() {
        return new CodeEntries(field, rowCount, Arrays.copyOfRange(operations(), rank, rowCount));
    }

    @Override
    public Optional<long[]> solve(long... b) {
        long[] rest = b.clone();
        long[] v = new long[rowCount];
        for (int t = 0; t < rank; t++) {
            long c = rest[pivots[t]];
            if (c != 0) {
                field.addScaled(rest, 0, work[t], 0, columns, field.negate(c));
                field.addScaled(v, 0, work[t], columns, rowCount, c);
            }
        }
        for (long entry : rest) {
            if (entry != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(v);
    }
}
