package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * The test of Lucas and Lehmer: whether a Mersenne number 2^p − 1 is prime, with proof either way.
 *
 * <p>2^p − 1, p an odd prime, is prime exactly if it divides s(p − 2), where s(0) = 4 and s(i + 1) = s(i)² − 2.
 *
 * <p>Cost: p squarings of p bits, a few seconds at p = 19937. Memory: O(p) bits. Threads: safe. Source:
 * [CrandallPomerance2005, theorem 4.2.6].
 */
public final class LucasLehmer {

    private LucasLehmer() {}

    /** Whether 2^p − 1 is prime, p ≥ 1. Example: p = 11 gives 2047 = 23 · 89, so false. */
    public static boolean isMersennePrime(int p) {
        if (p < 1) {
            throw new IllegalArgumentException("p = " + p + ", expected at least 1");
        }
        if (p == 2) {
            return true;
        }
        if (!Primality.isPrime((long) p)) {
            return false;
        }
        BigInteger mersenne = BigInteger.ONE.shiftLeft(p).subtract(BigInteger.ONE);
        BigInteger s = BigInteger.valueOf(4);
        for (int i = 0; i < p - 2; i++) {
            s = s.multiply(s).subtract(BigInteger.TWO);
            if (s.signum() < 0) {
                s = s.add(mersenne);
            }
            // 2^p = 1: the bits from p on are added to those below.
            while (s.bitLength() > p) {
                s = s.and(mersenne).add(s.shiftRight(p));
            }
        }
        return s.signum() == 0 || s.equals(mersenne);
    }

    /** Whether n = 2^p − 1 for some p ≥ 1. */
    static boolean isMersenneNumber(BigInteger n) {
        return n.signum() > 0 && n.bitCount() == n.bitLength();
    }
}
