package org.lfsrtoolkit.core.field;

/**
 * GF(2^k), 2 ≤ k ≤ 61, any modulus: carry-less products, reduced by byte tables.
 *
 * <p>Cost: 16 word multiplications a product up to k = 32, 32 above, and k/8 look-ups. Memory: 256·k bytes, from the
 * first product on. Inverses by the binary extended Euclidean algorithm.
 */
final class BinaryExtensionField extends CharacteristicTwoField {

    /** From this many elements on, tables of the multiples of a fixed factor pay for themselves. */
    private static final int FACTOR_TABLE_COUNT = 24;

    private final int k;
    private final long modulusBits;

    BinaryExtensionField(long... modulus) {
        super(modulus);
        this.k = modulus.length - 1;
        long bits = 0;
        for (int i = 0; i <= k; i++) {
            bits |= modulus[i] << i;
        }
        this.modulusBits = bits;
    }

    @Override
    public long multiply(long a, long b) {
        long high = k <= 32 ? 0 : CarrylessMultiplication.high(a, b);
        return reduction().reduce(high, CarrylessMultiplication.low(a, b));
    }

    @Override
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse in " + this);
        }
        // invariant: s0·a = r0 and s1·a = r1 modulo the modulus, and deg r0 ≥ deg r1
        long r0 = modulusBits;
        long r1 = a;
        long s0 = 0;
        long s1 = 1;
        while (r1 != 1) {
            int shift = Long.numberOfLeadingZeros(r1) - Long.numberOfLeadingZeros(r0);
            r0 ^= r1 << shift;
            s0 ^= s1 << shift;
            if (r0 == 0) {
                throw new ArithmeticException(a + " has no inverse in " + this + ": the modulus is reducible");
            }
            if (Long.numberOfLeadingZeros(r0) > Long.numberOfLeadingZeros(r1)) {
                long swap = r0;
                r0 = r1;
                r1 = swap;
                swap = s0;
                s0 = s1;
                s1 = swap;
            }
        }
        return s1;
    }

    /** rows[16·j + u] = factor · u(x)·x^(4j). */
    private long[] multiplesOf(long factor) {
        long[] rows = new long[16 * ((k + 3) / 4)];
        long power = factor;
        for (int j = 0; j < rows.length; j += 16) {
            for (int bit = 1; bit < 16; bit <<= 1) {
                for (int u = 0; u < bit; u++) {
                    rows[j + bit + u] = rows[j + u] ^ power;
                }
                power <<= 1;
                power ^= modulusBits & -(power >>> k);
            }
        }
        return rows;
    }

    private static long multiple(long[] rows, long s) {
        long product = rows[(int) s & 15];
        long rest = s >>> 4;
        for (int j = 16; j < rows.length; j += 16) {
            product ^= rows[j + ((int) rest & 15)];
            rest >>>= 4;
        }
        return product;
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        if (count < FACTOR_TABLE_COUNT) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] ^= multiply(factor, source[sourceFrom + i]);
            }
            return;
        }
        final long[] rows = multiplesOf(factor);
        for (int i = 0; i < count; i++) {
            target[targetFrom + i] ^= multiple(rows, source[sourceFrom + i]);
        }
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        if (count < FACTOR_TABLE_COUNT) {
            for (int i = from; i < from + count; i++) {
                target[i] = multiply(factor, target[i]);
            }
            return;
        }
        final long[] rows = multiplesOf(factor);
        for (int i = from; i < from + count; i++) {
            target[i] = multiple(rows, target[i]);
        }
    }

    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < count; i++) {
            low ^= CarrylessMultiplication.low(a[aFrom + i], b[bFrom + i]);
            if (k > 32) {
                high ^= CarrylessMultiplication.high(a[aFrom + i], b[bFrom + i]);
            }
        }
        return reduction().reduce(high, low);
    }
}
