package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A row over GF(3) in two bit planes: bit i of word w is set in {@code ones} when the coefficient of x^(64w + i) is 1, in
 * {@code twos} when it is 2. A sum takes seven word operations for 64 coefficients.
 *
 * <p>Copies shifted by one place serve the quotients of degree 1, which are two thirds of all in Euclid's algorithm. Source:
 * [KawaharaAokiTakagi2008] for the sum in two planes.
 */
final class TernaryRow extends RemainderRow {

    private final long[] ones;
    private final long[] twos;
    /** The planes one place up, wherever they are valid. */
    private final long[] onesUp;

    private final long[] twosUp;
    private boolean shiftedIsValid;

    TernaryRow(FiniteField field, int capacity) {
        super(field);
        int words = (capacity + MARGIN + 63 >>> 6) + 1;
        this.ones = new long[words];
        this.twos = new long[words];
        this.onesUp = new long[words];
        this.twosUp = new long[words];
        this.degree = -1;
    }

    @Override
    void load(long[] coefficients) {
        for (int from = 0; from < coefficients.length; from += 64) {
            int count = Math.min(64, coefficients.length - from);
            long one = 0;
            long two = 0;
            for (int i = 0; i < count; i++) {
                long c = coefficients[from + i];
                one |= (c & 1) << i;
                two |= (c >>> 1) << i;
            }
            ones[from >>> 6] = one;
            twos[from >>> 6] = two;
        }
        degree = coefficients.length - 1;
        shiftedIsValid = false;
    }

    @Override
    long[] coefficients() {
        long[] result = new long[degree + 1];
        for (int from = 0; from < result.length; from += 64) {
            int count = Math.min(64, result.length - from);
            long one = ones[from >>> 6];
            long two = twos[from >>> 6];
            for (int i = 0; i < count; i++) {
                result[from + i] = (one >>> i & 1) + 2 * (two >>> i & 1);
            }
        }
        return result;
    }

    private long coefficient(int i) {
        return (ones[i >>> 6] >>> i & 1) + 2 * (twos[i >>> 6] >>> i & 1);
    }

    /** Sets the degree, at most the given one. */
    private void trim(int most) {
        shiftedIsValid = false;
        int w = most >> 6;
        while (w >= 0 && (ones[w] | twos[w]) == 0) {
            w--;
        }
        degree = w < 0 ? -1 : 64 * w + 63 - Long.numberOfLeadingZeros(ones[w] | twos[w]);
    }

    private void shift() {
        if (shiftedIsValid) {
            return;
        }
        int words = Math.min((degree + 1 >>> 6) + 1, ones.length);
        shiftUp(ones, onesUp, words);
        shiftUp(twos, twosUp, words);
        shiftedIsValid = true;
    }

    private static void shiftUp(long[] from, long[] to, int words) {
        to[0] = from[0] << 1;
        for (int i = 1; i < words; i++) {
            to[i] = from[i] << 1 | from[i - 1] >>> 63;
        }
    }

    @Override
    long[] divideBy(RemainderRow row) {
        TernaryRow divisor = (TernaryRow) row;
        int n = divisor.degree;
        int k = degree - n;
        long leading = divisor.coefficient(n);
        long[] quotient = new long[k + 1];
        for (int j = k; j >= 0; j--) {
            long c = coefficient(n + j);
            if (c != 0) {
                // c / leading is 1 where they are equal, else 2
                quotient[j] = c == leading ? 1 : 2;
                subtract(quotient[j], j, divisor);
            }
        }
        trim(n - 1);
        return quotient;
    }

    @Override
    void subtractProduct(long[] quotient, RemainderRow row) {
        TernaryRow other = (TernaryRow) row;
        if (other.degree < 0) {
            return;
        }
        for (int j = quotient.length - 1; j >= 0; j--) {
            if (quotient[j] != 0) {
                subtract(quotient[j], j, other);
            }
        }
        trim(Math.max(degree, other.degree + quotient.length - 1));
    }

    /** this += factor · source, factor 1 or 2, where it fits. */
    void add(long factor, TernaryRow source) {
        subtract(3 - factor, 0, source);
        trim(Math.max(degree, source.degree));
    }

    /** this −= factor · x^at · source, factor 1 or 2. */
    private void subtract(long factor, int at, TernaryRow source) {
        // −1 exchanges the planes
        boolean exchange = factor == 1;
        long[] a = exchange ? twos : ones;
        long[] b = exchange ? ones : twos;
        int words = (source.degree >>> 6) + 1;
        if (at == 0) {
            add(a, b, source.ones, source.twos, words);
        } else if (at == 1) {
            source.shift();
            add(a, b, source.onesUp, source.twosUp, (source.degree + 1 >>> 6) + 1);
        } else {
            addShifted(a, b, source.ones, source.twos, words, at, (source.degree + at >>> 6) + 1);
        }
    }

    private static void add(long[] a, long[] b, long[] c, long[] d, int words) {
        for (int i = 0; i < words; i++) {
            long a0 = a[i];
            long b0 = b[i];
            long c0 = c[i];
            long d0 = d[i];
            long x = (a0 | d0) ^ (b0 | c0);
            a[i] = (b0 | d0) ^ x;
            b[i] = (a0 | c0) ^ x;
        }
    }

    private static void addShifted(long[] a, long[] b, long[] c, long[] d, int words, int at, int end) {
        int shift = at & 63;
        int offset = at >>> 6;
        long c1 = 0;
        long d1 = 0;
        for (int i = offset; i < end; i++) {
            int from = i - offset;
            long c0 = from < words ? c[from] : 0;
            long d0 = from < words ? d[from] : 0;
            // two shifts, so that a shift by 64 − 0 gives 0
            long y = c0 << shift | c1 >>> 1 >>> (63 - shift);
            long z = d0 << shift | d1 >>> 1 >>> (63 - shift);
            long a0 = a[i];
            long b0 = b[i];
            long x = (a0 | z) ^ (b0 | y);
            a[i] = (b0 | z) ^ x;
            b[i] = (a0 | y) ^ x;
            c1 = c0;
            d1 = d0;
        }
    }
}
