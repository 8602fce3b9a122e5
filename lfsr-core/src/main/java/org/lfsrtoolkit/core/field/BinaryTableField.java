package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.Nullable;

/**
 * GF(2^k), 2 ≤ k ≤ 16: addition is exclusive or, multiplication adds logarithms.
 *
 * <p>Tables are built at the first product (10·q bytes). Cost: two dependent look-ups a product.
 */
final class BinaryTableField extends CharacteristicTwoField {

    /** Built when first needed. A race builds it twice, to the same content, behind final fields. */
    private @Nullable LogarithmTable table;

    BinaryTableField(long... modulus) {
        super(modulus);
    }

    private LogarithmTable table() {
        LogarithmTable present = table;
        if (present == null) {
            present = LogarithmTable.of(new BinaryExtensionField(modulus()));
            table = present;
        }
        return present;
    }

    @Override
    public long multiply(long a, long b) {
        return table().multiply(a, b);
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        return table().inverse(a);
    }

    @Override
    public long power(long a, long exponent) {
        return exponent < 0 ? super.power(a, exponent) : table().power(a, exponent);
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        final int[] log = table().log;
        final char[] exp = table().exp;
        final int logFactor = log[(int) factor];
        for (int i = 0; i < count; i++) {
            target[targetFrom + i] ^= exp[logFactor + log[(int) source[sourceFrom + i]]];
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final int[] log = table().log;
        final char[] exp = table().exp;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum ^= exp[log[(int) a[aFrom + i]] + log[(int) b[bFrom + i]]];
        }
        return sum;
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        final int[] log = table().log;
        final char[] exp = table().exp;
        final int logFactor = log[(int) factor];
        for (int i = from; i < from + count; i++) {
            target[i] = exp[logFactor + log[(int) target[i]]];
        }
    }
}
