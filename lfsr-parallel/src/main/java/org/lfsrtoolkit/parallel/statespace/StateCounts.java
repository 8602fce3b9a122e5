package org.lfsrtoolkit.parallel.statespace;

import java.math.BigInteger;
import org.lfsrtoolkit.core.progress.LimitExceededException;

/** Sizes of state spaces, exact or refused. */
final class StateCounts {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

    private StateCounts() {}

    /**
     * q^d.
     *
     * @throws LimitExceededException if that is 2^63 or more
     */
    static long power(long q, int d) {
        long size = 1;
        for (int i = 0; i < d; i++) {
            if (size > (Long.MAX_VALUE) / q) {
                int fits = 0;
                for (BigInteger power = BigInteger.valueOf(q);
                        power.compareTo(LIMIT) < 0;
                        power = power.multiply(BigInteger.valueOf(q))) {
                    fits++;
                }
                throw new LimitExceededException(
                        LimitExceededException.Limit.SIZE,
                        "states = " + q + "^" + d + ", expected fewer than 2^63 to enumerate them (at most " + fits
                                + " symbols for q = " + q + "); use the exact method");
            }
            size *= q;
        }
        return size;
    }
}
