package org.lfsrtoolkit.core.matrix;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * A matrix over a finite field; vectors are rows and multiply from the left, v ↦ v·A.
 *
 * <p>Entries are element codes. Over GF(2) they are kept 64 a word and products and eliminations use the method of the four
 * Russians; over other fields they are codes in arrays, and kernels for the field work on bits, digits or sums that are reduced
 * late. Results may have no rows (a trivial null space), matrices made from
 * entries have at least one.
 *
 * <p>Cost: products and inverses about n³ field operations, a rank a third of that; for q = 2 n³/400 additions of a word. Memory:
 * n²/8 bytes for q = 2, else 8·n²; an operation takes two to eight times that while it runs. Long operations have a variant
 * with a {@link RunControl}, asked once for a block of at most 64 rows. Threads: immutable.
 */
public final class Matrix {

    private final FiniteField field;
    private final MatrixEntries entries;

    private Matrix(FiniteField field, MatrixEntries entries) {
        this.field = field;
        this.entries = entries;
    }

    /** Takes the array over; entries must be elements. */
    private static Matrix trusted(FiniteField field, int columns, long[]... rows) {
        return new Matrix(field, MatrixEntries.of(field, columns, rows));
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
        return trusted(field, copy[0].length, copy);
    }

    /** The identity of side n ≥ 1. */
    public static Matrix identity(FiniteField field, int n) {
        requireSide("side", n);
        if (field.isBinary()) {
            return new Matrix(field, BitEntries.identity(n));
        }
        long[][] rows = new long[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        return trusted(field, n, rows);
    }

    /** The rows × columns zero matrix. */
    public static Matrix zero(FiniteField field, int rows, int columns) {
        requireSide("rows", rows);
        requireSide("columns", columns);
        if (field.isBinary()) {
            return new Matrix(
                    field,
                    new BitEntries(rows, columns, new long[Math.multiplyExact(rows, BitEntries.stride(columns))]));
        }
        return trusted(field, columns, new long[rows][columns]);
    }

    private static void requireSide(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " = " + value + ", expected at least 1");
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

    /**
     * The matrix with these blocks, of any shapes, along the diagonal and zeros elsewhere.
     *
     * @throws IllegalArgumentException if there is none, or their fields differ
     */
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
            width += block.columnCount();
        }
        long[][] rows = new long[height][width];
        int top = 0;
        int left = 0;
        for (Matrix block : blocks) {
            for (int i = 0; i < block.rowCount(); i++) {
                System.arraycopy(block.row(i), 0, rows[top + i], left, block.columnCount());
            }
            top += block.rowCount();
            left += block.columnCount();
        }
        return trusted(field, width, rows);
    }

    /** {@link #blockDiagonal(List)}. */
    public static Matrix blockDiagonal(Matrix... blocks) {
        return blockDiagonal(List.of(blocks));
    }

    /** Independent uniform entries; the same generator state gives the same matrix. */
    public static Matrix random(FiniteField field, int rows, int columns, RandomGenerator random) {
        requireSide("rows", rows);
        requireSide("columns", columns);
        if (field.isBinary()) {
            return new Matrix(field, BitEntries.random(rows, columns, random));
        }
        long[][] entries = new long[rows][columns];
        for (long[] row : entries) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextLong(field.cardinality());
            }
        }
        return trusted(field, columns, entries);
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
     * @param a square, of side n
     * @param b n entries
     */
    public static Matrix augmented(Matrix a, long... b) {
        a.requireSquare();
        int n = a.columnCount();
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

    /**
     * f(A) for a square A. Cost: about 2·√(deg f) products of matrices.
     *
     * @throws IllegalArgumentException if A is not square or the fields differ
     */
    public static Matrix evaluate(Polynomial f, Matrix a) {
        return evaluate(f, a, RunControl.unlimited());
    }

    /**
     * {@link #evaluate(Polynomial, Matrix)}, stopped by the control.
     *
     * @throws IllegalArgumentException if A is not square or the fields differ
     */
    public static Matrix evaluate(Polynomial f, Matrix a, RunControl control) {
        a.requireSquare();
        requireSameField(a.field, f.field());
        return PatersonStockmeyer.evaluate(f, a, control);
    }

    void requireSquare() {
        if (!isSquare()) {
            throw new IllegalArgumentException(
                    "matrix is " + rowCount() + " × " + columnCount() + ", expected as many rows as columns");
        }
    }

    private static void requireSameField(FiniteField field, FiniteField other) {
        if (!field.equals(other)) {
            throw new IllegalArgumentException("operands over " + field + " and " + other + ", expected one field");
        }
    }

    MatrixEntries entries() {
        return entries;
    }

    public FiniteField field() {
        return field;
    }

    public int rowCount() {
        return entries.rowCount();
    }

    public int columnCount() {
        return entries.columnCount();
    }

    public boolean isSquare() {
        return rowCount() == columnCount();
    }

    public long entry(int row, int column) {
        return entries.get(row, column);
    }

    /** A copy of one row. */
    public long[] row(int i) {
        return entries.row(i);
    }

    /** A copy of all rows. */
    public long[][] toRows() {
        long[][] copy = new long[rowCount()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = entries.row(i);
        }
        return copy;
    }

    /**
     * v·A; v has as many entries as A has rows, each an element (not checked).
     *
     * @throws IllegalArgumentException if v has another length
     */
    public long[] leftMultiply(long[] v) {
        if (v.length != rowCount()) {
            throw new IllegalArgumentException("vector has " + v.length + " entries, expected " + rowCount());
        }
        return entries.leftMultiply(v);
    }

    /** this + other. */
    public Matrix plus(Matrix other) {
        requireSameField(field, other.field);
        if (rowCount() != other.rowCount() || columnCount() != other.columnCount()) {
            throw new IllegalArgumentException("sum of " + shape() + " and " + other.shape());
        }
        return new Matrix(field, entries.plus(other.entries));
    }

    /** factor · this. */
    public Matrix times(long factor) {
        return new Matrix(field, entries.scaled(field.requireElement(factor, "factor")));
    }

    /** this · other. */
    public Matrix times(Matrix other) {
        return times(other, RunControl.unlimited());
    }

    /** {@link #times(Matrix)}, stopped by the control. */
    public Matrix times(Matrix other, RunControl control) {
        requireSameField(field, other.field);
        if (columnCount() != other.rowCount()) {
            throw new IllegalArgumentException("product of " + shape() + " and " + other.shape());
        }
        return new Matrix(field, entries.times(other.entries, control));
    }

    private String shape() {
        return rowCount() + " × " + columnCount();
    }

    /**
     * this^exponent of a square matrix, this^0 = 1.
     *
     * @throws IllegalArgumentException if this is not square
     * @throws ArithmeticException if the exponent is negative and this is singular
     */
    public Matrix power(BigInteger exponent) {
        return power(exponent, RunControl.unlimited());
    }

    /**
     * {@link #power(BigInteger)}, stopped by the control.
     *
     * @throws IllegalArgumentException if this is not square
     * @throws ArithmeticException if the exponent is negative and this is singular
     */
    public Matrix power(BigInteger exponent, RunControl control) {
        requireSquare();
        Matrix base = exponent.signum() < 0 ? inverse(control) : this;
        BigInteger e = exponent.abs();
        if (e.signum() == 0) {
            return identity(field, rowCount());
        }
        Matrix result = base;
        for (int i = e.bitLength() - 2; i >= 0; i--) {
            result = result.times(result, control);
            if (e.testBit(i)) {
                result = result.times(base, control);
            }
        }
        return result;
    }

    /** The transpose. */
    public Matrix transpose() {
        return new Matrix(field, entries.transpose());
    }

    /** The dimension of the row space. */
    public int rank() {
        return rank(RunControl.unlimited());
    }

    /** {@link #rank()}, stopped by the control. */
    public int rank(RunControl control) {
        return entries.rank(control);
    }

    /** Whether this is square with full rank. */
    public boolean isInvertible() {
        return isInvertible(RunControl.unlimited());
    }

    /** {@link #isInvertible()}, stopped by the control. */
    public boolean isInvertible(RunControl control) {
        return isSquare() && rank(control) == columnCount();
    }

    /**
     * The inverse.
     *
     * @throws ArithmeticException if this is singular or not square
     */
    public Matrix inverse() {
        return inverse(RunControl.unlimited());
    }

    /**
     * {@link #inverse()}, stopped by the control.
     *
     * @throws ArithmeticException if this is singular or not square
     */
    public Matrix inverse(RunControl control) {
        if (!isSquare()) {
            throw new ArithmeticException("no inverse: " + shape() + " is not square");
        }
        MatrixEntries inverse = entries.inverse(control);
        if (inverse == null) {
            throw new ArithmeticException("no inverse: the matrix is singular");
        }
        return new Matrix(field, inverse);
    }

    /**
     * The determinant.
     *
     * @throws IllegalArgumentException if this is not square
     */
    public long determinant() {
        return determinant(RunControl.unlimited());
    }

    /**
     * {@link #determinant()}, stopped by the control.
     *
     * @throws IllegalArgumentException if this is not square
     */
    public long determinant(RunControl control) {
        requireSquare();
        return entries.determinant(control);
    }

    /** The reduced echelon basis of the span of the rows; no rows for a zero matrix. */
    public Matrix rowSpace() {
        return rowSpace(RunControl.unlimited());
    }

    /** {@link #rowSpace()}, stopped by the control. */
    public Matrix rowSpace(RunControl control) {
        return new Matrix(field, entries.echelon(control).basis());
    }

    /** A basis of {v : v·A = 0}, in reduced echelon form; no rows if the rows of A are independent. */
    public Matrix nullSpace() {
        return nullSpace(RunControl.unlimited());
    }

    /** {@link #nullSpace()}, stopped by the control. */
    public Matrix nullSpace(RunControl control) {
        return new Matrix(
                field, entries.echelon(control).leftNullSpace().echelon(control).basis());
    }

    /**
     * Some v with v·A = b, or nothing if there is none. All solutions: v plus the vectors of {@link #nullSpace()}.
     *
     * @param b as many elements as A has columns
     */
    public Optional<long[]> solve(long... b) {
        return solve(b, RunControl.unlimited());
    }

    /** {@link #solve(long...)}, stopped by the control. */
    public Optional<long[]> solve(long[] b, RunControl control) {
        if (b.length != columnCount()) {
            throw new IllegalArgumentException("right side has " + b.length + " entries, expected " + columnCount());
        }
        return entries.echelon(control).solve(b);
    }

    /** The ranks of A^0, A^1, … of a square matrix, up to the first that repeats for ever: see {@link KernelSequence}. */
    public int[] ranksOfPowers() {
        return ranksOfPowers(RunControl.unlimited());
    }

    /** {@link #ranksOfPowers()}, stopped by the control. */
    public int[] ranksOfPowers(RunControl control) {
        return KernelSequence.of(this, control).ranks();
    }

    /** Whether the minimal is the characteristic polynomial: A is then similar to one register. */
    public boolean isCyclic() {
        return isCyclic(RunControl.unlimited());
    }

    /** {@link #isCyclic()}, stopped by the control. */
    public boolean isCyclic(RunControl control) {
        return FrobeniusDecomposition.of(this, control).isCyclic();
    }

    public boolean isZero() {
        return entries.isZero();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix matrix && matrix.entries.equals(entries) && matrix.field.equals(field);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The rows, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rowCount(); i++) {
            text.append(i == 0 ? "" : "\n").append(Arrays.toString(row(i)));
        }
        return text.toString();
    }
}
