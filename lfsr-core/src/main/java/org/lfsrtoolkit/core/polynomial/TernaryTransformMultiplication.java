package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Products of very long binary polynomials by transforms of 3^k points over R = GF(2)[x]/(x^(2L) + x^L + 1).
 *
 * <p>In R, x has order 3L, and x^L is a cube root of one other than 1; so x^(3L/K) is a root of unity of order K = 3^k if
 * K/3 divides L, and a transform of K points needs shifts and additions alone. Both operands are cut into pieces of M ≤ L
 * bits, K·M at least the bits of the product; the pieces are transformed, multiplied in pairs and transformed back, which
 * gives the sums of products of pieces, of degree below 2L, in full.
 *
 * <p>Cost: O(n log n) additions of words, n the words of the product, and 3K products of L bits with K·L about 64n; K is
 * chosen by an estimate, near the root of 64n. Memory: about 7n words besides the product. Threads: pure function. Source:
 * [Schoenhage1977]; [BrentGaudryThomeZimmermann2008].
 */
final class TernaryTransformMultiplication {

    private static final int FEWEST_LEVELS = 4;
    private static final int MOST_LEVELS = 11;

    /** How a product is cut: 3^levels points, L bits of half an element, M bits of a piece; nanos is an estimate. */
    record Shape(int levels, int halfBits, int pieceBits, double nanos) {

        int points() {
            return power(levels);
        }

        /** For 3^levels points. */
        static Shape of(long productBits, int levels) {
            int points = power(levels);
            int piece = Math.toIntExact((productBits + points - 1) / points);
            int third = points / 3;
            int half = Math.multiplyExact((piece + third - 1) / third, third);
            int words = half + 63 >>> 6;
            double transforms = 3.0 * levels * points * (words + 3) * NANOS_A_WORD_AND_LEVEL;
            double products = 3.0 * points * BinaryKaratsuba.nanos(words);
            return new Shape(levels, half, piece, transforms + products);
        }

        /** The shape that looks fastest for a product of this many bits. */
        static Shape of(long productBits) {
            Shape best = of(productBits, FEWEST_LEVELS);
            for (int levels = FEWEST_LEVELS + 1; levels <= MOST_LEVELS; levels++) {
                Shape shape = of(productBits, levels);
                if (shape.nanos < best.nanos) {
                    best = shape;
                }
            }
            return best;
        }
    }

    /** Measured: butterflies, shifts, cutting and joining. */
    private static final double NANOS_A_WORD_AND_LEVEL = 2.5;

    private final int points;
    /** L. */
    private final int halfBits;

    private final int pieceBits;
    /** Words of half an element. */
    private final int words;

    private final long topMask;
    private final int levels;

    private long[] spareLow;
    private long[] spareHigh;
    private final long[] sum;

    private TernaryTransformMultiplication(Shape shape) {
        this.levels = shape.levels;
        this.points = shape.points();
        this.halfBits = shape.halfBits;
        this.pieceBits = shape.pieceBits;
        this.words = halfBits + 63 >>> 6;
        this.topMask = -1L >>> (64 * words - halfBits);
        this.spareLow = new long[words];
        this.spareHigh = new long[words];
        this.sum = new long[words];
    }

    /** a·b in na + nb words, of the first na words of a and the first nb words of b, na, nb ≥ 1. */
    static long[] multiply(long[] a, int na, long[] b, int nb) {
        return multiply(a, na, b, nb, Shape.of(64L * (na + nb)));
    }

    static long[] multiply(long[] a, int na, long[] b, int nb, Shape shape) {
        TernaryTransformMultiplication method = new TernaryTransformMultiplication(shape);
        Elements x = method.cut(a, na);
        Elements y = method.cut(b, nb);
        method.transform(x);
        method.transform(y);
        method.multiplyEach(x, y);
        method.transformBack(x);
        return method.join(x, na + nb);
    }

    private static int power(int levels) {
        int power = 1;
        for (int i = 0; i < levels; i++) {
            power *= 3;
        }
        return power;
    }

    /** Elements of R: low[i] + x^L·high[i], each half in {@code words} words, its bits from L on zero. */
    private record Elements(long[][] low, long[][] high) {}

    private Elements cut(long[] a, int n) {
        Elements pieces = new Elements(new long[points][words], new long[points][words]);
        int pieceWords = pieceBits + 63 >>> 6;
        for (int i = 0; (long) i * pieceBits < 64L * n; i++) {
            long from = (long) i * pieceBits;
            int count = (int) Math.min(pieceBits, 64L * n - from);
            copyBits(pieces.low[i], a, n, from, Math.min(pieceWords, count + 63 >>> 6));
            if ((count & 63) != 0) {
                pieces.low[i][count >>> 6] &= -1L >>> (64 - (count & 63));
            }
        }
        return pieces;
    }

