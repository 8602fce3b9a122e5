package org.lfsrtoolkit.bench.matrix;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.FrobeniusDecomposition;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
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
 * Random matrices over GF(2): packed kernels. The plain loops beside them are in {@link PlainMatrixBenchmark}.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar BinaryMatrixBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class BinaryMatrixBenchmark {

    @Param({"64", "256", "512", "1000", "4000"})
    public int side;

    private Matrix a;
    private Matrix b;

    @Setup
    public void setUp() {
        FiniteField gf2 = FiniteFields.of(2);
        SplittableRandom random = new SplittableRandom(17);
        a = Matrix.randomInvertible(gf2, side, random);
        b = Matrix.random(gf2, side, side, random);
        if (!a.inverse().times(a.times(b)).equals(b)) {
            throw new IllegalStateException("inverse and product disagree");
        }
    }

    @Benchmark
    public Matrix product() {
        return a.times(b);
    }

    @Benchmark
    public int rank() {
        return a.rank();
    }

    @Benchmark
    public Matrix inverse() {
        return a.inverse();
    }

    @Benchmark
    public Polynomial characteristicPolynomial() {
        return CharacteristicPolynomial.of(a, RunControl.unlimited());
    }

    @Benchmark
    public FrobeniusDecomposition allInvariantFactors() {
        return FrobeniusDecomposition.of(a, RunControl.unlimited());
    }
}
