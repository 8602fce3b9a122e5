package org.lfsrtoolkit.bench.sequence;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.sequence.SymbolSequence;
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
 * Output symbols of registers, as codes. The score is symbols a nanosecond in a long run.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar SymbolOutputBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SymbolOutputBenchmark {

    private static final int SYMBOLS = 1 << 14;

    @Param({"3", "4", "5", "7", "8", "9", "16", "256", "101", "65537"})
    public long q;

    /** Stages, and taps. */
    @Param({"20 2", "20 14", "200 2", "200 150"})
    public String shape;

    private SymbolSequence sequence;
    private long[] symbols;

    @Setup
    public void setUp() {
        FiniteField field = FiniteFields.of(q);
        int length = Integer.parseInt(shape.split(" ")[0]);
        int taps = Integer.parseInt(shape.split(" ")[1]);
        SplittableRandom random = new SplittableRandom(length);
        long[] c = new long[length];
        c[0] = 1;
        for (int count = 1; count < taps; ) {
            int i = random.nextInt(length);
            if (c[i] == 0) {
                c[i] = random.nextLong(1, q);
                count++;
            }
        }
        ShiftRegister register = ShiftRegister.of(field, c);
        long[] start = new long[length];
        start[0] = 1;
        sequence = SymbolSequence.of(register, start);
        symbols = new long[SYMBOLS];
        sequence.next(symbols, 0, SYMBOLS);
        long[] s = start;
        for (int t = 0; t < 4096; t++) {
            if (symbols[t] != s[0]) {
                throw new IllegalStateException("wrong symbol " + t);
            }
            s = register.next(s);
        }
        // To the widest rows.
        for (long done = SYMBOLS; done < 8192L * length; done += SYMBOLS) {
            sequence.next(symbols, 0, SYMBOLS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public long codes() {
        sequence.next(symbols, 0, SYMBOLS);
        return symbols[SYMBOLS - 1];
    }
}
