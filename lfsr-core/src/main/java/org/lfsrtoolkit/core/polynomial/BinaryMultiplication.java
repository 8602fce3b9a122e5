package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Products of binary polynomials packed into words, low to high; bit i of word w is the coefficient of x^(64w + i). Here
 * the method is chosen.
 *
 * <p>{@link BinaryComb} for a few words, {@link BinaryKaratsuba} above, {@link TernaryTransformMultiplication} for long
 * operands. Operands of different lengths are cut into pieces of the shorter one's length where transforms of the whole
 * do not pay.
 *
 * <p>Cost: O(n^1.585) for n words up to some hundred, O(n^1.3) or less from there on. Memory: linear. Threads: pure functions.
 */
final class BinaryMultiplication {

    /** From so many words of the shorter operand on, transforms may be faster (on a 2-core EPYC, JDK 17). */
    private static final int LEAST_WORDS_FOR_TRANSFORMS = 300;

    private BinaryMultiplication() {}

    /** a·b in na + nb words, of the first na words of a and the first nb words of b, na, nb ≥ 1. */
    static long[] multiply(long[] a, int na, long[] b, int nb) {
        return na < nb ? multiplyLonger(b, nb, a, na) : multiplyLonger(a, na, b, nb);
    }

    private static long[] multiplyLonger(long[] longer, int n, long[] shorter, int m) {
        if (m >= LEAST_WORDS_FOR_TRANSFORMS) {
            TernaryTransformMultiplication.Shape shape = TernaryTransformMultiplication.Shape.of(64L * (n + m));
            if (shape.nanos() < BinaryKaratsuba.nanos(m) * n / m) {
                return TernaryTransformMultiplication.multiply(longer, n, shorter, m, shape);
            }
        }
        long[] product = new long[n + m];
        BinaryKaratsuba method = new BinaryKaratsuba(m);
        if (n == m) {
            method.multiply(product, 0, longer, 0, shorter, 0);
            return product;
        }
        long[] piece = new long[2 * m];
        int from = 0;
        for (; from + m <= n; from += m) {
            method.multiply(piece, 0, longer, from, shorter, 0);
            addAt(product, from, piece);
        }
        if (from < n) {
            addAt(product, from, multiply(shorter, m, Arrays.copyOfRange(longer, from, n), n - from));
        }
        return product;
    }

    private static void addAt(long[] product, int from, long[] piece) {
        for (int i = 0; i < piece.length; i++) {
            product[from + i] ^= piece[i];
        }
    }

    /** The square of the first n words: each bit moves to twice its place. */
    static long[] square(long[] a, int n) {
        long[] square = new long[2 * n];
        for (int i = 0; i < n; i++) {
            square[2 * i] = spread((int) a[i]);
            square[2 * i + 1] = spread((int) (a[i] >>> 32));
        }
        return square;
    }

    private static long spread(int bits) {
        long x = bits & 0xFFFF_FFFFL;
        x = (x | x << 16) & 0x0000_FFFF_0000_FFFFL;
        x = (x | x << 8) & 0x00FF_00FF_00FF_00FFL;
        x = (x | x << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        x = (x | x << 2) & 0x3333_3333_3333_3333L;
        return (x | x << 1) & 0x5555_5555_5555_5555L;
    }
}
