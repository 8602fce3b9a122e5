package org.lfsrtoolkit.bench.factor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.factor.PolynomialFactorization;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Complete factorization beside the plain algorithm, and the irreducibility test alone; milliseconds for all polynomials of
 * the named kind together (nine random ones, or one).
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar PolynomialFactorizationBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PolynomialFactorizationBenchmark {

    @Param({
        "GF(2)-random-521",
        "GF(2)-random-2048",
        "GF(2)-x^2047-1",
        "GF(3)-random-256",
        "GF(7^3)-random-40",
        "GF(2^31-1)-random-60"
    })
    public String input;

    private final RunControl control = RunControl.unlimited();
    private List<Polynomial> polynomials = List.of();

    @Setup
    public void setUp() {
        polynomials = Objects.requireNonNull(FactorInputs.all().get(input));
        for (Polynomial f : polynomials) {
            PolynomialFactorization factorization = PolynomialFactorizer.factor(f, control);
            Set<Polynomial> factors = new HashSet<>();
            factorization.factors().forEach(factor -> factors.add(factor.polynomial()));
            if (!factorization.expand().equals(f)
                    || !factors.equals(new HashSet<>(PlainFactorization.factor(f, control)))) {
                throw new IllegalStateException("wrong factors of " + f);
            }
        }
    }

    @Benchmark
    public void factor(Blackhole blackhole) {
        for (Polynomial f : polynomials) {
            blackhole.consume(PolynomialFactorizer.factor(f, control));
        }
    }

    @Benchmark
    public void plain(Blackhole blackhole) {
        for (Polynomial f : polynomials) {
            blackhole.consume(PlainFactorization.factor(f, control));
        }
    }

    @Benchmark
    public void isIrreducible(Blackhole blackhole) {
        for (Polynomial f : polynomials) {
            blackhole.consume(RabinIrreducibility.isIrreducible(f, control));
        }
    }
}
