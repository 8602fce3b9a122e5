package org.lfsrtoolkit.bench.sequence;

import java.util.Locale;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.sequence.BerlekampMassey;
import org.lfsrtoolkit.core.sequence.LinearComplexity;

/**
 * Times the shortest recurrence of random sequences, warm: one line for each field and length with the best of repeated
 * runs in milliseconds, and the algorithm of Berlekamp and Massey symbol by symbol as the baseline.
 *
 * <p>Run: {@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.sequence.LinearComplexityTimes}; the same
 * sizes for NTL and FLINT are in docs/benchmarks/scripts.
 */
public final class LinearComplexityTimes {

    private static final long[] FIELDS = {2, 3, 101, 2_147_483_647L, 256};
    private static final int[] LENGTHS = {500, 2_000, 20_000, 80_000, 640_000};
    private static final int LONGEST_ODD = 20_000;
    private static final int LONGEST_BASELINE = 20_000;
    private static final long NANOS_EACH = 1_000_000_000L;

    private LinearComplexityTimes() {}

    /** Prints the table. */
    public static void main(String... arguments) {
        SplittableRandom random = new SplittableRandom(20);
        System.out.printf("%12s %8s %12s %12s%n", "q", "terms", "ms", "baseline ms");
        for (long q : FIELDS) {
            FiniteField field = FiniteFields.of(q);
            for (int length : LENGTHS) {
                if (q != 2 && length > LONGEST_ODD) {
                    continue;
                }
                long[] sequence = random.longs(length, 0, q).toArray();
                double ours = best(() -> LinearComplexity.recurrenceOf(field, sequence));
                String baseline = length > LONGEST_BASELINE
                        ? "-"
                        : String.format(Locale.ROOT, "%.3f", best(() -> BerlekampMassey.of(field, sequence)));
                System.out.printf(Locale.ROOT, "%12d %8d %12.3f %12s%n", q, length, ours, baseline);
            }
        }
    }

    private static double best(Runnable run) {
        double best = Double.MAX_VALUE;
        long end = System.nanoTime() + NANOS_EACH;
        do {
            long start = System.nanoTime();
            run.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        } while (System.nanoTime() < end);
        return best;
    }
}
