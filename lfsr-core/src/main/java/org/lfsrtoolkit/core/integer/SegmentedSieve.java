package org.lfsrtoolkit.core.integer;

/**
 * The sieve of Eratosthenes on short ranges of larger numbers.
 *
 * <p>Cost: one step for each prime up to √limit and each of its multiples in the range. Threads: immutable.
 */
final class SegmentedSieve {

    private final int[] primes;

    /** @param limit the largest number that will be asked for */
    SegmentedSieve(long limit) {
        primes = TrialDivision.primesBelow((int) Math.sqrt((double) limit) + 2);
    }

    /** Element i tells whether from + i, at least 2, is composite. */
    boolean[] compositesFrom(long from, int length) {
        boolean[] composite = new boolean[length];
        for (int p : primes) {
            long square = (long) p * p;
            if (square >= from + length) {
                break;
            }
            long first = Math.max(square, (from + p - 1) / p * p);
            for (long m = first - from; m < length; m += p) {
                composite[(int) m] = true;
            }
        }
        return composite;
    }
}
