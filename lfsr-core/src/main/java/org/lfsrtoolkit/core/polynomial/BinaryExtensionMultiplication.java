package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Multiplication over GF(2^k) by one product of binary polynomials: x becomes a^(2k−1), so that the products of
 * coefficients, polynomials in a of degree up to 2k − 2, lie side by side (Kronecker's substitution).
 *
 * <p>Cost: that of a binary product of (2k − 1)·n bits, and a reduction for each coefficient. Memory: 4 such operands.
 * Threads: immutable.
 */
final class BinaryExtensionMultiplication extends DenseMultiplication {

    /** Shorter operands are multiplied coefficient by coefficient. */
    private static final int SHORTEST = 12;

    private final int slot;

    BinaryExtensionMultiplication(FiniteField field) {
        super(field);
        this.slot = 2 * field.extensionDegree() - 1;
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        int count = a.length + b.length - 1;
        if (Math.min(a.length, b.length) < SHORTEST) {
            long[] product = new long[count];
            SchoolbookMultiplication.multiply(field, product, 0, a, 0, a.length, b, 0, b.length);
            return product;
        }
        long[] x = pack(a);
        long[] y = pack(b);
        return unpack(BinaryMultiplication.multiply(x, x.length, y, y.length), count);
    }

    private long[] pack(long[] a) {
        long[] words = new long[Math.toIntExact(((long) a.length * slot + 63) >>> 6)];
        long position = 0;
        for (long coefficient : a) {
            int word = (int) (position >>> 6);
            int shift = (int) position & 63;
            words[word] |= coefficient << shift;
            if (shift != 0 && word + 1 < words.length) {
                words[word + 1] |= coefficient >>> (64 - shift);
            }
            position += slot;
        }
        return words;
    }

    private long[] unpack(long[] words, int count) {
        long[] coefficients = new long[count];
        final long lowMask = slot >= 64 ? -1L : (1L << slot) - 1;
        final long highMask = slot > 64 ? (1L << (slot - 64)) - 1 : 0;
        long position = 0;
        for (int i = 0; i < count; i++) {
            int word = (int) (position >>> 6);
            int shift = (int) position & 63;
            long low = words[word] >>> shift;
            long high = 0;
            if (shift + slot > 64) {
                long second = words[word + 1];
                high = second >>> shift;
                if (shift != 0) {
                    low |= second << (64 - shift);
                    if (shift + slot > 128) {
                        high |= words[word + 2] << (64 - shift);
                    }
                }
            }
            coefficients[i] = field.reduceBits(high & highMask, low & lowMask);
            position += slot;
        }
        return coefficients;
    }

    @Override
    int newtonThreshold() {
        return field.extensionDegree() <= 16 ? 48 : 32;
    }

    @Override
    int halfGcdBase() {
        return field.extensionDegree() <= BinaryPlanesRow.LARGEST_DEGREE ? 2500 : super.halfGcdBase();
    }

    @Override
    int reconstructionThreshold() {
        return field.extensionDegree() <= BinaryPlanesRow.LARGEST_DEGREE ? 300 : super.reconstructionThreshold();
    }
}
