package org.lfsrtoolkit.core.cycle;

import java.time.Duration;
import java.util.Objects;

/**
 * How hard {@link StateQueries} tries before it says that a logarithm is out of reach.
 *
 * @param maxPrimeBits logarithms in groups of prime order up to 2^maxPrimeBits are computed, at about 2^(maxPrimeBits/2)
 *     products modulo a factor each; 1..62, default 48
 * @param searchBits where a larger prime stands in the way, distances up to 2^searchBits times the part of the period that
 *     is in reach are still found, at about 2^(searchBits/2) products; 0..48, default 32
 * @param factoringBudget time for the factorization of the numbers q^m − 1; default 10 s
 */
public record QueryOptions(int maxPrimeBits, int searchBits, Duration factoringBudget) {

    private static final QueryOptions DEFAULTS = new QueryOptions(48, 32, Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if a number is outside its range */
    public QueryOptions {
        if (maxPrimeBits < 1 || maxPrimeBits > 62) {
            throw new IllegalArgumentException("maxPrimeBits = " + maxPrimeBits + ", expected 1..62");
        }
        if (searchBits < 0 || searchBits > 48) {
            throw new IllegalArgumentException("searchBits = " + searchBits + ", expected 0..48");
        }
        Objects.requireNonNull(factoringBudget);
    }

    /** Primes to 48 bits, searches to 32 bits, 10 s of factoring. */
    public static QueryOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another limit on primes. */
    public QueryOptions withMaxPrimeBits(int bits) {
        return new QueryOptions(bits, searchBits, factoringBudget);
    }

    /** These options with another range of the search. */
    public QueryOptions withSearchBits(int bits) {
        return new QueryOptions(maxPrimeBits, bits, factoringBudget);
    }

    /** These options with another time for factoring. */
    public QueryOptions withFactoringBudget(Duration budget) {
        return new QueryOptions(maxPrimeBits, searchBits, budget);
    }
}
