package org.lfsrtoolkit.core.register;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;

/**
 * v ↦ v·A + b for any square matrix A. Cost: d² operations for a clock. Memory: that of the matrix. Threads: immutable.
 */
public final class MatrixMap implements AffineMap {

    private final Matrix matrix;
    private final long[] translation;

    private MatrixMap(Matrix matrix, long[] translation) {
        if (!matrix.isSquare()) {
            throw new IllegalArgumentException("matrix is " + matrix.rowCount() + " × " + matrix.columnCount()
                    + ", expected as many rows as columns");
        }
        if (translation.length != matrix.columnCount()) {
            throw new IllegalArgumentException(
                    "constant has " + translation.length + " entries, expected " + matrix.columnCount());
        }
        for (long symbol : translation) {
            matrix.field().requireElement(symbol, "constant");
        }
        this.matrix = matrix;
        this.translation = translation.clone();
    }

    /** v ↦ v·A. */
    public static MatrixMap linear(Matrix matrix) {
        return new MatrixMap(matrix, new long[matrix.columnCount()]);
    }

    /** v ↦ v·A + b. */
    public static MatrixMap affine(Matrix matrix, long... translation) {
        return new MatrixMap(matrix, translation);
    }

    @Override
    public FiniteField field() {
        return matrix.field();
    }

    @Override
    public int dimension() {
        return matrix.columnCount();
    }

    @Override
    public Matrix matrix() {
        return matrix;
    }

    @Override
    public long[] translation() {
        return translation.clone();
    }

    @Override
    public boolean isLinear() {
        for (long symbol : translation) {
            if (symbol != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isNonsingular() {
        return matrix.isInvertible();
    }

    @Override
    public MatrixMap linearPart() {
        return isLinear() ? this : linear(matrix);
    }

    @Override
    public long[] next(long[] state) {
        long[] image = matrix.leftMultiply(state);
        field().addScaled(image, 0, translation, 0, image.length, 1);
        return image;
    }

    /**
     * The map that takes one clock back: v ↦ (v − b)·A^(−1).
     *
     * @throws ArithmeticException if A is singular
     */
    public MatrixMap inverse() {
        Matrix inverse = matrix.inverse();
        long[] image = inverse.leftMultiply(translation);
        field().scale(image, 0, image.length, field().negate(1));
        return new MatrixMap(inverse, image);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatrixMap map
                && map.matrix.equals(matrix)
                && Arrays.equals(map.translation, translation);
    }

    @Override
    public int hashCode() {
        return matrix.hashCode() * 31 + Arrays.hashCode(translation);
    }
}
