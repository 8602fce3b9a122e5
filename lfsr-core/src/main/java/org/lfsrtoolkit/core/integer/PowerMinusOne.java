package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The factorization of q^n − 1 for a prime power q = p^k: the product of Φ_d(p) over the divisors d of k·n.
 *
 * <p>Each Φ_d(p) comes from the cache, the table ({@link org.lfsrtoolkit.core.table.CyclotomicFactorTable}), factors that
 * the user gave, an Aurifeuillian split, and last {@link IntegerFactorizer}.
 *
 * <p>Example: 2^12 − 1 = Φ_1Φ_2Φ_3Φ_4Φ_6Φ_12(2) = 1 · 3 · 7 · 5 · 3 · 13.
 *
 * <p>Cost: a look-up and an exact division for each d | k·n that the table has; for others that of {@link
 * IntegerFactorizer}. Memory: O(n·k·log p) bits a result, a bounded number of them kept. Threads: safe; results are
 * shared through a bounded concurrent map.
 */
public final class PowerMinusOne {

    /** Written out: the generated methods of a first record are linked at run time, which costs start-up. */
    private record Key(long p, int d) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && p == that.p && d == that.d;
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(p) + d;
        }
    }

    private static final int CACHE_LIMIT = 1 << 13;
    private static final ConcurrentHashMap<Key, IntegerFactorization> CACHE = new ConcurrentHashMap<>();
    private static final AtomicReference<KnownFactors> KNOWN = new AtomicReference<>(KnownFactors.none());

    private PowerMinusOne() {}

    /**
     * Adds factors for all later calls in this process. They are checked where they are used, so they can only make more
     * known, never anything wrong.
     */
    public static void addKnownFactors(KnownFactors factors) {
        Objects.requireNonNull(factors);
        KNOWN.accumulateAndGet(factors, KnownFactors::and);
    }

    /**
     * The factorization of q^n − 1, as far as the time budget of the control goes; what resists is in
     * {@link IntegerFactorization#unresolved()}.
     *
     * @param q a prime power below 2^62
     * @param n at least 1
     * @throws IllegalArgumentException if q is no prime power or n &lt; 1
     * @throws CancellationException if the caller cancelled
     */
    public static IntegerFactorization factor(long q, int n, RunControl control) {
        return factor(q, n, true, control);
    }

    /** {@link #factor} without table, cache and known factors: for tests and benchmarks. */
    public static IntegerFactorization factorWithoutTable(long q, int n, RunControl control) {
        return factor(q, n, false, control);
    }

    private static IntegerFactorization factor(long q, int n, boolean useTable, RunControl control) {
        Optional<PrimePower> primePower = PrimePower.of(q);
        if (primePower.isEmpty()) {
            throw new IllegalArgumentException("q = " + q + ", expected a prime power");
        }
        PrimePower base = primePower.get();
        if (n < 1) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
        IntegerFactorization result = IntegerFactorization.one();
        for (int d : IntegerMath.divisors(Math.multiplyExact(n, base.exponent()))) {
            result = result.times(cyclotomic(base.prime(), d, useTable, control));
        }
        return result;
    }

    private static IntegerFactorization cyclotomic(long p, int d, boolean useTable, RunControl control) {
        if (!useTable) {
            return CyclotomicFactorizer.factor(p, d, false, KnownFactors.none(), control);
        }
        Key key = new Key(p, d);
        IntegerFactorization cached = CACHE.get(key);
        if (cached != null) {
            return cached;
        }
        IntegerFactorization fresh =
                CyclotomicFactorizer.factor(p, d, true, Objects.requireNonNull(KNOWN.get()), control);
        if (fresh.isComplete()) {
            if (CACHE.size() >= CACHE_LIMIT) {
                CACHE.clear();
            }
            CACHE.put(key, fresh);
        }
        return fresh;
    }

    /** q^n − 1 itself. */
    public static BigInteger value(long q, int n) {
        return BigInteger.valueOf(q).pow(n).subtract(BigInteger.ONE);
    }
}
