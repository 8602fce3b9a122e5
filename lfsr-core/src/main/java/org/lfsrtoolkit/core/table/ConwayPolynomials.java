package org.lfsrtoolkit.core.table;

import java.util.Optional;

/**
 * Conway polynomials of GF(p^k), k ≥ 2, p^k &lt; 2^62, from Frank Lübeck's published table.
 *
 * <p>The Conway polynomial of (p, k) is the primitive monic polynomial of degree k over GF(p) that is compatible with
 * those of every divisor of k (the norm of its root to GF(p^m) is the root chosen there), least in a fixed order of the
 * coefficients [Luebeck2021]. Every field with p &lt; 65536, k ≥ 2 and p^k &lt; 2^62 is there, 19126 in all;
 * for larger p there is none.
 *
 * <p>Example: GF(2^8) has x^8 + x^4 + x^3 + x^2 + 1, so {@code find(2, 8)} is [1, 0, 1, 1, 1, 0, 0, 0, 1].
 *
 * <p>Cost: the first call for p &lt; 256, and the first for larger p, reads a resource without parsing it; a look-up
 * parses one line. Memory: the resources, about 1 MB, once read. Threads: safe.
 */
public final class ConwayPolynomials {

    /** Primes below this limit are in the small resource, which is read quickly. */
    private static final long SMALL_PRIME_LIMIT = 256;

    private ConwayPolynomials() {}

    private static final class SmallPrimes {
        static final SortedTextTable TABLE = SortedTextTable.load("conway-polynomials-small.txt");
    }

    private static final class LargePrimes {
        static final SortedTextTable TABLE = SortedTextTable.load("conway-polynomials-large.txt");
    }

    /**
     * The Conway polynomial of degree k over GF(p).
     *
     * @return its k + 1 coefficients, low to high, leading 1 included; empty if the table has none
     */
    public static Optional<long[]> find(long p, int k) {
        if (p < 2 || k < 2) {
            return Optional.empty();
        }
        String line = (p < SMALL_PRIME_LIMIT ? SmallPrimes.TABLE : LargePrimes.TABLE).find(p, k);
        if (line == null) {
            return Optional.empty();
        }
        // Plain loops: a first stream costs 20 ms at start-up.
        String[] words = line.split(" ");
        long[] coefficients = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            coefficients[i] = Long.parseLong(words[i]);
        }
        return Optional.of(coefficients);
    }
}
