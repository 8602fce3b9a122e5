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
 * <p>Trial division to 10^4; then, for each composite part: perfect powers; {@link PollardBrentRho} below 2^63; above,
 * {@link PollardPMinusOne} and {@link EllipticCurveMethod} for as long as they are worth it, and {@link QuadraticSieve} up
 * to {@value QuadraticSieve#MAX_BITS} bits. Larger parts get curves that find primes of up to 35 digits, then they are
 * given up: every call ends, but a part of 270 bits can take minutes and one of 320 bits days. Pass a budget.
 *
 * <p>When the time budget of the control runs out the answer holds what is known by then, the rest as a composite cofactor
 * in {@link IntegerFactorization#unresolved()}; this is no error.
 *
 * <p>Deterministic, but for what a budget lets through. Cost: O(√p) for the second-largest prime p of parts below 2^63;
 * above, that of the sieve. Memory: that of the sieve. Threads: safe; the common pool helps if it is free.
 */
public final class IntegerFactorizer {

    /** Up to this size the sieve is faster than looking for small factors first. */
    private static final int SIEVE_AT_ONCE_BITS = 140;

    private static final int MAX_BITS = 9000;
    /** For a number of 80 bits a hundred are plenty. */
    private static final int MANY_CURVES = 10_000;

    private static final int P_MINUS_ONE_BOUND = 11000;

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
        List<BigInteger> factors = new ArrayList<>();
        Deque<BigInteger> open = new ArrayDeque<>();
        open.push(TrialDivision.divide(n, factors));
        while (!open.isEmpty()) {
            BigInteger part = open.pop();
            if (part.equals(BigInteger.ONE)) {
                continue;
            }
            if (control.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            BigInteger factor = Primality.isPrime(part) ? null : split(part, knownDivisor, control);
            if (factor == null) {
                factors.add(part);
            } else {
                open.push(factor);
                open.push(part.divide(factor));
            }
        }
        return IntegerFactorization.ofFactors(factors);
    }

    private static @Nullable BigInteger split(BigInteger n, long knownDivisor, RunControl control) {
        BigInteger root = PerfectPowers.primitiveRoot(n);
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
            return BigInteger.valueOf(PollardBrentRho.factor(n.longValueExact(), control));
        }
        if (bits <= SIEVE_AT_ONCE_BITS) {
            BigInteger factor = QuadraticSieve.factor(n, control);
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
}
