package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Equal-degree factorization [CantorZassenhaus1981]: splits a product of distinct irreducible polynomials of one degree d.
 *
 * <p>Modulo each factor a random h is a random element of GF(q^d). For odd q, h^((q^d − 1)/2) is 1, −1 or 0 there; in
 * characteristic 2, q = 2^k, the trace h + h² + h⁴ + … + h^(2^(kd − 1)) is 0 or 1. Either way about half of the factors divide the
 * value (made to vanish for one outcome), the others do not, and a gcd parts them. Where d is large, h is first mapped to
 * GF(q) by the trace h + h^q + … + h^(q^(d−1)), through modular compositions.
 *
 * <p>Randomness is from a fixed seed: the same f gives the same work. Source: [GathenGerhard2013, ch. 14.3].
 *
 * <p>Cost for r factors: about log₂ r rounds of O(d·log q) products modulo f, or of O(log d) compositions and O(log q)
 * products. Memory: O(n), and O(√n) residues for a composition.
 */
public final class EqualDegreeFactorization {

    private static final long SEED = 0x5DEECE66DL;

    private EqualDegreeFactorization() {}

    /**
     * The irreducible factors of f, sorted.
     *
     * @param f product of distinct irreducible polynomials of degree d (<em>not checked</em>)
     * @param degree d ≥ 1, dividing deg f
     * @throws IllegalArgumentException if f is zero, d is below 1 or does not divide deg f
     */
    public static List<Polynomial> of(Polynomial f, int degree, RunControl control) {
        if (f.isZero() || degree < 1 || f.degree() % degree != 0) {
            throw new IllegalArgumentException(
                    "degree = " + degree + ", expected a positive divisor of the degree of " + f);
        }
        List<Polynomial> factors = new ArrayList<>();
        if (f.degree() == 0) {
            return factors;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        Deque<Polynomial> open = new ArrayDeque<>();
        open.push(f.monic());
        while (!open.isEmpty()) {
            Polynomial product = open.pop();
            if (product.degree() == degree) {
                factors.add(product);
                continue;
            }
            Polynomial part = split(product, degree, random, control);
            open.push(part);
            open.push(product.quotient(part));
        }
        factors.sort(Polynomial.ORDER);
        return factors;
    }

    private static Polynomial split(Polynomial f, int degree, SplittableRandom random, RunControl control) {
        PolynomialModulus modulus = PolynomialModulus.of(f);
        while (true) {
            control.check();
            Polynomial h = random(f.field(), f.degree(), random);
            if (h.degree() < 1) {
                continue;
            }
            Polynomial part = f.gcd(separator(modulus, h, degree, control));
            if (part.degree() > 0 && part.degree() < f.degree()) {
                return part;
            }
        }
    }

    /** Vanishes modulo about half of the factors of f. */
    private static Polynomial separator(PolynomialModulus modulus, Polynomial h, int degree, RunControl control) {
        FiniteField field = h.field();
        boolean even = field.characteristic() == 2;
        if (field.isBinary() || !traceByCompositionPays(modulus, degree)) {
            return even
                    ? absoluteTrace(modulus, h, Math.multiplyExact(field.extensionDegree(), degree), control)
                    : quadraticCharacter(modulus, h, degree);
        }
        // First to GF(q) by the trace, then on as if the degree were 1.
        Polynomial frobenius = modulus.frobenius(Polynomial.x(field));
        Polynomial trace = FrobeniusPowers.trace(modulus, frobenius, h, degree, control);
        return even
                ? absoluteTrace(modulus, trace, field.extensionDegree(), control)
                : quadraticCharacter(modulus, trace, 1);
    }

    private static boolean traceByCompositionPays(PolynomialModulus modulus, int degree) {
        if (degree < 4) {
            return false;
        }
        double bits = Math.log(modulus.modulus().field().cardinality()) / Math.log(2);
        double compositions = 2 * Math.log(degree) / Math.log(2);
        return 2 * bits
                        + compositions
                                * FrobeniusPowers.productsPerComposition(
                                        modulus.modulus().degree())
                < bits * degree;
    }

    /** h + h² + h⁴ + … mod f, of the given number of terms. */
    private static Polynomial absoluteTrace(PolynomialModulus modulus, Polynomial h, int terms, RunControl control) {
        Polynomial term = h;
        Polynomial trace = h;
        for (int i = 1; i < terms; i++) {
            control.check();
            term = modulus.square(term);
            trace = trace.plus(term);
        }
        return trace;
    }

    /** h^((q^d − 1)/2) − 1 mod f. */
    private static Polynomial quadraticCharacter(PolynomialModulus modulus, Polynomial h, int degree) {
        FiniteField field = h.field();
        BigInteger exponent = BigInteger.valueOf(field.cardinality())
                .pow(degree)
                .subtract(BigInteger.ONE)
                .shiftRight(1);
        return modulus.power(h, exponent).minus(Polynomial.one(field));
    }

    /** Uniform among the polynomials of degree below n. */
    static Polynomial random(FiniteField field, int n, SplittableRandom random) {
        long[] coefficients = new long[n];
        for (int i = 0; i < n; i++) {
            coefficients[i] = random.nextLong(field.cardinality());
        }
        return Polynomial.of(field, coefficients);
    }
}
