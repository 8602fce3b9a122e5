package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;

/**
 * A sequence over GF(p), p ≤ 4096, as rows of λ symbols, λ a power of p: row(n + d) = Σ c_j·row(n + j), as in
 * {@link RowRecurrence}, summed up without reductions and reduced once.
 *
 * <p>Cost: half a pass over a row for each tap, a multiplication and an addition a symbol. Memory: 5/4·λd words. Threads: not safe.
 */
final class PrimeRows implements SymbolSource {

    /*
     * A sum of up to 2^31 products stays below 2^31·2^24 < 2^63. Every loop reads and writes whole arrays at one index, two
     * products in each, so that the compiler makes vector instructions of it.
     */

    private static final int MOST_P = 4096;

    private final long p;
    /** ⌊(2^64 − 1) / p⌋. */
    private final long reciprocal;

    private final int[] taps;
    private final long[] factors;
    private final int degree;
    private final int length;
    /** From {@code base} on d rows that are known. */
    private final long[][] rows;

    private int base;
    /** Symbols of the last of these rows that were handed out. */
    private int taken;

    /**
     * @param taps ascending, all below the degree
     * @param factors from 1 to p − 1, one a tap
     * @param length λ
     * @param begin the first λd symbols, which are not handed out
     */
    PrimeRows(long p, int[] taps, long[] factors, int degree, int length, long[] begin) {
        assert p <= MOST_P : "p = " + p;
        this.p = p;
        this.reciprocal = Long.divideUnsigned(-1L, p);
        this.taps = taps;
        this.factors = factors;
        this.degree = degree;
        this.length = length;
        this.taken = length;
        this.rows = new long[degree + Math.max(16, degree / 4)][length];
        for (int n = 0; n < degree; n++) {
            System.arraycopy(begin, n * length, rows[n], 0, length);
        }
    }

    /** Whether there are such rows of more than one symbol for GF(p). */
    static boolean serves(long p) {
        return p <= MOST_P;
    }

    @Override
    public void next(long[] target, int from, int count) {
        int written = 0;
        while (written < count) {
            if (taken == length) {
                advance();
            }
            int part = Math.min(length - taken, count - written);
            System.arraycopy(rows[base + degree - 1], taken, target, from + written, part);
            taken += part;
            written += part;
        }
    }

    private void advance() {
        if (base + degree == rows.length) {
            // The rows that fell out of use become room for new ones.
            long[][] old = rows.clone();
            System.arraycopy(old, base, rows, 0, degree);
            System.arraycopy(old, 0, rows, degree, base);
            base = 0;
        }
        long[] sum = rows[base + degree];
        Arrays.fill(sum, 0);
        int i = 0;
        for (; i + 1 < taps.length; i += 2) {
            addTwo(sum, rows[base + taps[i]], rows[base + taps[i + 1]], factors[i], factors[i + 1]);
        }
        if (i < taps.length) {
            addOne(sum, rows[base + taps[i]], factors[i]);
        }
        for (int t = 0; t < length; t++) {
            long x = sum[t];
            long rest = x - Math.multiplyHigh(x, reciprocal) * p - p;
            sum[t] = rest + (p & rest >> 63);
        }
        base++;
        taken = 0;
    }

    private static void addTwo(long[] sum, long[] a, long[] b, long fa, long fb) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += fa * a[t] + fb * b[t];
        }
    }

    private static void addOne(long[] sum, long[] a, long fa) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += fa * a[t];
        }
    }
}
