package org.lfsrtoolkit.bench.matrix;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.matrix.MatrixOrder;
import org.lfsrtoolkit.core.progress.RunControl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The order of a random element of GL(n, 2), through the minimal polynomial and, as the baseline, by lowering a multiple of
 * it prime by prime with powers of the matrix.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar MatrixOrderBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MatrixOrderBenchmark {

    @Param({"64", "256"})
    public int side;

    private Matrix a;

    @Setup
    public void setUp() {
        a = Matrix.randomInvertible(FiniteFields.of(2), side, new SplittableRandom(17));
        if (!byMatrixPowers().equals(throughMinimalPolynomial())) {
            throw new IllegalStateException("orders disagree");
        }
    }

    @Benchmark
    public BigInteger throughMinimalPolynomial() {
        return MatrixOrder.of(a, RunControl.unlimited()).orElseThrow().exact().orElseThrow();
    }

    @Benchmark
    public BigInteger byMatrixPowers() {
        PolynomialOrder multiple =
                PolynomialOrder.of(CharacteristicPolynomial.of(a, RunControl.unlimited()), RunControl.unlimited());
        Matrix identity = Matrix.identity(a.field(), side);
        BigInteger order = multiple.divides();
        for (BigInteger prime : multiple.primes().keySet()) {
            while (order.mod(prime).signum() == 0
                    && a.power(order.divide(prime)).equals(identity)) {
                order = order.divide(prime);
            }
        }
        return order;
    }
}