    /** The first words of a / x^from, of the first n words of a. */
    private static void copyBits(long[] target, long[] a, int n, long from, int count) {
        int word = (int) (from >>> 6);
        int down = (int) from & 63;
        if (down == 0) {
            System.arraycopy(a, word, target, 0, count);
            return;
        }
        int whole = Math.min(count, n - word - 1);
        for (int i = 0; i < whole; i++) {
            target[i] = a[word + i] >>> down | a[word + i + 1] << 64 - down;
        }
        if (whole < count) {
            target[whole] = a[word + whole] >>> down;
        }
    }

    /** Σ c_i·x^(M·i), c_i of degree below 2L, of which the bits beyond the product are zero. */
    private long[] join(Elements c, int productWords) {
        long[] product = new long[productWords + 1];
        for (int i = 0; i < points; i++) {
            addBits(product, c.low[i], (long) i * pieceBits);
            addBits(product, c.high[i], (long) i * pieceBits + halfBits);
        }
        return Arrays.copyOf(product, productWords);
    }

    private void addBits(long[] target, long[] source, long shift) {
        int word = (int) (shift >>> 6);
        // above the end there are zeros alone
        int n = Math.min(words, target.length - 1 - word);
        if (n > 0) {
            BinaryWords.addShifted(target, source, n, word, (int) shift & 63);
        }
    }

    /** Decimation in frequency; the values come out in the order of reversed ternary digits. */
    private void transform(Elements a) {
        int order = 3 * halfBits;
        for (int third = points / 3; third >= 1; third /= 3) {
            // of the root of order 3·third
            int exponent = order / (3 * third);
            for (int from = 0; from < points; from += 3 * third) {
                for (int j = 0; j < third; j++) {
                    int u = from + j;
                    int v = u + third;
                    int w = v + third;
                    butterfly(a.low[u], a.high[u], a.low[v], a.high[v], a.low[w], a.high[w]);
                    multiplyByPower(a, v, j * exponent);
                    multiplyByPower(a, w, 2 * j * exponent);
                }
            }
        }
    }

    /** The inverse of {@link #transform}; 1/K = 1, as K is odd. */
    private void transformBack(Elements a) {
        int order = 3 * halfBits;
        for (int third = 1; third < points; third *= 3) {
            int exponent = order / (3 * third);
            for (int from = 0; from < points; from += 3 * third) {
                for (int j = 0; j < third; j++) {
                    int u = from + j;
                    int v = u + third;
                    int w = v + third;
                    multiplyByPower(a, v, j == 0 ? 0 : order - j * exponent);
                    multiplyByPower(a, w, j == 0 ? 0 : order - 2 * j * exponent);
                    // with z² for z, that is, with v and w exchanged
                    butterfly(a.low[u], a.high[u], a.low[w], a.high[w], a.low[v], a.high[v]);
                    exchange(a.low, v, w);
                    exchange(a.high, v, w);
                }
            }
        }
    }

    private static void exchange(long[][] a, int i, int j) {
        long[] held = a[i];
        a[i] = a[j];
        a[j] = held;
    }

    /**
     * (u, v, w) becomes (u + v + w, u + z·v + z²·w, u + z²·v + z·w), z = x^L, where z·(v0 + v1·z) = v1 + (v0 + v1)·z.
     */
    private static void butterfly(long[] u0, long[] u1, long[] v0, long[] v1, long[] w0, long[] w1) {
        for (int i = 0; i < u0.length; i++) {
            long low = v0[i] ^ w0[i];
            long high = v1[i] ^ w1[i];
            long u = u0[i];
            long v = v0[i];
            long z = u1[i];
            long y = v1[i];
            u0[i] = u ^ low;
            w0[i] = u ^ v ^ high;
            v0[i] = u ^ v ^ low ^ high;
            u1[i] = z ^ high;
            v1[i] = z ^ y ^ low;
            w1[i] = z ^ y ^ high ^ low;
        }
    }

