package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * A proof that n is prime, in the form that others can check: Pocklington's, from a part of the factors of n − 1.
 *
 * <p>If F divides n − 1, F² &gt; n, and for every prime r of F there is a base a with a^(n−1) = 1 and
 * gcd(a^((n−1)/r) − 1, n) = 1 modulo n, then n is prime: every prime of n is 1 modulo F, so it exceeds √n. Primes r
 * from 2^64 up carry proofs of their own, but where {@link Primality#isDecidedWithProof}.
 *
 * <p>Example: n = 2^64 + 13 is prime by r = 2, 7 and others of n − 1. Cost: to find, the factorization of enough of n −
 * 1, which can be out of reach; to check, two powers modulo n for each prime of F. Memory: O(log² n) bits. Threads:
 * immutable. Source: [BrillhartLehmerSelfridge1975, theorem 4].
 */
public final class PrimalityProof {

    private static final int MAX_BASE = 1000;

    /**
     * One condition of the proof.
     *
     * @param r a prime divisor of n − 1
     * @param base a, with a^(n−1) = 1 and gcd(a^((n−1)/r) − 1, n) = 1
     */
    public record Witness(BigInteger r, int base) {}

    private final BigInteger n;
    private final List<Witness> witnesses;
    private final List<PrimalityProof> lemmas;

    private PrimalityProof(BigInteger n, List<Witness> witnesses, List<PrimalityProof> lemmas) {
        this.n = n;
        this.witnesses = List.copyOf(witnesses);
        this.lemmas = List.copyOf(lemmas);
    }

    /** The proof with these parts, unchecked: see {@link #isValid}. */
    public static PrimalityProof of(BigInteger n, List<Witness> witnesses, List<PrimalityProof> lemmas) {
        return new PrimalityProof(n, witnesses, lemmas);
    }

    /**
     * Looks for a proof by factoring n − 1.
     *
     * @param n at least 2
     * @return empty if n is composite, or if n − 1 could not be factored far enough within the budget
     * @throws java.util.concurrent.CancellationException if the caller cancelled
     */
    public static Optional<PrimalityProof> find(BigInteger n, RunControl control) {
        if (!Primality.isPrime(n)) {
            return Optional.empty();
        }
        if (Primality.isDecidedWithProof(n)) {
            return Optional.of(new PrimalityProof(n, List.of(), List.of()));
        }
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        try {
            return fromFactors(n, partlyFactored(n, minusOne, control), control);
        } catch (LimitExceededException limit) {
            if (limit.limit() != LimitExceededException.Limit.TIME) {
                throw limit;
            }
            return Optional.empty();
        }
    }

    /** Cheap methods first: half of the digits are enough. */
    private static IntegerFactorization partlyFactored(BigInteger n, BigInteger minusOne, RunControl control) {
        List<BigInteger> parts = new ArrayList<>();
        BigInteger rest = TrialDivision.divide(minusOne, parts);
        BigInteger known = minusOne.divide(rest);
        while (known.pow(2).compareTo(n) <= 0 && !rest.equals(BigInteger.ONE)) {
            if (Primality.isPrime(rest)) {
                parts.add(rest);
                return IntegerFactorization.ofFactors(parts);
            }
            IntegerFactorization found = IntegerFactorizer.factor(rest, control);
            found.primes().forEach((p, e) -> {
                for (int i = 0; i < e; i++) {
                    parts.add(p);
                }
            });
            parts.addAll(found.unresolved());
            return IntegerFactorization.ofFactors(parts);
        }
        return IntegerFactorization.ofTestedPrimes(parts);
    }

    private static Optional<PrimalityProof> fromFactors(
            BigInteger n, IntegerFactorization factors, RunControl control) {
        List<Witness> witnesses = new ArrayList<>();
        List<PrimalityProof> lemmas = new ArrayList<>();
        BigInteger product = BigInteger.ONE;
        // Small primes first: they need no proof of their own, and the largest may not be needed.
        for (Map.Entry<BigInteger, Integer> entry : factors.primes().entrySet()) {
            BigInteger r = entry.getKey();
            if (product.pow(2).compareTo(n) > 0) {
                break;
            }
            control.check();
            if (!Primality.isDecidedWithProof(r)) {
                Optional<PrimalityProof> lemma = find(r, control);
                if (lemma.isEmpty()) {
                    continue;
                }
                lemmas.add(lemma.get());
            }
            for (int base = 2; base <= MAX_BASE; base++) {
                if (isWitness(n, r, base)) {
                    witnesses.add(new Witness(r, base));
                    product = product.multiply(r.pow(entry.getValue()));
                    break;
                }
            }
        }
        return product.pow(2).compareTo(n) > 0
                ? Optional.of(new PrimalityProof(n, witnesses, lemmas))
                : Optional.empty();
    }

    private static boolean isWitness(BigInteger n, BigInteger r, int base) {
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        BigInteger power = BigInteger.valueOf(base).modPow(minusOne.divide(r), n);
        return power.modPow(r, n).equals(BigInteger.ONE)
                && power.subtract(BigInteger.ONE).gcd(n).equals(BigInteger.ONE);
    }

    /** The number whose primality is claimed. */
    public BigInteger n() {
        return n;
    }

    /** The conditions; empty for numbers that {@link Primality#isDecidedWithProof}. */
    public List<Witness> witnesses() {
        return witnesses;
    }

    /** The proofs of those r that {@link Primality} does not decide. */
    public List<PrimalityProof> lemmas() {
        return lemmas;
    }

    /** Whether the proof proves that n is prime: checks every condition, and the lemmas. */
    public boolean isValid() {
        if (Primality.isDecidedWithProof(n)) {
            return Primality.isPrime(n);
        }
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        BigInteger rest = minusOne;
        for (Witness witness : witnesses) {
            BigInteger r = witness.r;
            boolean prime = Primality.isDecidedWithProof(r)
                    ? Primality.isPrime(r)
                    : lemmas.stream()
                            .anyMatch(lemma -> lemma.n.equals(r) && lemma.n.compareTo(n) < 0 && lemma.isValid());
            if (!prime || witness.base < 2 || minusOne.mod(r).signum() != 0 || !isWitness(n, r, witness.base)) {
                return false;
            }
            while (rest.mod(r).signum() == 0) {
                rest = rest.divide(r);
            }
        }
        return minusOne.divide(rest).pow(2).compareTo(n) > 0;
    }

    @Override
    public String toString() {
        return n + " is prime by " + witnesses + (lemmas.isEmpty() ? "" : ", where " + lemmas);
    }
}
