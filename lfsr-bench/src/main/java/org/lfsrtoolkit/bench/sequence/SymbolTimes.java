package org.lfsrtoolkit.bench.sequence;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.lfsrtoolkit.bench.Results;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.sequence.SymbolSequence;

/**
 * Output symbols of registers over many fields, as codes: the most symbols a nanosecond of repeated runs, far from the start of the
 * sequence.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.sequence.SymbolTimes Q…}. The shapes are 20 and 200
 * stages with 2 taps, 20 with 14 and 200 with 150.
 */
public final class SymbolTimes {

    private static final int SYMBOLS = 1 << 14;
    private static final long LONGEST_ROW = 8192;
    private static final long WARM_UP_NANOS = 1_500_000_000;
    private static final long NANOS = 600_000_000;
    private static final long NANOS_A_RUN = 20_000_000;
    private static final int[][] SHAPES = {{20, 2}, {20, 14}, {200, 2}, {200, 150}};

    private SymbolTimes() {}

    public static void main(String[] args) {
        for (String q : args) {
            FiniteField field = FiniteFields.of(Long.parseLong(q));
            StringBuilder line = new StringBuilder("| ").append(q);
            for (int[] shape : SHAPES) {
                line.append(String.format(Locale.ROOT, " | %.3g", best(register(field, shape[0], shape[1]))));
            }
            System.out.println(line.append(" |"));
        }
    }

    private static ShiftRegister register(FiniteField field, int length, int taps) {
        SplittableRandom random = new SplittableRandom(length);
        long[] c = new long[length];
        c[0] = 1;
        for (int count = 1; count < taps; ) {
            int i = random.nextInt(length);
            if (c[i] == 0) {
                c[i] = random.nextLong(1, field.cardinality());
                count++;
            }
        }
        return ShiftRegister.of(field, c);
    }

    private static double best(ShiftRegister register) {
        long[] state = new long[register.length()];
        state[0] = 1;
        SymbolSequence sequence = SymbolSequence.of(register, state);
        long[] symbols = new long[SYMBOLS];
        sequence.next(symbols, 0, SYMBOLS);
        for (int t = 0; t < SYMBOLS; t++) {
            if (symbols[t] != state[0]) {
                throw new IllegalStateException("wrong symbol " + t);
            }
            state = register.next(state);
        }
        // To the longest rows, or as far as the time for it goes.
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (long done = 0; done < LONGEST_ROW * register.length() && System.nanoTime() < end; done += SYMBOLS) {
            sequence.next(symbols, 0, SYMBOLS);
        }
        double least = Double.POSITIVE_INFINITY;
        end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            long count = 0;
            do {
                sequence.next(symbols, 0, SYMBOLS);
                count += SYMBOLS;
            } while (System.nanoTime() - start < NANOS_A_RUN);
            least = Math.min(least, (System.nanoTime() - start) / (double) count);
        }
        Results.consume(Arrays.hashCode(symbols));
        return 1 / least;
    }
}
