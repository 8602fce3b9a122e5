package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * Recognizes perfect powers r^e.
 *
 * <p>Cost: one root for each prime exponent up to log2 n. Memory: O(log n) bits. Threads: safe.
 */
public final class PerfectPowers {

    private PerfectPowers() {}

    /** The least r with n = r^e for some e ≥ 1; n itself if n ≥ 1 is no perfect power. Example: 64 gives 2. */
    public static BigInteger primitiveRoot(BigInteger n) {
        if (n.signum() <= 0) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
        BigInteger root = n;
        if (n.bitLength() <= 2) {
            return root;
        }
        for (int e = 2; e < root.bitLength(); e++) {
            if (!Primality.isPrime(e)) {
                continue;
            }
            BigInteger candidate = IntegerMath.floorRoot(root, e);
            while (candidate.pow(e).equals(root)) {
                root = candidate;
                candidate = IntegerMath.floorRoot(root, e);
            }
        }
        return root;
    }
}
