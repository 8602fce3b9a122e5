/**
 * Cycle structure, computed algebraically or by walking.
 *
 * <p>{@link org.lfsrtoolkit.core.cycle.CycleStructure} is the multiset of cycle lengths,
 * {@link org.lfsrtoolkit.core.cycle.StateSpaceStructure} adds the transient states.
 */
@NullMarked
package org.lfsrtoolkit.core.cycle;

import org.jspecify.annotations.NullMarked;
