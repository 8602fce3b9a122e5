package org.lfsrtoolkit.bench.cycle;

import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Exact cycle structures, with two baselines: a walk over every state of a small register, and the parts of many factors
 * combined pair by pair.
 *
 * <p>Run: {@code java -jar lfsr-bench/target/benchmarks.jar CycleStructureBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(2)
public class CycleStructureBenchmark {

    private static final FiniteField GF2 = FiniteField.unchecked(2);

    private final ShiftRegister trinomial128 = register(128, 1, 0);
    private final ShiftRegister trinomial20 = register(20, 3, 0);
    private final ShiftRegister random1000 = random(1000, 20260101L);
    private final ShiftRegister manyFactors = productOfPrimitives();

    /** Checks the answers once before anything is timed. */
    @Setup
    public void check() {
        BigInteger cycles = CycleAnalysis.exact(trinomial128).cycles();
        if (!new BigInteger("20770455162115513853590588794961928").equals(cycles)) {
            throw new IllegalStateException("x^128 + x + 1: cycles = " + cycles);
        }
        if (!pairwise(manyFactors).equals(CycleAnalysis.exact(manyFactors).cycleStructure())) {
            throw new IllegalStateException("pairwise combination differs");
        }
        if (walkLongestCycle() != 1_048_575) {
            throw new IllegalStateException("x^20 + x^3 + 1 is primitive");
        }
    }

    /** x^128 + x + 1: 2·10^34 cycles. */
    @Benchmark
    public ExactAnalysis trinomialOfDegree128() {
        return CycleAnalysis.exact(trinomial128);
    }

    /** A random register of degree 1000 over GF(2), with no time for factoring beyond the table. */
    @Benchmark
    public ExactAnalysis randomOfDegree1000() {
        return CycleAnalysis.exact(
                random1000,
                ExactOptions.defaults().withFactoringBudget(java.time.Duration.ZERO),
                RunControl.unlimited());
    }

    /** Sixteen primitive factors: hundreds of distinct lengths. */
    @Benchmark
    public ExactAnalysis manyFactors() {
        return CycleAnalysis.exact(manyFactors);
    }

    /** Baseline for {@link #manyFactors()}: the same parts, combined as they come. */
    @Benchmark
    public CycleStructure baselineManyFactorsPairwise() {
        return pairwise(manyFactors);
    }

    /** x^20 + x^3 + 1 by algebra. */
    @Benchmark
    public ExactAnalysis trinomialOfDegree20() {
        return CycleAnalysis.exact(trinomial20);
    }

    /** Baseline for {@link #trinomialOfDegree20()}: one walk around its long cycle, a state at a time. */
    @Benchmark
    public int baselineWalkOfDegree20() {
        return walkLongestCycle();
    }

    private static int walkLongestCycle() {
        int state = 1;
        int steps = 0;
        do {
            int feedback = (state ^ state >>> 3) & 1;
            state = state >>> 1 | feedback << 19;
            steps++;
        } while (state != 1);
        return steps;
    }

    private static CycleStructure pairwise(ShiftRegister register) {
        CycleStructure structure = CycleStructure.singleFixedPoint();
        for (PolynomialFactor factor :
                CycleAnalysis.exact(register).factorization().factors()) {
            structure = structure.combine(java.util.Objects.requireNonNull(
                    CycleAnalysis.exact(ShiftRegister.withCharacteristicPolynomial(factor.expand()))
                            .cycleStructure()));
        }
        return structure;
    }

    private static ShiftRegister register(int... exponents) {
        return ShiftRegister.withCharacteristicPolynomial(binary(exponents));
    }

    private static Polynomial binary(int... exponents) {
        long[] f = new long[exponents[0] + 1];
        for (int exponent : exponents) {
            f[exponent] = 1;
        }
        return Polynomial.of(GF2, f);
    }

    private static ShiftRegister random(int degree, long seed) {
        Random random = new Random(seed);
        long[] c = new long[degree];
        for (int i = 0; i < degree; i++) {
            c[i] = random.nextInt(2);
        }
        c[0] = 1;
        return ShiftRegister.of(GF2, c);
    }

    private static ShiftRegister productOfPrimitives() {
        int[][] primitive = {
            {1, 0},
            {1, 0},
            {1, 0},
            {2, 1, 0},
            {2, 1, 0},
            {3, 1, 0},
            {4, 1, 0},
            {5, 2, 0},
            {6, 1, 0},
            {7, 1, 0},
            {8, 4, 3, 2, 0},
            {9, 4, 0},
            {10, 3, 0},
            {11, 2, 0},
            {12, 6, 4, 1, 0},
            {13, 4, 3, 1, 0}
        };
        Polynomial product = Polynomial.one(GF2);
        for (int[] exponents : primitive) {
            product = product.times(binary(exponents));
        }
        return ShiftRegister.withCharacteristicPolynomial(product);
    }
}
