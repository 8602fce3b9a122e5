/**
 * Dense univariate polynomials over a finite field: arithmetic, gcd, arithmetic modulo f.
 *
 * <p>{@link org.lfsrtoolkit.core.polynomial.Polynomial} is the value type;
 * {@link org.lfsrtoolkit.core.polynomial.PolynomialModulus} is for many operations with one modulus,
 * {@link org.lfsrtoolkit.core.polynomial.LinearCombinations} for a linear map over GF(p) applied many times.
 */
@NullMarked
package org.lfsrtoolkit.core.polynomial;

import org.jspecify.annotations.NullMarked;
