package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/** A mutable positive number that is divided by primes below 2^31, in place. Not thread-safe. */
final class SmallDividend {

    /** 32 bits each, lowest first. */
    private final int[] limbs;

    private int size;

    SmallDividend(BigInteger value) {
        limbs = new int[(value.bitLength() + 31) / 32];
        size = limbs.length;
        for (int i = 0; i < size; i++) {
            limbs[i] = value.shiftRight(32 * i).intValue();
        }
    }

    /** Divides by p and returns true if p divides the number; else leaves it. */
    boolean divideIfExact(int p) {
        long remainder = 0;
        for (int i = size - 1; i >= 0; i--) {
            remainder = (remainder << 32 | limbs[i] & 0xffffffffL) % p;
        }
        if (remainder != 0) {
            return false;
        }
        for (int i = size - 1; i >= 0; i--) {
            long dividend = remainder << 32 | limbs[i] & 0xffffffffL;
            long quotient = dividend / p;
            limbs[i] = (int) quotient;
            remainder = dividend - quotient * p;
        }
        if (size > 1 && limbs[size - 1] == 0) {
            size--;
        }
        return true;
    }

    boolean isBelow(long bound) {
        return size <= 2 && longValue() >= 0 && longValue() < bound;
    }

    /** The number modulo 2^64. */
    long longValue() {
        return (size > 1 ? (long) limbs[1] << 32 : 0) | limbs[0] & 0xffffffffL;
    }
}
