package org.lfsrtoolkit.bench.cycle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.cycle.StateDistance;
import org.lfsrtoolkit.core.cycle.StateQueries;
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
 * The number of clocks between two states, with a walk as the baseline.
 *
 * <p>Run: {@code java -jar lfsr-bench/target/benchmarks.jar StateDistanceBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(2)
public class StateDistanceBenchmark {

    private static final FiniteField GF2 = FiniteField.unchecked(2);

    private final ShiftRegister small = register(20, 3, 0);
    private final StateQueries smallQueries = StateQueries.of(small);
    private final StateQueries largeQueries = StateQueries.of(register(64, 4, 3, 1, 0));
    private final long[] smallFrom = unit(20);
    private final long[] smallTo = smallQueries.jump(smallFrom, BigInteger.valueOf(700_000), RunControl.unlimited());
    private final long[] largeFrom = unit(64);
    private final long[] largeTo =
            largeQueries.jump(largeFrom, BigInteger.valueOf(Long.MAX_VALUE), RunControl.unlimited());

    /** Checks the answers once before anything is timed. */
    @Setup
    public void check() {
        StateDistance far = degree64();
        if (!far.equals(new StateDistance.Found(BigInteger.valueOf(Long.MAX_VALUE)))
                || !degree20().equals(new StateDistance.Found(BigInteger.valueOf(baselineWalk())))) {
            throw new IllegalStateException("wrong distance: " + far);
        }
    }

    /** x^20 + x^3 + 1, 700 000 clocks apart. */
    @Benchmark
    public StateDistance degree20() {
        return smallQueries.distance(smallFrom, smallTo);
    }

    /** Baseline for {@link #degree20()}: clock until the state is met. */
    @Benchmark
    public long baselineWalk() {
        long[] state = smallFrom;
        long clocks = 0;
        while (!Arrays.equals(state, smallTo)) {
            state = small.next(state);
            clocks++;
        }
        return clocks;
    }

    /** x^64 + x^4 + x^3 + x + 1, of order 2^64 − 1, 2^63 − 1 clocks apart. */
    @Benchmark
    public StateDistance degree64() {
        return largeQueries.distance(largeFrom, largeTo);
    }

    private static long[] unit(int d) {
        long[] state = new long[d];
        state[0] = 1;
        return state;
    }

    private static ShiftRegister register(int... exponents) {
        long[] f = new long[exponents[0] + 1];
        for (int exponent : exponents) {
            f[exponent] = 1;
        }
        return ShiftRegister.withCharacteristicPolynomial(Polynomial.of(GF2, f));
    }
}
