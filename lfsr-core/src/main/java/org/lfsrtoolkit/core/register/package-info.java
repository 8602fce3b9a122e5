/**
 * What a state map is: a shift register or any square matrix, with or without a constant; states and their indexes.
 *
 * <p>{@link org.lfsrtoolkit.core.register.ShiftRegister} for feedback coefficients,
 * {@link org.lfsrtoolkit.core.register.MatrixMap} for everything else,
 * {@link org.lfsrtoolkit.core.register.AffineMap} to accept both. The same register wired the other way is
 * {@link org.lfsrtoolkit.core.register.GaloisRegister}; {@link org.lfsrtoolkit.core.register.Configuration} chooses between
 * the two. {@link org.lfsrtoolkit.core.register.Jump} clocks any number of times at once,
 * {@link org.lfsrtoolkit.core.register.Orbit} one after the other,
 * {@link org.lfsrtoolkit.core.register.StateIndex} numbers the states, and
 * {@link org.lfsrtoolkit.core.register.StateResidue} turns them into polynomials on which clocking is multiplication by x.
 *
 * <p>States are arrays of element codes; they are copied on the way in and out. Out of scope: output sequences and what
 * follows from them ({@code core.sequence}), cycles ({@code core.cycle}).
 */
@NullMarked
package org.lfsrtoolkit.core.register;

import org.jspecify.annotations.NullMarked;
