/**
 * Cycle structure, computed algebraically; orbits, transients, in-trees, and questions about single states.
 *
 * <table>
 *   <caption>Which class for which case</caption>
 *   <tr><td>everything about a map, at any size</td><td>{@link org.lfsrtoolkit.core.cycle.ExactCycleEngine}, which answers
 *       with an {@link org.lfsrtoolkit.core.cycle.ExactAnalysis}</td></tr>
 *   <tr><td>the multiset of lengths alone</td><td>{@link org.lfsrtoolkit.core.cycle.CycleStructure}</td></tr>
 *   <tr><td>lengths and transient states: what both engines are compared by</td>
 *       <td>{@link org.lfsrtoolkit.core.cycle.StateSpaceStructure}</td></tr>
 * </table>
 *
 * <p>Shared invariants: lengths are in clocks and exact; polynomials and orders describe A, cycles the map v ↦ v·A + b. A
 * value that could not be had is null or empty, never an estimate. Out of scope: maps that are not affine, and listing
 * every cycle of a large map by walking, which {@code org.lfsrtoolkit.parallel} does.
 */
@NullMarked
package org.lfsrtoolkit.core.cycle;

import org.jspecify.annotations.NullMarked;
