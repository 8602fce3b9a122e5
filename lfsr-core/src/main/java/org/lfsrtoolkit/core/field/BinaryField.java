package org.lfsrtoolkit.core.field;

/** GF(2): addition is exclusive or, multiplication is and. */
final class BinaryField extends CharacteristicTwoField {

    BinaryField() {
        super(0, 1);
    }

    @Override
    public long multiply(long a, long b) {
        return a & b;
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        return 1;
    }

    @Override
    public long power(long a, long exponent) {
        return exponent == 0 ? 1 : super.power(a, Math.min(exponent, 1));
    }

    @Override
    public long pthRoot(long a) {
        return a;
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor != 0) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] ^= source[sourceFrom + i];
            }
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum ^= a[aFrom + i] & b[bFrom + i];
        }
        return sum;
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        if (factor == 0) {
            java.util.Arrays.fill(target, from, from + count, 0);
        }
    }
}
