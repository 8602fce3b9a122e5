package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.factor.DistinctDegreeFactorization.DegreePart;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Complete factorization of a polynomial over GF(q): square-free, then distinct-degree, then equal-degree.
 *
 * <p>Example over GF(2): x^6 + x^5 + x^2 + x = x · (x + 1)^5.
 *
 * <p>Cost: O(n) products modulo f at most for the powers x^(q^i), fewer by baby and giant steps, hence O(n·M(n)·log q)
 * operations in F_q, M(n) the cost of a product; most of it for inputs with factors of large degree. Memory: O(√n)
 * residues modulo f. Source: [GathenGerhard2013, ch. 14]; [KaltofenShoup1998].
 */
public final class PolynomialFactorizer {

    private PolynomialFactorizer() {}

    /**
     * The factorization of f into its leading coefficient and powers of monic irreducible polynomials.
     *
     * @param f not zero; a constant has no factors
     * @throws IllegalArgumentException if f is zero
     */
    public static PolynomialFactorization factor(Polynomial f, RunControl control) {
        if (f.isZero()) {
            throw new IllegalArgumentException("f = 0, expected a non-zero polynomial");
        }
        List<PolynomialFactor> factors = new ArrayList<>();
        int h = f.multiplicityOfX();
        if (h > 0) {
            factors.add(new PolynomialFactor(Polynomial.x(f.field()), h));
        }
        for (PolynomialFactor squareFree : SquareFreeFactorization.of(f.shiftDown(h), control)) {
            for (DegreePart part : DistinctDegreeFactorization.of(squareFree.polynomial(), control)) {
                for (Polynomial g : EqualDegreeFactorization.of(part.product(), part.degree(), control)) {
                    factors.add(new PolynomialFactor(g, squareFree.exponent()));
                }
            }
        }
        return PolynomialFactorization.of(f.field(), f.leadingCoefficient(), factors);
    }
}
