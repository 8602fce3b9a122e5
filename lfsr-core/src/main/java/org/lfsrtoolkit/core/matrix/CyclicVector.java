package org.lfsrtoolkit.core.matrix;

import java.util.Optional;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * A vector u for which u, u·A, u·A², … generate the whole space, if there is one: exactly when the minimal is the
 * characteristic polynomial. In the basis {@link RationalCanonicalForm} makes from it, A is one register.
 *
 * <p>Cost: {@link FrobeniusDecomposition}. Memory: as there. Threads: stateless.
 */
public final class CyclicVector {

    private CyclicVector() {}

    /**
     * A cyclic vector, or nothing if the matrix has none.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Optional<long[]> of(Matrix matrix, RunControl control) {
        FrobeniusDecomposition decomposition = FrobeniusDecomposition.of(matrix, control);
        return decomposition.isCyclic() ? Optional.of(decomposition.generator(0)) : Optional.empty();
    }
}
