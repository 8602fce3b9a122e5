package org.lfsrtoolkit.core.polynomial;

/**
 * 1/a modulo x^precision, for a(0) ≠ 0, by Newton's iteration g ← g·(2 − a·g), which doubles the number of right
 * coefficients.
 *
 * <p>Cost: about three products of size precision. Threads: pure function. Source: [GathenGerhard2013, algorithm 9.3].
 */
final class PowerSeriesInverse {

    private PowerSeriesInverse() {}

    static long[] of(PolynomialKernel kernel, long[] a, int precision) {
        long[] g = kernel.monomial(kernel.field.inverse(kernel.coefficient(a, 0)), 0);
        long[] one = kernel.monomial(1, 0);
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(precision - 1, 0));
        for (int i = bits - 1; i >= 0; i--) {
            // ceil(precision / 2^i) coefficients come next; so no step computes more than it must
            int next = (int) ((precision + (1L << i) - 1) >> i);
            long[] error = kernel.subtract(kernel.low(kernel.multiply(kernel.low(a, next), g), next), one);
            g = kernel.subtract(g, kernel.low(kernel.multiply(error, g), next));
        }
        return kernel.low(g, precision);
    }
}
