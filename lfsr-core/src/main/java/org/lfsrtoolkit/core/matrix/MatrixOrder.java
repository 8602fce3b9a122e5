package org.lfsrtoolkit.core.matrix;

import java.util.Optional;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The multiplicative order of an invertible matrix: the least e ≥ 1 with A^e = 1.
 *
 * <p>It is the order of x modulo the <em>minimal</em> polynomial. The characteristic polynomial can have a larger one: the
 * identity of side 2 over GF(2) has order 1, but (x + 1)² has order 2.
 *
 * <p>Where a number q^m − 1 resists factoring the result is not exact and says what is missing, see
 * {@link PolynomialOrder#exact()}, {@link PolynomialOrder#divides()} and {@link PolynomialOrder#unresolved()}.
 *
 * <p>Cost: {@link FrobeniusDecomposition}, then {@link PolynomialOrder} of the minimal polynomial. No power of A is
 * formed. Memory: as for the decomposition. Threads: stateless. Source: [CellerLeedhamGreen1997].
 */
public final class MatrixOrder {

    private MatrixOrder() {}

    /**
     * The order of the matrix; empty if it is singular.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Optional<PolynomialOrder> of(Matrix matrix, RunControl control) {
        return of(FrobeniusDecomposition.of(matrix, control), control);
    }

    /** The same from a decomposition made before. */
    public static Optional<PolynomialOrder> of(FrobeniusDecomposition decomposition, RunControl control) {
        Polynomial f = decomposition.minimalPolynomial();
        return f.coefficient(0) == 0 ? Optional.empty() : Optional.of(PolynomialOrder.of(f, control));
    }
}
