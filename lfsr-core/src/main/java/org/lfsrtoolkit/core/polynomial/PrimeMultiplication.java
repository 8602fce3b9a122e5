package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Multiplication over GF(p), p odd: the choice among the methods. The limits were measured; see the polynomial benchmarks.
 *
 * <p>Where fused multiply-add is one instruction: for p up to 31 {@link PackedMultiplication}, for p &lt; 2^31 and short operands
 * {@link LimbMultiplication}, for larger p {@link KaratsubaMultiplication}, and {@link FloatingConvolution} for long operands.
 * Elsewhere, and for products too long for that, Karatsuba's method, {@link KroneckerMultiplication} for small p and
 * {@link TransformMultiplication} for long operands.
 */
final class PrimeMultiplication extends DenseMultiplication {

    /** Operands up to this length are multiplied term by term. */
    private static final int SHORTEST = 16;
    /** With a shorter operand, conversion to floating point does not pay. */
    private static final int SHORTEST_FLOATING = 8;
    /** Slots of more bits are never worth while, and those above 61 would not fit. */
    private static final int LARGEST_SLOT = 48;

    private final long p;
    private final boolean isWord;
    private final FloatingConvolution convolution;

    PrimeMultiplication(FiniteField field) {
        super(field);
        this.p = field.characteristic();
        this.isWord = p < 1L << 31;
        this.convolution = new FloatingConvolution(field);
    }

    FloatingConvolution convolution() {
        return convolution;
    }

    static boolean hasFloatingTransform(int length) {
        return FusedMultiplyAdd.isFast() && length <= FloatingTransform.LARGEST;
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        int shorter = Math.min(a.length, b.length);
        if (shorter <= SHORTEST_FLOATING) {
            return KaratsubaMultiplication.multiply(field, a, a.length, b, b.length);
        }
        return hasFloatingTransform(a.length + b.length - 1) ? multiplyFloating(a, b) : multiplyInteger(a, b);
    }

    private long[] multiplyFloating(long[] a, long[] b) {
        int shorter = Math.min(a.length, b.length);
        int longer = Math.max(a.length, b.length);
        if (p <= PackedMultiplication.LARGEST && shorter > SHORTEST && PackedMultiplication.group(p, shorter) > 1) {
            return PackedMultiplication.multiply(p, a, b);
        }
        double transform = floatingMicros(shorter, longer);
        int limbs = LimbMultiplication.limbs(p, shorter);
        if (limbs > 0) {
            return LimbMultiplication.micros(p, limbs, shorter, longer) < transform
                    ? LimbMultiplication.multiply(p, a, b)
                    : convolution.multiply(a, b);
        }
        return karatsubaMicros(shorter) * longer / shorter < transform
                ? KaratsubaMultiplication.multiply(field, a, a.length, b, b.length)
                : convolution.multiply(a, b);
    }

    private long[] multiplyInteger(long[] a, long[] b) {
        int shorter = Math.min(a.length, b.length);
        int longer = Math.max(a.length, b.length);
        double karatsuba = karatsubaMicros(shorter) * longer / shorter;
        double transform = transformMicros(shorter, longer);
        if (isWord) {
            int slot = KroneckerMultiplication.slotBits(p, shorter);
            if (slot <= LARGEST_SLOT) {
                double kronecker = kroneckerMicros((double) slot * shorter) * longer / shorter;
                if (kronecker < karatsuba && kronecker < transform) {
                    return KroneckerMultiplication.multiply(field, a, b);
                }
            }
        }
        return karatsuba < transform
                ? KaratsubaMultiplication.multiply(field, a, a.length, b, b.length)
                : TransformMultiplication.multiply(field, a, b);
    }

    /*
     * Models of the measured times, in microseconds on the machine of the benchmark page; only their ratios matter.
     */

    private double karatsubaMicros(int n) {
        double at128 = p < 1L << 28 ? 9.4 : isWord ? 21 : 24;
        return at128 * Math.pow(n / 128.0, 1.585);
    }

    private double floatingMicros(int shorter, int longer) {
        FloatingConvolution.Format format = convolution.format(shorter + longer - 1, shorter);
        return format.primes() * (1.7 + 0.0135 * format.shape().length());
    }

    private double transformMicros(int shorter, int longer) {
        int bits = 32 - Integer.numberOfLeadingZeros(shorter + longer - 2);
        double productBits = 2 * Math.log(p) / Math.log(2) + Math.log(shorter) / Math.log(2);
        int primes = (int) (productBits / NumberTheoreticTransform.PRIME_BITS) + 1;
        return 0.0049 * bits * (1L << bits) * primes;
    }

    private static double kroneckerMicros(double operandBits) {
        return 52 * Math.pow(operandBits / 13_300, 1.4);
    }

    @Override
    int newtonThreshold() {
        if (FusedMultiplyAdd.isFast()) {
            return p == 3
                    ? 800
                    : p <= PackedMultiplication.LARGEST ? 400 : p < 1L << 26 ? 200 : p < 1L << 48 ? 256 : 128;
        }
        return p < 1L << 12 ? 32 : p < 1L << 28 ? 190 : 250;
    }

    @Override
    boolean hasSpectra(int length) {
        return hasFloatingTransform(length);
    }

    @Override
    int halfGcdThreshold() {
        return p == 3 ? 40_000 : p < 1L << 48 ? 4000 : 1500;
    }

    @Override
    int halfGcdBase() {
        return p == 3 ? 10_000 : p < 1L << 48 ? 900 : 500;
    }

    @Override
    int reconstructionThreshold() {
        if (p != 3 && !FusedMultiplyAdd.isFast()) {
            return 4000;
        }
        return p < 1 << 12 ? 200 : p < 1L << 48 ? 1500 : 4000;
    }
}
