package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import org.lfsrtoolkit.core.progress.LimitExceededException;

/** Sizes of state spaces, exact or refused. */
final class StateCounts {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

    private StateCounts() {}

    /**
     * The last index of a state space, q^d − 1.
     *
     * @throws LimitExceededException if q^d is above 2^63
     */
    static long lastIndex(long q, int d) {
        long last = 0;
        for (int i = 0; i < d; i++) {
            if (last > (Long.MAX_VALUE - (q - 1)) / q) {
                throw tooMany(q, d, LIMIT, "at most 2^63 to enumerate them", "use the exact method");
            }
            last = last * q + (q - 1);
        }
        return last;
    }

    /**
     * q^d.
     *
     * @throws LimitExceededException if that is 2^63 or more
     */
    static long power(long q, int d) {
        long size = 1;
        for (int i = 0; i < d; i++) {
            if (size > Long.MAX_VALUE / q) {
                throw tooMany(
                        q,
                        d,
                        LIMIT.subtract(BigInteger.ONE),
                        "fewer than 2^63 for a function of the index",
                        "use the exact method or, for a linear register, its own kernels");
            }
            size *= q;
        }
        return size;
    }

    private static LimitExceededException tooMany(long q, int d, BigInteger most, String expected, String instead) {
        BigInteger base = BigInteger.valueOf(q);
        int fits = 0;
        for (BigInteger power = base; power.compareTo(most) <= 0; power = power.multiply(base)) {
            fits++;
        }
        return new LimitExceededException(
                LimitExceededException.Limit.SIZE,
                "states = " + q + "^" + d + ", expected " + expected + " (at most " + fits + " symbols for q = " + q
                        + "); " + instead);
    }
}
