package org.lfsrtoolkit.core.polynomial;

import org.jspecify.annotations.Nullable;

/**
 * Division by one monic polynomial f of degree n by two products, with the precomputed quotient of a power of x by f.
 *
 * <p>For a dividend a of degree n + e, e ≤ m: floor(a / f) = floor(floor(a / x^n) · floor(x^(n+e) / f) / x^e), exactly,
 * and floor(x^(n+e) / f) is the upper part of floor(x^(n+m) / f). Longer quotients are taken in pieces.
 *
 * <p>Cost: two products of size n and m, after about three for the first use. Memory: m coefficients. Threads: safe; the
 * quotient may be computed by two threads at once, to the same content. Source: [Barrett1986].
 */
final class BarrettReducer {

    private final PolynomialKernel kernel;
    private final long[] f;
    private final int n;
    private final int m;
    /** floor(x^(n+m) / f). */
    private long @Nullable [] inverse;

    /** @param m the largest quotient degree that is taken at once, at least 0 */
    BarrettReducer(PolynomialKernel kernel, long[] f, int m) {
        this.kernel = kernel;
        this.f = f;
        this.n = kernel.degree(f);
        this.m = m;
    }

    private long[] inverse() {
        long[] present = inverse;
        if (present == null) {
            long[] series = PowerSeriesInverse.of(kernel, kernel.reverse(f), m + 1);
            present = kernel.shiftUp(kernel.reverse(series), m - kernel.degree(series));
            inverse = present;
        }
        return present;
    }

    /** floor(x^(n+e) / f), 0 ≤ e ≤ m. */
    long[] inverse(int e) {
        return kernel.shiftDown(inverse(), m - e);
    }

    /** {quotient, remainder}. */
    long[][] divide(long[] a) {
        long[] rest = a;
        long[] quotient = {};
        for (int e = kernel.degree(rest) - n; e >= 0; e = kernel.degree(rest) - n) {
            int from = Math.max(0, e - m);
            int taken = e - from;
            long[] top = kernel.shiftDown(rest, n + from);
            long[] q = kernel.shiftDown(kernel.multiply(top, inverse(taken)), taken);
            rest = kernel.subtract(rest, kernel.shiftUp(kernel.multiply(q, f), from));
            quotient = kernel.add(quotient, kernel.shiftUp(q, from));
        }
        return new long[][] {quotient, rest};
    }
}
