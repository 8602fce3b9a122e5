/**
 * Benchmarks of sequences: output of registers, and the shortest recurrence of a sequence.
 *
 * <p>{@code *Benchmark} are JMH classes with a plain baseline in the same run; {@link
 * org.lfsrtoolkit.bench.sequence.LinearComplexityTimes} is a plain program for a table beside other systems.
 */
@NullMarked
package org.lfsrtoolkit.bench.sequence;

import org.jspecify.annotations.NullMarked;
