package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/** The number of clocks from one state to another: the least n ≥ 0, if there is one and it can be found. */
public sealed interface StateDistance {

    /**
     * The second state follows the first.
     *
     * @param clocks the least n ≥ 0
     */
    record Found(BigInteger clocks) implements StateDistance {}

    /** The second state never follows the first. Proved, not given up. */
    record NotOnOrbit() implements StateDistance {}

    /**
     * Nobody knows: a logarithm in a group whose order is a large prime, or a composite number of unknown factors, stands
     * in the way.
     *
     * @param obstacle the prime, or the unfactored composite
     * @param isPrime which of the two
     * @param factor the irreducible factor whose order the obstacle divides
     * @param residue with modulus what is known: if the state is reached at all, then after residue + i·modulus clocks
     * @param modulus the part of the period that was in reach
     */
    record OutOfReach(BigInteger obstacle, boolean isPrime, Polynomial factor, BigInteger residue, BigInteger modulus)
            implements StateDistance {}
}
