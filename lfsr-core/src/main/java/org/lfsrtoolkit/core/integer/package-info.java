/**
 * Primes, factorization and divisors of numbers such as q^n − 1.
 *
 * <p>{@link org.lfsrtoolkit.core.integer.PowerMinusOne} factors q^n − 1 (use it whenever the number has this form),
 * {@link org.lfsrtoolkit.core.integer.IntegerFactorizer} any number; both answer with an
 * {@link org.lfsrtoolkit.core.integer.IntegerFactorization}, which says what is proved, what is probable and what resisted.
 * {@link org.lfsrtoolkit.core.integer.PrimalityProof} proves primes from 2^64 up and lets others check the proof.
 * {@link org.lfsrtoolkit.core.integer.Primality} and {@link org.lfsrtoolkit.core.integer.PrimePower} recognize numbers;
 * {@link org.lfsrtoolkit.core.integer.IntegerMath} has the small functions.
 *
 * <p>The methods stay callable on their own: {@link org.lfsrtoolkit.core.integer.TrialDivision},
 * {@link org.lfsrtoolkit.core.integer.PollardBrentRho} (numbers below 2^63, or a prime of up to 12 digits),
 * {@link org.lfsrtoolkit.core.integer.PollardPMinusOne} (a prime p with p − 1 smooth),
 * {@link org.lfsrtoolkit.core.integer.EllipticCurveMethod} (a prime of 10 to 35 digits in a number of any size),
 * {@link org.lfsrtoolkit.core.integer.QuadraticSieve} (any number of up to 80 digits or so).
 * {@link org.lfsrtoolkit.core.integer.KnownFactors} brings in what a user knows; it is checked before it is used.
 *
 * <p>Short numbers have kernels of their own inside: {@code WordFactorizer} and {@code WordCurve} below 2^63, {@code
 * TwoWordCurve} up to 111 bits, {@code SmallDividend} for exact division.
 *
 * <p>Shared inside: everything is immutable or confined to a call, but for bounded caches; factoring may use idle threads of
 * the common pool and never waits for one; no random numbers without a fixed seed.
 *
 * <p>Out of scope: counting polynomials, and numbers without a bound on time (pass a budget).
 */
@NullMarked
package org.lfsrtoolkit.core.integer;

import org.jspecify.annotations.NullMarked;
