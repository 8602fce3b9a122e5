/**
 * The state-space mapper: every cycle of a map, by walking.
 *
 * <p>{@link org.lfsrtoolkit.parallel.statespace.AffineMapper} for registers and matrices,
 * {@link org.lfsrtoolkit.parallel.statespace.FunctionMapper} for any function of the index
 * ({@link org.lfsrtoolkit.parallel.statespace.StateMap},
 * {@link org.lfsrtoolkit.parallel.statespace.FeedbackRegister}); callers go through
 * {@link org.lfsrtoolkit.parallel.StateSpaceMapper}. Cycles are streamed to a
 * {@link org.lfsrtoolkit.parallel.statespace.CycleSink}, or an
 * {@link org.lfsrtoolkit.parallel.statespace.EncodingCycleSink} whose bytes the workers make, in ascending order of their least
 * states. Every path keeps checkpoints where asked to.
 *
 * <p>Invariants: a state space has at most 2^63 states, so that an index fits a {@code long}; an answer is given only when the lengths found add up to the
 * number of periodic states; nothing here calls the exact engine. Out of scope: the walking itself
 * ({@code parallel.kernel}) and the sharing of work ({@code parallel.schedule}).
 */
@NullMarked
package org.lfsrtoolkit.parallel.statespace;

import org.jspecify.annotations.NullMarked;
