/**
 * A run over many rows: reading, analysing, writing, and being able to stop and go on.
 *
 * <p>{@link org.lfsrtoolkit.cli.batch.BatchRun} is the loop; {@link org.lfsrtoolkit.cli.batch.PartialFile} a file that
 * appears whole or not at all; {@link org.lfsrtoolkit.cli.batch.Journal} what a continued run needs to know;
 * {@link org.lfsrtoolkit.cli.batch.ProgressLine} what a waiting person sees. Rows are never collected: memory does not grow
 * with their number.
 */
@NullMarked
package org.lfsrtoolkit.cli.batch;

import org.jspecify.annotations.NullMarked;
