/** Benchmarks of the scheduler against the JDK's own ways to run a range on several threads. */
@NullMarked
package org.lfsrtoolkit.bench.schedule;

import org.jspecify.annotations.NullMarked;
