package org.lfsrtoolkit.core.matrix;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * A matrix over a finite field; vectors are rows and multiply from the left, v ↦ v·A.
 *
 * <p>Immutable value. Entries are element codes.
 */
public final class Matrix {

    private final FiniteField field;
    private final int columns;
    private final long[][] rows;

    /** Takes the array over. */
    static Matrix trusted(FiniteField field, int columns, long[]... rows) {
        return new Matrix(field, columns, rows);
    }

    private Matrix(FiniteField field, int columns, long[][] rows) {
        this.field = field;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The matrix with these rows.
     *
     * @throws IllegalArgumentException if there is no row, the rows differ in length, or an entry is no element
     */
    public static Matrix of(FiniteField field, long[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("matrix without entries, expected at least 1 × 1");
        }
        long[][] copy = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " entries, expected " + rows[0].length);
            }
            copy[i] = rows[i].clone();
            for (int j = 0; j < copy[i].length; j++) {
                if (!field.contains(copy[i][j])) {
                    field.requireElement(copy[i][j], "entry (" + i + ", " + j + ")");
                }
            }
        }
        return new Matrix(field, rows[0].length, copy);
    }

    /** The identity of side n ≥ 1. */
    public static Matrix identity(FiniteField field, int n) {
        long[][] rows = new long[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        return new Matrix(field, n, rows);
    }

    /** The rows × columns zero matrix. */
    public static Matrix zero(FiniteField field, int rows, int columns) {
        return new Matrix(field, columns, new long[rows][columns]);
    }

    /** The matrix with these square or rectangular blocks along the diagonal and zeros elsewhere. */
    public static Matrix blockDiagonal(List<Matrix> blocks) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no blocks, expected at least 1");
        }
        FiniteField field = blocks.get(0).field;
        int height = 0;
        int width = 0;
        for (Matrix block : blocks) {
            requireSameField(field, block.field);
            height += block.rowCount();
            width += block.columns;
        }
        long[][] rows = new long[height][width];
        int top = 0;
        int left = 0;
        for (Matrix block : blocks) {
            for (int i = 0; i < block.rowCount(); i++) {
                System.arraycopy(block.row(i), 0, rows[top + i], left, block.columns);
            }
            top += block.rowCount();
            left += block.columns;
        }
        return new Matrix(field, width, rows);
    }

    /** {@link #blockDiagonal(List)}. */
    public static Matrix blockDiagonal(Matrix... blocks) {
        return blockDiagonal(List.of(blocks));
    }

    /** Independent uniform entries, row by row; the same generator state gives the same matrix. */
    public static Matrix random(FiniteField field, int rows, int columns, RandomGenerator random) {
        long[][] entries = new long[rows][columns];
        for (long[] row : entries) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextLong(field.cardinality());
            }
        }
        return new Matrix(field, columns, entries);
    }

    /** A uniform invertible matrix of side n: random ones until one is invertible (fewer than 4 expected). */
    public static Matrix randomInvertible(FiniteField field, int n, RandomGenerator random) {
        while (true) {
            Matrix candidate = random(field, n, n, random);
            if (candidate.isInvertible()) {
                return candidate;
            }
        }
    }

    /**
     * [[A, 0], [b, 1]], the linear map of side n + 1 that acts on (v, 1) as v ↦ v·A + b does on v.
     *
     * @param b n entries
     */
    public static Matrix augmented(Matrix a, long... b) {
        a.requireSquare();
        int n = a.columns;
        if (b.length != n) {
            throw new IllegalArgumentException("constant has " + b.length + " entries, expected " + n);
        }
        long[][] rows = new long[n + 1][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(a.row(i), n + 1);
        }
        rows[n] = Arrays.copyOf(b, n + 1);
        rows[n][n] = 1;
        return of(a.field, rows);
    }

    /** f(A) for a square A. Cost: about 2·√(deg f) products of matrices. */
    public static Matrix evaluate(Polynomial f, Matrix a) {
        a.requireSquare();
        return PatersonStockmeyer.evaluate(f, a);
    }

    private void requireSquare() {
        if (!isSquare()) {
            throw new IllegalArgumentException(
                    "matrix is " + rowCount() + " × " + columns + ", expected as many rows as columns");
        }
    }

    private static void requireSameField(FiniteField field, FiniteField other) {
        if (!field.equals(other)) {
            throw new IllegalArgumentException("matrices over " + field + " and " + other + ", expected one field");
        }
    }

    /** The matrix of one clock of the register with coefficients c_0..c_{d−1}: ones on the subdiagonal, c in the last column. */
    public static Matrix companion(FiniteField field, long... coefficients) {
        int d = coefficients.length;
        long[][] rows = new long[d][d];
        for (int i = 0; i < d; i++) {
            if (i > 0) {
                rows[i][i - 1] = 1;
            }
            rows[i][d - 1] = coefficients[i];
        }
        return of(field, rows);
    }

    public FiniteField field() {
        return field;
    }

    public int rowCount() {
        return rows.length;
    }

    public int columnCount() {
        return columns;
    }

    public boolean isSquare() {
        return rows.length == columns;
    }

    public long entry(int row, int column) {
        return rows[row][column];
    }

    /** A copy of one row. */
    public long[] row(int i) {
        return rows[i].clone();
    }

    /** A copy of all rows. */
    public long[][] toRows() {
        long[][] copy = new long[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /** v·A; v has as many entries as A has rows. */
    public long[] leftMultiply(long[] v) {
        long[] result = new long[columns];
        for (int i = 0; i < rows.length; i++) {
            if (v[i] != 0) {
                field.addScaled(result, 0, rows[i], 0, columns, v[i]);
            }
        }
        return result;
    }

    /** this + other. */
    public Matrix plus(Matrix other) {
        long[][] sum = toRows();
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < columns; j++) {
                sum[i][j] = field.add(sum[i][j], other.rows[i][j]);
            }
        }
        return new Matrix(field, columns, sum);
    }

    /** factor · this. */
    public Matrix times(long factor) {
        long[][] scaled = toRows();
        for (long[] row : scaled) {
            field.scale(row, 0, columns, factor);
        }
        return new Matrix(field, columns, scaled);
    }

    /** this · other. */
    public Matrix times(Matrix other) {
        if (columns != other.rows.length) {
            throw new IllegalArgumentException("product of " + rows.length + " × " + columns + " and "
                    + other.rows.length + " × " + other.columns);
        }
        long[][] product = new long[rows.length][];
        for (int i = 0; i < product.length; i++) {
            product[i] = other.leftMultiply(rows[i]);
        }
        return new Matrix(field, other.columns, product);
    }

    /** this^exponent of a square matrix; a negative exponent needs an invertible one. */
    public Matrix power(BigInteger exponent) {
        Matrix base = exponent.signum() < 0 ? inverse() : this;
        BigInteger e = exponent.abs();
        Matrix result = identity(field, rows.length);
        for (int i = e.bitLength() - 1; i >= 0; i--) {
            result = result.times(result);
            if (e.testBit(i)) {
                result = result.times(base);
            }
        }
        return result;
    }

    /** The transpose. */
    public Matrix transpose() {
        long[][] transposed = new long[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return new Matrix(field, rows.length, transposed);
    }

    /** The dimension of the row space. */
    public int rank() {
        long[][] work = toRows();
        int rank = 0;
        for (int column = 0; column < columns && rank < work.length; column++) {
            int pivot = rank;
            while (pivot < work.length && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == work.length) {
                continue;
            }
            long[] row = work[pivot];
            work[pivot] = work[rank];
            work[rank] = row;
            long inverse = field.inverse(row[column]);
            for (int i = rank + 1; i < work.length; i++) {
                if (work[i][column] != 0) {
                    long factor = field.negate(field.multiply(work[i][column], inverse));
                    field.addScaled(work[i], column, row, column, columns - column, factor);
                }
            }
            rank++;
        }
        return rank;
    }

    /** Whether this is square with full rank. */
    public boolean isInvertible() {
        return isSquare() && rank() == columns;
    }

    /**
     * The inverse.
     *
     * @throws ArithmeticException if this is singular or not square
     */
    public Matrix inverse() {
        if (!isSquare()) {
            throw new ArithmeticException("no inverse: " + rows.length + " × " + columns + " is not square");
        }
        int n = columns;
        long[][] work = toRows();
        long[][] result = identity(field, n).rows;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            while (pivot < n && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == n) {
                throw new ArithmeticException("no inverse: the matrix is singular");
            }
            long[] swap = work[pivot];
            work[pivot] = work[column];
            work[column] = swap;
            swap = result[pivot];
            result[pivot] = result[column];
            result[column] = swap;
            long inverse = field.inverse(work[column][column]);
            field.scale(work[column], 0, n, inverse);
            field.scale(result[column], 0, n, inverse);
            for (int i = 0; i < n; i++) {
                if (i != column && work[i][column] != 0) {
                    long factor = field.negate(work[i][column]);
                    field.addScaled(work[i], 0, work[column], 0, n, factor);
                    field.addScaled(result[i], 0, result[column], 0, n, factor);
                }
            }
        }
        return new Matrix(field, n, result);
    }

    /**
     * The determinant.
     *
     * @throws IllegalArgumentException if this is not square
     */
    public long determinant() {
        requireSquare();
        long[][] work = toRows();
        long determinant = 1;
        for (int column = 0; column < columns; column++) {
            int pivot = column;
            while (pivot < columns && work[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == columns) {
                return 0;
            }
            if (pivot != column) {
                long[] swap = work[pivot];
                work[pivot] = work[column];
                work[column] = swap;
                determinant = field.negate(determinant);
            }
            long lead = work[column][column];
            determinant = field.multiply(determinant, lead);
            long inverse = field.inverse(lead);
            for (int i = column + 1; i < columns; i++) {
                if (work[i][column] != 0) {
                    long factor = field.negate(field.multiply(work[i][column], inverse));
                    field.addScaled(work[i], column, work[column], column, columns - column, factor);
                }
            }
        }
        return determinant;
    }

    /** The reduced echelon basis of the span of the rows; no rows for a zero matrix. */
    public Matrix rowSpace() {
        return ReducedEchelon.of(this).basis();
    }

    /** A basis of {v : v·A = 0}, in reduced echelon form; no rows if the rows of A are independent. */
    public Matrix nullSpace() {
        return ReducedEchelon.of(this).leftNullSpace().rowSpace();
    }

    /** Some v with v·A = b, or nothing if there is none. All solutions: v plus {@link #nullSpace()}. */
    public Optional<long[]> solve(long... b) {
        if (b.length != columns) {
            throw new IllegalArgumentException("right side has " + b.length + " entries, expected " + columns);
        }
        return ReducedEchelon.of(this).solve(b);
    }

    /** The rank of A^0, A^1, … of a square matrix, up to the first that repeats: see {@link KernelSequence}. */
    public int[] ranksOfPowers() {
        return KernelSequence.of(this, RunControl.unlimited()).ranks();
    }

    /** Whether the minimal is the characteristic polynomial: A is then similar to one register. */
    public boolean isCyclic() {
        return FrobeniusDecomposition.of(this, RunControl.unlimited()).isCyclic();
    }

    public boolean isZero() {
        for (long[] row : rows) {
            for (long entry : row) {
                if (entry != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix && Arrays.deepEquals(matrix.rows, rows) && matrix.field.equals(field);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    /** The rows, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (long[] row : rows) {
            text.append(text.isEmpty() ? "" : "\n").append(Arrays.toString(row));
        }
        return text.toString();
    }
}
