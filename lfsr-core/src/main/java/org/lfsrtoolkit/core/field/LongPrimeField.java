package org.lfsrtoolkit.core.field;

/**
 * GF(p) for a prime 2^31 &lt; p &lt; 2^62: products take two words and are reduced by Barrett's method.
 *
 * <p>Cost: four multiplications a product; three when many elements are multiplied by one factor, two and an addition
 * for each term of a sum of products. Source: [Barrett1986]; the constant factor's quotient is from [Harvey2014].
 */
final class LongPrimeField extends PrimeField {

    /*
     * Let 2^(L−1) < p < 2^L and m = floor(2^(L+62) / p), so 2^62 < m < 2^63. For x < p² put h = floor(x / 2^(L−2)),
     * which is below 2^(L+2) ≤ 2^64, and e = floor(h·m / 2^64). Dropping the low bits of x costs less than
     * 2^(L−2)/p < 1/2, rounding m costs less than h/2^64 < 1, rounding e less than 1: x − e·p lies in 0..2.5p, which
     * fits 64 bits unsigned; minus 2p it fits them signed.
     */
    private final int shift;
    private final long m;
    /** 2^64 mod p. */
    private final long wordModP;

    LongPrimeField(long p) {
        super(p);
        if (p <= 1L << 31 || p >= 1L << 62) {
            throw new IllegalArgumentException("p = " + p + ", expected a prime between 2^31 and 2^62");
        }
        int bits = 64 - Long.numberOfLeadingZeros(p);
        this.shift = bits - 2;
        this.m = java.math.BigInteger.ONE
                .shiftLeft(bits + 62)
                .divide(java.math.BigInteger.valueOf(p))
                .longValueExact();
        this.wordModP = Long.remainderUnsigned(-1L, p) + 1;
    }

    /** High word of the unsigned product; b must be below 2^63. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b);
    }

    @Override
    public long multiply(long a, long b) {
        long low = a * b;
        long high = (Math.multiplyHigh(a, b) << (64 - shift)) | (low >>> shift);
        long rest = low - multiplyHigh(high, m) * p - 2 * p;
        rest += p & (rest >> 63);
        return rest + (p & (rest >> 63));
    }

    /*
     * For a fixed factor w < p put w' = floor(w·2^L / p) < 2^L and e = floor(w'·s / 2^L) for s < p < 2^L. Then
     * 0 ≤ w·s/p − e < 1 + s/2^L < 2, so w·s − e·p lies in 0..2p−1. We keep w'·2^(64−L), of which a high product
     * with s is e.
     */
    private long fixedFactorQuotient(long factor) {
        int bits = shift + 2;
        long quotient = multiplyHigh(factor << 2, m);
        long rest = (factor << bits) - quotient * p;
        while (Long.compareUnsigned(rest, p) >= 0) {
            rest -= p;
            quotient++;
        }
        return quotient << (64 - bits);
    }

    @Override
    public void addScaled(long[] target, int targetFrom, long[] source, int sourceFrom, int count, long factor) {
        if (factor == 0) {
            return;
        }
        final long modulus = p;
        final long quotient = fixedFactorQuotient(factor);
        for (int i = 0; i < count; i++) {
            long s = source[sourceFrom + i];
            long product = factor * s - multiplyHigh(quotient, s) * modulus - modulus;
            product += modulus & (product >> 63);
            long sum = target[targetFrom + i] + product - modulus;
            target[targetFrom + i] = sum + (modulus & (sum >> 63));
        }
    }

    @Override
    public void scale(long[] target, int from, int count, long factor) {
        final long modulus = p;
        final long quotient = fixedFactorQuotient(factor);
        for (int i = from; i < from + count; i++) {
            long s = target[i];
            long product = factor * s - multiplyHigh(quotient, s) * modulus - modulus;
            target[i] = product + (modulus & (product >> 63));
        }
    }

    /** Adds two-word products; p·2^64 is taken off the high word as soon as it fits, which changes no residue. */
    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final long modulus = p;
        long low = 0;
        long high = 0;
        for (int i = 0; i < count; i++) {
            long x = a[aFrom + i];
            long y = b[bFrom + i];
            long product = x * y;
            low += product;
            long carry = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
            high += Math.multiplyHigh(x, y) + carry - modulus;
            high += modulus & (high >> 63);
        }
        return add(multiply(high, wordModP), Long.remainderUnsigned(low, modulus));
    }
}
