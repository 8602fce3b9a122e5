package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The minimal polynomial of a square matrix over GF(q): the monic f of least degree with f(A) = 0.
 *
 * <p>Always right: it is the last invariant factor of {@link FrobeniusDecomposition}, which proves itself; the random
 * choices inside change the time only. Example: the identity of any side has x − 1.
 *
 * <p>Cost and memory: as {@link FrobeniusDecomposition}. Threads: stateless.
 */
public final class MinimalPolynomial {

    private MinimalPolynomial() {}

    /**
     * The minimal polynomial.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Polynomial of(Matrix matrix, RunControl control) {
        return FrobeniusDecomposition.of(matrix, control).minimalPolynomial();
    }
}
