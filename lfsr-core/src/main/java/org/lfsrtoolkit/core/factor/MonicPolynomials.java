package org.lfsrtoolkit.core.factor;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * All monic polynomials of degree n with non-zero constant term and, if wanted, a given number of terms, in
 * {@link Polynomial#ORDER}.
 *
 * <p>An odometer over the coefficients, x^0 turning fastest; with a number of terms, over the exponents and coefficients of
 * the terms. Not for use by several threads.
 */
final class MonicPolynomials implements Iterator<Polynomial> {

    private final FiniteField field;
    private final int degree;
    /** Exponents of the terms below the leading one, ascending, the first one 0; null for any number of terms. */
    private final int[] exponents;
    /** The coefficients of those terms; all non-zero. For any number of terms: all coefficients below the leading one. */
    private final long[] coefficients;

    private boolean exhausted;

    private MonicPolynomials(FiniteField field, int degree, int[] exponents, long[] coefficients) {
        this.field = field;
        this.degree = degree;
        this.exponents = exponents;
        this.coefficients = coefficients;
    }

    /** All of degree ≥ 1. */
    static MonicPolynomials dense(FiniteField field, int degree) {
        long[] coefficients = new long[degree];
        coefficients[0] = 1;
        return new MonicPolynomials(field, degree, new int[0], coefficients);
    }

    /** Those with exactly that number of terms, 2 ≤ terms ≤ degree + 1, the leading and the constant one included. */
    static MonicPolynomials sparse(FiniteField field, int degree, int terms) {
        int[] exponents = new int[terms - 1];
        long[] coefficients = new long[terms - 1];
        for (int i = 0; i < terms - 1; i++) {
            exponents[i] = i;
            coefficients[i] = 1;
        }
        return new MonicPolynomials(field, degree, exponents, coefficients);
    }

    @Override
    public boolean hasNext() {
        return !exhausted;
    }

    @Override
    public Polynomial next() {
        if (exhausted) {
            throw new NoSuchElementException();
        }
        long[] all = new long[degree + 1];
        all[degree] = 1;
        for (int i = 0; i < coefficients.length; i++) {
            all[exponents.length == 0 ? i : exponents[i]] = coefficients[i];
        }
        advance();
        return Polynomial.of(field, all);
    }

    private void advance() {
        long q = field.cardinality();
        for (int i = 0; i < coefficients.length; i++) {
            if (++coefficients[i] < q) {
                return;
            }
            coefficients[i] = exponents.length == 0 && i > 0 ? 0 : 1;
            if (exponents.length != 0 && i > 0) {
                int limit = i + 1 < exponents.length ? exponents[i + 1] : degree;
                if (++exponents[i] < limit) {
                    return;
                }
                exponents[i] = i;
            }
        }
        exhausted = true;
    }
}
