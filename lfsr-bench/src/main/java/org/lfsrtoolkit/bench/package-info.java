/**
 * Benchmarks and concurrency stress tests; not published.
 *
 * <p>One package for each area of the toolkit; the comment of each class holds the command that runs it. Results are
 * kept, dated, in docs/benchmarks.
 */
@NullMarked
package org.lfsrtoolkit.bench;

import org.jspecify.annotations.NullMarked;
