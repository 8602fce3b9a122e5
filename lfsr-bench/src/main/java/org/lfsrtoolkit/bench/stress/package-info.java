/**
 * Concurrency stress tests (jcstress): claims of cycles, marks in one word, ranges taken by owner and thief at once.
 *
 * <p>{@code mvn -q -pl lfsr-bench -am package -DskipTests}, then {@code java -cp lfsr-bench/target/benchmarks.jar
 * org.openjdk.jcstress.Main -t org.lfsrtoolkit.bench.stress -m quick}.
 */
@NullMarked
package org.lfsrtoolkit.bench.stress;

import org.jspecify.annotations.NullMarked;
