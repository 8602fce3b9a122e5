package org.lfsrtoolkit.core.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The elementary divisors of a square matrix over GF(q): the powers g^e of irreducible polynomials for which the space is
 * the direct sum of the F_q[x]/(g^e).
 *
 * <p>They are the prime powers in the invariant factors. Only the minimal polynomial is factored, since every other
 * invariant factor divides it. Example: the zero matrix of side 4 has x, four times; a register has each power in its
 * polynomial once.
 *
 * <p>Cost: {@link FrobeniusDecomposition} and one factorization of the minimal polynomial. Memory: as for the
 * decomposition. Threads: stateless. Source: [Gantmacher1959, ch. VI].
 */
public final class ElementaryDivisors {

    private ElementaryDivisors() {}

    /**
     * The elementary divisors in {@link ElementaryDivisor#ORDER}; their dimensions add up to the side of the matrix.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static List<ElementaryDivisor> of(Matrix matrix, RunControl control) {
        return of(FrobeniusDecomposition.of(matrix, control), control);
    }

    /** The same from a decomposition made before. */
    public static List<ElementaryDivisor> of(FrobeniusDecomposition decomposition, RunControl control) {
        List<ElementaryDivisor> divisors = new ArrayList<>();
        List<PolynomialFactor> factors = PolynomialFactorizer.factor(decomposition.minimalPolynomial(), control)
                .factors();
        for (PolynomialFactor factor : factors) {
            Map<Integer, Integer> multiplicities = new TreeMap<>();
            Polynomial last = decomposition.minimalPolynomial();
            int exponent = factor.exponent();
            for (int i = 0; i < decomposition.partCount() && exponent > 0; i++) {
                Polynomial f = decomposition.annihilator(i);
                if (!f.equals(last)) {
                    exponent = valuation(f, factor.polynomial());
                    last = f;
                    control.check();
                }
                if (exponent > 0) {
                    multiplicities.merge(exponent, 1, Integer::sum);
                }
            }
            multiplicities.forEach((e, count) -> divisors.add(new ElementaryDivisor(factor.polynomial(), e, count)));
        }
        divisors.sort(ElementaryDivisor.ORDER);
        return List.copyOf(divisors);
    }

    /** The largest e with g^e | f. */
    private static int valuation(Polynomial f, Polynomial g) {
        int e = 0;
        Polynomial rest = f;
        while (rest.degree() >= g.degree()) {
            Polynomial.Division division = rest.divide(g);
            if (!division.remainder().isZero()) {
                break;
            }
            rest = division.quotient();
            e++;
        }
        return e;
    }
}
