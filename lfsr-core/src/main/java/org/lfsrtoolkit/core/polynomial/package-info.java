/**
 * Dense univariate polynomials over a finite field: arithmetic, gcd, arithmetic modulo f.
 *
 * <p>{@link org.lfsrtoolkit.core.polynomial.Polynomial} is the value type;
 * {@link org.lfsrtoolkit.core.polynomial.PolynomialModulus} is for many operations with one modulus.
 */
@NullMarked
package org.lfsrtoolkit.core.polynomial;

import org.jspecify.annotations.NullMarked;
