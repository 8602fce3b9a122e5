package org.lfsrtoolkit.core.matrix;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Rows of residues modulo a prime that gain multiples of each other and are reduced late: p below 2^31, or between 2^55 and
 * 2^61.
 *
 * <p>A row is either <em>reduced</em>, its entries in 0..p−1, or holds larger numbers of the same residues. Only reduced rows
 * may be added to others. Threads: confined to one.
 */
abstract class LateReducedRows {

    /** Shorter rows of planes are slower than sums of products of whole words. */
    static final int LEAST_TERMS_FOR_PLANES = 48;

    /** Rows that {@link #add} takes at once. */
    static final int MOST = 4;

    final int width;

    private LateReducedRows(int width) {
        this.width = width;
    }

    /**
     * Whether there are such rows.
     *
     * @param terms most multiples of rows that a row gains between reductions
     */
    static boolean serves(FiniteField field, int terms) {
        long p = field.characteristic();
        return field.isPrime()
                && (LongPrimeKernel.serves(p) || terms >= LEAST_TERMS_FOR_PLANES && PlanePrimeKernel.serves(p, terms));
    }

    /** A copy of the rows, reduced, with zeros behind them up to a width. */
    static LateReducedRows of(FiniteField field, int width, long[]... rows) {
        long p = field.characteristic();
        if (IntPrimeKernel.serves(p)) {
            return new OfInts(p, width, rows);
        }
        return LongPrimeKernel.serves(p) ? new OfLongs(p, width, rows) : new OfPlanes(p, width, rows);
    }

    /** The residue of an entry. */
    abstract long get(int row, int column);

    /** Puts a residue in a reduced row. */
    abstract void set(int row, int column, long residue);

    /** target += Σ factors[l] · rows[sources[l]] over l &lt; {@value #MOST}, at places from .. to − 1; rows reduced. */
    abstract void add(int target, int[] sources, long[] factors, int from, int to);

    /** Makes the row reduced. */
    abstract void reduce(int row);

    /** Makes the row, of full width, a reduced one of given codes. */
    abstract void load(int row, long... codes);

    /** Multiplies a reduced row; it stays reduced. */
    abstract void scale(int row, long factor, int from, int to);

    /** A copy of places from .. to − 1 of a reduced row. */
    abstract long[] codes(int row, int from, int to);

    private static final class OfInts extends LateReducedRows {

        private final IntPrimeKernel kernel;
        private final int[][] rows;
        /** Products that may be added to the row before the next folding. */
        private final int[] room;

        OfInts(long p, int width, long[]... codes) {
            super(width);
            kernel = new IntPrimeKernel(p);
            rows = new int[codes.length][width];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < codes[i].length; j++) {
                    rows[i][j] = (int) codes[i][j];
                }
            }
            room = new int[rows.length];
            Arrays.fill(room, kernel.termsPerReduction());
        }

        @Override
        long get(int row, int column) {
            return kernel.reduce(rows[row][column]);
        }

        @Override
        void set(int row, int column, long residue) {
            rows[row][column] = (int) residue;
        }

        @Override
        void add(int target, int[] sources, long[] factors, int from, int to) {
            if (room[target] < MOST) {
                kernel.fold(rows[target]);
                room[target] = kernel.termsPerReduction();
            }
            room[target] -= MOST;
            IntPrimeKernel.addFour(
                    rows[target],
                    rows[sources[0]],
                    rows[sources[1]],
                    rows[sources[2]],
                    rows[sources[3]],
                    (int) factors[0],
                    (int) factors[1],
                    (int) factors[2],
                    (int) factors[3],
                    from,
                    to);
        }

        @Override
        void reduce(int row) {
            kernel.reduce(rows[row]);
            room[row] = kernel.termsPerReduction();
        }

        @Override
        void load(int row, long... codes) {
            int[] values = rows[row];
            for (int j = 0; j < width; j++) {
                values[j] = (int) codes[j];
            }
            room[row] = kernel.termsPerReduction();
        }

        @Override
        void scale(int row, long factor, int from, int to) {
            int[] values = rows[row];
            for (int j = from; j < to; j++) {
                values[j] = kernel.reduce((int) factor * values[j]);
            }
        }

        @Override
        long[] codes(int row, int from, int to) {
            long[] codes = new long[to - from];
            for (int j = from; j < to; j++) {
                codes[j - from] = rows[row][j];
            }
            return codes;
        }
    }

    private static final class OfLongs extends LateReducedRows {

        private final LongPrimeKernel kernel;
        private final long[][] rows;

        OfLongs(long p, int width, long[]... codes) {
            super(width);
            kernel = new LongPrimeKernel(p);
            rows = new long[codes.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOf(codes[i], width);
            }
        }

        @Override
        long get(int row, int column) {
            return kernel.reduce(rows[row][column]);
        }

        @Override
        void set(int row, int column, long residue) {
            rows[row][column] = residue;
        }

        @Override
        void add(int target, int[] sources, long[] factors, int from, int to) {
            long[] row = rows[target];
            kernel.addTwo(row, rows[sources[0]], rows[sources[1]], factors[0], factors[1], from, to);
            if (factors[2] != 0 || factors[3] != 0) {
                kernel.addTwo(row, rows[sources[2]], rows[sources[3]], factors[2], factors[3], from, to);
            }
        }

        @Override
        void reduce(int row) {
            kernel.reduce(rows[row]);
        }

        @Override
        void load(int row, long... codes) {
            System.arraycopy(codes, 0, rows[row], 0, width);
        }

        @Override
        void scale(int row, long factor, int from, int to) {
            long[] values = rows[row];
            for (int j = from; j < to; j++) {
                values[j] = kernel.reduce(factor * values[j]);
            }
        }

        @Override
        long[] codes(int row, int from, int to) {
            return Arrays.copyOfRange(rows[row], from, to);
        }
    }

    private static final class OfPlanes extends LateReducedRows {

        private final PlanePrimeKernel kernel;
        /** [row][plane][place]. */
        private final long[][][] rows;

        private final long[][][] four = new long[MOST][][];

        OfPlanes(long p, int width, long[]... codes) {
            super(width);
            kernel = new PlanePrimeKernel(p);
            rows = new long[codes.length][PlanePrimeKernel.PLANES][width];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < codes[i].length; j++) {
                    kernel.set(rows[i], j, codes[i][j]);
                }
            }
        }

        @Override
        long get(int row, int column) {
            return kernel.get(rows[row], column);
        }

        @Override
        void set(int row, int column, long residue) {
            kernel.set(rows[row], column, residue);
        }

        @Override
        void add(int target, int[] sources, long[] factors, int from, int to) {
            for (int l = 0; l < MOST; l++) {
                four[l] = rows[sources[l]];
            }
            kernel.addFour(rows[target], four, factors, from, to);
        }

        @Override
        void reduce(int row) {
            for (int j = 0; j < width; j++) {
                kernel.set(rows[row], j, kernel.get(rows[row], j));
            }
        }

        @Override
        void load(int row, long... codes) {
            for (int j = 0; j < width; j++) {
                kernel.set(rows[row], j, codes[j]);
            }
        }

        @Override
        void scale(int row, long factor, int from, int to) {
            for (int j = from; j < to; j++) {
                kernel.set(rows[row], j, kernel.multiply(factor, kernel.get(rows[row], j)));
            }
        }

        @Override
        long[] codes(int row, int from, int to) {
            long[] codes = new long[to - from];
            for (int j = from; j < to; j++) {
                codes[j - from] = kernel.get(rows[row], j);
            }
            return codes;
        }
    }
}
