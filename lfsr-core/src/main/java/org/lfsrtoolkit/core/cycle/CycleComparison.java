package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;

/** Whether two states end on the same cycle. */
public sealed interface CycleComparison {

    /** They do. */
    record Same() implements CycleComparison {}

    /** They do not. */
    record Different() implements CycleComparison {}

    /**
     * Not decided.
     *
     * @param obstacle a prime that divides the orders of two factors and is too large for logarithms, or a composite of
     *     unknown factors
     */
    record Unknown(BigInteger obstacle) implements CycleComparison {}
}
