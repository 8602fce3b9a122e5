package org.lfsrtoolkit.core.polynomial;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Arithmetic in F_q[x]/(f) for one fixed f: what is worth computing once is computed once.
 *
 * <p>Arguments are reduced first where they need it; results are reduced. Threads: immutable.
 */
public final class PolynomialModulus {

    private final Polynomial modulus;
    private final FiniteField field;

    private PolynomialModulus(Polynomial modulus) {
        this.modulus = modulus.monic();
        this.field = modulus.field();
    }

    /** @throws IllegalArgumentException if f has degree below 1 */
    public static PolynomialModulus of(Polynomial f) {
        if (f.degree() < 1) {
            throw new IllegalArgumentException("modulus = " + f + ", expected a polynomial of degree at least 1");
        }
        return new PolynomialModulus(f);
    }

    /** f, made monic. */
    public Polynomial modulus() {
        return modulus;
    }

    /** a mod f. */
    public Polynomial reduce(Polynomial a) {
        return a.degree() < modulus.degree() ? a : a.remainder(modulus);
    }

    /** a·b mod f. */
    public Polynomial multiply(Polynomial a, Polynomial b) {
        return reduce(a.times(b));
    }

    /** a² mod f. */
    public Polynomial square(Polynomial a) {
        return reduce(a.square());
    }

    /**
     * a^exponent mod f; a negative exponent needs a to be a unit.
     *
     * @throws ArithmeticException if exponent &lt; 0 and a is no unit
     */
    public Polynomial power(Polynomial a, BigInteger exponent) {
        Polynomial base = exponent.signum() < 0 ? inverse(a) : reduce(a);
        BigInteger e = exponent.abs();
        Polynomial result = reduce(Polynomial.one(field));
        for (int i = e.bitLength() - 1; i >= 0; i--) {
            result = square(result);
            if (e.testBit(i)) {
                result = multiply(result, base);
            }
        }
        return result;
    }

    /** x^exponent mod f; a negative exponent needs f(0) ≠ 0. */
    public Polynomial powerOfX(BigInteger exponent) {
        return power(Polynomial.x(field), exponent);
    }

    /** a^q mod f. */
    public Polynomial frobenius(Polynomial a) {
        return power(a, BigInteger.valueOf(field.cardinality()));
    }

    /** a(b) mod f. */
    public Polynomial compose(Polynomial a, Polynomial b) {
        Polynomial argument = reduce(b);
        Polynomial value = Polynomial.zero(field);
        for (int i = a.degree(); i >= 0; i--) {
            value = multiply(value, argument).plus(Polynomial.of(field, a.coefficient(i)));
        }
        return value;
    }

    /**
     * 1/a mod f.
     *
     * @throws ArithmeticException if a is no unit modulo f
     */
    public Polynomial inverse(Polynomial a) {
        Polynomial.Bezout bezout = reduce(a).extendedGcd(modulus);
        if (!bezout.gcd().isOne()) {
            throw new ArithmeticException("no inverse modulo " + modulus + ": common factor " + bezout.gcd());
        }
        return reduce(bezout.s());
    }
}
