package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Inserts one polynomial b into others, modulo f of degree n: baby steps are the powers b^0..b^(m−1), giant steps are
 * multiplications by b^m, m = ⌈√terms⌉.
 *
 * <p>Cost: m multiplications modulo f to set up; each composition takes at most m more and n·terms coefficient
 * multiplications (n·terms/64 word additions for GF(2)). Memory: m residues. Threads: safe to share.
 * Source: [BrentKung1978].
 */
public final class ModularComposer {

    private final PolynomialKernel kernel;
    private final PolynomialKernel.Reducer reducer;
    private final int n;
    private final int step;
    /** b^0..b^step. */
    private final long[][] powers;

    ModularComposer(PolynomialKernel kernel, PolynomialKernel.Reducer reducer, int n, long[] b, int terms) {
        this.kernel = kernel;
        this.reducer = reducer;
        this.n = n;
        this.step = Math.max(1, (int) Math.ceil(Math.sqrt(terms)));
        this.powers = new long[step + 1][];
        powers[0] = reducer.reduce(kernel.monomial(1, 0));
        for (int i = 1; i <= step; i++) {
            powers[i] = i == 1 ? b : i % 2 == 0 ? reducer.square(powers[i / 2]) : reducer.multiply(powers[i - 1], b);
        }
    }

    /** a(b) mod f, for a of any degree; best at the number of terms that this was made for. */
    public Polynomial compose(Polynomial a) {
        long[] value = {};
        for (int from = a.degree() < 0 ? -1 : a.degree() / step * step; from >= 0; from -= step) {
            if (value.length != 0) {
                value = reducer.multiply(value, powers[step]);
            }
            value = kernel.add(value, block(a, from));
        }
        return new Polynomial(kernel, value);
    }

    /** Σ a_(from+i) b^i for 0 ≤ i &lt; step. */
    private long[] block(Polynomial a, int from) {
        FiniteField field = kernel.field;
        long[] sum = new long[field.isBinary() ? n + 63 >>> 6 : n];
        for (int i = 0; i < step; i++) {
            long c = a.coefficient(from + i);
            long[] power = powers[i];
            if (c == 0) {
                continue;
            }
            if (field.isBinary()) {
                for (int j = 0; j < power.length; j++) {
                    sum[j] ^= power[j];
                }
            } else {
                field.addScaled(sum, 0, power, 0, power.length, c);
            }
        }
        return BinaryWords.trim(sum);
    }
}
