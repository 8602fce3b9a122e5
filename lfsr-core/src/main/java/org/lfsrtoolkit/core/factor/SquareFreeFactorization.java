package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Square-free factorization f = u · Π w_e^e over GF(q), each w_e the product of the irreducible factors of multiplicity e.
 *
 * <p>gcd(f, f') lowers each multiplicity by one, but leaves those divisible by the characteristic p alone. What is left
 * after the others are taken out is therefore a p-th power, h(x)^p = Σ h_i^p x^(pi): its root is taken coefficient by
 * coefficient and treated in the same way, all multiplicities times p.
 *
 * <p>Example: over GF(2), x^6 + x^5 + x^2 + x = x · (x + 1)^5 gives (x)^1 and (x + 1)^5.
 *
 * <p>Cost: O(number of distinct multiplicities) gcds for moderate multiplicities; at worst one division for each value up
 * to the largest. Memory: O(n). Source: [GathenGerhard2013, ch. 14.6]; [GeddesCzaporLabahn1992, ch. 8.3].
 */
public final class SquareFreeFactorization {

    private SquareFreeFactorization() {}

    /**
     * The factors w_e ≠ 1 with their exponents e, by ascending exponent; the w_e are monic, square-free and pairwise
     * coprime, and f is their product times its leading coefficient. Empty for a constant.
     *
     * @throws IllegalArgumentException if f is zero
     */
    public static List<PolynomialFactor> of(Polynomial f, RunControl control) {
        if (f.isZero()) {
            throw new IllegalArgumentException("f = 0, expected a non-zero polynomial");
        }
        List<PolynomialFactor> factors = new ArrayList<>();
        Polynomial rest = f.monic();
        long scale = 1;
        while (rest.degree() > 0) {
            control.check();
            Polynomial common = rest.gcd(rest.derivative());
            Polynomial separable = rest.quotient(common);
            for (int i = 1; separable.degree() > 0; i++) {
                control.check();
                Polynomial still = separable.gcd(common);
                if (still.degree() < separable.degree()) {
                    factors.add(new PolynomialFactor(separable.quotient(still), Math.toIntExact(scale * i)));
                }
                common = common.quotient(still);
                separable = still;
            }
            if (common.degree() > 0) {
                common = pthRoot(common);
                scale *= f.field().characteristic();
            }
            rest = common;
        }
        factors.sort(java.util.Comparator.comparingInt(PolynomialFactor::exponent));
        return factors;
    }

    /** Whether gcd(f, f') is constant. False for the zero polynomial. */
    public static boolean isSquareFree(Polynomial f) {
        return !f.isZero() && f.gcd(f.derivative()).degree() == 0;
    }

    /**
     * h with h^p = f.
     *
     * @throws ArithmeticException if f is no p-th power
     */
    static Polynomial pthRoot(Polynomial f) {
        FiniteField field = f.field();
        long p = field.characteristic();
        long[] coefficients = f.coefficients();
        long[] root = new long[(int) (f.degree() / p) + 1];
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i] != 0) {
                if (i % p != 0) {
                    throw new ArithmeticException(f + " is no p-th power");
                }
                root[(int) (i / p)] = field.pthRoot(coefficients[i]);
            }
        }
        return Polynomial.of(field, root);
    }
}
