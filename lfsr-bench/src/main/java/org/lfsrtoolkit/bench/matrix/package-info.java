/**
 * Matrices over finite fields: products, eliminations and similarity invariants, with plain loops beside them.
 *
 * <p>{@code BinaryMatrixBenchmark} is GF(2), {@code FieldMatrixBenchmark} the other fields, {@code MatrixOrderBenchmark} the order
 * in GL(n, 2), {@code PlainMatrixBenchmark} the entry by entry baseline; {@code MatrixTimes} gives least times as a script does. Other programs are timed by the scripts in
 * {@code docs/benchmarks/scripts}.
 */
@NullMarked
package org.lfsrtoolkit.bench.matrix;

import org.jspecify.annotations.NullMarked;
