package org.lfsrtoolkit.bench.matrix;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
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
 * The baseline: entry by entry products, and the characteristic polynomial by reduction to Hessenberg form, with one field
 * operation at a time.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar PlainMatrixBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PlainMatrixBenchmark {

    @Param({"2", "4", "256", "343", "2147483629"})
    public long q;

    private FiniteField field;
    private long[][] a;
    private long[][] b;

    @Setup
    public void setUp() {
        field = FiniteFields.of(q);
        SplittableRandom random = new SplittableRandom(17);
        int n = q == 2 ? 256 : 200;
        Matrix left = Matrix.random(field, n, n, random);
        Matrix right = Matrix.random(field, n, n, random);
        a = left.toRows();
        b = right.toRows();
        if (!Matrix.of(field, product()).equals(left.times(right))) {
            throw new IllegalStateException("products disagree");
        }
        if (!hessenbergCharacteristicPolynomial().equals(CharacteristicPolynomial.of(left, RunControl.unlimited()))) {
            throw new IllegalStateException("characteristic polynomials disagree");
        }
    }

    @Benchmark
    public long[][] product() {
        int n = a.length;
        long[][] product = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                long sum = 0;
                for (int k = 0; k < n; k++) {
                    sum = field.add(sum, field.multiply(a[i][k], b[k][j]));
                }
                product[i][j] = sum;
            }
        }
        return product;
    }

    @Benchmark
    public Polynomial hessenbergCharacteristicPolynomial() {
        int n = a.length;
        long[][] h = new long[n][];
        for (int i = 0; i < n; i++) {
            h[i] = a[i].clone();
        }
        for (int m = 1; m < n - 1; m++) {
            toHessenberg(h, m);
        }
        Polynomial[] minors = new Polynomial[n + 1];
        minors[0] = Polynomial.one(field);
        for (int m = 1; m <= n; m++) {
            Polynomial f = minors[m - 1].shiftUp(1).minus(minors[m - 1].times(h[m - 1][m - 1]));
            long below = 1;
            for (int i = 1; i < m; i++) {
                below = field.multiply(below, h[m - i][m - i - 1]);
                f = f.minus(minors[m - i - 1].times(field.multiply(below, h[m - i - 1][m - 1])));
            }
            minors[m] = f;
        }
        return minors[n];
    }

    /** Clears column m − 1 below row m by a similarity. */
    private void toHessenberg(long[][] h, int m) {
        int n = h.length;
        int pivot = m;
        while (pivot < n && h[pivot][m - 1] == 0) {
            pivot++;
        }
        if (pivot == n) {
            return;
        }
        long[] row = h[pivot];
        h[pivot] = h[m];
        h[m] = row;
        for (int i = 0; i < n; i++) {
            long swap = h[i][pivot];
            h[i][pivot] = h[i][m];
            h[i][m] = swap;
        }
        long inverse = field.inverse(h[m][m - 1]);
        for (int i = m + 1; i < n; i++) {
            long factor = field.multiply(h[i][m - 1], inverse);
            if (factor != 0) {
                for (int j = m - 1; j < n; j++) {
                    h[i][j] = field.subtract(h[i][j], field.multiply(factor, h[m][j]));
                }
                for (int j = 0; j < n; j++) {
                    h[j][m] = field.add(h[j][m], field.multiply(factor, h[j][i]));
                }
            }
        }
    }
}
