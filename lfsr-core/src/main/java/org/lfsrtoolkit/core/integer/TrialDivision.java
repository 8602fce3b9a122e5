package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides out all primes below a bound.
 *
 * <p>Cost: one remainder of the whole number for each group of primes whose product fits 31 bits, so about a third of
 * the primes; 0.2 ms for a 200-bit number and the bound 10000. Memory: the primes below the bound. Threads: safe.
 */
public final class TrialDivision {

    /** The primes below this are used. */
    public static final int BOUND = 10000;

    private static final int[] PRIMES = primesBelow(BOUND);

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

    /** {@link #divide(BigInteger, List)} into a fresh list, the rest (if not 1) as its last element. */
    static List<BigInteger> split(BigInteger n) {
        List<BigInteger> parts = new ArrayList<>();
        BigInteger rest = divide(n, parts);
        if (!rest.equals(BigInteger.ONE)) {
            parts.add(rest);
        }
        return parts;
    }
}
