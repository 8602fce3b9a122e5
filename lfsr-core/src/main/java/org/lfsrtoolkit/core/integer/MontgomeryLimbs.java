package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Arithmetic modulo an odd n of any size up to about 9000 bits, on residues in Montgomery form held in signed limbs.
 *
 * <p>An element is a {@code long[]} of {@link #size()} limbs; it belongs to the modulus that made it. Sums and differences
 * are taken limb by limb without carries and without reduction, which is why they cost almost nothing: a
 * <em>product</em> accepts any sum or difference of two products (or of constants made by {@link #enter}), and no deeper
 * ones. {@link #leave} gives the canonical residue.
 *
 * <p>Cost: a product of numbers of s limbs takes 4·s² word multiplications, about 30 ns at 200 bits. Threads: immutable;
 * results are written to arrays of the caller. Source: [Montgomery1985].
 */
final class MontgomeryLimbs {

    /*
     * value = Σ limb_i·2^(52 i). Limbs of a product lie in 0..2^52−1 but for the signed top limb; those of a sum or
     * difference of two in −2^53..2^53, so a product of limbs is below 2^106 and its high part (above 2^52) below 2^54.
     * A column collects, over s rows, two high parts and two low parts: less than s·(2^54 + 3·2^52) < 2^63 for s < 290.
     * high(x·y) = floor(x·y/2^52) = multiplyHigh(x·2^6, y·2^6), right for signed limbs as well, as is x·y & MASK.
     *
     * R = 2^(52 s) ≥ 2^8·n. Factors lie in (−4n, 4n), so their product plus m·n, over R, lies in (−n/16, n + n/16):
     * no final subtraction is ever needed.
     */
    private static final int LIMB_BITS = 52;
    private static final int SLACK_BITS = 8;
    private static final int PRE_SHIFT = (64 - LIMB_BITS) / 2;
    private static final long MASK = (1L << LIMB_BITS) - 1;
    /** Longest modulus. */
    static final int MAX_BITS = 9000;

    private final BigInteger n;
    private final int size;
    private final long[] limbs;
    private final long negatedInverse;
    private final BigInteger r;
    private final BigInteger rInverse;

    /** @param modulus odd, at least 3, at most 9000 bits */
    MontgomeryLimbs(BigInteger modulus) {
        if (modulus.bitLength() < 2 || !modulus.testBit(0) || modulus.bitLength() > MAX_BITS) {
            throw new IllegalArgumentException("modulus = " + modulus + ", expected odd, 3 .. 2^" + MAX_BITS);
        }
        n = modulus;
        size = (modulus.bitLength() + SLACK_BITS + LIMB_BITS - 1) / LIMB_BITS;
        limbs = split(modulus);
        long low = limbs[0];
        long inverse = low;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - low * inverse;
        }
        negatedInverse = -inverse & MASK;
        r = BigInteger.ONE.shiftLeft(LIMB_BITS * size);
        rInverse = r.modInverse(modulus);
    }

    BigInteger modulus() {
        return n;
    }

    /** Limbs of an element. */
    int size() {
        return size;
    }

    private long[] split(BigInteger x) {
        long[] result = new long[size];
        BigInteger mask = BigInteger.valueOf(MASK);
        for (int i = 0; i < size; i++) {
            result[i] = x.shiftRight(LIMB_BITS * i).and(mask).longValue();
        }
        return result;
    }

    /** The Montgomery form of an integer. */
    long[] enter(BigInteger x) {
        return split(x.multiply(r).mod(n));
    }

    /** The Montgomery form of a small integer. */
    long[] enter(long x) {
        return enter(BigInteger.valueOf(x));
    }

    /** The residue 0..n−1 of an element. */
    BigInteger leave(long[] x) {
        return raw(x).multiply(rInverse).mod(n);
    }

    /** gcd(x, n): the Montgomery factor has no part in it. */
    BigInteger gcd(long[] x) {
        return raw(x).mod(n).gcd(n);
    }

    private BigInteger raw(long[] x) {
        BigInteger value = BigInteger.ZERO;
        for (int i = size - 1; i >= 0; i--) {
            value = value.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(x[i]));
        }
        return value;
    }

    long[] newElement() {
        return new long[size];
    }

    void copy(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, size);
    }

    /** result = a + b; not accepted as the operand of another sum before a product. */
    void add(long[] a, long[] b, long[] result) {
        for (int i = 0; i < size; i++) {
            result[i] = a[i] + b[i];
        }
    }

    /** result = a − b; not accepted as the operand of another sum before a product. */
    void subtract(long[] a, long[] b, long[] result) {
        for (int i = 0; i < size; i++) {
            result[i] = a[i] - b[i];
        }
    }

    /** result = a·b. The result may be one of the factors. */
    void multiply(long[] a, long[] b, long[] result) {
        switch (size) {
            case 2 -> multiply2(a, b, result);
            case 3 -> multiply3(a, b, result);
            case 4 -> multiply4(a, b, result);
            default -> multiplyAny(a, b, result);
        }
    }

    private void multiplyAny(long[] a, long[] b, long[] result) {
        int s = size;
        long[] nn = limbs;
        long inverse = negatedInverse;
        long[] t = new long[s];
        long b0 = b[0];
        long b0Shifted = b0 << PRE_SHIFT;
        long n0 = nn[0];
        long n0Shifted = n0 << PRE_SHIFT;
        for (int i = 0; i < s; i++) {
            long x = a[i];
            long xShifted = x << PRE_SHIFT;
            long sum = t[0] + (x * b0 & MASK);
            long m = sum * inverse & MASK;
            long mShifted = m << PRE_SHIFT;
            sum += m * n0 & MASK;
            long carry = (sum >> LIMB_BITS)
                    + Math.multiplyHigh(xShifted, b0Shifted)
                    + Math.multiplyHigh(mShifted, n0Shifted);
            for (int j = 1; j < s; j++) {
                long y = b[j];
                long z = nn[j];
                t[j - 1] = t[j] + (x * y & MASK) + (m * z & MASK) + carry;
                carry = Math.multiplyHigh(xShifted, y << PRE_SHIFT) + Math.multiplyHigh(mShifted, z << PRE_SHIFT);
            }
            t[s - 1] = carry;
        }
        long carry = 0;
        for (int j = 0; j < s - 1; j++) {
            carry += t[j];
            result[j] = carry & MASK;
            carry >>= LIMB_BITS;
        }
        result[s - 1] = t[s - 1] + carry;
    }

    private static long high(long x, long y) {
        return Math.multiplyHigh(x << PRE_SHIFT, y << PRE_SHIFT);
    }

    // The same for two, three and four limbs, unrolled: about 1.6 times as fast.

    private void multiply2(long[] a, long[] b, long[] result) {
        long b0 = b[0];
        long b1 = b[1];
        long n0 = limbs[0];
        long n1 = limbs[1];
        long inverse = negatedInverse;
        long t0 = 0;
        long t1 = 0;
        for (int i = 0; i < 2; i++) {
            long x = a[i];
            long sum = t0 + (x * b0 & MASK);
            long m = sum * inverse & MASK;
            long carry = (sum + (m * n0 & MASK) >> LIMB_BITS) + high(x, b0) + high(m, n0);
            t0 = t1 + (x * b1 & MASK) + (m * n1 & MASK) + carry;
            t1 = high(x, b1) + high(m, n1);
        }
        result[0] = t0 & MASK;
        result[1] = t1 + (t0 >> LIMB_BITS);
    }

    private void multiply3(long[] a, long[] b, long[] result) {
        long b0 = b[0];
        long b1 = b[1];
        long b2 = b[2];
        long n0 = limbs[0];
        long n1 = limbs[1];
        long n2 = limbs[2];
        long inverse = negatedInverse;
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        for (int i = 0; i < 3; i++) {
            long x = a[i];
            long sum = t0 + (x * b0 & MASK);
            long m = sum * inverse & MASK;
            long carry = (sum + (m * n0 & MASK) >> LIMB_BITS) + high(x, b0) + high(m, n0);
            t0 = t1 + (x * b1 & MASK) + (m * n1 & MASK) + carry;
            t1 = t2 + (x * b2 & MASK) + (m * n2 & MASK) + high(x, b1) + high(m, n1);
            t2 = high(x, b2) + high(m, n2);
        }
        t1 += t0 >> LIMB_BITS;
        result[0] = t0 & MASK;
        result[1] = t1 & MASK;
        result[2] = t2 + (t1 >> LIMB_BITS);
    }

    private void multiply4(long[] a, long[] b, long[] result) {
        long b0 = b[0];
        long b1 = b[1];
        long b2 = b[2];
        long b3 = b[3];
        long n0 = limbs[0];
        long n1 = limbs[1];
        long n2 = limbs[2];
        long n3 = limbs[3];
        long inverse = negatedInverse;
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        for (int i = 0; i < 4; i++) {
            long x = a[i];
            long sum = t0 + (x * b0 & MASK);
            long m = sum * inverse & MASK;
            long carry = (sum + (m * n0 & MASK) >> LIMB_BITS) + high(x, b0) + high(m, n0);
            t0 = t1 + (x * b1 & MASK) + (m * n1 & MASK) + carry;
            t1 = t2 + (x * b2 & MASK) + (m * n2 & MASK) + high(x, b1) + high(m, n1);
            t2 = t3 + (x * b3 & MASK) + (m * n3 & MASK) + high(x, b2) + high(m, n2);
            t3 = high(x, b3) + high(m, n3);
        }
        t1 += t0 >> LIMB_BITS;
        t2 += t1 >> LIMB_BITS;
        result[0] = t0 & MASK;
        result[1] = t1 & MASK;
        result[2] = t2 & MASK;
        result[3] = t3 + (t2 >> LIMB_BITS);
    }

    /** a^e for e ≥ 0, in a new array. */
    long[] power(long[] a, BigInteger e) {
        long[] result = e.signum() == 0 ? enter(1) : a.clone();
        for (int i = e.bitLength() - 2; i >= 0; i--) {
            multiply(result, result, result);
            if (e.testBit(i)) {
                multiply(result, a, result);
            }
        }
        return result;
    }

    /** result = a². */
    void square(long[] a, long[] result) {
        multiply(a, a, result);
    }
}
