package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A mutable positive number below 2^192 that is divided by odd primes, in place; reusable.
 *
 * <p>Divisibility is read off the quotient modulo a power of 2^64 (Hensel's division), which takes multiplications only:
 * d divides a number of one word if and only if the number times 1/d mod 2^64 is at most (2^64 − 1)/d. Not thread-safe.
 * Source: [GranlundMontgomery1994].
 */
final class SmallDividend {

    static final int MAX_BITS = 192;

    private long low;
    private long middle;
    private long high;

    /** Sets the number high·2^64 + low, high ≥ 0. */
    void set(long newHigh, long newLow) {
        low = newLow;
        middle = newHigh;
        high = 0;
    }

    /** Sets a number 0 ≤ value &lt; 2^192. */
    void set(BigInteger value) {
        low = value.longValue();
        middle = value.shiftRight(64).longValue();
        high = value.shiftRight(128).longValue();
    }

    /**
     * Divides by d and returns true if d divides the number; else leaves it.
     *
     * @param d odd, 3 .. 2^31
     * @param inverse 1/d modulo 2^64
     * @param limit ⌊(2^64 − 1)/d⌋, unsigned
     */
    boolean divideIfExact(int d, long inverse, long limit) {
        long q0 = low * inverse;
        if ((middle | high) == 0) {
            if (Long.compareUnsigned(q0, limit) > 0) {
                return false;
            }
            low = q0;
            return true;
        }
        // What the lower words of the quotient times d carry into the next word is taken off there.
        long carry = multiplyHighUnsigned(q0, d);
        long q1 = (middle - carry) * inverse;
        carry = multiplyHighUnsigned(q1, d) + (Long.compareUnsigned(middle, carry) < 0 ? 1 : 0);
        long q2 = (high - carry) * inverse;
        // An exact quotient has at most this in its highest word, and takes no more from the number than there is.
        if (Long.compareUnsigned(high, carry) < 0 || Long.compareUnsigned(q2, limit) > 0) {
            return false;
        }
        low = q0;
        middle = q1;
        high = q2;
        return true;
    }

    /** Divides by the highest power of 2 that divides the number, which is not 0, and returns its exponent. */
    int divideOutTwos() {
        int twos = 0;
        while (low == 0) {
            low = middle;
            middle = high;
            high = 0;
            twos += 64;
        }
        int shift = Long.numberOfTrailingZeros(low);
        if (shift > 0) {
            low = low >>> shift | middle << 64 - shift;
            middle = middle >>> shift | high << 64 - shift;
            high >>>= shift;
        }
        return twos + shift;
    }

    private static long multiplyHighUnsigned(long a, int b) {
        // b ≥ 0: only a negative a is off, by b.
        return Math.multiplyHigh(a, b) + (a >> 63 & b);
    }

    boolean isBelow(long bound) {
        return (middle | high) == 0 && low >= 0 && low < bound;
    }

    boolean isZero() {
        return (low | middle | high) == 0;
    }

    /** The number modulo 2^64. */
    long longValue() {
        return low;
    }

    BigInteger toBigInteger() {
        if ((middle | high) == 0 && low >= 0) {
            return BigInteger.valueOf(low);
        }
        byte[] bytes = new byte[MAX_BITS / 8];
        ByteBuffer.wrap(bytes).putLong(high).putLong(middle).putLong(low);
        return new BigInteger(1, bytes);
    }
}
