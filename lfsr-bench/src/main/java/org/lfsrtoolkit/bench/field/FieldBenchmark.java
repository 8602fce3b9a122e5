package org.lfsrtoolkit.bench.field;

import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds an element operation, for a field of each class, beside arithmetic on {@link BigInteger} digits.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar FieldBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FieldBenchmark {

    private static final int COUNT = 1000;

    @Param({"2147483647", "2305843009213693951", "2^8", "2^32", "2^61", "3^4", "7^3", "3^10", "3^39"})
    public String field;

    private FiniteField gf;
    private BigInteger[] modulus;
    private long[] a;
    private long[] b;
    private long[] target;

    @Setup
    public void setUp() {
        String[] parts = field.split("\\^");
        gf = FiniteFields.of(BigInteger.valueOf(Long.parseLong(parts[0]))
                .pow(parts.length == 1 ? 1 : Integer.parseInt(parts[1]))
                .longValueExact());
        Random random = new Random(6);
        a = random.longs(COUNT, 1, gf.cardinality()).toArray();
        b = random.longs(COUNT, 1, gf.cardinality()).toArray();
        target = new long[COUNT];
        long[] coefficients = gf.modulus();
        modulus = new BigInteger[coefficients.length];
        for (int i = 0; i < coefficients.length; i++) {
            modulus[i] = BigInteger.valueOf(coefficients[i]);
        }
        for (int i = 0; i < COUNT; i++) {
            if (gf.multiply(a[i], b[i]) != naiveProduct(a[i], b[i])) {
                throw new AssertionError(a[i] + " · " + b[i] + " differs from its definition in " + gf);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long multiply() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += gf.multiply(a[i], b[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long add() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += gf.add(a[i], b[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long inverse() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += gf.inverse(a[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] addScaled() {
        gf.addScaled(target, 0, a, 0, COUNT, b[0]);
        return target;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long dot() {
        return gf.dot(a, 0, b, 0, COUNT);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long naiveMultiply() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += naiveProduct(a[i], b[i]);
        }
        return sum;
    }

    private long naiveProduct(long x, long y) {
        BigInteger p = BigInteger.valueOf(gf.characteristic());
        int k = gf.extensionDegree();
        if (k == 1) {
            return BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)).mod(p).longValue();
        }
        long[] u = gf.digits(x);
        long[] v = gf.digits(y);
        BigInteger[] product = new BigInteger[2 * k - 1];
        java.util.Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                product[i + j] = product[i + j].add(BigInteger.valueOf(u[i]).multiply(BigInteger.valueOf(v[j])));
            }
        }
        for (int i = 2 * k - 2; i >= k; i--) {
            for (int j = 0; j < k; j++) {
                product[i - k + j] =
                        product[i - k + j].subtract(product[i].mod(p).multiply(modulus[j]));
            }
        }
        long[] digits = new long[k];
        for (int i = 0; i < k; i++) {
            digits[i] = product[i].mod(p).longValue();
        }
        return gf.fromDigits(digits);
    }
}
