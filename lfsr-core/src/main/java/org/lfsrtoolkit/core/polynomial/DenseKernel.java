package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.FloatingConvolution.Format;
import org.lfsrtoolkit.core.polynomial.FloatingConvolution.Spectrum;

/** Polynomials over any field, one array entry a coefficient, low to high. */
final class DenseKernel extends PolynomialKernel {

    private static final long[] ZERO = {};
    /** Entries of matrices of at least this length are multiplied by transforms. */
    private static final int SHORTEST_SPECTRAL = 64;

    private final DenseMultiplication multiplication;

    DenseKernel(FiniteField field) {
        super(field);
        this.multiplication = DenseMultiplication.of(field);
    }

    /** The array without zeros at the top. */
    long[] trimmed(long[] a) {
        return trim(a);
    }

    private static long[] trim(long[] a) {
        int n = a.length;
        while (n > 0 && a[n - 1] == 0) {
            n--;
        }
        return n == a.length ? a : Arrays.copyOf(a, n);
    }

    @Override
    long[] pack(long[] coefficients) {
        return trim(coefficients);
    }

    @Override
    long[] unpack(long[] a) {
        return a.clone();
    }

    @Override
    int degree(long[] a) {
        return a.length - 1;
    }

    @Override
    long coefficient(long[] a, int i) {
        return i < a.length ? a[i] : 0;
    }

    @Override
    long[] monomial(long coefficient, int degree) {
        if (coefficient == 0) {
            return ZERO;
        }
        long[] coefficients = new long[degree + 1];
        coefficients[degree] = coefficient;
        return coefficients;
    }

    @Override
    long[] add(long[] a, long[] b) {
        long[] longer = a.length >= b.length ? a : b;
        long[] shorter = longer == a ? b : a;
        long[] sum = longer.clone();
        for (int i = 0; i < shorter.length; i++) {
            sum[i] = field.add(sum[i], shorter[i]);
        }
        return trim(sum);
    }

