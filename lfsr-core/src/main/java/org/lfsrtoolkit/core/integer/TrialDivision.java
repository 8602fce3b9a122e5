package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.List;

/**
 * Divides out all primes below a bound.
 *
 * <p>Cost: up to 192 bits one or a few word multiplications a prime ({@link SmallDividend}), some microseconds in all;
 * above, one remainder of the whole number for each group of primes whose product fits 31 bits, so about a third of the
 * primes. Memory: the primes below the bound and two words for each. Threads: safe.
 */
public final class TrialDivision {

    /** The primes below this are used. */
    public static final int BOUND = 10000;

    static final int[] PRIMES = primesBelow(BOUND);

    private TrialDivision() {}

    /** The primes below the limit, ascending: the sieve of Eratosthenes. */
    public static int[] primesBelow(int limit) {
        boolean[] composite = new boolean[Math.max(limit, 2)];
        int count = 0;
        int[] primes = new int[(int) (1.26 * limit / Math.log(Math.max(limit, 3))) + 8];
        for (int p = 2; p < limit; p++) {
            if (!composite[p]) {
                primes[count++] = p;
                for (long m = (long) p * p; m < limit; m += p) {
                    composite[(int) m] = true;
                }
            }
        }
        return java.util.Arrays.copyOf(primes, count);
    }

    /**
     * Divides n ≥ 1 by the primes below {@link #BOUND} as often as they go.
     *
     * @param found the primes are added here, repeated by multiplicity
     * @return what is left: 1, a prime, or a number all of whose primes are at least the bound
     */
    public static BigInteger divide(BigInteger n, List<BigInteger> found) {
        BigInteger rest = n;
        int twos = rest.getLowestSetBit();
        for (int i = 0; i < twos; i++) {
            found.add(BigInteger.TWO);
        }
        rest = rest.shiftRight(twos);
        return rest.bitLength() <= SmallDividend.MAX_BITS ? divideSmall(rest, found) : divideInGroups(rest, found);
    }

    /** The same for an odd number below 2^192. */
    private static BigInteger divideSmall(BigInteger n, List<BigInteger> found) {
        SmallDividend rest = new SmallDividend();
        rest.set(n);
        for (int i = 1; i < PRIMES.length; i++) {
            if (rest.isBelow(Long.MAX_VALUE)) {
                return divideWord(rest.longValue(), i, found);
            }
            while (rest.divideIfExact(PRIMES[i], Reciprocals.INVERSES[i], Reciprocals.LIMITS[i])) {
                found.add(BigInteger.valueOf(PRIMES[i]));
            }
        }
        return rest.toBigInteger();
    }

    /** The same for an odd word that no odd prime before the given one divides. */
    private static BigInteger divideWord(long n, int firstPrime, List<BigInteger> found) {
        long rest = n;
        for (int i = firstPrime; i < PRIMES.length; i++) {
            long p = PRIMES[i];
            if (p * p > rest) {
                // What has no prime below p and is below p² is 1 or prime.
                if (rest > 1) {
                    found.add(BigInteger.valueOf(rest));
                }
                return BigInteger.ONE;
            }
            long quotient = rest * Reciprocals.INVERSES[i];
            while (Long.compareUnsigned(quotient, Reciprocals.LIMITS[i]) <= 0) {
                found.add(BigInteger.valueOf(p));
                rest = quotient;
                quotient = rest * Reciprocals.INVERSES[i];
            }
        }
        return BigInteger.valueOf(rest);
    }

    private static BigInteger divideInGroups(BigInteger n, List<BigInteger> found) {
        BigInteger rest = n;
        int i = 1;
        while (i < PRIMES.length && !rest.equals(BigInteger.ONE)) {
            int from = i;
            long product = 1;
            while (i < PRIMES.length && product * PRIMES[i] < Integer.MAX_VALUE) {
                product *= PRIMES[i++];
            }
            int remainder = rest.mod(BigInteger.valueOf(product)).intValue();
            for (int j = from; j < i; j++) {
                if (remainder % PRIMES[j] == 0) {
                    BigInteger p = BigInteger.valueOf(PRIMES[j]);
                    BigInteger[] division = rest.divideAndRemainder(p);
                    while (division[1].signum() == 0) {
                        found.add(p);
                        rest = division[0];
                        division = rest.divideAndRemainder(p);
                    }
                }
            }
        }
        return rest;
    }

    /** What {@link SmallDividend} needs of the odd primes. */
    private static final class Reciprocals {

        static final long[] INVERSES = new long[PRIMES.length];
        static final long[] LIMITS = new long[PRIMES.length];

        static {
            for (int i = 1; i < PRIMES.length; i++) {
                INVERSES[i] = WordCurve.inverseModuloWord(PRIMES[i]);
                LIMITS[i] = Long.divideUnsigned(-1, PRIMES[i]);
            }
        }

        private Reciprocals() {}
    }
}
