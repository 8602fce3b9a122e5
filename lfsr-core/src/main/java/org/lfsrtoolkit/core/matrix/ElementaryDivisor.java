package org.lfsrtoolkit.core.matrix;

import java.util.Comparator;
import java.util.Objects;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The cyclic parts F_q[x]/(g^e) of a square matrix for one g and one e.
 *
 * @param factor g, monic and irreducible (not checked)
 * @param exponent e, at least 1
 * @param multiplicity how many such parts, at least 1
 */
public record ElementaryDivisor(Polynomial factor, int exponent, int multiplicity) {

    /** By factor, in {@link Polynomial#ORDER}, then by exponent. */
    public static final Comparator<ElementaryDivisor> ORDER = Comparator.comparing(
                    ElementaryDivisor::factor, Polynomial.ORDER)
            .thenComparingInt(ElementaryDivisor::exponent);

    /** @throws IllegalArgumentException if g is constant, or e or the multiplicity is below 1 */
    public ElementaryDivisor {
        Objects.requireNonNull(factor);
        if (factor.degree() < 1) {
            throw new IllegalArgumentException("factor = " + factor + ", expected degree at least 1");
        }
        if (exponent < 1 || multiplicity < 1) {
            throw new IllegalArgumentException(
                    "exponent = " + exponent + ", multiplicity = " + multiplicity + ", expected both at least 1");
        }
    }

    /** deg g · e · multiplicity: the dimension of these parts together. */
    public int dimension() {
        return factor.degree() * exponent * multiplicity;
    }

    /** For instance "3 x (x + 1)^2". */
    @Override
    public String toString() {
        return (multiplicity == 1 ? "" : multiplicity + " x ") + "(" + factor + ")"
                + (exponent == 1 ? "" : "^" + exponent);
    }
}
