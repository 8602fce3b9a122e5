package org.lfsrtoolkit.core.matrix;

import java.util.List;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The invariant factors of a square matrix over GF(q): monic polynomials other than 1, each dividing the next, that
 * determine the matrix up to similarity. The last is the minimal polynomial, the product the characteristic polynomial.
 *
 * <p>Cost and memory: as {@link FrobeniusDecomposition}. Threads: stateless.
 */
public final class InvariantFactors {

    private InvariantFactors() {}

    /**
     * The invariant factors, each dividing the next.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static List<Polynomial> of(Matrix matrix, RunControl control) {
        return FrobeniusDecomposition.of(matrix, control).invariantFactors();
    }
}
