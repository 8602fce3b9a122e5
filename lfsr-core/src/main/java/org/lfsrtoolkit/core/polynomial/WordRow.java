package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/** A row over GF(p), any p &lt; 2^62, of residues in {@code long}; five multiplications for two products. */
final class WordRow extends RemainderRow {

    /*
     * For a factor w < p we keep w' = floor(w·2^63 / p). With e = floor(w'·2y / 2^64), 0 ≤ y < p < 2^62, 0 ≤ w·y/p − e < 1 + y/2^63 < 2
     * and w·y − e·p lies in 0..2p−1. Two such terms and a residue are below 5p, which may pass 2^63, hence the
     * intermediate step.
     */

    private final long p;
    private final long[] values;

    WordRow(FiniteField field, int capacity) {
        super(field);
        this.p = field.characteristic();
        this.values = new long[capacity + MARGIN];
        this.degree = -1;
    }

    @Override
    void load(long[] coefficients) {
        System.arraycopy(coefficients, 0, values, 0, coefficients.length);
        degree = coefficients.length - 1;
    }

    @Override
    long[] coefficients() {
        return java.util.Arrays.copyOf(values, degree + 1);
    }

    private void trim(int from) {
        int i = from;
        while (i >= 0 && values[i] == 0) {
            i--;
        }
        degree = i;
    }

    /** floor(w·2^63 / p), from the quotient in floating point, whose error the rest shows. */
    private static long quotient(long w, long p) {
        // two steps of about 31 bits: each remainder is exact modulo 2^64
        long high = (long) ((double) w * 0x1p31 / p);
        long rest = (w << 31) - high * p;
        while (rest < 0) {
            rest += p;
            high--;
        }
        while (rest >= p) {
            rest -= p;
            high++;
        }
        long low = (long) ((double) rest * 0x1p32 / p);
        long last = (rest << 32) - low * p;
        while (last < 0) {
            last += p;
            low--;
        }
        while (last >= p) {
            last -= p;
            low++;
        }
        return (high << 32) + low;
    }

    @Override
    long[] divideBy(RemainderRow row) {
        WordRow divisor = (WordRow) row;
        int n = divisor.degree;
        long[] source = divisor.values;
        int k = degree - n;
        long[] quotient = new long[k + 1];
        long inverse = field.inverse(source[n]);
        int j = k;
        for (; j > 0 && n > 0; j -= 2) {
            long high = field.multiply(values[n + j], inverse);
            long next = field.subtract(values[n + j - 1], field.multiply(high, source[n - 1]));
            long low = field.multiply(next, inverse);
            quotient[j] = high;
            quotient[j - 1] = low;
            pair(values, j - 1, source, n, field.negate(high), field.negate(low), p);
        }
        for (; j >= 0; j--) {
            quotient[j] = field.multiply(values[n + j], inverse);
            field.addScaled(values, j, source, 0, n, field.negate(quotient[j]));
        }
        java.util.Arrays.fill(values, n, degree + 1, 0);
        trim(n - 1);
        return quotient;
    }

    @Override
    void subtractProduct(long[] quotient, RemainderRow row) {
        WordRow other = (WordRow) row;
        if (other.degree < 0) {
            return;
        }
        int j = quotient.length - 1;
        for (; j > 0; j -= 2) {
            pair(
                    values,
                    j - 1,
                    other.values,
                    other.degree + 2,
                    field.negate(quotient[j]),
                    field.negate(quotient[j - 1]),
                    p);
        }
        if (j == 0) {
            field.addScaled(values, 0, other.values, 0, other.degree + 1, field.negate(quotient[0]));
        }
        trim(Math.max(degree, other.degree + quotient.length - 1));
    }

    /** t[at + i] += high·s[i − 1] + low·s[i] for 0 ≤ i &lt; count, with s[−1] = 0. */
    private static void pair(long[] t, int at, long[] s, int count, long high, long low, long p) {
        final long highQuotient = quotient(high, p);
        final long lowQuotient = quotient(low, p);
        final long twice = 2 * p;
        long y = 0;
        for (int i = 0; i < count; i++) {
            long z = s[i];
            long e = Math.multiplyHigh(highQuotient, y << 1) + Math.multiplyHigh(lowQuotient, z << 1);
            long r = high * y + low * z - e * p - twice;
            r += twice & (r >> 63);
            r += t[at + i] - twice;
            r += twice & (r >> 63);
            r -= p;
            t[at + i] = r + (p & (r >> 63));
            y = z;
        }
    }
}
