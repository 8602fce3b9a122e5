/**
 * Output sequences: linear complexity and minimal polynomial, fast generation, decimation, statistics.
 *
 * <ul>
 *   <li>{@link org.lfsrtoolkit.core.sequence.LinearComplexity} is the front door: it picks among
 *       {@link org.lfsrtoolkit.core.sequence.BerlekampMassey} (any GF(q)) and
 *       {@link org.lfsrtoolkit.core.sequence.BinaryBerlekampMassey} (bit-packed GF(2)) and,
 *       for long sequences, {@link org.lfsrtoolkit.core.sequence.HalfGcdRecurrence}.
 *   <li>{@link org.lfsrtoolkit.core.sequence.BinarySequence} and {@link org.lfsrtoolkit.core.sequence.SymbolSequence} write
 *       the symbols of a register at full speed, from any jump.
 *   <li>{@link org.lfsrtoolkit.core.sequence.SequenceStatistics} counts symbols, runs and agreements with shifts.
 * </ul>
 *
 * <p>A sequence has term t at array index t (or bit t, least significant first, of packed words). Nonlinear measures are out
 * of scope.
 */
@NullMarked
package org.lfsrtoolkit.core.sequence;

import org.jspecify.annotations.NullMarked;
