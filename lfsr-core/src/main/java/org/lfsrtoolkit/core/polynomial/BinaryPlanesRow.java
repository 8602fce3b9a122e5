package org.lfsrtoolkit.core.polynomial;

import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A row over GF(2^k), 2 ≤ k ≤ 8, in bit planes: bit i of word w of plane j is bit j of the coefficient of x^(64w + i).
 *
 * <p>Multiplication by a constant is linear over GF(2): each plane of the product is a sum of planes. The sums of planes 0 to 3
 * and 4 to 7 are made once for each word, so that a product of 64 coefficients takes about 60 word operations. A copy shifted by one
 * place serves the quotients of degree 1, which are the rule in Euclid's algorithm.
 *
 * <p>Memory: two words for each four or eight planes and 64 coefficients. Source: [ArlazarovDinicKronrodFaradzev1970] for the tables of sums.
 */
final class BinaryPlanesRow extends RemainderRow {

    static final int LARGEST_DEGREE = 8;
    /** Shorter polynomials are divided faster coefficient by coefficient. */
    static final int SHORTEST = 70;

    private final int k;
    /** Planes kept, 4 or 8; those from k up are 0. */
    private final int stride;
    /** Word w of plane j is at w·stride + j. */
    private final long[] planes;
    /** The row one place up, wherever it is valid. */
    private final long[] up;

    private boolean upIsValid;
    /** At b the matrix of multiplication by a^b: bit 8j + i is bit j of a^b·a^i. Shared with the rows this one works on. */
    private long @Nullable [] products;

    private final long[] low = new long[16];
    private final long[] high = new long[16];

    BinaryPlanesRow(FiniteField field, int capacity) {
        super(field);
        this.k = field.extensionDegree();
        this.stride = k <= 4 ? 4 : 8;
        int words = (capacity + MARGIN + 63 >>> 6) + 1;
        this.planes = new long[words * stride];
        this.up = new long[words * stride];
        this.degree = -1;
    }

    private long[] products(BinaryPlanesRow other) {
        long[] present = products != null ? products : other.products;
        if (present == null) {
            present = new long[k];
            for (int b = 0; b < k; b++) {
                for (int i = 0; i < k; i++) {
                    for (long rest = field.multiply(1L << b, 1L << i); rest != 0; rest &= rest - 1) {
                        present[b] |= 1L << (8 * Long.numberOfTrailingZeros(rest) + i);
                    }
                }
            }
        }
        products = present;
        other.products = present;
        return present;
    }

    @Override
    void load(long[] coefficients) {
        for (int i = 0; i < coefficients.length; i++) {
            int at = (i >>> 6) * stride;
            for (long rest = coefficients[i]; rest != 0; rest &= rest - 1) {
                planes[at + Long.numberOfTrailingZeros(rest)] |= 1L << i;
            }
        }
        degree = coefficients.length - 1;
        upIsValid = false;
    }

    @Override
    long[] coefficients() {
        long[] result = new long[degree + 1];
        for (int from = 0; from < result.length; from += 64) {
            int end = Math.min(result.length, from + 64);
            for (int j = 0; j < k; j++) {
                long plane = planes[(from >>> 6) * stride + j];
                for (int i = from; i < end; i++) {
                    result[i] |= (plane >>> i & 1) << j;
                }
            }
        }
        return result;
    }

    private long coefficient(int i) {
        int at = (i >>> 6) * stride;
        long c = 0;
        for (int j = 0; j < k; j++) {
            c |= (planes[at + j] >>> i & 1) << j;
        }
        return c;
    }

    /** Sets the degree, at most the given one. */
    private void trim(int most) {
        upIsValid = false;
        for (int w = most >> 6; w >= 0; w--) {
            long any = 0;
            for (int j = 0; j < k; j++) {
                any |= planes[w * stride + j];
            }
            if (any != 0) {
                degree = 64 * w + 63 - Long.numberOfLeadingZeros(any);
                return;
            }
        }
        degree = -1;
    }

    private void shift() {
        if (!upIsValid) {
            int end = Math.min(((degree + 1 >>> 6) + 1) * stride, up.length);
            for (int i = 0; i < end; i++) {
                up[i] = planes[i] << 1 | (i < stride ? 0 : planes[i - stride] >>> 63);
            }
            upIsValid = true;
        }
    }

    @Override
    long[] divideBy(RemainderRow row) {
        BinaryPlanesRow divisor = (BinaryPlanesRow) row;
        int n = divisor.degree;
        long inverse = field.inverse(divisor.coefficient(n));
        long[] quotient = new long[degree - n + 1];
        for (int i = quotient.length - 1; i >= 0; i--) {
            quotient[i] = field.multiply(coefficient(n + i), inverse);
            add(quotient[i], i, divisor);
        }
        trim(n - 1);
        return quotient;
    }

