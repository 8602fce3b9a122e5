/**
 * One contract for progress, cancellation and budgets, accepted by everything that can take long.
 *
 * <p>Pass {@link org.lfsrtoolkit.core.progress.RunControl#unlimited()} where none is wanted. A cancelled computation ends
 * with {@link java.util.concurrent.CancellationException}; one that meets a limit ends with
 * {@link org.lfsrtoolkit.core.progress.LimitExceededException}, or returns a result that says what is missing.
 */
@NullMarked
package org.lfsrtoolkit.core.progress;

import org.jspecify.annotations.NullMarked;
