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
 *   <tr><td>trees of transient states</td><td>{@link org.lfsrtoolkit.core.cycle.TransientShape}</td></tr>
 *   <tr><td>a single state: period, distance to another, same cycle, label, jump</td>
 *       <td>{@link org.lfsrtoolkit.core.cycle.StateQueries}</td></tr>
 *   <tr><td>a state of every cycle</td><td>{@link org.lfsrtoolkit.core.cycle.CycleRepresentatives}</td></tr>
 *   <tr><td>a random cycle of one length</td><td>{@link org.lfsrtoolkit.core.cycle.CycleSampler}</td></tr>
 *   <tr><td>preperiod and period by walking</td><td>{@link org.lfsrtoolkit.core.cycle.BrentCycleDetector}</td></tr>
 *   <tr><td>an answer that others can check</td><td>{@link org.lfsrtoolkit.core.cycle.CycleCertificate}</td></tr>
 *   <tr><td>logarithms to base x</td><td>{@link org.lfsrtoolkit.core.cycle.BabyStepGiantStep} for ranges,
 *       {@link org.lfsrtoolkit.core.cycle.PollardRhoLogarithm} for large primes,
 *       {@link org.lfsrtoolkit.core.cycle.PrimePowerLogarithm} for their powers,
 *       {@link org.lfsrtoolkit.core.cycle.PrincipalUnitLogarithm} for the characteristic</td></tr>
 *   <tr><td>states as residues modulo polynomials</td><td>{@link org.lfsrtoolkit.core.cycle.CyclicModules}</td></tr>
 * </table>
 *
 * <p>Shared invariants: lengths are in clocks and exact; polynomials and orders describe A, cycles the map v ↦ v·A + b. A
 * value that could not be had is null or empty, never an estimate. Out of scope: maps that are not affine, and listing
 * every cycle of a large map by walking, which {@code org.lfsrtoolkit.parallel} does.
 */
@NullMarked
package org.lfsrtoolkit.core.cycle;

import org.jspecify.annotations.NullMarked;