    @Override
    void subtractProduct(long[] quotient, RemainderRow row) {
        BinaryPlanesRow other = (BinaryPlanesRow) row;
        if (other.degree < 0) {
            return;
        }
        for (int i = quotient.length - 1; i >= 0; i--) {
            add(quotient[i], i, other);
        }
        trim(Math.max(degree, other.degree + quotient.length - 1));
    }

    /** this += factor · x^at · source. */
    private void add(long factor, int at, BinaryPlanesRow source) {
        if (factor == 0) {
            return;
        }
        long[] basis = products(source);
        long matrix = 0;
        for (long rest = factor; rest != 0; rest &= rest - 1) {
            matrix ^= basis[Long.numberOfTrailingZeros(rest)];
        }
        int words = (source.degree + at >>> 6) + 1;
        long[] moved = source.planes;
        if (at == 1) {
            source.shift();
            moved = source.up;
        } else if (at > 1) {
            moved = source.shifted(at);
        }
        if (stride == 4) {
            addFour(planes, moved, 4 * words, matrix, low);
        } else {
            addEight(planes, moved, 8 * words, matrix, low, high);
        }
    }

    /** The row some places up. */
    private long[] shifted(int places) {
        int offset = (places >>> 6) * stride;
        int words = (degree + places >>> 6) + 1;
        long[] result = new long[words * stride];
        int from = ((degree >>> 6) + 1) * stride;
        for (int i = offset; i < result.length; i++) {
            int at = i - offset;
            // two shifts, so that a shift by 64 − 0 gives 0
            long low = at < stride ? 0 : planes[at - stride] >>> 1 >>> (63 - (places & 63));
            result[i] = (at < from ? planes[at] << places : 0) | low;
        }
        return result;
    }

    private static void addFour(long[] target, long[] source, int end, long matrix, long[] low) {
        final int i0 = (int) matrix & 15;
        final int i1 = (int) (matrix >>> 8) & 15;
        final int i2 = (int) (matrix >>> 16) & 15;
        final int i3 = (int) (matrix >>> 24) & 15;
        for (int at = 0; at < end; at += 4) {
            tabulate(low, source, at);
            target[at] ^= low[i0];
            target[at + 1] ^= low[i1];
            target[at + 2] ^= low[i2];
            target[at + 3] ^= low[i3];
        }
    }

    private static void addEight(long[] target, long[] source, int end, long matrix, long[] low, long[] high) {
        for (int at = 0; at < end; at += 8) {
            tabulate(low, source, at);
            tabulate(high, source, at + 4);
            target[at] ^= low[(int) matrix & 15] ^ high[(int) (matrix >>> 4) & 15];
            target[at + 1] ^= low[(int) (matrix >>> 8) & 15] ^ high[(int) (matrix >>> 12) & 15];
            target[at + 2] ^= low[(int) (matrix >>> 16) & 15] ^ high[(int) (matrix >>> 20) & 15];
            target[at + 3] ^= low[(int) (matrix >>> 24) & 15] ^ high[(int) (matrix >>> 28) & 15];
            target[at + 4] ^= low[(int) (matrix >>> 32) & 15] ^ high[(int) (matrix >>> 36) & 15];
            target[at + 5] ^= low[(int) (matrix >>> 40) & 15] ^ high[(int) (matrix >>> 44) & 15];
            target[at + 6] ^= low[(int) (matrix >>> 48) & 15] ^ high[(int) (matrix >>> 52) & 15];
            target[at + 7] ^= low[(int) (matrix >>> 56) & 15] ^ high[(int) (matrix >>> 60) & 15];
        }
    }

    /** sums[b] = the sum of those of the four words whose bits are set in b; sums[0] stays 0. */
    private static void tabulate(long[] sums, long[] words, int from) {
        long a = words[from];
        long b = words[from + 1];
        long c = words[from + 2];
        long d = words[from + 3];
        long ab = a ^ b;
        long cd = c ^ d;
        sums[1] = a;
        sums[2] = b;
        sums[3] = ab;
        sums[4] = c;
        sums[5] = a ^ c;
        sums[6] = b ^ c;
        sums[7] = ab ^ c;
        sums[8] = d;
        sums[9] = a ^ d;
        sums[10] = b ^ d;
        sums[11] = ab ^ d;
        sums[12] = cd;
        sums[13] = a ^ cd;
        sums[14] = b ^ cd;
        sums[15] = ab ^ cd;
    }
}
