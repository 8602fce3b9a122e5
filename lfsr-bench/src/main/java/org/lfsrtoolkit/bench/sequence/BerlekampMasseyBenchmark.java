package org.lfsrtoolkit.bench.sequence;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.sequence.BerlekampMassey;
import org.lfsrtoolkit.core.sequence.LinearComplexity;
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
 * Linear complexity of random bits: packed beside symbol by symbol.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar BerlekampMasseyBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BerlekampMasseyBenchmark {

    @Param({"5000", "20000", "80000"})
    public int bits;

    private final FiniteField gf2 = FiniteFields.of(2);
    private long[] sequence;

    @Setup
    public void setUp() {
        sequence = new SplittableRandom(20_000).longs(bits, 0, 2).toArray();
        if (bits == 5000 && !BerlekampMassey.of(gf2, sequence).equals(LinearComplexity.recurrenceOf(gf2, sequence))) {
            throw new IllegalStateException("packed and plain differ");
        }
    }

    @Benchmark
    public int packed() {
        return LinearComplexity.recurrenceOf(gf2, sequence).linearComplexity();
    }

    @Benchmark
    public int symbolBySymbol() {
        return BerlekampMassey.of(gf2, sequence).linearComplexity();
    }
}
