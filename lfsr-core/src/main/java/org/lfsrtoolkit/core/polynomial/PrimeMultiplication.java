package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Multiplication over GF(p), p odd: {@link SchoolbookMultiplication} for short operands, then
 * {@link KroneckerMultiplication} for small p and {@link KaratsubaMultiplication} for others, and
 * {@link TransformMultiplication} for long ones. The limits were measured; see the polynomial benchmarks.
 */
final class PrimeMultiplication extends DenseMultiplication {

    private final long p;
    private final boolean isWord;

    PrimeMultiplication(FiniteField field) {
        super(field);
        this.p = field.characteristic();
        this.isWord = p < 1L << 31;
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        int shorter = Math.min(a.length, b.length);
        if (shorter <= 16) {
            return KaratsubaMultiplication.multiply(field, a, a.length, b, b.length);
        }
        int slot = isWord ? KroneckerMultiplication.slotBits(p, shorter) : 128;
        if (slot <= 40 && shorter <= 30_000) {
            return KroneckerMultiplication.multiply(field, a, b);
        }
        return shorter < transformThreshold(slot)
                ? KaratsubaMultiplication.multiply(field, a, a.length, b, b.length)
                : TransformMultiplication.multiply(field, a, b);
    }

    private static int transformThreshold(int slot) {
        return slot < 60 ? 400 : 1000;
    }

    @Override
    int newtonThreshold() {
        return isWord && p < 1 << 12 ? 60 : 200;
    }
}
