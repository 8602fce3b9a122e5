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
 * <p>When the time budget of the control runs out the answer holds what is known by then, the rest as a composite cofactor
 * in {@link IntegerFactorization#unresolved()}; this is no error.
 */
public final class IntegerFactorizer {

    private static final long RHO_STEPS = 1L << 40;

    private IntegerFactorizer() {}

    /**
     * The factorization of n, as far as the budget goes.
     *
     * @param n at least 1
     * @throws IllegalArgumentException if n &lt; 1
     * @throws CancellationException if the caller cancelled
     */
    public static IntegerFactorization factor(BigInteger n, RunControl control) {
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
            if (Primality.isPrime(part)) {
                factors.add(part);
                continue;
            }
            BigInteger factor = split(part, control);
            if (factor == null) {
                factors.add(part);
            } else {
                open.push(factor);
                open.push(part.divide(factor));
            }
        }
        return IntegerFactorization.ofFactors(factors);
    }

    private static @Nullable BigInteger split(BigInteger n, RunControl control) {
        BigInteger root = PerfectPowers.primitiveRoot(n);
        if (!root.equals(n)) {
            return root;
        }
        try {
            control.check();
            return PollardBrentRho.factor(n, RHO_STEPS, control);
        } catch (LimitExceededException limit) {
            if (limit.limit() != LimitExceededException.Limit.TIME) {
                throw limit;
            }
            return null;
        }
    }
}
