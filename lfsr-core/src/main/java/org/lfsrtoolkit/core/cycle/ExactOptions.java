package org.lfsrtoolkit.core.cycle;

import java.time.Duration;
import java.util.Objects;

/**
 * How far the exact engine goes before it says that an answer is incomplete.
 *
 * <p>Neither limit changes an answer that is given: a capped or unresolved result says so, and what it does state is exact.
 *
 * @param maxDistinctLengths most distinct cycle lengths that are listed; at least 1. A map with k irreducible factors can
 *     have 2^k of them. The default, 100 000, takes about 50 MB for a register of degree 1000
 * @param factoringBudget time for the factorization of all numbers q^m − 1 together that the shipped table does not
 *     hold; default 10 s. What is not factored by then is reported as unresolved
 */
public record ExactOptions(int maxDistinctLengths, Duration factoringBudget) {

    private static final ExactOptions DEFAULTS = new ExactOptions(100_000, Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if the cap is below 1 or the budget negative */
    public ExactOptions {
        if (maxDistinctLengths < 1) {
            throw new IllegalArgumentException("maxDistinctLengths = " + maxDistinctLengths + ", expected at least 1");
        }
        Objects.requireNonNull(factoringBudget);
        if (factoringBudget.isNegative()) {
            throw new IllegalArgumentException(
                    "factoringBudget = " + factoringBudget + ", expected a non-negative duration");
        }
    }

    /** 100 000 lengths, 10 s of factoring. */
    public static ExactOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another cap on the number of distinct lengths. */
    public ExactOptions withMaxDistinctLengths(int cap) {
        return new ExactOptions(cap, factoringBudget);
    }

    /** These options with another time for factoring. */
    public ExactOptions withFactoringBudget(Duration budget) {
        return new ExactOptions(maxDistinctLengths, budget);
    }
}
