package org.lfsrtoolkit.core.integer;

import java.util.Optional;

/**
 * A prime power p^e with e ≥ 1, as a pair.
 *
 * @param prime p
 * @param exponent e ≥ 1
 */
public record PrimePower(long prime, int exponent) {

    /** Checks that {@code prime} is prime and {@code exponent} positive. */
    public PrimePower {
        if (!Primality.isPrime(prime)) {
            throw new IllegalArgumentException("prime = " + prime + ", expected a prime");
        }
        if (exponent < 1) {
            throw new IllegalArgumentException("exponent = " + exponent + ", expected at least 1");
        }
    }

    /**
     * q written as a prime power, or empty if it is none; 0, 1 and negative numbers are none.
     *
     * <p>Example: of(81) is 3^4, of(12) is empty. Cost: at most 61 root extractions and one primality test.
     */
    public static Optional<PrimePower> of(long q) {
        if (q < 2) {
            return Optional.empty();
        }
        for (int e = 62; e >= 1; e--) {
            long root = IntegerMath.floorRoot(q, e);
            if (root >= 2 && IntegerMath.powerEquals(root, e, q)) {
                // The largest exponent decides: q = root^e, and root is no power itself.
                return Primality.isPrime(root) ? Optional.of(new PrimePower(root, e)) : Optional.empty();
            }
        }
        throw new AssertionError("q^(1/1) = q");
    }
}
