package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The monic polynomials of degree n with t non-zero terms, the constant one among them, numbered from 0: the number in
 * mixed radix is the coefficients, then the combination of exponents.
 */
final class SparsePolynomials {

    private final FiniteField field;
    private final int degree;
    private final int middle;
    private final BigInteger combinations;
    private final BigInteger units;

    /** 2 ≤ terms ≤ degree + 1. */
    SparsePolynomials(FiniteField field, int degree, int terms) {
        this.field = field;
        this.degree = degree;
        this.middle = terms - 2;
        this.combinations = binomial(degree - 1, middle);
        this.units = BigInteger.valueOf(field.cardinality() - 1);
    }

    /** How many there are: (q − 1)^(t − 1) times the choices of t − 2 exponents from 1..n − 1. */
    BigInteger count() {
        return units.pow(middle + 1).multiply(combinations);
    }

    /** The polynomial with that number, 0 ≤ index &lt; count. */
    Polynomial get(BigInteger index) {
        long[] coefficients = new long[degree + 1];
        coefficients[degree] = 1;
        BigInteger[] split = index.divideAndRemainder(combinations);
        BigInteger rest = split[0];
        BigInteger combination = split[1];
        int exponent = 0;
        for (int i = middle; i >= 0; i--) {
            BigInteger[] digit = rest.divideAndRemainder(units);
            rest = digit[0];
            coefficients[exponent] = digit[1].longValueExact() + 1;
            if (i == 0) {
                break;
            }
            // The next exponent is e if the combination lies among those whose least remaining exponent is e.
            exponent++;
            BigInteger with = binomial(degree - 1 - exponent, i - 1);
            while (combination.compareTo(with) >= 0) {
                combination = combination.subtract(with);
                exponent++;
                with = binomial(degree - 1 - exponent, i - 1);
            }
        }
        return Polynomial.of(field, coefficients);
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger value = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return value;
    }
}
