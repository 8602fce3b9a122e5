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
 * Matrices over GF(q): random ones, and a hidden direct sum of Jordan blocks of all sizes (repeated factors and
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

    @Param({"3", "4", "101", "256", "343", "65537", "2147483629", "2305843009213693951"})
    public long q;

    @Param({"64", "200", "1000"})
    public int side;

    private Matrix a;
    private Matrix b;
    private Matrix blocks;

    @Setup
    public void setUp() {
        FiniteField field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(17);
        a = Matrix.randomInvertible(field, side, random);
        b = Matrix.random(field, side, side, random);
        int largest = (int) ((Math.sqrt(4.0 * side + 1) - 1) / 2);
        Matrix p = Matrix.randomInvertible(field, largest * (largest + 1), random);
        blocks = p.times(jordanBlocks(field, largest)).times(p.inverse());
        if (!a.inverse().times(a.times(b)).equals(b)) {
            throw new IllegalStateException("inverse and product disagree");
        }
        if (side < 1000 && ElementaryDivisors.of(blocks, RunControl.unlimited()).size() != 2 * largest) {
            throw new IllegalStateException("expected x^e and (x + 1)^e for e = 1.." + largest);
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
    public Matrix inverse() {
        return a.inverse();
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
