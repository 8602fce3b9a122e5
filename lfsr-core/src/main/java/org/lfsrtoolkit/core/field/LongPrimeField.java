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
    private static final long LOW_HALF = 0xffff_ffffL;

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
        return reduce(Math.multiplyHigh(a, b), a * b);
    }

    /** high·2^64 + low mod p, for a number below p² or 2^64: either way h is below 2^(L+2), as L ≥ 32. */
    private long reduce(long high, long low) {
        long h = (high << (64 - shift)) | (low >>> shift);
        long rest = low - multiplyHigh(h, m) * p - 2 * p;
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

    /*
     * High words of the products and the halves of their low words are added apart, so that nothing carries. A high word is at
     * most (p − 1)²/2^64 < p/4: three of them and a rest below p stay below 2p. The sums of halves stay below 2^63 for any
     * count.
     */
    @Override
    public long dot(long[] a, int aFrom, long[] b, int bFrom, int count) {
        final long modulus = p;
        long high = 0;
        long upper = 0;
        long lower = 0;
        int i = 0;
        for (; i < count - 2; i += 3) {
            long x = a[aFrom + i];
            long y = b[bFrom + i];
            long x1 = a[aFrom + i + 1];
            long y1 = b[bFrom + i + 1];
            long x2 = a[aFrom + i + 2];
            long y2 = b[bFrom + i + 2];
            long product = x * y;
            long product1 = x1 * y1;
            long product2 = x2 * y2;
            upper += (product >>> 32) + (product1 >>> 32) + (product2 >>> 32);
            lower += (product & LOW_HALF) + (product1 & LOW_HALF) + (product2 & LOW_HALF);
            high += Math.multiplyHigh(x, y) + Math.multiplyHigh(x1, y1) + Math.multiplyHigh(x2, y2) - modulus;
            high += modulus & (high >> 63);
        }
        for (; i < count; i++) {
            long x = a[aFrom + i];
            long y = b[bFrom + i];
            long product = x * y;
            upper += product >>> 32;
            lower += product & LOW_HALF;
            high += Math.multiplyHigh(x, y) - modulus;
            high += modulus & (high >> 63);
        }
        upper += lower >>> 32;
        // upper·2^32 may pass 2^64 by a number below 2^31, which is less than p
        high += (upper >>> 32) - modulus;
        high += modulus & (high >> 63);
        return add(multiply(high, wordModP), reduce(0, upper << 32 | lower & LOW_HALF));
    }
}
