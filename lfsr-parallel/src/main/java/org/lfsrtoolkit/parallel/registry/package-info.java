/**
 * Which cycles are known and who claimed them; which states were visited.
 *
 * <table>
 * <caption>Which class for which case</caption>
 * <tr><th>case</th><th>take</th><th>memory</th></tr>
 * <tr><td>leaders are indexes of a table of B points</td>
 *     <td>{@link org.lfsrtoolkit.parallel.registry.DenseCycleRegistry}</td><td>B bits</td></tr>
 * <tr><td>leaders are any states, few against the space</td>
 *     <td>{@link org.lfsrtoolkit.parallel.registry.HashedCycleRegistry}</td><td>11 to 22 bytes a leader</td></tr>
 * <tr><td>marks on states where a lost mark costs time only</td>
 *     <td>{@link org.lfsrtoolkit.parallel.registry.VisitedBitmap}, plain or opaque marks</td><td>1 bit a state</td></tr>
 * <tr><td>marks that must not be lost</td>
 *     <td>{@link org.lfsrtoolkit.parallel.registry.VisitedBitmap#markAtomic}</td><td>1 bit a state</td></tr>
 * </table>
 *
 * <p>Invariants: memory is allocated once, by the constructor, and known before by {@code bytesFor}; of all claims of one
 * leader exactly one wins; what a winner wrote before its claim is visible to whoever sees the leader claimed.
 *
 * <p>Out of scope: what a cycle's length is; deciding who the leader of a cycle is.
 */
@NullMarked
package org.lfsrtoolkit.parallel.registry;

import org.jspecify.annotations.NullMarked;
