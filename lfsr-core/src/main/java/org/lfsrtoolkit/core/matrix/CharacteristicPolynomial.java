package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The characteristic polynomial det(x − A) of a square matrix over GF(q), monic of degree n.
 *
 * <p>Vectors are spun under A until they generate the space; in that basis A is block triangular with one companion block
 * a vector, so the answer is the product of the blocks' polynomials. Example: [[1,1],[1,0]] over GF(2) has x² + x + 1.
 *
 * <p>Cost: O(n³) field operations; for q = 2, n³/2 word operations of 64. Memory: three n × n arrays. Threads: stateless.
 * Source: [Danilevsky1937]; [DumasPernetWan2005, Krylov form].
 */
public final class CharacteristicPolynomial {

    private CharacteristicPolynomial() {}

    /**
     * det(x − A).
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Polynomial of(Matrix matrix, RunControl control) {
        return new CyclicSplitting(matrix, control).characteristicPolynomial();
    }
}
