package org.lfsrtoolkit.bench.matrix;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.matrix.ElementaryDivisors;
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
 * Matrices over GF(q) of side 200: random ones, and a hidden direct sum of Jordan blocks of all sizes (repeated factors and
 * a nilpotent part), the bad case for the decomposition. The plain loops beside them are in {@link PlainMatrixBenchmark}.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar FieldMatrixBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FieldMatrixBenchmark {

    @Param({"3", "4", "7", "256", "343", "2147483629"})
    public long q;

    private Matrix a;
    private Matrix b;
    private Matrix blocks;

    @Setup
    public void setUp() {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(17);
        a = Matrix.randomInvertible(field, 200, random);
        b = Matrix.random(field, 200, 200, random);
        Matrix p = Matrix.randomInvertible(field, 182, random);
        blocks = p.times(jordanBlocks(field, 13)).times(p.inverse());
        if (!a.inverse().times(a.times(b)).equals(b)) {
            throw new IllegalStateException("inverse and product disagree");
        }
        if (ElementaryDivisors.of(blocks, RunControl.unlimited()).size() != 26) {
            throw new IllegalStateException("expected x^e and (x + 1)^e for e = 1..13");
        }
    }

    /** Registers with polynomials x^e and (x + 1)^e for e = 1, …, largest: side largest · (largest + 1). */
    private static Matrix jordanBlocks(FiniteField field, int largest) {
        List<Matrix> all = new java.util.ArrayList<>();
        for (int e = 1; e <= largest; e++) {
            all.add(Matrix.companion(field, new long[e]));
            Polynomial f = Polynomial.of(field, 1, 1).power(e);
            long[] c = new long[e];
            for (int j = 0; j < e; j++) {
                c[j] = field.negate(f.coefficient(j));
            }
            all.add(Matrix.companion(field, c));
        }
        return Matrix.blockDiagonal(all);
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
    public Polynomial characteristicPolynomial() {
        return CharacteristicPolynomial.of(a, RunControl.unlimited());
    }

    @Benchmark
    public Polynomial minimalPolynomial() {
        return FrobeniusDecomposition.of(a, RunControl.unlimited()).minimalPolynomial();
    }

    @Benchmark
    public List<ElementaryDivisor> elementaryDivisorsOfHiddenBlocks() {
        return ElementaryDivisors.of(blocks, RunControl.unlimited());
    }
}
