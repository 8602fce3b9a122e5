package org.lfsrtoolkit.core.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Division by one monic polynomial f of degree n ≥ 1 over any field.
 *
 * <p>A sparse f is folded: c·x^(n+i) becomes −c·x^i·(f − x^n), many i at once. For another f of small degree each
 * quotient coefficient takes one scaled addition, over prime fields in a {@link RemainderRow}; where f is used again and again,
 * the remainders of the x^(n+i) are made once and combined ({@link LinearCombinations}). Otherwise {@link BarrettReducer}, or
 * {@link SpectralReducer} over prime fields.
 *
 * <p>Cost of a dividend of degree 2n: terms · n, n², or 2 products of size n. Memory: n coefficients, 4n words for each prime with
 * kept transforms, at most {@value #MOST_POWERS} words of remainders. Threads: safe; two may compute the same.
 */
final class DenseReducer implements PolynomialKernel.Reducer {

    /** Terms besides the leading one up to which folding beats the general methods. */
    private static final int MOST_SPARSE_TERMS = 8;
    /** The least degree for which the conversion to a row pays. */
    static final int SHORTEST_ROW = 12;

    /** Words of the table of powers of x up to which it beats dividing; it should stay in the cache of a core, beside other tables. */
    private static final long MOST_POWERS = 1 << 16;

    private final DenseKernel kernel;
    private final FiniteField field;
    private final long[] f;
    private final int n;
    private final BarrettReducer barrett;
    /** Exponents below n of f when it is sparse, else null. */
    private final int @Nullable [] sparse;
    /** Whether products modulo f are best taken with kept transforms. */
    private final boolean isSpectral;

    private volatile @Nullable SpectralReducer spectral;

    /** Combines the x^(n+i) mod f, i &lt; n − 1; made when dividing has been done often enough to pay for it. */
    private volatile @Nullable LinearCombinations powers;
    /** Divisions by rows until it is made; the races of several threads only put it off. */
    private int untilPowers;

    /** @param precision the largest quotient degree to prepare for, at least 0 */
    DenseReducer(DenseKernel kernel, long[] f, int precision) {
        this.kernel = kernel;
        this.field = kernel.field;
        this.f = f;
        this.n = f.length - 1;
        this.barrett = new BarrettReducer(kernel, f, precision);
        this.sparse = sparseExponents(f);
        this.untilPowers = sparse == null && usesPowers() ? 2 + n / 16 : 0;
        this.isSpectral = sparse == null
                && untilPowers == 0
                && precision >= n - 1
                && n >= kernel.multiplication().newtonThreshold()
                && kernel.multiplication().hasSpectra(2 * n);
    }

    private boolean usesPowers() {
        long p = field.characteristic();
        return n >= SHORTEST_ROW
                && p != 3
                && LinearCombinations.supports(field)
                && (long) n * n * (p < 1L << 25 ? 1 : 2) <= MOST_POWERS;
    }

    private SpectralReducer spectral() {
        SpectralReducer present = spectral;
        if (present == null) {
            present = new SpectralReducer(
                    ((PrimeMultiplication) kernel.multiplication()).convolution(), kernel, f, barrett.inverse(n - 1));
            spectral = present;
        }
        return present;
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
        if (a.length < 2 * n) {
            LinearCombinations combinations = powers();
            if (combinations != null) {
                return combinations.sumTo(a, a, n);
            }
        }
        if (n < kernel.multiplication().newtonThreshold()) {
            return divideByRows(a, null);
        }
        if (isSpectral && a.length <= 2 * n && a.length > n + n / 2) {
            return kernel.trimmed(spectral().reduce(a));
        }
        return divide(a)[1];
    }

    private @Nullable LinearCombinations powers() {
        LinearCombinations present = powers;
        if (present == null && untilPowers > 0 && --untilPowers == 0) {
            List<Polynomial> images = new ArrayList<>(n - 1);
            long[] power = kernel.pack(remainderOfPower());
            for (int i = 0; i < n - 1; i++) {
                images.add(new Polynomial(kernel, power));
                power = timesX(power);
            }
            present = LinearCombinations.of(images, n);
            powers = present;
        }
        return present;
    }

    /** x^n mod f. */
    private long[] remainderOfPower() {
        long[] remainder = new long[n];
        for (int i = 0; i < n; i++) {
            remainder[i] = field.negate(f[i]);
        }
        return remainder;
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
        if (field.isPrime() && n >= SHORTEST_ROW) {
            RemainderRow rest = RemainderRow.of(field, a);
            long[] result = rest.divideBy(RemainderRow.of(field, f));
            if (quotient != null) {
                System.arraycopy(result, 0, quotient, 0, quotient.length);
            }
            return rest.coefficients();
        }
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
        return isSpectral && a.length + b.length - 1 > n + n / 2
                ? kernel.trimmed(spectral().multiply(a, b))
                : reduce(kernel.multiply(a, b));
    }

    @Override
    public long[] square(long[] a) {
        return isSpectral && 2 * a.length - 1 > n + n / 2
                ? kernel.trimmed(spectral().multiply(a, a))
                : reduce(kernel.square(a));
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
