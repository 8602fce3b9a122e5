package org.lfsrtoolkit.core.integer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Hands out leading coefficients a of the sieve's polynomials: products of primes of the factor base near √(2kn)/M, no set
 * of primes twice.
 *
 * <p>Deterministic: the same sequence for the same factor base. Threads: {@link #next} is synchronized; it is called once
 * for 2^(s−1) polynomials.
 */
final class SieveCoefficients {

    private static final int MAX_ATTEMPTS = 4000;
    /** Accepted distance of log a from its target: at the first attempt, and more with each further one. */
    private static final double BEST_MISS = 0.5;

    private static final double WORSE_BY = 0.001;

    private final SieveFactorBase base;
    private final double targetLog;
    private final int count;
    private int low;
    private int high;
    private final Random random = new Random(20061);
    private final Set<String> used = new HashSet<>();

    SieveCoefficients(SieveFactorBase base) {
        this.base = base;
        double knLog = (base.kn.bitLength() - 1) * Math.log(2)
                + Math.log(base.kn
                                .shiftRight(Math.max(0, base.kn.bitLength() - 53))
                                .doubleValue()
                        / 0x1p52);
        targetLog = (knLog + Math.log(2)) / 2 - Math.log(base.halfLength);
        int largest = base.primes[base.size() - 1];
        // As few primes as possible (they are lost for sieving), but small enough that there are many choices.
        double wanted = Math.log(Math.min(3000, Math.max(40, largest / 3.0)));
        int primes = Math.max(2, (int) Math.round(targetLog / wanted));
        while (Math.exp(targetLog / primes) > 0.5 * largest) {
            primes++;
        }
        count = primes;
        double mean = Math.exp(targetLog / count);
        int centre = 1;
        while (centre < base.size() - 1 && base.primes[centre] < mean) {
            centre++;
        }
        int width = Math.max(12, Math.min(60, base.size() / 8));
        low = Math.max(2, centre - width);
        high = Math.min(base.size() - 1, centre + width);
    }

    /**
     * Indexes in the factor base of the primes of the next coefficient, ascending; empty if no other is found, which
     * happens for numbers below 2^80 alone.
     */
    synchronized int[] next() {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            if (attempt % 64 == 0) {
                low = Math.max(2, low - 4);
                high = Math.min(base.size() - 1, high + 4);
            }
            int[] chosen = choose(BEST_MISS + attempt * WORSE_BY);
            if (chosen.length > 0 && used.add(Arrays.toString(chosen))) {
                return chosen;
            }
        }
        return new int[0];
    }

    private int[] choose(double acceptedMiss) {
        int[] chosen = new int[count];
        double left = targetLog;
        for (int i = 0; i < count - 1; i++) {
            int index = low + random.nextInt(high - low + 1);
            if (!usable(index, chosen, i)) {
                return new int[0];
            }
            chosen[i] = index;
            left -= Math.log(base.primes[index]);
        }
        // The last prime brings the product near its target.
        double wanted = Math.exp(left);
        int index = Arrays.binarySearch(base.primes, (int) Math.min(wanted, Integer.MAX_VALUE));
        index = index < 0 ? -index - 1 : index;
        index = Math.max(2, Math.min(base.size() - 1, index));
        if (!usable(index, chosen, count - 1)) {
            index = index + 1 < base.size() ? index + 1 : index - 1;
            if (!usable(index, chosen, count - 1)) {
                return new int[0];
            }
        }
        double miss = Math.abs(Math.log(base.primes[index]) - left);
        if (miss > acceptedMiss) {
            return new int[0];
        }
        chosen[count - 1] = index;
        Arrays.sort(chosen);
        return chosen;
    }

    private boolean usable(int index, int[] chosen, int length) {
        for (int i = 0; i < length; i++) {
            if (chosen[i] == index) {
                return false;
            }
        }
        return index >= 1 && base.roots[index] != 0;
    }
}
