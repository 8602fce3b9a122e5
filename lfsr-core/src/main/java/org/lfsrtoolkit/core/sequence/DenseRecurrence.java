package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import java.util.Arrays;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/**
 * Rows in blocks of n that do not depend on each other, for registers with many taps.
 *
 * <p>With r = x^(N + n − 1) mod f, row(t + N + n − 1) = XOR of row(t + j) over the coefficients r_j = 1, N ≥ d. For t &lt; n no
 * row of the block needs another one, so the whole block is one {@link RowConvolution} with r.
 */
final class DenseRecurrence implements RowRecurrence {

    /** Leaves of the convolution: halving goes on above this many coefficients. */
    private static final int LEAF = 384;
    /** Fewer outputs would not pay for the tables. */
    private static final int MIN_BLOCK = 256;

    private static final int GROUPED = 8;
    private static final int EXTRA = 35;

    private final RowConvolution convolution;
    private final int history;
    private final int block;

    /** @param f the characteristic polynomial, over GF(2), of degree d ≥ 1 */
    DenseRecurrence(Polynomial f, int width) {
        int d = f.degree();
        int levels = levels(d);
        int length = length(d);
        this.block = block(d);
        this.history = history(d);
        Polynomial r = PolynomialModulus.of(f).powerOfX(BigInteger.valueOf(history));
        boolean[] coefficients = new boolean[length];
        for (int j = 0; j <= r.degree(); j++) {
            coefficients[j] = r.coefficient(j) != 0;
        }
        this.convolution = new RowConvolution(coefficients, levels, block, width);
    }

    private static int levels(int d) {
        int levels = 0;
        while (d > LEAF << levels) {
            levels++;
        }
        return levels;
    }

    /** d, rounded up to what can be halved. */
    private static int length(int d) {
        int unit = 1 << levels(d);
        return (d + unit - 1) / unit * unit;
    }

    private static int block(int d) {
        return levels(d) == 0 ? Math.max(d, MIN_BLOCK) : length(d);
    }

    /** Whether a convolution is faster than taking the taps one by one. */
    static boolean pays(int taps, int d) {
        return taps > d / GROUPED + EXTRA;
    }

    /** The history of a register of length d, without making one. */
    static int history(int d) {
        return length(d) + block(d) - 1;
    }

    @Override
    public int history() {
        return history;
    }

    @Override
    public int block() {
        return block;
    }

    @Override
    public void advance(long[][] rows) {
        for (int i = history; i < history + block; i++) {
            Arrays.fill(rows[i], 0);
        }
        convolution.accumulate(rows, 0, rows, history);
    }
}
