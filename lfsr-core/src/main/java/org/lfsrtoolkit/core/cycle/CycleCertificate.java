package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.factor.UnresolvedOrder;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.integer.PrimalityProof;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * An answer of the exact engine together with what someone else needs to check it without trusting us.
 *
 * <p>It holds the irreducible factors with their elementary divisors, and for each factor g ≠ x the primes of ord(g) and, for
 * each prime r, the witness x^(ord(g)/r) mod g, which is not 1. A checker tests that the factors are irreducible and
 * multiply to the characteristic polynomial (for a matrix: that the kernels of g(A)^j have the dimensions that the divisors
 * say), that the primes are prime, that x^ord(g) = 1, that the witnesses are right, and recomputes the structure from there.
 * None of that needs a factorization. {@code org.lfsrtoolkit.examples.CertificateChecker} is such a checker.
 *
 * <p>Where an order is open by a cofactor c of unknown factors, the certificate says of which number D it is a divisor, and
 * that it is no divisor of D/c (witness x^(D/c) mod g). What hangs on the order, and a cycle structure that was capped, is
 * not claimed: {@link #notCertified} names it.
 *
 * <p>Cost: one power of x for each prime and cofactor, and the proofs of large primes within their budget. Threads:
 * immutable.
 *
 * @param analysis the answer
 * @param proofs one for each component of the answer, in the same order
 */
public record CycleCertificate(ExactAnalysis analysis, List<ComponentProof> proofs) {

    /** The time for proofs of primes from 2^64 up, all together, unless told otherwise. */
    public static final Duration PROOF_BUDGET = Duration.ofSeconds(2);

    /** How sure it is that a number is prime. */
    public enum Evidence {
        /** A deterministic test for numbers below 2^64, a proof that comes with the certificate for others. */
        PROVED,
        /** Passed a strong probable-prime and Lucas test; no composite number is known to pass. */
        PROBABLE
    }

    /**
     * A prime of an order and the proof that it belongs there.
     *
     * @param prime r
     * @param exponent of r in ord(g)
     * @param evidence that r is prime
     * @param proof of that; null for r below 2^64 and where the evidence is {@link Evidence#PROBABLE}
     * @param witness x^(D/r) mod g, not 1, D the known multiple of ord(g)
     */
    public record PrimeWitness(
            BigInteger prime,
            int exponent,
            Evidence evidence,
            @Nullable PrimalityProof proof,
            Polynomial witness) {}

    /**
     * A composite number of unknown factors that keeps an order open.
     *
     * @param cofactor c
     * @param exponent of c in the known multiple D of the order
     * @param witness x^(D/c) mod g, not 1
     */
    public record CofactorWitness(BigInteger cofactor, int exponent, Polynomial witness) {}

    /**
     * The order of one factor.
     *
     * @param factor g
     * @param divides a multiple of ord(g), the order itself if there are no cofactors; null for g = x
     * @param primes of the order, prime to the cofactors; empty for g = x
     * @param cofactors what keeps the order from being known; empty when it is
     */
    public record ComponentProof(
            Polynomial factor,
            @Nullable BigInteger divides,
            List<PrimeWitness> primes,
            List<CofactorWitness> cofactors) {

        public ComponentProof {
            primes = List.copyOf(primes);
            cofactors = List.copyOf(cofactors);
        }

        /** Whether the order is known; true for g = x, which has none. */
        public boolean isExact() {
            return cofactors.isEmpty();
        }
    }

    public CycleCertificate {
        Objects.requireNonNull(analysis);
        proofs = List.copyOf(proofs);
    }

    /** {@link #of(ExactAnalysis, Duration, RunControl)} with {@link #PROOF_BUDGET}. */
    public static CycleCertificate of(ExactAnalysis analysis, RunControl control) {
        return of(analysis, PROOF_BUDGET, control);
    }

    /**
     * The certificate of an answer.
     *
     * @param proofBudget time for proofs of primes from 2^64 up; those that it does not suffice for are labelled
     *     {@link Evidence#PROBABLE}
     */
    public static CycleCertificate of(ExactAnalysis analysis, Duration proofBudget, RunControl control) {
        RunControl proving = control.withBudget(proofBudget);
        Map<BigInteger, Optional<PrimalityProof>> found = new HashMap<>();
        List<ComponentProof> proofs = new ArrayList<>();
        for (PrimaryComponent component : analysis.components()) {
            PolynomialOrder order = component.order();
            List<PrimeWitness> primes = new ArrayList<>();
            List<CofactorWitness> cofactors = new ArrayList<>();
            if (order != null) {
                PolynomialModulus modulus = PolynomialModulus.of(component.factor());
                BigInteger rest = order.divides();
                for (Map.Entry<BigInteger, Integer> entry : order.primes().entrySet()) {
                    control.check();
                    BigInteger r = entry.getKey();
                    boolean small = r.compareTo(Primality.PROVED_BELOW) < 0;
                    Optional<PrimalityProof> proof =
                            small ? Optional.empty() : found.computeIfAbsent(r, n -> PrimalityProof.find(n, proving));
                    primes.add(new PrimeWitness(
                            r,
                            entry.getValue(),
                            small || proof.isPresent() ? Evidence.PROVED : Evidence.PROBABLE,
                            proof.orElse(null),
                            modulus.powerOfX(order.divides().divide(r))));
                    rest = rest.divide(r.pow(entry.getValue()));
                }
                for (UnresolvedOrder open : order.unresolved()) {
                    control.check();
                    BigInteger c = open.cofactor();
                    int exponent = 0;
                    while (rest.mod(c).signum() == 0) {
                        rest = rest.divide(c);
                        exponent++;
                    }
                    cofactors.add(new CofactorWitness(
                            c, exponent, modulus.powerOfX(order.divides().divide(c))));
                }
            }
            proofs.add(
                    new ComponentProof(component.factor(), order == null ? null : order.divides(), primes, cofactors));
        }
        return new CycleCertificate(analysis, proofs);
    }

    /** Whether every value of a complete answer is certified. */
    public boolean isComplete() {
        return notCertified().isEmpty();
    }

    /**
     * The names, as in {@link #toJson}, of the values that this certificate says nothing about, because an order is open or
     * the list of lengths was capped.
     */
    public List<String> notCertified() {
        List<String> names = new ArrayList<>();
        if (!analysis.unresolved().isEmpty()) {
            boolean singular = analysis.components().stream().anyMatch(PrimaryComponent::isNilpotent);
            if (!singular) {
                names.add("matrixOrder");
                names.add("polynomialOrder");
            }
            if (analysis.primitive() == null) {
                names.add("primitive");
            }
        }
        if (analysis.cycleStructure() == null) {
            names.add("cycleStructure");
            names.add("cycles");
        }
        return names;
    }

    /** The weakest evidence for any of the primes. */
    public Evidence evidence() {
        return proofs.stream()
                        .flatMap(proof -> proof.primes().stream())
                        .anyMatch(prime -> prime.evidence() == Evidence.PROBABLE)
                ? Evidence.PROBABLE
                : Evidence.PROVED;
    }

    /**
     * The certificate as one JSON object: {@code schema} (1), {@code field}, {@code map}, {@code components}, the claims
     * under the names of the command line's output, null where nothing is claimed, and at the end {@code complete} and
     * {@code notCertified}. Polynomials are coefficient lists, low to high; large numbers are decimal strings.
     */
    public String toJson() {
        return CertificateJson.of(this);
    }
}
