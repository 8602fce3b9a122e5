/**
 * Compares scheduling strategies and worker counts on one map.
 *
 * <p>{@link org.lfsrtoolkit.cli.schedule.StrategyComparison} runs every setting in turn, round after round, so that drift of
 * the machine meets all of them alike; {@link org.lfsrtoolkit.cli.schedule.ComparisonResult} holds the runs, their spread
 * and a recommendation. No input or output here.
 */
@NullMarked
package org.lfsrtoolkit.cli.schedule;

import org.jspecify.annotations.NullMarked;
