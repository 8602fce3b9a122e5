package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The rational canonical (Frobenius) form of a square matrix A, with the change of basis: any linear map seen as
 * independent registers side by side.
 *
 * <p>The form F is block diagonal with the companion matrices ({@link Matrix#companion}) of the invariant factors, each
 * dividing the next, and T·A = F·T with T invertible. If v = s·T then v·A = (s·F)·T: the coordinates s, cut at the
 * blocks, are states of registers clocked independently. Two matrices are similar exactly when their forms are equal.
 *
 * <p>Cost: {@link FrobeniusDecomposition}, and d vector-matrix products for the basis. Memory: three matrices.
 *
 * @param form F
 * @param transformation T
 * @param invariantFactors the characteristic polynomials of the blocks, in order
 */
public record RationalCanonicalForm(Matrix form, Matrix transformation, List<Polynomial> invariantFactors) {

    /**
     * Form and transformation.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static RationalCanonicalForm of(Matrix matrix, RunControl control) {
        FrobeniusDecomposition decomposition = FrobeniusDecomposition.of(matrix, control);
        List<Matrix> blocks = new ArrayList<>();
        List<long[]> basis = new ArrayList<>();
        for (int i = decomposition.partCount() - 1; i >= 0; i--) {
            long[] c = coefficients(decomposition.annihilator(i));
            blocks.add(Matrix.companion(matrix.field(), c));
            basis.addAll(registerBasis(matrix, c, decomposition.generator(i), control));
        }
        Matrix form = Matrix.blockDiagonal(blocks);
        Matrix transformation = Matrix.of(matrix.field(), basis.toArray(new long[0][]));
        return new RationalCanonicalForm(form, transformation, decomposition.invariantFactors());
    }

    /** {@link #of(Matrix, RunControl)} without limits. */
    public static RationalCanonicalForm of(Matrix matrix) {
        return of(matrix, RunControl.unlimited());
    }

    /** c with f = x^d − Σ c_j x^j. */
    private static long[] coefficients(Polynomial f) {
        FiniteField field = f.field();
        long[] c = new long[f.degree()];
        for (int j = 0; j < c.length; j++) {
            c[j] = field.negate(f.coefficient(j));
        }
        return c;
    }

    /** b_(d−1) = u and b_(j−1) = b_j·A − c_j·u: the basis in which A acts as the companion matrix of c. */
    private static List<long[]> registerBasis(Matrix matrix, long[] c, long[] u, RunControl control) {
        FiniteField field = matrix.field();
        int d = c.length;
        long[][] basis = new long[d][];
        basis[d - 1] = u;
        for (int j = d - 1; j > 0; j--) {
            control.check();
            basis[j - 1] = matrix.leftMultiply(basis[j]);
            field.addScaled(basis[j - 1], 0, u, 0, u.length, field.negate(c[j]));
        }
        return List.of(basis);
    }
}
