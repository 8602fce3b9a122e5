package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.Nullable;

/**
 * GF(p^k), p odd, k ≥ 2, 256 &lt; q ≤ 2^16: products add logarithms, sums use Zech's logarithm z(n), g^z(n) = 1 + g^n.
 *
 * <p>Tables are built at the first operation (14·q bytes). Cost: three dependent look-ups a product or sum. Source:
 * [LidlNiederreiter1997, ch. 10].
 */
final class ZechField extends FiniteField {

    /**
     * @param logarithms of the field
     * @param zech z(n) for 0 ≤ n &lt; q − 1; where 1 + g^n = 0, the index of a zero for every further summand
     */
    private record Tables(LogarithmTable logarithms, int[] zech) {}

    /** Built when first needed. A race builds it twice, to the same content, behind final fields. */
    private @Nullable Tables tables;

    /** q − 1. */
    private final int order;

    ZechField(long p, long... modulus) {
        super(p, modulus);
        this.order = (int) cardinality() - 1;
    }

    private Tables tables() {
        Tables present = tables;
        if (present == null) {
            FiniteField slow = new OddExtensionField(characteristic(), modulus());
            LogarithmTable logarithms = LogarithmTable.of(slow);
            int[] zech = new int[order];
            for (int n = 0; n < order; n++) {
                zech[n] = logarithms.log[(int) slow.add(1, logarithms.exp[n])];
            }
            present = new Tables(logarithms, zech);
            tables = present;
        }
        return present;
    }

    private static int add(int a, int b, int[] log, char[] exp, int[] zech, int order) {
        if (a == 0) {
            return b;
        }
        if (b == 0) {
            return a;
        }
        int difference = log[b] - log[a];
        return exp[log[a] + zech[difference + (order & (difference >> 31))]];
    }

    @Override
    public long add(long a, long b) {
        Tables t = tables();
        return add((int) a, (int) b, t.logarithms.log, t.logarithms.exp, t.zech, order);
    }

    @Override
    public long subtract(long a, long b) {
        return add(a, negate(b));
    }

    /** −1 = g^((q−1)/2). */
    @Override
    public long negate(long a) {
        LogarithmTable t = tables().logarithms;
        return t.exp[t.log[(int) a] + order / 2];
    }

    @Override
    public long multiply(long a, long b) {
        return tables().logarithms.multiply(a, b);
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        return tables().logarithms.inverse(a);
    }

    @Override
    public long power(long a, long exponent) {
        return exponent < 0 ? super.power(a, exponent) : tables().logarithms.power(a, exponent);
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        final int[] log = tables().logarithms.log;
        final char[] exp = tables().logarithms.exp;
        final int[] zech = tables().zech;
        final int logFactor = log[(int) factor];
        for (int i = 0; i < count; i++) {
            int term = exp[logFactor + log[(int) source[sourceFrom + i]]];
            target[targetFrom + i] = add((int) target[targetFrom + i], term, log, exp, zech, order);
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final int[] log = tables().logarithms.log;
        final char[] exp = tables().logarithms.exp;
        final int[] zech = tables().zech;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int term = exp[log[(int) a[aFrom + i]] + log[(int) b[bFrom + i]]];
            sum = add(sum, term, log, exp, zech, order);
        }
        return sum;
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        final int[] log = tables().logarithms.log;
        final char[] exp = tables().logarithms.exp;
        final int logFactor = log[(int) factor];
        for (int i = from; i < from + count; i++) {
            target[i] = exp[logFactor + log[(int) target[i]]];
        }
    }
}
