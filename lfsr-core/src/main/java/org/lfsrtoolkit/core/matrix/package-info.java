/**
 * Matrices over a finite field; row vectors multiply from the left, v ↦ v·A.
 *
 * <table>
 *   <caption>Which class for which case</caption>
 *   <tr><td>entries, products, rank, inverse, kernel, linear systems</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.Matrix}</td></tr>
 *   <tr><td>several of the facts below at the price of one</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.FrobeniusDecomposition}</td></tr>
 *   <tr><td>characteristic polynomial alone (the cheapest)</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.CharacteristicPolynomial}</td></tr>
 *   <tr><td>minimal polynomial, invariant factors</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.MinimalPolynomial},
 *       {@link org.lfsrtoolkit.core.matrix.InvariantFactors}</td></tr>
 *   <tr><td>irreducible powers g^e (cycle structures are made from them)</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.ElementaryDivisors}</td></tr>
 *   <tr><td>the map as registers side by side, with the change of basis</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.RationalCanonicalForm};
 *       {@link org.lfsrtoolkit.core.matrix.CyclicVector} where one register is enough</td></tr>
 *   <tr><td>least e with A^e = 1</td><td>{@link org.lfsrtoolkit.core.matrix.MatrixOrder}</td></tr>
 *   <tr><td>height and level sizes of a singular map</td>
 *       <td>{@link org.lfsrtoolkit.core.matrix.KernelSequence}</td></tr>
 * </table>
 *
 * <p>Shared invariants: a {@code Matrix} never changes; entries, vectors and results are element codes of its field.
 * Polynomials of a matrix are monic. Random choices start from a fixed seed and decide the time, never the answer.
 *
 * <p>Out of scope: sparse matrices of very large side, and matrices of polynomials.
 */
@NullMarked
package org.lfsrtoolkit.core.matrix;

import org.jspecify.annotations.NullMarked;
