package org.lfsrtoolkit.core.sequence;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A sequence over GF(p) symbol by symbol, for primes too large for rows: the products of a symbol are reduced once.
 *
 * <p>Cost: where the taps are few a multiplication and an addition a tap, with a reduction for p &gt; 2^31; otherwise a sum of
 * products ({@link FiniteField#dot}) over all stages. Memory: 5/4·d words and a block. Threads: not safe.
 */
final class PrimeRecurrence implements SymbolSource {

    private static final int BLOCK = 256;
    /** From one tap in so many stages on a sum over all stages is faster. */
    private static final int STAGES_PER_TAP = 3;

    private final FiniteField field;
    private final long[] coefficients;
    private final int[] taps;
    private final long[] factors;
    private final int degree;
    private final boolean dense;
    /** The largest multiple of p below 2^63, and ⌊(2^64 − 1) / p⌋. */
    private final long multiple;

    private final long reciprocal;
    /** The last d symbols before {@code end}, and room for those that follow. */
    private final long[] window;

    private int end;

    /**
     * @param coefficients c_0 … c_(d−1)
     * @param begin the first d symbols, which are not handed out
     */
    PrimeRecurrence(FiniteField field, long[] coefficients, int[] taps, long[] factors, long[] begin) {
        long p = field.characteristic();
        this.field = field;
        this.coefficients = coefficients;
        this.taps = taps;
        this.factors = factors;
        this.degree = coefficients.length;
        this.dense = STAGES_PER_TAP * taps.length > degree;
        this.multiple = Long.MAX_VALUE / p * p;
        this.reciprocal = Long.divideUnsigned(-1L, p);
        this.window = new long[degree + Math.max(BLOCK, degree / 4)];
        System.arraycopy(begin, 0, window, 0, degree);
        this.end = degree;
    }

    @Override
    public void next(long[] target, int from, int count) {
        int written = 0;
        while (written < count) {
            if (end == window.length) {
                System.arraycopy(window, end - degree, window, 0, degree);
                end = degree;
            }
            int part = Math.min(window.length - end, count - written);
            if (dense) {
                for (int i = end; i < end + part; i++) {
                    window[i] = field.dot(coefficients, 0, window, i - degree, degree);
                }
            } else if (field.characteristic() < 1L << 31) {
                extend(part);
            } else {
                extendByProducts(part);
            }
            System.arraycopy(window, end, target, from + written, part);
            end += part;
            written += part;
        }
    }

    private void extend(int count) {
        final long[] symbols = window;
        final long p = field.characteristic();
        for (int n = end - degree; n < end - degree + count; n++) {
            // A product is below 2^62; a sum that passes 2^63 loses the multiple.
            long sum = 0;
            for (int i = 0; i < taps.length; i++) {
                sum += factors[i] * symbols[n + taps[i]];
                sum -= multiple & sum >> 63;
            }
            long rest = sum - Math.multiplyHigh(sum, reciprocal) * p - p;
            symbols[n + degree] = rest + (p & rest >> 63);
        }
    }

    private void extendByProducts(int count) {
        for (int n = end - degree; n < end - degree + count; n++) {
            long sum = 0;
            for (int i = 0; i < taps.length; i++) {
                sum = field.add(sum, field.multiply(factors[i], window[n + taps[i]]));
            }
            window[n + degree] = sum;
        }
    }
}
