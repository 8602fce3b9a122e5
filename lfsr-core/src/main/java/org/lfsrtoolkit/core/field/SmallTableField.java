package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.Nullable;

/**
 * GF(p^k), p odd, k ≥ 2, q ≤ 256: sums and products are looked up.
 *
 * <p>Tables are built at the first operation; memory: 2·r² bytes, r the power of 2 next to q (128 KiB at most).
 */
final class SmallTableField extends FiniteField {

    /** Both tables are indexed by (a &lt;&lt; shift) | b. */
    private record Tables(byte[] sum, byte[] product, short[] negative, short[] inverse) {}

    private final int shift;
    /** Built when first needed. A race builds it twice, to the same content, behind final fields. */
    private @Nullable Tables tables;

    SmallTableField(long p, long... modulus) {
        super(p, modulus);
        this.shift = 32 - Integer.numberOfLeadingZeros((int) cardinality() - 1);
    }

    private Tables tables() {
        Tables present = tables;
        if (present == null) {
            present = build();
            tables = present;
        }
        return present;
    }

    private Tables build() {
        FiniteField slow = new OddExtensionField(characteristic(), modulus());
        LogarithmTable logarithms = LogarithmTable.of(slow);
        int q = (int) cardinality();
        byte[] sum = new byte[q << shift];
        byte[] product = new byte[q << shift];
        short[] negative = new short[q];
        short[] inverse = new short[q];
        for (int a = 0; a < q; a++) {
            negative[a] = (short) slow.negate(a);
            inverse[a] = (short) (a == 0 ? 0 : logarithms.inverse(a));
            for (int b = 0; b < q; b++) {
                sum[(a << shift) | b] = (byte) slow.add(a, b);
                product[(a << shift) | b] = (byte) logarithms.multiply(a, b);
            }
        }
        return new Tables(sum, product, negative, inverse);
    }

    @Override
    public long add(long a, long b) {
        return tables().sum[(int) a << shift | (int) b] & 255;
    }

    @Override
    public long subtract(long a, long b) {
        Tables t = tables();
        return t.sum[(int) a << shift | t.negative[(int) b]] & 255;
    }

    @Override
    public long negate(long a) {
        return tables().negative[(int) a];
    }

    @Override
    public long multiply(long a, long b) {
        return tables().product[(int) a << shift | (int) b] & 255;
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        return tables().inverse[(int) a];
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        final byte[] sum = tables().sum;
        final byte[] product = tables().product;
        final int row = (int) factor << shift;
        final int width = shift;
        for (int i = 0; i < count; i++) {
            int term = product[row | (int) source[sourceFrom + i]] & 255;
            target[targetFrom + i] = sum[term << width | (int) target[targetFrom + i]] & 255;
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final byte[] sum = tables().sum;
        final byte[] product = tables().product;
        final int width = shift;
        int total = 0;
        for (int i = 0; i < count; i++) {
            int term = product[(int) a[aFrom + i] << width | (int) b[bFrom + i]] & 255;
            total = sum[total << width | term] & 255;
        }
        return total;
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        final byte[] product = tables().product;
        final int row = (int) factor << shift;
        for (int i = from; i < from + count; i++) {
            target[i] = product[row | (int) target[i]] & 255;
        }
    }
}
