/**
 * Primes, factorization and divisors of numbers such as q^n − 1.
 *
 * <p>{@link org.lfsrtoolkit.core.integer.PowerMinusOne} factors q^n − 1 (use it whenever the number has this form),
 * {@link org.lfsrtoolkit.core.integer.IntegerFactorizer} any number; both answer with an
 * {@link org.lfsrtoolkit.core.integer.IntegerFactorization}, which says what is proved, what is probable and what resisted.
 * {@link org.lfsrtoolkit.core.integer.Primality} and {@link org.lfsrtoolkit.core.integer.PrimePower} recognize numbers;
 * {@link org.lfsrtoolkit.core.integer.IntegerMath} has the small functions.
 *
 * <p>Out of scope: counting polynomials, and numbers without a bound on time (pass a budget).
 */
@NullMarked
package org.lfsrtoolkit.core.integer;

import org.jspecify.annotations.NullMarked;
