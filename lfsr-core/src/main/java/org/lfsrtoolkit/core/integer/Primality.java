package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Whether a number is prime.
 *
 * <p>Below 2^64 the answer is proved: the strong test to the first few prime bases has no counterexample there, as many of
 * them as the size of n asks for, twelve in the end [Jaeschke1993], [JiangDeng2014], [SorensonWebster2015]; so it is for
 * Mersenne numbers 2^p − 1 of any size ({@link LucasLehmer}). Otherwise, it is the Baillie–PSW test (strong to base 2, then
 * {@link StrongLucasTest}): a "no" is certain, a "yes" means <em>probable prime</em>; no composite that passes is known
 * [BaillieWagstaff1980].
 *
 * <p>Cost: O(log n) multiplications modulo n; a few µs for a prime near 2^62. Memory: O(log n) bits. Threads: safe. Numbers
 * below 2, negative ones included, are not prime.
 */
public final class Primality {

    /** Numbers below this bound are decided with proof. */
    public static final BigInteger PROVED_BELOW = BigInteger.ONE.shiftLeft(64);

    private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    /** The least composite numbers that pass to the first 2, 3, 4, 5, 6, 7 and 9 bases. */
    private static final long[] LEAST_PASSING = {
        1_373_653L,
        25_326_001L,
        3_215_031_751L,
        2_152_302_898_747L,
        3_474_749_660_383L,
        341_550_071_728_321L,
        3_825_123_056_546_413_051L
    };

    private static final int[] BASES_PASSED = {2, 3, 4, 5, 6, 7, 9};

    /** Up to this size arithmetic in limbs of our own is faster than that of BigInteger. */
    private static final int MAX_LIMB_BITS = 256;

    private Primality() {}

    /** Whether n is prime; proved for every n &lt; 2^63. */
    public static boolean isPrime(long n) {
        if (n < 41 * 41) {
            return isSmallPrime((int) Math.max(n, 0));
        }
        if ((n & 1) == 0) {
            return false;
        }
        for (int i = 1; i < BASES.length; i++) {
            if (n % BASES[i] == 0) {
                return false;
            }
        }
        Montgomery63 mod = new Montgomery63(n);
        int twos = Long.numberOfTrailingZeros(n - 1);
        long odd = n - 1 >>> twos;
        int bases = basesFor(n);
        for (int i = 0; i < bases; i++) {
            if (!isStrongProbablePrime(mod, BASES[i], odd, twos)) {
                return false;
            }
        }
        return true;
    }

    private static int basesFor(long n) {
        for (int i = 0; i < LEAST_PASSING.length; i++) {
            if (n < LEAST_PASSING[i]) {
                return BASES_PASSED[i];
            }
        }
        return BASES.length;
    }

    private static boolean isSmallPrime(int n) {
        if (n < 2) {
            return false;
        }
        for (int base : BASES) {
            if (n % base == 0) {
                return n == base;
            }
        }
        return true;
    }

    private static boolean isStrongProbablePrime(Montgomery63 mod, int base, long odd, int twos) {
        long one = mod.one();
        long minusOne = mod.modulus() - one;
        long x = mod.power(mod.enter(base), odd);
        if (x == one || x == minusOne) {
            return true;
        }
        for (int i = 1; i < twos; i++) {
            x = mod.multiply(x, x);
            if (x == minusOne) {
                return true;
            }
        }
        return false;
    }

    /** Whether n is prime: proved where {@link #isDecidedWithProof}, else a probable prime. */
    public static boolean isPrime(BigInteger n) {
        if (n.bitLength() <= 63) {
            return isPrime(n.longValue());
        }
        if (!n.testBit(0)) {
            return false;
        }
        for (int i = 1; i < BASES.length; i++) {
            if (n.mod(BigInteger.valueOf(BASES[i])).signum() == 0) {
                return false;
            }
        }
        if (n.signum() < 0) {
            return false;
        }
        if (n.compareTo(PROVED_BELOW) < 0) {
            for (int base : BASES) {
                if (!isStrongProbablePrime(n, BigInteger.valueOf(base))) {
                    return false;
                }
            }
            return true;
        }
        if (LucasLehmer.isMersenneNumber(n)) {
            return LucasLehmer.isMersennePrime(n.bitLength());
        }
        return isStrongProbablePrime(n, BigInteger.TWO) && StrongLucasTest.passes(n);
    }

    /** Whether {@link #isPrime(BigInteger)} answers for n with proof: n &lt; 2^64, or n = 2^p − 1. */
    public static boolean isDecidedWithProof(BigInteger n) {
        return n.compareTo(PROVED_BELOW) < 0 || LucasLehmer.isMersenneNumber(n);
    }

    /** Whether odd n &gt; 2 passes the strong test to the given base. */
    static boolean isStrongProbablePrime(BigInteger n, BigInteger base) {
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        int twos = minusOne.getLowestSetBit();
        BigInteger odd = minusOne.shiftRight(twos);
        BigInteger x;
        if (n.bitLength() <= MAX_LIMB_BITS) {
            MontgomeryLimbs mod = new MontgomeryLimbs(n);
            x = mod.leave(mod.power(mod.enter(base), odd));
        } else {
            x = base.modPow(odd, n);
        }
        if (x.equals(BigInteger.ONE) || x.equals(minusOne)) {
            return true;
        }
        for (int i = 1; i < twos; i++) {
            x = x.multiply(x).mod(n);
            if (x.equals(minusOne)) {
                return true;
            }
        }
        return false;
    }
}
