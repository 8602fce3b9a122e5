package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Division by one monic polynomial f of degree n ≥ 1 over any field.
 *
 * <p>A sparse f is folded: c·x^(n+i) becomes −c·x^i·(f − x^n), many i at once. For another f of small degree each
 * quotient coefficient takes one scaled addition. Otherwise the quotient is the upper part of the dividend times the
 * inverse of the reversed f as a power series (Newton's iteration, at the first use), and the remainder follows from a
 * second product.
 *
 * <p>Cost of a dividend of degree 2n: terms · n, n², or 2 products of size n. Memory: n coefficients for the inverse.
 * Threads: safe; the inverse may be computed by two threads at once, to the same content. Source: [Barrett1986];
 * [GathenGerhard2013, ch. 9].
 */
final class DenseReducer implements PolynomialKernel.Reducer {

    /** Terms besides the leading one up to which folding beats the general methods. */
    private static final int MOST_SPARSE_TERMS = 8;

    private final DenseKernel kernel;
    private final FiniteField field;
    private final long[] f;
    private final int n;
    /** Quotients longer than this are taken in pieces. */
    private final int precision;
    /** Exponents below n of f when it is sparse, else null. */
    private final int @Nullable [] sparse;
    /** 1 / (x^n f(1/x)) mod x^precision. */
    private long @Nullable [] inverse;

    DenseReducer(DenseKernel kernel, long[] f, int precision) {
        this.kernel = kernel;
        this.field = kernel.field;
        this.f = f;
        this.n = f.length - 1;
        this.precision = precision;
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
        long[] quotient = new long[length];
        if (Math.min(n, length) < kernel.multiplication().newtonThreshold()) {
            long[] remainder = divideByRows(a, quotient);
            return new long[][] {quotient, remainder};
        }
        long[] rest = a;
        while (rest.length > n) {
            int excess = rest.length - n;
            int take = Math.min(excess, precision);
            // the top take coefficients of the quotient, from the top n + take of the dividend
            int from = excess - take;
            long[] top = kernel.shiftDown(rest, from);
            long[] q = quotient(top, take);
            System.arraycopy(q, 0, quotient, from, q.length);
            long[] product = kernel.multiply(q, f);
            long[] remainder = new long[n + from];
            System.arraycopy(rest, 0, remainder, 0, from);
            for (int i = 0; i < n; i++) {
                long p = i < product.length ? product[i] : 0;
                remainder[from + i] = field.subtract(top[i], p);
            }
            rest = kernel.pack(remainder);
        }
        return new long[][] {kernel.pack(quotient), rest};
    }

    /** floor(a / f) for a of degree n + length − 1: reversed, it is reversed a times the inverse, mod x^length. */
    private long[] quotient(long[] a, int length) {
        long[] reversed = new long[length];
        for (int i = 0; i < length; i++) {
            reversed[i] = a[n + length - 1 - i];
        }
        long[] product = kernel.multiply(kernel.pack(reversed), kernel.low(inverse(), length));
        long[] quotient = new long[length];
        for (int i = 0; i < length && i < product.length; i++) {
            quotient[length - 1 - i] = product[i];
        }
        return quotient;
    }

    private long[] inverse() {
        long[] present = inverse;
        if (present == null) {
            present = PowerSeriesInverse.of(kernel, kernel.reverse(f), precision);
            inverse = present;
        }
        return present;
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
