package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Factors any positive integer: the front door that chooses among the methods of this package.
 *
 * <p>Trial division to 10^4; then, for each composite part: perfect powers; {@link PollardBrentRho} or curves on single words
 * below 2^63; above, a few curves on two words, {@link PollardPMinusOne} and {@link EllipticCurveMethod} for as long as they
 * are worth it, and {@link QuadraticSieve} up to {@value QuadraticSieve#MAX_BITS} bits. Larger parts get curves that find primes of up to 35 digits, then they are
 * given up: every call ends, but a part of 270 bits can take minutes and one of 320 bits days. Pass a budget.
 *
 * <p>When the time budget of the control runs out the answer holds what is known by then, the rest as a composite cofactor
 * in {@link IntegerFactorization#unresolved()}; this is no error.
 *
 * <p>Deterministic, but for what a budget lets through. Cost: about 0.1 ms for parts below 2^63; above, that of the sieve,
 * less where the second-largest prime is short. Memory: that of the sieve. Threads: safe; the common pool helps if it is free.
 */
public final class IntegerFactorizer {

    /** Up to this size the sieve comes after a few cheap curves. */
    private static final int SIEVE_SOON_BITS = 140;

    private static final int MAX_BITS = 9000;
    /** For a number of 80 bits a hundred are plenty. */
    private static final int MANY_CURVES = 10_000;

    private static final int P_MINUS_ONE_BOUND = 11000;

    /** Curves on two words before the sieve: none at first, then one more for so many bits. */
    private static final int FIRST_CURVE_BITS = 64;

    private static final int BITS_PER_CURVE = 6;
    private static final int FIRST_SIGMA = 6;
    /** For numbers that are too long for two words: as many curves with this bound. */
    private static final int SOON_CURVES = 2;

    private static final int SOON_BOUND = 500;

    /** Curves tried before the sieve, or before giving up: bits of the part from which on, B1, curves. */
    private static final int[][] CURVES = {
        {0, 2000, 4},
        {160, 2000, 8},
        {185, 2000, 18},
        {200, 11000, 40},
        {225, 11000, 50},
        {245, 50000, 120},
        {265, 50000, 180},
        {285, 250000, 400},
        {305, 250000, 400},
        {331, 1000000, 1800},
    };

    private IntegerFactorizer() {}

    /**
     * The factorization of n, as far as the budget goes.
     *
     * @param n at least 1
     * @throws IllegalArgumentException if n &lt; 1
     * @throws CancellationException if the caller cancelled
     */
    public static IntegerFactorization factor(BigInteger n, RunControl control) {
        return factor(n, 1, control);
    }

    /** The same, where knownDivisor is known to divide p − 1 for all primes p of n but small ones. */
    static IntegerFactorization factor(BigInteger n, long knownDivisor, RunControl control) {
        if (n.signum() <= 0) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
        List<BigInteger> primes = new ArrayList<>();
        List<BigInteger> composites = new ArrayList<>();
        Deque<BigInteger> open = new ArrayDeque<>();
        open.push(TrialDivision.divide(n, primes));
        while (!open.isEmpty()) {
            BigInteger part = open.pop();
            if (part.equals(BigInteger.ONE)) {
                continue;
            }
            if (control.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            if (Primality.isPrime(part)) {
                primes.add(part);
                continue;
            }
            BigInteger factor = split(part, knownDivisor, control);
            if (factor == null) {
                composites.add(part);
            } else {
                open.push(factor);
                open.push(part.divide(factor));
            }
        }
        IntegerFactorization known = IntegerFactorization.ofTestedPrimes(primes);
        return composites.isEmpty() ? known : known.times(IntegerFactorization.ofFactors(composites));
    }

    private static @Nullable BigInteger split(BigInteger n, long knownDivisor, RunControl control) {
        BigInteger root = PerfectPowers.primitiveRoot(n, TrialDivision.BOUND);
        if (!root.equals(n)) {
            return root;
        }
        try {
            control.check();
            return search(n, knownDivisor, control);
        } catch (LimitExceededException limit) {
            if (limit.limit() != LimitExceededException.Limit.TIME) {
                throw limit;
            }
            return null;
        }
    }

    private static @Nullable BigInteger search(BigInteger n, long knownDivisor, RunControl control) {
        int bits = n.bitLength();
        if (bits <= 63) {
            return BigInteger.valueOf(WordFactorizer.split(n.longValueExact(), control));
        }
        if (bits <= SIEVE_SOON_BITS) {
            BigInteger factor = smallFactor(n, control);
            factor = factor != null ? factor : QuadraticSieve.factor(n, control);
            return factor != null ? factor : EllipticCurveMethod.factor(n, 2000, 0, MANY_CURVES, control);
        }
        if (bits > MAX_BITS) {
            return null;
        }
        BigInteger factor = PollardPMinusOne.factor(n, P_MINUS_ONE_BOUND, knownDivisor, control);
        int firstCurve = 0;
        for (int i = 0; i < CURVES.length && factor == null && bits >= CURVES[i][0]; i++) {
            factor = EllipticCurveMethod.factor(n, CURVES[i][1], firstCurve, CURVES[i][2], control);
            firstCurve += CURVES[i][2];
        }
        if (factor == null && bits <= QuadraticSieve.MAX_BITS) {
            factor = QuadraticSieve.factor(n, control);
        }
        return factor;
    }

    /** A factor if a few cheap curves find one: for those primes that are far shorter than half of n. */
    private static @Nullable BigInteger smallFactor(BigInteger n, RunControl control) {
        int bits = n.bitLength();
        if (bits > TwoWordCurve.MAX_BITS) {
            return EllipticCurveMethod.factor(n, SOON_BOUND, 0, SOON_CURVES, control);
        }
        TwoWordCurve curve = new TwoWordCurve(n, SmallPlan.PLAN);
        int curves = (bits - FIRST_CURVE_BITS) / BITS_PER_CURVE;
        for (int i = 0; i < curves; i++) {
            BigInteger factor = curve.run(FIRST_SIGMA + i);
            if (factor != null) {
                return factor;
            }
            control.check();
        }
        return null;
    }

    private static final class SmallPlan {

        static final SmallEcmPlan PLAN = new SmallEcmPlan(105, 3000);

        private SmallPlan() {}
    }
}
