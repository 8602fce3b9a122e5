/**
 * Factorization of polynomials over GF(q), and what follows from it: irreducibility, order, primitivity, search.
 *
 * <table>
 *   <caption>Which class for which case</caption>
 *   <tr><td>all irreducible factors of f</td><td>{@link org.lfsrtoolkit.core.factor.PolynomialFactorizer}</td></tr>
 *   <tr><td>one stage of it</td><td>{@link org.lfsrtoolkit.core.factor.SquareFreeFactorization},
 *       {@link org.lfsrtoolkit.core.factor.DistinctDegreeFactorization},
 *       {@link org.lfsrtoolkit.core.factor.EqualDegreeFactorization}</td></tr>
 *   <tr><td>is f irreducible?</td><td>{@link org.lfsrtoolkit.core.factor.RabinIrreducibility}, cheaper than factoring</td></tr>
 *   <tr><td>order (period) of f</td><td>{@link org.lfsrtoolkit.core.factor.PolynomialOrder}</td></tr>
 *   <tr><td>is f primitive?</td><td>{@link org.lfsrtoolkit.core.factor.Primitivity}</td></tr>
 *   <tr><td>find or list irreducible or primitive polynomials</td>
 *       <td>{@link org.lfsrtoolkit.core.factor.PolynomialSearch}</td></tr>
 *   <tr><td>how many there are</td><td>{@link org.lfsrtoolkit.core.factor.PolynomialCounts}</td></tr>
 * </table>
 *
 * <p>Shared invariants: factors are monic and irreducible; lists of factors are in
 * {@link org.lfsrtoolkit.core.polynomial.Polynomial#ORDER}. Randomised algorithms start from a fixed seed, so an answer
 * and the work behind it repeat. Everything is right in every characteristic, 2 included, and for GF(p^k).
 *
 * <p>Out of scope: more than one variable, factorization over the integers, the lifting of factors.
 */
@NullMarked
package org.lfsrtoolkit.core.factor;

import org.jspecify.annotations.NullMarked;
