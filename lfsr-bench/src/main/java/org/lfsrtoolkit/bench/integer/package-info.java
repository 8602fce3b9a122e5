/** Benchmarks of {@code org.lfsrtoolkit.core.integer}. */
@NullMarked
package org.lfsrtoolkit.bench.integer;

import org.jspecify.annotations.NullMarked;
