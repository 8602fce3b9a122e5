/**
 * One row through the engines.
 *
 * <p>{@link org.lfsrtoolkit.cli.analysis.RowAnalyzer} plans the {@link org.lfsrtoolkit.cli.analysis.Method}, runs the exact
 * engine, the mapping engine or both, compares them, and turns every failure into an error of that row; its answer is a
 * {@link org.lfsrtoolkit.cli.analysis.RowResult}. No input or output here.
 */
@NullMarked
package org.lfsrtoolkit.cli.analysis;

import org.jspecify.annotations.NullMarked;
