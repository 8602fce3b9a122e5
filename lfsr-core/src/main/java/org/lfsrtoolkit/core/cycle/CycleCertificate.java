package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * A complete answer of the exact engine together with what someone else needs to check it without trusting us.
 *
 * <p>It holds the irreducible factors with their elementary divisors, and for each factor g ≠ x the primes of ord(g) and, for
 * each prime r, the witness x^(ord(g)/r) mod g, which is not 1. A checker tests that the factors are irreducible and
 * multiply to the characteristic polynomial (for a matrix: that the kernels of g(A)^j have the dimensions that the divisors
 * say), that the primes are prime, that x^ord(g) = 1, that the witnesses are right, and recomputes the structure from there.
 * None of that needs a factorization. {@code org.lfsrtoolkit.examples.CertificateChecker} is such a checker.
 *
 * <p>Cost: one power of x for each prime. Threads: immutable.
 *
 * @param analysis the answer
 * @param proofs one for each component of the answer, in the same order
 */
public record CycleCertificate(ExactAnalysis analysis, List<ComponentProof> proofs) {

    /** How sure it is that a number is prime. */
    public enum Evidence {
        /** A deterministic test; numbers below 2^64. */
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
     * @param witness x^(ord(g)/r) mod g, not 1
     */
    public record PrimeWitness(BigInteger prime, int exponent, Evidence evidence, Polynomial witness) {}

    /**
     * The order of one factor.
     *
     * @param factor g
     * @param order of g; null for g = x
     * @param primes of the order; empty for g = x
     */
    public record ComponentProof(
            Polynomial factor, @Nullable BigInteger order, List<PrimeWitness> primes) {

        public ComponentProof {
            primes = List.copyOf(primes);
        }
    }

    public CycleCertificate {
        Objects.requireNonNull(analysis);
        proofs = List.copyOf(proofs);
    }

    /**
     * The certificate of an answer.
     *
     * @throws IllegalArgumentException if the answer is not complete
     */
    public static CycleCertificate of(ExactAnalysis analysis, RunControl control) {
        if (!analysis.isComplete()) {
            throw new IllegalArgumentException("analysis is "
                    + (analysis.capped() ? "capped" : "unresolved: " + analysis.unresolved())
                    + ", expected a complete one");
        }
        List<ComponentProof> proofs = new ArrayList<>();
        for (PrimaryComponent component : analysis.components()) {
            PolynomialOrder order = component.order();
            List<PrimeWitness> primes = new ArrayList<>();
            if (order != null) {
                PolynomialModulus modulus = PolynomialModulus.of(component.factor());
                for (Map.Entry<BigInteger, Integer> entry : order.primes().entrySet()) {
                    control.check();
                    BigInteger r = entry.getKey();
                    primes.add(new PrimeWitness(
                            r,
                            entry.getValue(),
                            r.compareTo(Primality.PROVED_BELOW) < 0 ? Evidence.PROVED : Evidence.PROBABLE,
                            modulus.powerOfX(order.divides().divide(r))));
                }
            }
            proofs.add(new ComponentProof(component.factor(), order == null ? null : order.divides(), primes));
        }
        return new CycleCertificate(analysis, proofs);
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
     * The certificate as one JSON object: {@code schema} (1), {@code field}, {@code map}, {@code components}, and the claims
     * under the names of the command line's output. Polynomials are coefficient lists, low to high; large numbers are
     * decimal strings.
     */
    public String toJson() {
        AffineMap map = analysis.map();
        StringBuilder json = new StringBuilder("{\"schema\":1,\"field\":{\"p\":")
                .append(map.field().characteristic())
                .append(",\"modulus\":")
                .append(list(map.field().modulus()))
                .append("},\"map\":{");
        if (map instanceof ShiftRegister register) {
            json.append("\"coefficients\":")
                    .append(list(register.tapCoefficients()))
                    .append(",\"constant\":")
                    .append(register.constant());
        } else {
            StringJoiner rows = new StringJoiner(",", "[", "]");
            for (long[] row : map.matrix().toRows()) {
                rows.add(list(row));
            }
            json.append("\"matrix\":").append(rows).append(",\"constant\":").append(list(map.translation()));
        }
        json.append("},\"components\":").append(components());
        json.append(",\"matrixOrder\":").append(text(analysis.matrixOrder()));
        json.append(",\"polynomialOrder\":").append(text(analysis.polynomialOrder()));
        json.append(",\"irreducible\":").append(analysis.irreducible());
        json.append(",\"primitive\":").append(analysis.primitive());
        json.append(",\"states\":").append(text(analysis.states()));
        StringJoiner structure = new StringJoiner(",", "[", "]");
        Objects.requireNonNull(analysis.cycleStructure())
                .counts()
                .forEach((length, count) -> structure.add("[" + text(length) + "," + text(count) + "]"));
        json.append(",\"cycleStructure\":").append(structure);
        json.append(",\"cycles\":").append(text(analysis.cycles()));
        json.append(",\"periodicStates\":").append(text(analysis.periodicStates()));
        StringJoiner levels = new StringJoiner(",", "[", "]");
        analysis.levels().forEach(level -> levels.add(text(level)));
        return json.append(",\"levels\":").append(levels).append('}').toString();
    }

    private String components() {
        StringJoiner components = new StringJoiner(",", "[", "]");
        for (int i = 0; i < proofs.size(); i++) {
            ComponentProof proof = proofs.get(i);
            StringJoiner divisors = new StringJoiner(",", "[", "]");
            for (ElementaryDivisor divisor : analysis.components().get(i).divisors()) {
                divisors.add("[" + divisor.exponent() + "," + divisor.multiplicity() + "]");
            }
            StringJoiner primes = new StringJoiner(",", "[", "]");
            for (PrimeWitness prime : proof.primes()) {
                primes.add("{\"prime\":" + text(prime.prime()) + ",\"exponent\":" + prime.exponent()
                        + ",\"evidence\":\"" + prime.evidence().name().toLowerCase(java.util.Locale.ROOT)
                        + "\",\"witness\":" + list(prime.witness().coefficients()) + "}");
            }
            components.add("{\"factor\":" + list(proof.factor().coefficients()) + ",\"divisors\":" + divisors
                    + ",\"order\":" + text(proof.order()) + ",\"primes\":" + primes + "}");
        }
        return components.toString();
    }

    private static String text(@Nullable BigInteger number) {
        return number == null ? "null" : "\"" + number + "\"";
    }

    private static String list(long... values) {
        return java.util.Arrays.toString(values).replace(" ", "");
    }
}
