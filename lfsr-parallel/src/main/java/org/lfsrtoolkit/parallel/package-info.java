/**
 * The mapping engine's front door: {@link org.lfsrtoolkit.parallel.StateSpaceMapper} enumerates every state of a map and
 * tells its cycles and the depth of its transient states.
 *
 * <p>It is independent of the exact engine: what algebra it uses (the factors of small degree, a conjugate register, the
 * image of a singular matrix) steers its speed or the states it walks, and an answer is given only when the lengths found
 * add up. Work is shared by {@code parallel.schedule}, claims and marks are kept by {@code parallel.registry}, the walking
 * is {@code parallel.kernel}, the rest {@code parallel.statespace}. Out of scope: orders, factorizations, single states of
 * spaces too large to walk.
 */
@NullMarked
package org.lfsrtoolkit.parallel;

import org.jspecify.annotations.NullMarked;
