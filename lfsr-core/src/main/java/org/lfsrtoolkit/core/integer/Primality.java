package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Whether a number is prime.
 *
 * <p>Below 2^64 the answer is proved: the strong test to the first twelve prime bases has no counterexample there
 * [SorensonWebster2015]; so it is for Mersenne numbers 2^p − 1 of any size ({@link LucasLehmer}). Otherwise, it is the Baillie–PSW test (strong to base 2, then strong Lucas with Selfridge's
 * parameters): a "no" is certain, a "yes" means <em>probable prime</em>; no composite that passes is known
 * [BaillieWagstaff1980].
 *
 * <p>Cost: O(log n) multiplications modulo n; about 1 µs at 2^62. Memory: O(log n) bits. Threads: safe. Numbers below
 * 2, negative ones included, are not prime.
 */
public final class Primality {

    /** Numbers below this bound are decided with proof. */
    public static final BigInteger PROVED_BELOW = BigInteger.ONE.shiftLeft(64);

    private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

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
        for (int base : BASES) {
            if (!isStrongProbablePrime(mod, base, odd, twos)) {
                return false;
            }
        }
        return true;
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
        return isStrongProbablePrime(n, BigInteger.TWO) && isStrongLucasProbablePrime(n);
    }

    /** Whether {@link #isPrime(BigInteger)} answers for n with proof: n &lt; 2^64, or n = 2^p − 1. */
    public static boolean isDecidedWithProof(BigInteger n) {
        return n.compareTo(PROVED_BELOW) < 0 || LucasLehmer.isMersenneNumber(n);
    }

    /** Whether odd n &gt; 2 passes the strong test to the given base. */
    static boolean isStrongProbablePrime(BigInteger n, BigInteger base) {
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        int twos = minusOne.getLowestSetBit();
        BigInteger x = base.modPow(minusOne.shiftRight(twos), n);
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

    /**
     * Whether odd n &gt; 2 passes the strong Lucas test with P = 1, Q = (1 − D)/4, D the first of 5, −7, 9, −11, …
     * with Jacobi symbol (D/n) = −1. Squares have no such D and are refused first.
     */
    static boolean isStrongLucasProbablePrime(BigInteger n) {
        BigInteger root = n.sqrt();
        if (root.multiply(root).equals(n)) {
            return false;
        }
        long d = 5;
        while (true) {
            int symbol = IntegerMath.jacobi(BigInteger.valueOf(d), n);
            if (symbol == -1) {
                break;
            }
            if (symbol == 0 && n.compareTo(BigInteger.valueOf(Math.abs(d))) > 0) {
                return false;
            }
            d = d > 0 ? -(d + 2) : -d + 2;
        }
        BigInteger bigD = BigInteger.valueOf(d);
        BigInteger bigQ = BigInteger.valueOf((1 - d) / 4);
        BigInteger next = n.add(BigInteger.ONE);
        int twos = next.getLowestSetBit();
        BigInteger odd = next.shiftRight(twos);
        // U_k, V_k and Q^k modulo n, k running through the leading bits of the odd part of n + 1.
        BigInteger u = BigInteger.ONE;
        BigInteger v = BigInteger.ONE;
        BigInteger power = bigQ.mod(n);
        for (int i = odd.bitLength() - 2; i >= 0; i--) {
            u = u.multiply(v).mod(n);
            v = v.multiply(v).subtract(power.shiftLeft(1)).mod(n);
            power = power.multiply(power).mod(n);
            if (odd.testBit(i)) {
                BigInteger nextU = half(u.add(v), n);
                v = half(u.multiply(bigD).add(v), n);
                u = nextU;
                power = power.multiply(bigQ).mod(n);
            }
        }
        if (u.signum() == 0 || v.signum() == 0) {
            return true;
        }
        for (int i = 1; i < twos; i++) {
            v = v.multiply(v).subtract(power.shiftLeft(1)).mod(n);
            if (v.signum() == 0) {
                return true;
            }
            power = power.multiply(power).mod(n);
        }
        return false;
    }

    private static BigInteger half(BigInteger x, BigInteger n) {
        BigInteger r = x.mod(n);
        return (r.testBit(0) ? r.add(n) : r).shiftRight(1);
    }
}
