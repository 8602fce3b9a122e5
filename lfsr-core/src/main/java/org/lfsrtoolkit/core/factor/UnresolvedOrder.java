package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.Objects;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * What is not known about the order of an irreducible factor: a composite number whose primes nobody found matters.
 *
 * @param factor g, irreducible
 * @param divides a multiple of ord(g); exact but for the part that comes from the cofactor
 * @param cofactor c, composite and of unknown factorization, dividing {@code divides}; x^(divides/c) ≠ 1 modulo g, so
 *     that some prime of c does divide ord(g)
 */
public record UnresolvedOrder(Polynomial factor, BigInteger divides, BigInteger cofactor) {

    public UnresolvedOrder {
        Objects.requireNonNull(factor);
        Objects.requireNonNull(divides);
        Objects.requireNonNull(cofactor);
    }

    /** For instance "ord(x^7 + x + 1) divides 127, composite cofactor 127 unresolved". */
    @Override
    public String toString() {
        return "ord(" + factor + ") divides " + divides + ", composite cofactor " + cofactor + " unresolved";
    }
}
