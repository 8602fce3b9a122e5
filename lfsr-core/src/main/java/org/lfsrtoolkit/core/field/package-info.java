/**
 * Finite fields GF(q) as context objects; elements are canonical {@code long} codes.
 *
 * <p>Make a field with {@code org.lfsrtoolkit.core.FiniteFields}, which checks p and the modulus; this package trusts its
 * arguments. {@link org.lfsrtoolkit.core.field.FiniteField#unchecked} picks the class:
 *
 * <table>
 * <caption>Which class serves which field</caption>
 * <tr><th>field</th><th>class</th><th>product</th></tr>
 * <tr><td>GF(2)</td><td>{@code BinaryField}</td><td>and</td></tr>
 * <tr><td>GF(p), p &lt; 2^31</td><td>{@code WordPrimeField}</td><td>one word, Barrett</td></tr>
 * <tr><td>GF(p), p &lt; 2^62</td><td>{@code LongPrimeField}</td><td>two words, Barrett</td></tr>
 * <tr><td>GF(2^k), k ≤ 16</td><td>{@code BinaryTableField}</td><td>logarithms</td></tr>
 * <tr><td>GF(2^k), k ≤ 61</td><td>{@code BinaryExtensionField}</td><td>carry-less, byte tables of the modulus</td></tr>
 * <tr><td>GF(p^k), q ≤ 256</td><td>{@code SmallTableField}</td><td>full tables</td></tr>
 * <tr><td>GF(p^k), q ≤ 2^16</td><td>{@code ZechField}</td><td>logarithms, also for sums</td></tr>
 * <tr><td>GF(p^k), larger</td><td>{@code OddExtensionField}</td><td>digits</td></tr>
 * </table>
 *
 * <p>Tables are built at the first operation that needs them, so that making a field takes microseconds; any number of
 * threads may do so at once (each builds the same). In loops use the array methods ({@code addScaled}, {@code dot},
 * {@code scale}): they choose their kernel once and reduce sums late.
 *
 * <p>{@link org.lfsrtoolkit.core.field.CommonsMathField} and {@link org.lfsrtoolkit.core.field.FiniteFieldElement} offer
 * the elements to Commons Math; nothing else of ours uses them. Out of scope: checking primality and irreducibility,
 * discrete logarithms, embeddings of one field in another.
 */
@NullMarked
package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.NullMarked;
