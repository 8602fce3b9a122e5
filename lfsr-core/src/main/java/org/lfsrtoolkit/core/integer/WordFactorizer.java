package org.lfsrtoolkit.core.integer;

import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Splits a composite number below 2^63: {@link PollardBrentRho} while it is short, elliptic curves on one word above.
 *
 * <p>Which curves are tried is fixed, so the answer repeats. Cost, for two primes of equal length: 10 µs at 40 bits, 60 µs at
 * 60. Memory: a few KiB, shared. Threads: safe.
 */
final class WordFactorizer {

    /** Up to this size the rho method is the fastest. */
    private static final int MAX_RHO_BITS = 44;
    /** If as many curves fail, which was never seen, the rho method takes over. */
    private static final int MAX_CURVES = 300;

    private static final int FIRST_SIGMA = 6;

    private WordFactorizer() {}

    /**
     * A factor 1 &lt; f &lt; n.
     *
     * @param n odd, composite, no square, without prime factors below 300; <em>not checked</em>: for a prime this does not end
     */
    static long split(long n, RunControl control) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(n);
        if (bits > MAX_RHO_BITS) {
            WordCurve curve = new WordCurve(new Montgomery63(n), Plans.forBits(bits));
            for (int i = 0; i < MAX_CURVES; i++) {
                long factor = curve.run(FIRST_SIGMA + i);
                if (factor != 1) {
                    return factor;
                }
                control.check();
            }
        }
        return PollardBrentRho.factor(n, control);
    }

    /** The bounds measured to be best for two primes of equal length. */
    private static final class Plans {

        static final SmallEcmPlan TO_53_BITS = new SmallEcmPlan(105, 3000);
        static final SmallEcmPlan TO_60_BITS = new SmallEcmPlan(150, 5000);
        static final SmallEcmPlan TO_63_BITS = new SmallEcmPlan(205, 6000);

        private Plans() {}

        static SmallEcmPlan forBits(int bits) {
            return bits <= 53 ? TO_53_BITS : bits <= 60 ? TO_60_BITS : TO_63_BITS;
        }
    }
}