    @Override
    long[] subtract(long[] a, long[] b) {
        long[] difference = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            difference[i] = field.subtract(difference[i], b[i]);
        }
        return trim(difference);
    }

    @Override
    long[] negate(long[] a) {
        long[] negated = a.clone();
        for (int i = 0; i < a.length; i++) {
            negated[i] = field.negate(a[i]);
        }
        return negated;
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        return a.length == 0 || b.length == 0 ? ZERO : multiplication.multiply(a, b);
    }

    /** In characteristic 2 the squares of the coefficients at twice their places. */
    @Override
    long[] square(long[] a) {
        if (field.characteristic() != 2 || a.length == 0) {
            return multiply(a, a);
        }
        long[] square = new long[2 * a.length - 1];
        for (int i = 0; i < a.length; i++) {
            square[2 * i] = field.multiply(a[i], a[i]);
        }
        return square;
    }

    @Override
    long[] scale(long[] a, long scalar) {
        if (scalar == 0) {
            return ZERO;
        }
        long[] scaled = a.clone();
        field.scale(scaled, 0, scaled.length, scalar);
        return scaled;
    }

    @Override
    long[] shiftUp(long[] a, int count) {
        if (a.length == 0 || count == 0) {
            return a;
        }
        long[] shifted = new long[a.length + count];
        System.arraycopy(a, 0, shifted, count, a.length);
        return shifted;
    }

    @Override
    long[] shiftDown(long[] a, int count) {
        return count >= a.length ? ZERO : count == 0 ? a : Arrays.copyOfRange(a, count, a.length);
    }

    @Override
    long[] low(long[] a, int count) {
        return count >= a.length ? a : trim(Arrays.copyOf(a, count));
    }

    @Override
    long[][] divide(long[] a, long[] b) {
        int n = b.length - 1;
        int quotientLength = a.length - n;
        if (quotientLength <= 0) {
            return new long[][] {ZERO, a};
        }
        if (Math.min(n, quotientLength) >= 3 * multiplication.newtonThreshold()) {
            return divideByNewton(a, b);
        }
        if (field.isPrime() && n >= DenseReducer.SHORTEST_ROW) {
            RemainderRow rest = RemainderRow.of(field, a);
            long[] quotient = rest.divideBy(RemainderRow.of(field, b));
            return new long[][] {quotient, rest.coefficients()};
        }
        long[] rest = a.clone();
        long[] quotient = new long[quotientLength];
        long inverse = field.inverse(b[n]);
        for (int i = quotientLength - 1; i >= 0; i--) {
            long factor = field.multiply(rest[i + n], inverse);
            quotient[i] = factor;
            field.addScaled(rest, i, b, 0, n, field.negate(factor));
        }
        return new long[][] {quotient, trim(Arrays.copyOf(rest, n))};
    }

    private long[][] divideByNewton(long[] a, long[] b) {
        long[] monic = scale(b, field.inverse(b[b.length - 1]));
        long[][] division = new DenseReducer(this, monic, a.length - b.length + 1).divide(a);
        return new long[][] {scale(division[0], field.inverse(b[b.length - 1])), division[1]};
    }

    DenseMultiplication multiplication() {
        return multiplication;
    }

    @Override
    long[] gcd(long[] a, long[] b) {
        if (RemainderRow.paysFor(field, Math.min(a.length, b.length))) {
            return RemainderRow.gcd(field, a, b);
        }
        long[] r0 = a;
        long[] r1 = b;
        while (r1.length != 0) {
            long[] r2 = divide(r0, r1)[1];
            r0 = r1;
            r1 = r2;
        }
        return r0;
    }

    @Override
    long[][] gcdWithCofactor(long[] a, long[] b) {
        if (RemainderRow.paysFor(field, Math.min(a.length, b.length))) {
            return RemainderRow.gcdWithCofactor(field, a, b);
        }
        long[] r0 = a;
        long[] r1 = b;
        long[] s0 = {1};
        long[] s1 = ZERO;
        while (r1.length != 0) {
            long[][] division = divide(r0, r1);
            long[] s2 = subtract(s0, multiply(division[0], s1));
            r0 = r1;
            r1 = division[1];
            s0 = s1;
            s1 = s2;
        }
        return new long[][] {r0, s0};
    }

    @Override
    long[][] euclideanSteps(long[] u, long[] v, int stop) {
        return RemainderRow.paysFor(field, v.length)
                ? RemainderRow.steps(field, u, v, stop)
                : super.euclideanSteps(u, v, stop);
    }

    @Override
    long[][] applyMatrix(long[][] m, long[] u, long[] v) {
        int terms = Math.min(longest(m), Math.max(u.length, v.length));
        int length = longest(m) + Math.max(u.length, v.length) - 1;
        if (!useSpectra(length, terms, m, u, v)) {
            return super.applyMatrix(m, u, v);
        }
        FloatingConvolution convolution = ((PrimeMultiplication) multiplication).convolution();
        Format format = convolution.format(length, 2 * terms);
        Spectrum x = convolution.spectrum(u, format);
        Spectrum y = convolution.spectrum(v, format);
        long[][] results = new long[2][];
        for (int row = 0; row < 2; row++) {
            Spectrum sum = convolution.spectrum(m[2 * row], format);
            convolution.multiply(sum, sum, x);
            convolution.addProduct(sum, convolution.spectrum(m[2 * row + 1], format), y);
            results[row] = trim(convolution.coefficients(sum, length));
        }
        return results;
    }

    @Override
    long[][] multiplyMatrices(long[][] m, long[][] n) {
        int terms = Math.min(longest(m), longest(n));
        int length = longest(m) + longest(n) - 1;
        if (!useSpectra(length, terms, m, n[0], n[1]) || n[2].length == 0 || n[3].length == 0) {
            return super.multiplyMatrices(m, n);
        }
        FloatingConvolution convolution = ((PrimeMultiplication) multiplication).convolution();
        Format format = convolution.format(length, 2 * terms);
        Spectrum[] right = new Spectrum[4];
        for (int i = 0; i < 4; i++) {
            right[i] = convolution.spectrum(n[i], format);
        }
        long[][] product = new long[4][];
        for (int row = 0; row < 4; row += 2) {
            Spectrum x = convolution.spectrum(m[row], format);
            Spectrum y = convolution.spectrum(m[row + 1], format);
            for (int column = 0; column < 2; column++) {
                Spectrum sum = convolution.blank(x);
                convolution.multiply(sum, x, right[column]);
                convolution.addProduct(sum, y, right[2 + column]);
                product[row + column] = trim(convolution.coefficients(sum, length));
            }
        }
        return product;
    }

    private static int longest(long[][] m) {
        return Math.max(Math.max(m[0].length, m[1].length), Math.max(m[2].length, m[3].length));
    }

    /** Not for short entries, nor for zeros. */
    private boolean useSpectra(int length, int terms, long[][] m, long[] u, long[] v) {
        return terms >= SHORTEST_SPECTRAL
                && u.length > 0
                && v.length > 0
                && m[0].length > 0
                && m[1].length > 0
                && m[2].length > 0
                && m[3].length > 0
                && multiplication.hasSpectra(length);
    }

    @Override
    int halfGcdThreshold() {
        return multiplication.halfGcdThreshold();
    }

    @Override
    int halfGcdBase() {
        return multiplication.halfGcdBase();
    }

    @Override
    int reconstructionThreshold() {
        return multiplication.reconstructionThreshold();
    }

    @Override
    long[] derivative(long[] a) {
        if (a.length < 2) {
            return ZERO;
        }
        long[] derived = new long[a.length - 1];
        for (int i = 1; i < a.length; i++) {
            derived[i - 1] = field.multiply(field.fromInteger(i), a[i]);
        }
        return trim(derived);
    }

    @Override
    long evaluate(long[] a, long point) {
        long value = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            value = field.add(field.multiply(value, point), a[i]);
        }
        return value;
    }

    @Override
    long[] reverse(long[] a) {
        long[] reversed = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            reversed[i] = a[a.length - 1 - i];
        }
        return trim(reversed);
    }

    @Override
    int trailingZeros(long[] a) {
        int i = 0;
        while (a[i] == 0) {
            i++;
        }
        return i;
    }

    @Override
    int compareCoefficients(long[] a, long[] b) {
        int order = 0;
        for (int i = a.length - 1; order == 0 && i >= 0; i--) {
            order = Long.compare(a[i], b[i]);
        }
        return order;
    }

    @Override
    Reducer reducer(long[] f) {
        return new DenseReducer(this, f, f.length);
    }
}
