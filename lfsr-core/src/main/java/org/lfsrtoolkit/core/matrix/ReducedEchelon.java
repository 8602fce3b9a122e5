package org.lfsrtoolkit.core.matrix;

import java.util.Optional;

/**
 * The reduced row echelon form of a matrix A with the row operations U that made it: U·A has the reduced basis of the row
 * space on top and zero rows below. Threads: immutable.
 */
interface ReducedEchelon {

    int rank();

    /** The non-zero rows. */
    MatrixEntries basis();

    /** The rows of U that give zero: a basis of {v : v·A = 0}. */
    MatrixEntries leftNullSpace();

    /** Some v with v·A = b, codes. */
    Optional<long[]> solve(long... b);
}