    /** Element i times x^exponent, 0 ≤ exponent &lt; 3L. */
    private void multiplyByPower(Elements a, int i, int exponent) {
        long[] low = a.low[i];
        long[] high = a.high[i];
        int shift = exponent % halfBits;
        if (exponent >= halfBits) {
            for (int k = 0; k < words; k++) {
                sum[k] = low[k] ^ high[k];
            }
            if (exponent < 2 * halfBits) {
                low = high;
                high = sum;
            } else {
                high = low;
                low = sum;
            }
        }
        if (shift == 0) {
            if (exponent != 0) {
                // one of the halves may be the sum, which is needed again
                System.arraycopy(low, 0, spareLow, 0, words);
                System.arraycopy(high, 0, spareHigh, 0, words);
                takeSpare(a, i);
            }
            return;
        }
        // x^(2L) = x^L + 1: what leaves the high half comes back in both
        shiftUp(spareLow, low, shift);
        shiftUp(spareHigh, high, shift);
        addShiftedDown(spareLow, spareHigh, low, high, halfBits - shift);
        takeSpare(a, i);
    }

    private void takeSpare(Elements a, int i) {
        long[] low = a.low[i];
        long[] high = a.high[i];
        a.low[i] = spareLow;
        a.high[i] = spareHigh;
        spareLow = low;
        spareHigh = high;
    }

    /** target = the L low bits of source·x^shift. */
    private void shiftUp(long[] target, long[] source, int shift) {
        int word = shift >>> 6;
        int up = shift & 63;
        Arrays.fill(target, 0, word, 0);
        if (up == 0) {
            System.arraycopy(source, 0, target, word, words - word);
        } else {
            target[word] = source[0] << up;
            for (int i = word + 1; i < words; i++) {
                target[i] = source[i - word] << up | source[i - word - 1] >>> 64 - up;
            }
        }
        target[words - 1] &= topMask;
    }

    /** low += high'/x^count and high += (low' + high')/x^count, 0 &lt; count &lt; L. */
    private void addShiftedDown(long[] low, long[] high, long[] fromLow, long[] fromHigh, int count) {
        int word = count >>> 6;
        int down = count & 63;
        int n = words - word;
        if (down == 0) {
            for (int i = 0; i < n; i++) {
                low[i] ^= fromHigh[word + i];
                high[i] ^= fromHigh[word + i] ^ fromLow[word + i];
            }
            return;
        }
        long lastLow = fromLow[word];
        long lastHigh = fromHigh[word];
        for (int i = 0; i < n - 1; i++) {
            long nextLow = fromLow[word + i + 1];
            long nextHigh = fromHigh[word + i + 1];
            long h = lastHigh >>> down | nextHigh << 64 - down;
            low[i] ^= h;
            high[i] ^= h ^ (lastLow >>> down | nextLow << 64 - down);
            lastLow = nextLow;
            lastHigh = nextHigh;
        }
        low[n - 1] ^= lastHigh >>> down;
        high[n - 1] ^= (lastHigh ^ lastLow) >>> down;
    }

    /** x_i ← x_i·y_i, by three products of halves. */
    private void multiplyEach(Elements x, Elements y) {
        BinaryKaratsuba halves = new BinaryKaratsuba(words);
        long[] p0 = new long[2 * words];
        long[] p1 = new long[2 * words];
        long[] p2 = new long[2 * words];
        for (int i = 0; i < points; i++) {
            long[] a0 = x.low[i];
            long[] a1 = x.high[i];
            long[] b0 = y.low[i];
            long[] b1 = y.high[i];
            halves.multiply(p0, 0, a0, 0, b0, 0);
            halves.multiply(p2, 0, a1, 0, b1, 0);
            for (int k = 0; k < words; k++) {
                a0[k] ^= a1[k];
                b0[k] ^= b1[k];
            }
            halves.multiply(p1, 0, a0, 0, b0, 0);
            // p0 + (p1 − p0 − p2)·x^L + p2·x^(2L) = u + v·x^L, u = p0 + p2, v = p1 + p0
            for (int k = 0; k < 2 * words; k++) {
                long u = p0[k] ^ p2[k];
                p1[k] ^= p0[k];
                p0[k] = u;
            }
            reduce(a0, a1, p0, p1);
        }
    }

    /** low + high·x^L = u + v·x^L, where u and v have up to 2L bits. */
    private void reduce(long[] low, long[] high, long[] u, long[] v) {
        int word = halfBits >>> 6;
        int down = halfBits & 63;
        for (int k = 0; k < words; k++) {
            long upperU;
            long upperV;
            if (down == 0) {
                upperU = u[word + k];
                upperV = v[word + k];
            } else {
                upperU = u[word + k] >>> down | (word + k + 1 < u.length ? u[word + k + 1] << 64 - down : 0);
                upperV = v[word + k] >>> down | (word + k + 1 < v.length ? v[word + k + 1] << 64 - down : 0);
            }
            long mask = k == words - 1 ? topMask : -1L;
            low[k] = (u[k] ^ upperV) & mask;
            high[k] = (upperU ^ v[k] ^ upperV) & mask;
        }
    }
}
