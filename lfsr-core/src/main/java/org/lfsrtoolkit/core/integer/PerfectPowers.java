package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Recognizes perfect powers r^e.
 *
 * <p>Cost: one root for each prime exponent up to log2 n, a few dozen nanoseconds where the root is below 2^45 and n below
 * 2^1000. Memory: O(log n) bits. Threads: safe.
 */
public final class PerfectPowers {

    /** Up to these sizes a root rounded from a double is the only candidate. */
    private static final int MAX_DOUBLE_BITS = 1000;

    private static final int MAX_DOUBLE_ROOT_BITS = 45;

    private PerfectPowers() {}

    /** The least r with n = r^e for some e ≥ 1; n itself if n ≥ 1 is no perfect power. Example: 64 gives 2. */
    public static BigInteger primitiveRoot(BigInteger n) {
        if (n.signum() <= 0) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
        return primitiveRoot(n, 2);
    }

    /** The same for an n ≥ 1 without prime factors below least ≥ 2: that leaves fewer exponents. */
    static BigInteger primitiveRoot(BigInteger n, int least) {
        BigInteger root = n;
        int leastBits = 31 - Integer.numberOfLeadingZeros(least);
        for (int e = 2; e * leastBits < root.bitLength(); e++) {
            if (!Primality.isPrime(e)) {
                continue;
            }
            BigInteger candidate = candidate(root, e);
            while (isPower(root, candidate, e)) {
                root = candidate;
                candidate = candidate(root, e);
            }
        }
        return root;
    }

    /** The only number whose power e can be n. */
    private static BigInteger candidate(BigInteger n, int e) {
        if (n.bitLength() <= MAX_DOUBLE_BITS && n.bitLength() <= MAX_DOUBLE_ROOT_BITS * e) {
            // The relative error is at most 2^−53 times (ln r + 4) for the root r, so the error of r is below 1/4.
            return BigInteger.valueOf(Math.round(Math.pow(n.doubleValue(), 1.0 / e)));
        }
        return IntegerMath.floorRoot(n, e);
    }

    private static boolean isPower(BigInteger n, BigInteger root, int e) {
        if (root.equals(n)) {
            return false;
        }
        long low = 1;
        for (int i = 0; i < e; i++) {
            low *= root.longValue();
        }
        return low == n.longValue() && root.pow(e).equals(n);
    }
}
