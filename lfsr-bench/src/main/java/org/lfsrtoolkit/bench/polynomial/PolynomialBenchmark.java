package org.lfsrtoolkit.bench.polynomial;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
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
 * Products, products and squares modulo a random f, and greatest common divisors, beside the definitions.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar PolynomialBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolynomialBenchmark {

    private static final int LARGEST_CHECKED = 4096;

    @Param({"2", "3", "2147483647", "2305843009213693951", "2^8", "7^3"})
    public String field;

    @Param({"128", "2048", "20000"})
    public int degree;

    private FiniteField gf;
    private Polynomial a;
    private Polynomial b;
    private Polynomial f;
    private PolynomialModulus modulus;
    private long[] coefficientsA;
    private long[] coefficientsB;
    private long[] coefficientsF;

    @Setup
    public void setUp() {
        String[] parts = field.split("\\^");
        gf = parts.length == 1
                ? FiniteFields.of(Long.parseLong(field))
                : FiniteFields.of(Math.round(Math.pow(Long.parseLong(parts[0]), Integer.parseInt(parts[1]))));
        Random random = new Random(5);
        f = Polynomial.random(gf, degree, random).monic();
        a = Polynomial.random(gf, degree - 1, random);
        b = Polynomial.random(gf, degree - 1, random);
        modulus = PolynomialModulus.of(f);
        coefficientsA = a.coefficients();
        coefficientsB = b.coefficients();
        coefficientsF = f.coefficients();
        // the definition takes seconds at the largest degree
        if (degree <= LARGEST_CHECKED) {
            Polynomial naive = Polynomial.of(gf, Arrays.copyOf(naiveMultiplyModulo(), degree));
            if (!modulus.multiply(a, b).equals(naive)) {
                throw new AssertionError("product modulo f differs from its definition");
            }
        }
    }

    @Benchmark
    public Polynomial times() {
        return a.times(b);
    }

    @Benchmark
    public long[] naiveTimes() {
        return NaivePolynomials.times(gf, coefficientsA, coefficientsB);
    }

    @Benchmark
    public Polynomial multiplyModulo() {
        return modulus.multiply(a, b);
    }

    @Benchmark
    public long[] naiveMultiplyModulo() {
        return NaivePolynomials.reduce(gf, NaivePolynomials.times(gf, coefficientsA, coefficientsB), coefficientsF);
    }

    @Benchmark
    public Polynomial squareModulo() {
        return modulus.square(a);
    }

    @Benchmark
    public Polynomial gcd() {
        return a.gcd(b);
    }

    @Benchmark
    public Polynomial remainder() {
        return a.times(b).remainder(f);
    }
}
