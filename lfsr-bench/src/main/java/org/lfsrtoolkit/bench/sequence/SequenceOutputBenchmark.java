package org.lfsrtoolkit.bench.sequence;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.sequence.BinarySequence;
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
 * Output bits of a GF(2) register: rows of words beside one clock at a time. The score is symbols a
 * nanosecond.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar SequenceOutputBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SequenceOutputBenchmark {

    private static final int WORDS = 4096;

    /** Sparse: two taps. Dense: about half of the coefficients are 1. A number: so many taps. */
    @Param({
        "31 sparse", "63 dense", "64 sparse", "64 dense", "100 sparse", "100 dense", "128 sparse", "128 dense",
        "200 sparse", "200 dense", "256 sparse", "256 dense", "521 sparse", "521 60", "521 dense", "1000 sparse",
        "1000 100", "1000 dense", "2000 sparse", "2000 200", "2000 dense"
    })
    public String shape;

    private BinarySequence sequence;
    private long[] words;
    private long state;
    private long tapMask;
    private int length;

    @Setup
    public void setUp() {
        FiniteField gf2 = FiniteFields.of(2);
        String[] parts = shape.split(" ");
        length = Integer.parseInt(parts[0]);
        long[] c = new long[length];
        c[0] = 1;
        SplittableRandom random = new SplittableRandom(length);
        switch (parts[1]) {
            case "dense" -> {
                for (int i = 1; i < length; i++) {
                    c[i] = random.nextInt(2);
                }
            }
            case "sparse" -> c[3] = 1;
            default -> {
                for (int taps = 1; taps < Integer.parseInt(parts[1]); ) {
                    int i = random.nextInt(length);
                    if (c[i] == 0) {
                        c[i] = 1;
                        taps++;
                    }
                }
            }
        }
        long[] start = new long[length];
        start[0] = 1;
        ShiftRegister register = ShiftRegister.of(gf2, c);
        sequence = BinarySequence.of(register, start);
        words = new long[WORDS];
        if (length <= 63) {
            state = 1;
            for (int i = 0; i < length; i++) {
                tapMask |= c[i] << i;
            }
        }
        sequence.next(words, 0, WORDS);
        long[] s = start;
        for (int t = 0; t < 64 * 64; t++) {
            if (((words[t >>> 6] >>> t) & 1) != s[0]) {
                throw new IllegalStateException("wrong bit " + t);
            }
            s = register.next(s);
        }
    }

    @Benchmark
    @OperationsPerInvocation(64 * WORDS)
    public long words() {
        sequence.next(words, 0, WORDS);
        return words[WORDS - 1];
    }

    /** The baseline, for registers that fit one word; others repeat the shape "63 dense". */
    @Benchmark
    @OperationsPerInvocation(64 * WORDS)
    public long oneClockAtATime() {
        int n = Math.min(63, length);
        long mask = length <= 63 ? tapMask : 0x5555_5555_5555_5555L >>> 1;
        long s = state | 1;
        for (int i = 0; i < WORDS; i++) {
            long word = 0;
            for (int b = 0; b < 64; b++) {
                word |= (s & 1) << b;
                long feedback = Long.bitCount(s & mask) & 1L;
                s = (s >>> 1) | (feedback << (n - 1));
            }
            words[i] = word;
        }
        state = s;
        return s;
    }
}
