package org.lfsrtoolkit.core.sequence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Golomb's measures of a finite sequence: balance, runs and autocorrelation.
 *
 * <p>An m-sequence of period q^d − 1 has q^(d−1) of each non-zero symbol and one fewer zero; over GF(2) half of its
 * runs have length 1, a quarter length 2 and so on; its autocorrelation at every shift but 0 is −1. Cost: one pass over
 * the sequence for balance, runs and one shift of the autocorrelation, N passes for all shifts. Memory: O(q) counters,
 * or the result. Threads: stateless. Source: [Golomb1982].
 */
public final class SequenceStatistics {

    private SequenceStatistics() {}

    /** {symbol : number of terms}, for the symbols that occur; O(N log q). */
    public static Map<Long, Long> balance(long... sequence) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (long symbol : sequence) {
            counts.merge(symbol, 1L, Long::sum);
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * {run length : number of runs}, a run being a longest stretch of equal symbols; O(N).
     *
     * @param cyclic whether the last term is followed by the first
     */
    public static Map<Integer, Long> runs(boolean cyclic, long... sequence) {
        TreeMap<Integer, Long> runs = new TreeMap<>();
        int n = sequence.length;
        if (n == 0) {
            return runs;
        }
        int start = 0;
        if (cyclic) {
            while (start < n && sequence[start] == sequence[Math.floorMod(start - 1, n)]) {
                start++;
            }
            if (start == n) {
                runs.put(n, 1L);
                return runs;
            }
        }
        int length = 1;
        for (int i = 1; i < n; i++) {
            if (sequence[(start + i) % n] == sequence[(start + i - 1) % n]) {
                length++;
            } else {
                runs.merge(length, 1L, Long::sum);
                length = 1;
            }
        }
        runs.merge(length, 1L, Long::sum);
        return Collections.unmodifiableMap(runs);
    }

    /**
     * Agreements minus disagreements of a binary sequence of one period with itself shifted by {@code shift}; N at shift 0.
     * O(N).
     */
    public static long binaryAutocorrelation(int shift, long... period) {
        int n = period.length;
        long sum = 0;
        for (int t = 0; t < n; t++) {
            sum += period[t] == period[Math.floorMod(t + (long) shift, n)] ? 1 : -1;
        }
        return sum;
    }

    /**
     * Terms of one period that equal the term {@code shift} later, over any field; O(N).
     *
     * @return a number from 0 to N
     */
    public static long agreements(int shift, long... period) {
        int n = period.length;
        long sum = 0;
        for (int t = 0; t < n; t++) {
            sum += period[t] == period[Math.floorMod(t + (long) shift, n)] ? 1 : 0;
        }
        return sum;
    }

    /**
     * The p-value of Pearson's goodness-of-fit test against equally frequent symbols.
     *
     * @throws IllegalArgumentException if q is above 2^20 or the sequence is empty
     */
    public static double uniformityPValue(FiniteField field, long... sequence) {
        if (field.cardinality() > 1 << 20 || sequence.length == 0) {
            throw new IllegalArgumentException("q = " + field.cardinality() + " and " + sequence.length
                    + " terms, expected q up to 2^20 and at least 1 term");
        }
        int q = (int) field.cardinality();
        long[] observed = new long[q];
        double[] expected = new double[q];
        for (long symbol : sequence) {
            observed[(int) field.requireElement(symbol, "term")]++;
        }
        java.util.Arrays.fill(expected, (double) sequence.length / q);
        return new ChiSquareTest().chiSquareTest(expected, observed);
    }
}
