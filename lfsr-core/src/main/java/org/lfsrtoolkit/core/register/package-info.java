/**
 * What a state map is: a shift register or any square matrix, with or without a constant; states and their indexes.
 *
 * <p>{@link org.lfsrtoolkit.core.register.ShiftRegister} for feedback coefficients,
 * {@link org.lfsrtoolkit.core.register.MatrixMap} for everything else,
 * {@link org.lfsrtoolkit.core.register.AffineMap} to accept both.
 */
@NullMarked
package org.lfsrtoolkit.core.register;

import org.jspecify.annotations.NullMarked;
