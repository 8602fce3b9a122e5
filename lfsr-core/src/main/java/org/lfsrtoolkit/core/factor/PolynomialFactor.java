package org.lfsrtoolkit.core.factor;

import java.util.Comparator;
import java.util.Objects;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * A power g^e that divides a polynomial.
 *
 * @param polynomial g, monic of degree at least 1; irreducible or square-free, as the producer says
 * @param exponent e, at least 1
 */
public record PolynomialFactor(Polynomial polynomial, int exponent) {

    /** By polynomial, then by exponent. */
    public static final Comparator<PolynomialFactor> ORDER = Comparator.comparing(
                    PolynomialFactor::polynomial, Polynomial.ORDER)
            .thenComparingInt(PolynomialFactor::exponent);

    /** @throws IllegalArgumentException if g is constant or not monic, or e is below 1 */
    public PolynomialFactor {
        Objects.requireNonNull(polynomial);
        if (polynomial.degree() < 1 || !polynomial.isMonic()) {
            throw new IllegalArgumentException(
                    "factor = " + polynomial + ", expected a monic polynomial of degree at least 1");
        }
        if (exponent < 1) {
            throw new IllegalArgumentException("exponent = " + exponent + ", expected at least 1");
        }
    }

    /** g^e. */
    public Polynomial expand() {
        return polynomial.power(exponent);
    }

    /** For instance "(x^2 + x + 1)^3". */
    @Override
    public String toString() {
        return "(" + polynomial + ")" + (exponent == 1 ? "" : "^" + exponent);
    }
}
