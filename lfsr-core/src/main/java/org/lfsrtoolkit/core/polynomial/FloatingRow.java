package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A row over GF(p), 3 ≤ p &lt; 2^48, of balanced residues in {@code double}, for vector instructions.
 *
 * <p>A second array holds the same residues one place up, so that two coefficients of a quotient take one pass whose loop has
 * one index. Memory: two words a coefficient.
 */
final class FloatingRow extends RemainderRow {

    /** Below this, sums of two products and a residue are exact: 2·p²/4 + p &lt; 2^53. */
    private static final long LARGEST_EXACT = 1L << 26;

    private final double m;
    private final double mi;
    private final boolean isExact;
    private final double[] values;
    /** shifted[i + 1] = values[i] wherever it is valid. */
    private final double[] shifted;

    private boolean shiftedIsValid;

    FloatingRow(FiniteField field, int capacity) {
        super(field);
        this.m = field.characteristic();
        this.mi = 1.0 / m;
        this.isExact = field.characteristic() < LARGEST_EXACT;
        this.values = new double[capacity + MARGIN];
        this.shifted = new double[capacity + MARGIN];
        this.degree = -1;
    }

    @Override
    void load(long[] coefficients) {
        final long p = field.characteristic();
        final long half = p / 2;
        for (int i = 0; i < coefficients.length; i++) {
            long x = coefficients[i];
            values[i] = x - (p & ((half - x) >> 63));
        }
        degree = coefficients.length - 1;
        shiftedIsValid = false;
    }

    @Override
    long[] coefficients() {
        final long p = field.characteristic();
        long[] result = new long[degree + 1];
        for (int i = 0; i <= degree; i++) {
            long x = (long) values[i];
            result[i] = x + (p & (x >> 63));
        }
        return result;
    }

    private long code(double value) {
        long x = (long) value;
        return x < 0 ? x + field.characteristic() : x;
    }

    private double balanced(long code) {
        long p = field.characteristic();
        return code > p / 2 ? code - p : code;
    }

    private void shift() {
        if (!shiftedIsValid) {
            System.arraycopy(values, 0, shifted, 1, Math.min(degree + 2, values.length - 1));
            shiftedIsValid = true;
        }
    }

    private void trim(int from) {
        int i = from;
        while (i >= 0 && values[i] == 0) {
            i--;
        }
        degree = i;
        shiftedIsValid = false;
    }

    @Override
    long[] divideBy(RemainderRow row) {
        FloatingRow divisor = (FloatingRow) row;
        int n = divisor.degree;
        double[] source = divisor.values;
        int k = degree - n;
        long[] quotient = new long[k + 1];
        long inverse = field.inverse(code(source[n]));
        int j = k;
        if (j > 0 && n > 0) {
            divisor.shift();
        }
        if (k >= 3) {
            j = divideInWindow(divisor, k, inverse, quotient);
        }
        for (; j > 0 && n > 0; j -= 2) {
            long high = field.multiply(code(values[n + j]), inverse);
            long next = field.subtract(code(values[n + j - 1]), field.multiply(high, code(source[n - 1])));
            long low = field.multiply(next, inverse);
            quotient[j] = high;
            quotient[j - 1] = low;
            pair(values, j - 1, divisor, n, balanced(high), balanced(low));
        }
        for (; j >= 0; j--) {
            quotient[j] = field.multiply(code(values[n + j]), inverse);
            single(values, j, source, n, balanced(quotient[j]), m, mi);
        }
        java.util.Arrays.fill(values, n, degree + 1, 0);
        trim(n - 1);
        return quotient;
    }

    /**
     * A long division, on a copy of the part of the dividend that two coefficients of the quotient change, which moves down.
     *
     * @return the place of the last coefficient of the quotient, 0, if it is still to be found, or −1
     */
    private int divideInWindow(FloatingRow divisor, int k, long inverse, long[] quotient) {
        int n = divisor.degree;
        double below = n > 0 ? divisor.values[n - 1] : 0;
        double[] window = new double[n + 2];
        System.arraycopy(values, k - 1, window, 0, n + 2);
        int j = k;
        while (true) {
            long high = field.multiply(code(window[n + 1]), inverse);
            long next = field.subtract(code(window[n]), field.multiply(high, code(below)));
            long low = field.multiply(next, inverse);
            quotient[j] = high;
            quotient[j - 1] = low;
            pair(window, 0, divisor, n, balanced(high), balanced(low));
            if (j < 3) {
                break;
            }
            j -= 2;
            System.arraycopy(window, 0, window, 2, n);
            window[0] = values[j - 1];
            window[1] = values[j];
        }
        System.arraycopy(window, 0, values, j - 1, n);
        return j - 2;
    }

    @Override
    void subtractProduct(long[] quotient, RemainderRow row) {
        FloatingRow other = (FloatingRow) row;
        if (other.degree < 0) {
            return;
        }
        int j = quotient.length - 1;
        if (j > 0) {
            other.shift();
        }
        for (; j > 0; j -= 2) {
            pair(values, j - 1, other, other.degree + 2, balanced(quotient[j]), balanced(quotient[j - 1]));
        }
        if (j == 0) {
            single(values, 0, other.values, other.degree + 1, balanced(quotient[0]), m, mi);
        }
        trim(Math.max(degree, other.degree + quotient.length - 1));
    }

    /*
     * C2 turns these loops into vector instructions only if all arrays have one index, so a place other than 0 takes the slow way;
     * it is rare, as quotients of degree 1 are the rule.
     */

    private void pair(double[] target, int at, FloatingRow source, int count, double high, double low) {
        if (at != 0) {
            single(target, at + 1, source.values, count, high, m, mi);
            single(target, at, source.values, count, low, m, mi);
        } else if (isExact) {
            pairExact(target, source.values, source.shifted, count, high, low, m, mi);
        } else {
            pairLong(target, source.values, source.shifted, count, high, low, m, mi);
        }
    }

    private static void pairExact(
            double[] t, double[] s, double[] up, int count, double high, double low, double m, double mi) {
        for (int i = 0; i < count; i++) {
            double x = Math.fma(-high, up[i], Math.fma(-low, s[i], t[i]));
            t[i] = Math.fma(-Math.rint(x * mi), m, x);
        }
    }

    /** As the products of {@link FloatingRowKernels}. */
    private static void pairLong(
            double[] t, double[] s, double[] up, int count, double high, double low, double m, double mi) {
        for (int i = 0; i < count; i++) {
            double y = up[i];
            double z = s[i];
            double h1 = y * high;
            double l1 = Math.fma(y, high, -h1);
            double h0 = z * low;
            double l0 = Math.fma(z, low, -h0);
            double r1 = Math.fma(-Math.rint(h1 * mi), m, h1) + l1;
            double r0 = Math.fma(-Math.rint(h0 * mi), m, h0) + l0;
            double x = t[i] - r1 - r0;
            t[i] = Math.fma(-Math.rint(x * mi), m, x);
        }
    }

    private static void single(double[] t, int at, double[] s, int count, double factor, double m, double mi) {
        for (int i = 0; i < count; i++) {
            double y = s[i];
            double h = y * factor;
            double l = Math.fma(y, factor, -h);
            double x = t[at + i] - (Math.fma(-Math.rint(h * mi), m, h) + l);
            t[at + i] = Math.fma(-Math.rint(x * mi), m, x);
        }
    }
}
