package org.lfsrtoolkit.core.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The primes of Φ_n(b), the n-th cyclotomic polynomial at b, for small bases b and many n.
 *
 * <p>Covered: b = 2 to n = 640 (but 531), 3 to 300, 5 to 200, 7 to 160, 11 to 120, 13 to 110 (but 91), and a few n for
 * b = 31, 101, 1009, 65537 and some primes near 2^30, 2^31 and 2^32. Every entry is complete: the product of its primes
 * is Φ_n(b); the tests of this package check products and primality of every entry.
 *
 * <p>Example: Φ_11(2) = 2^11 − 1 = 23 · 89, so {@code primesOf(2, 11)} is [23, 89]; Φ_1(2) = 1 has the empty list.
 *
 * <p>Cost: the first call reads a resource of about 100 KB without parsing it; a look-up parses one line. Memory: the
 * resource. Threads: safe.
 */
public final class CyclotomicFactorTable {

    private CyclotomicFactorTable() {}

    private static final class Holder {
        static final SortedTextTable TABLE = SortedTextTable.load("cyclotomic-factors.txt");
    }

    /**
     * The primes of Φ_n(b), ascending, repeated by multiplicity.
     *
     * @return empty if the table has no entry for (b, n); an empty list if Φ_n(b) = 1
     */
    public static Optional<List<BigInteger>> primesOf(long b, int n) {
        if (b < 2 || n < 1) {
            return Optional.empty();
        }
        String line = Holder.TABLE.find(b, n);
        if (line == null) {
            return Optional.empty();
        }
        List<BigInteger> primes = new ArrayList<>();
        for (String prime : line.isEmpty() ? new String[0] : line.split(" ")) {
            primes.add(new BigInteger(prime));
        }
        return Optional.of(List.copyOf(primes));
    }
}
