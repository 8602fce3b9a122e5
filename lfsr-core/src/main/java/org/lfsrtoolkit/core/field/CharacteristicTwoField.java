package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.Nullable;

/** GF(2^k): codes are added bit by bit, so that sum and difference are exclusive or and an element is its own negative. */
abstract class CharacteristicTwoField extends FiniteField {

    /** Built when first needed. A race builds it twice, to the same content, behind final fields. */
    private @Nullable BinaryReduction reduction;

    CharacteristicTwoField(long... modulus) {
        super(2, modulus);
    }

    @Override
    public final long add(long a, long b) {
        return a ^ b;
    }

    @Override
    public final long subtract(long a, long b) {
        return a ^ b;
    }

    @Override
    public final long negate(long a) {
        return a;
    }

    @Override
    public final long reduceBits(long high, long low) {
        return reduction().reduce(high, low);
    }

    /** Reduction of a product of polynomials in the generator. */
    final BinaryReduction reduction() {
        BinaryReduction present = reduction;
        if (present == null) {
            present = new BinaryReduction(modulus());
            reduction = present;
        }
        return present;
    }
}
