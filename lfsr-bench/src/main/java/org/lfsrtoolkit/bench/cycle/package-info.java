/** Benchmarks of the exact cycle engine and of questions about single states. */
@NullMarked
package org.lfsrtoolkit.bench.cycle;

import org.jspecify.annotations.NullMarked;
