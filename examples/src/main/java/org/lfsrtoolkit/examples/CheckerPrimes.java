package org.lfsrtoolkit.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that numbers are prime, checked with nothing but {@link BigInteger}.
 *
 * <p>Below 2^64 the strong test to the first twelve primes decides ([SorensonWebster2015]). For 2^p − 1 there is
 * the test of Lucas and Lehmer. Otherwise Pocklington: if F divides n − 1, F² &gt; n, and for each prime r of F some a has
 * a^(n−1) = 1 and gcd(a^((n−1)/r) − 1, n) = 1 modulo n, then every prime of n is 1 modulo F, hence above √n.
 */
final class CheckerPrimes {

    private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    private CheckerPrimes() {}

    /** Whether n &lt; 2^64 is prime. */
    static boolean isSmallPrime(BigInteger n) {
        if (n.signum() <= 0 || n.bitLength() > 64 || n.equals(BigInteger.ONE)) {
            return false;
        }
        for (int base : BASES) {
            BigInteger b = BigInteger.valueOf(base);
            if (n.equals(b)) {
                return true;
            }
            if (n.mod(b).signum() == 0 || !isStrongProbablePrime(n, b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStrongProbablePrime(BigInteger n, BigInteger base) {
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        int twos = minusOne.getLowestSetBit();
        BigInteger power = base.modPow(minusOne.shiftRight(twos), n);
        if (power.equals(BigInteger.ONE)) {
            return true;
        }
        for (int i = 0; i < twos; i++) {
            if (power.equals(minusOne)) {
                return true;
            }
            power = power.multiply(power).mod(n);
        }
        return false;
    }

    /** Whether n = 2^p − 1 for an odd prime p and is prime. */
    static boolean isMersennePrime(BigInteger n) {
        int p = n.bitLength();
        if (n.bitCount() != p || p < 3 || !isSmallPrime(BigInteger.valueOf(p))) {
            return false;
        }
        BigInteger s = BigInteger.valueOf(4);
        for (int i = 0; i < p - 2; i++) {
            s = s.multiply(s).subtract(BigInteger.TWO).mod(n);
        }
        return s.signum() == 0;
    }

    /** Whether a proof is one, and of the primality of n. */
    static boolean isProofOf(BigInteger n, JsonNode proof) {
        BigInteger claimed = number(proof.path("n"));
        if (!n.equals(claimed) || n.signum() <= 0) {
            return false;
        }
        String method = proof.path("method").asText();
        if (method.equals("lucas-lehmer")) {
            return isMersennePrime(n);
        }
        if (!method.equals("pocklington")
                || !proof.path("witnesses").isArray()
                || !proof.path("lemmas").isArray()) {
            return false;
        }
        Set<BigInteger> lemmas = new HashSet<>();
        for (JsonNode lemma : proof.path("lemmas")) {
            BigInteger m = number(lemma.path("n"));
            if (m == null || !isProofOf(m, lemma)) {
                return false;
            }
            lemmas.add(m);
        }
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        BigInteger rest = minusOne;
        for (JsonNode witness : proof.path("witnesses")) {
            BigInteger r = number(witness.path("r"));
            JsonNode base = witness.path("base");
            if (r == null
                    || r.signum() <= 0
                    || !base.isInt()
                    || !(isSmallPrime(r) || lemmas.contains(r) || isMersennePrime(r))
                    || rest.mod(r).signum() != 0
                    || !isWitness(n, r, BigInteger.valueOf(base.asInt()))) {
                return false;
            }
            while (rest.mod(r).signum() == 0) {
                rest = rest.divide(r);
            }
        }
        return minusOne.divide(rest).pow(2).compareTo(n) > 0;
    }

    private static boolean isWitness(BigInteger n, BigInteger r, BigInteger base) {
        BigInteger power = base.modPow(n.subtract(BigInteger.ONE).divide(r), n);
        return power.modPow(r, n).equals(BigInteger.ONE)
                && power.subtract(BigInteger.ONE).gcd(n).equals(BigInteger.ONE);
    }

    private static @Nullable BigInteger number(JsonNode node) {
        return node.isTextual() && node.asText().matches("0|[1-9][0-9]*") ? new BigInteger(node.asText()) : null;
    }
}
