package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * n ≡ residue modulo modulus.
 *
 * @param residue 0 ≤ residue &lt; modulus
 * @param modulus at least 1
 */
record Congruence(BigInteger residue, BigInteger modulus) {

    private static final Congruence TRIVIAL = new Congruence(BigInteger.ZERO, BigInteger.ONE);

    /** n ≡ 0 modulo 1. */
    static Congruence trivial() {
        return TRIVIAL;
    }

    /** Both conditions together; the other modulus is prime to this one. */
    Congruence and(BigInteger otherResidue, BigInteger otherModulus) {
        Congruence both = andIfCompatible(otherResidue, otherModulus);
        if (both == null) {
            throw new IllegalArgumentException("moduli " + modulus + ", " + otherModulus + ", expected coprime ones");
        }
        return both;
    }

    /** Both conditions together; null if they exclude each other. */
    @Nullable Congruence andIfCompatible(BigInteger otherResidue, BigInteger otherModulus) {
        BigInteger common = modulus.gcd(otherModulus);
        BigInteger difference = otherResidue.subtract(residue);
        if (difference.mod(common).signum() != 0) {
            return null;
        }
        BigInteger m = otherModulus.divide(common);
        BigInteger steps = m.equals(BigInteger.ONE)
                ? BigInteger.ZERO
                : difference
                        .divide(common)
                        .multiply(modulus.divide(common).modInverse(m))
                        .mod(m);
        return new Congruence(residue.add(modulus.multiply(steps)), modulus.multiply(m));
    }

    /** The least solution that is at least the given number. */
    BigInteger leastFrom(int least) {
        BigInteger start = BigInteger.valueOf(least);
        return start.add(residue.subtract(start).mod(modulus));
    }
}
