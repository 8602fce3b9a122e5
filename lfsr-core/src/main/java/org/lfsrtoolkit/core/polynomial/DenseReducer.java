package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Division by one monic polynomial f of degree n ≥ 1 over any field.
 *
 * <p>A sparse f is folded: c·x^(n+i) becomes −c·x^i·(f − x^n), many i at once. For another f of small degree each
 * quotient coefficient takes one scaled addition. Otherwise {@link BarrettReducer}.
 *
 * <p>Cost of a dividend of degree 2n: terms · n, n², or 2 products of size n. Memory: n coefficients. Threads: safe.
 */
final class DenseReducer implements PolynomialKernel.Reducer {

    /** Terms besides the leading one up to which folding beats the general methods. */
    private static final int MOST_SPARSE_TERMS = 8;

    private final DenseKernel kernel;
    private final FiniteField field;
    private final long[] f;
    private final int n;
    private final BarrettReducer barrett;
    /** Exponents below n of f when it is sparse, else null. */
    private final int @Nullable [] sparse;

    /** @param precision the largest quotient degree to prepare for, at least 0 */
    DenseReducer(DenseKernel kernel, long[] f, int precision) {
        this.kernel = kernel;
        this.field = kernel.field;
        this.f = f;
        this.n = f.length - 1;
        this.barrett = new BarrettReducer(kernel, f, precision);
        this.sparse = sparseExponents(f);
    }

    private static int @Nullable [] sparseExponents(long[] f) {
        int n = f.length - 1;
        int[] exponents = new int[MOST_SPARSE_TERMS];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (f[i] != 0) {
                if (count == MOST_SPARSE_TERMS) {
                    return null;
                }
                exponents[count++] = i;
            }
        }
        boolean pays = 2 * count < n && (count == 0 || exponents[count - 1] <= n - n / 4);
        return pays ? Arrays.copyOf(exponents, count) : null;
    }

    @Override
    public long[] reduce(long[] a) {
        if (a.length <= n) {
            return a;
        }
        if (sparse != null) {
            return fold(a, sparse);
        }
        if (n < kernel.multiplication().newtonThreshold()) {
            return divideByRows(a, null);
        }
        return divide(a)[1];
    }

    @Override
    public long[][] divide(long[] a) {
        int length = a.length - n;
        if (length <= 0) {
            return new long[][] {new long[0], a};
        }
        if (Math.min(n, length) >= kernel.multiplication().newtonThreshold()) {
            return barrett.divide(a);
        }
        long[] quotient = new long[length];
        long[] remainder = divideByRows(a, quotient);
        return new long[][] {quotient, remainder};
    }

    private long[] divideByRows(long[] a, long @Nullable [] quotient) {
        long[] rest = a.clone();
        for (int i = a.length - n - 1; i >= 0; i--) {
            long factor = rest[i + n];
            if (quotient != null) {
                quotient[i] = factor;
            }
            if (factor != 0) {
                field.addScaled(rest, i, f, 0, n, field.negate(factor));
            }
        }
        return kernel.low(rest, n);
    }

    private long[] fold(long[] a, int[] exponents) {
        long[] rest = a.clone();
        int step = exponents.length == 0 ? n : n - exponents[exponents.length - 1];
        int end = rest.length;
        while (end > n) {
            int from = Math.max(n, end - step);
            for (int e : exponents) {
                field.addScaled(rest, from - n + e, rest, from, end - from, field.negate(f[e]));
            }
            end = from;
        }
        return kernel.low(rest, n);
    }

    @Override
    public long[] multiply(long[] a, long[] b) {
        return reduce(kernel.multiply(a, b));
    }

    @Override
    public long[] square(long[] a) {
        return reduce(kernel.square(a));
    }

    @Override
    public long[] timesX(long[] a) {
        if (a.length < n) {
            return kernel.shiftUp(a, 1);
        }
        long[] shifted = new long[n];
        System.arraycopy(a, 0, shifted, 1, n - 1);
        field.addScaled(shifted, 0, f, 0, n, field.negate(a[n - 1]));
        return kernel.pack(shifted);
    }
}
