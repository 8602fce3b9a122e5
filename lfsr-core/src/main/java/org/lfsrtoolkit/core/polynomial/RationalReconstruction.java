package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Reads a residue as a fraction of small degrees: a ≡ r / t modulo m, deg r &lt; deg t.
 *
 * <p>Of all remainders r = s·m + t·a of Euclid's algorithm on (m, a) it takes the first with deg r &lt; deg t. For m = x^N
 * and a = Σ s_i·x^(N−1−i) the denominator is a minimal polynomial of the sequence s_0, …, s_(N−1): the continued-fraction
 * form of the Berlekamp–Massey algorithm.
 *
 * <p>Cost: O(M(N) log N) by half-gcd, N = deg m. Memory: O(N log N). Threads: stateless. Source: [GathenGerhard2013, ch. 5, 11];
 * [Dornstetter1987].
 *
 * @param numerator r
 * @param denominator t, monic
 */
public record RationalReconstruction(Polynomial numerator, Polynomial denominator) {

    /**
     * Whether the recurrence of so many terms over a field comes sooner from here than from the terms one by one, as the
     * algorithm of Berlekamp and Massey takes them; depends on the processor too.
     */
    public static boolean paysFor(FiniteField field, int terms) {
        return terms >= PolynomialKernel.of(field).reconstructionThreshold();
    }

    /**
     * @param modulus m, degree at least 1
     * @param a any polynomial over the same field; reduced modulo m first
     */
    public static RationalReconstruction of(Polynomial modulus, Polynomial a) {
        if (modulus.degree() < 1) {
            throw new IllegalArgumentException("modulus = " + modulus + ", expected a polynomial of degree at least 1");
        }
        Polynomial[] middle = HalfGcd.middle(modulus, a.remainder(modulus));
        Polynomial r0 = middle[0];
        Polynomial t0 = middle[1];
        Polynomial r1 = middle[2];
        Polynomial t1 = middle[3];
        while (r1.degree() >= t1.degree()) {
            Polynomial.Division division = r0.divide(r1);
            Polynomial t2 = t0.minus(division.quotient().times(t1));
            r0 = r1;
            t0 = t1;
            r1 = division.remainder();
            t1 = t2;
        }
        long inverse = modulus.field().inverse(t1.leadingCoefficient());
        return new RationalReconstruction(r1.times(inverse), t1.times(inverse));
    }
}
