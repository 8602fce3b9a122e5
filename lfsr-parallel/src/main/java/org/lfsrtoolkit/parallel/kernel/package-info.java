/**
 * Walks over the states of a permutation, fast: one class for each representation, chosen once, outside the loops.
 *
 * <p>A {@link org.lfsrtoolkit.parallel.kernel.WalkKernel} does two things for a range of indexes: it walks from anchors
 * to the next anchor into a {@link org.lfsrtoolkit.parallel.kernel.SegmentTable}, and it tests candidates for being the
 * least index of their cycle in a {@link org.lfsrtoolkit.parallel.kernel.CandidateScan}.
 *
 * <p>All kernels take permutations only; singular maps are reduced before. Kernels are immutable after construction and
 * shared by the workers. Out of scope: which kernel is used, and what is made of the results
 * ({@code org.lfsrtoolkit.parallel.statespace}).
 */
@NullMarked
package org.lfsrtoolkit.parallel.kernel;

import org.jspecify.annotations.NullMarked;
