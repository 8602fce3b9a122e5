package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The order of f (also called its period or exponent): the least e ≥ 1 such that f divides x^e − 1, for f(0) ≠ 0.
 *
 * <p>For g irreducible of degree m it is the multiplicative order of x modulo g, a divisor of q^m − 1. For a power,
 * ord(g^e) = ord(g) · p^t with t the least integer such that p^t ≥ e. For a product of coprime polynomials it is the least
 * common multiple. A constant has order 1.
 *
 * <p>When q^m − 1 has a composite cofactor that could not be factored, x is first raised to the power without it: often that
 * shows that the cofactor has no part in the order. Otherwise the order stays open by a divisor of the cofactor, and the
 * result says so: {@link #exact()} is empty, {@link #divides()} is a multiple of the order and {@link #unresolved()} names
 * the cofactors. Nothing is guessed.
 *
 * <p>Example: x^3 + x^2 + 1 over GF(2) has order 7, its square 14, its cube 28.
 *
 * <p>Cost: for each irreducible factor of degree m the factorization of q^m − 1, once for each degree, and O(log r)
 * powers x^e modulo g with e below q^m, where r is the number of primes of q^m − 1. Memory: O(log r) residues. Threads:
 * results are immutable. Source: [LidlNiederreiter1997, ch. 3.1].
 */
public final class PolynomialOrder {

    private final BigInteger divides;
    private final NavigableMap<BigInteger, Integer> primes;
    private final List<UnresolvedOrder> unresolved;

    PolynomialOrder(NavigableMap<BigInteger, Integer> primes, BigInteger divides, List<UnresolvedOrder> unresolved) {
        this.primes = Collections.unmodifiableNavigableMap(primes);
        this.divides = divides;
        this.unresolved = List.copyOf(unresolved);
    }

    /**
     * The order of f.
     *
     * @param f with f(0) ≠ 0; need not be monic
     * @throws IllegalArgumentException if f(0) = 0
     */
    public static PolynomialOrder of(Polynomial f, RunControl control) {
        requireUnitAtZero(f);
        return ofFactorization(PolynomialFactorizer.factor(f, control), control);
    }

    /**
     * The order of a polynomial whose factorization is known.
     *
     * @param factorization into irreducible polynomials (<em>not checked</em>)
     * @throws IllegalArgumentException if x is among the factors
     */
    public static PolynomialOrder ofFactorization(PolynomialFactorization factorization, RunControl control) {
        Map<Integer, IntegerFactorization> groups = new HashMap<>();
        long q = factorization.field().cardinality();
        List<PolynomialOrder> orders = new ArrayList<>();
        int highest = 1;
        for (PolynomialFactor factor : factorization.factors()) {
            Polynomial g = factor.polynomial();
            requireUnitAtZero(g);
            IntegerFactorization group =
                    groups.computeIfAbsent(g.degree(), degree -> PowerMinusOne.factor(q, degree, control));
            orders.add(ofIrreducible(g, group, control));
            highest = Math.max(highest, factor.exponent());
        }
        return leastCommonMultiple(orders)
                .timesPowerFor(highest, factorization.field().characteristic());
    }

    /**
     * The order of an irreducible polynomial.
     *
     * @param g irreducible (<em>not checked</em>), not a multiple of x
     * @throws IllegalArgumentException if g is constant or g(0) = 0
     */
    public static PolynomialOrder ofIrreducible(Polynomial g, RunControl control) {
        return ofIrreducible(
                g, PowerMinusOne.factor(g.field().cardinality(), Math.max(1, g.degree()), control), control);
    }

    /**
     * The order of an irreducible polynomial, given what is known of the factors of q^m − 1.
     *
     * @param g irreducible of degree m (<em>not checked</em>), not a multiple of x
     * @param group primes and unresolved cofactors whose product is q^m − 1
     * @throws IllegalArgumentException if g is constant or g(0) = 0
     */
    public static PolynomialOrder ofIrreducible(Polynomial g, IntegerFactorization group, RunControl control) {
        if (g.degree() < 1) {
            throw new IllegalArgumentException("g = " + g + ", expected an irreducible polynomial");
        }
        requireUnitAtZero(g);
        return IrreducibleOrder.compute(g, group, control);
    }

    /** The order of g^exponent from that of g: ord(g) · p^t, t least with p^t ≥ exponent. */
    public PolynomialOrder timesPowerFor(int exponent, long characteristic) {
        if (exponent < 1) {
            throw new IllegalArgumentException("exponent = " + exponent + ", expected at least 1");
        }
        BigInteger p = BigInteger.valueOf(characteristic);
        int t = 0;
        for (BigInteger power = BigInteger.ONE; power.compareTo(BigInteger.valueOf(exponent)) < 0; t++) {
            power = power.multiply(p);
        }
        if (t == 0) {
            return this;
        }
        NavigableMap<BigInteger, Integer> more = new TreeMap<>(primes);
        more.merge(p, t, Integer::sum);
        return new PolynomialOrder(more, divides.multiply(p.pow(t)), unresolved);
    }

    /** The least common multiple of orders; 1 for none. */
    public static PolynomialOrder leastCommonMultiple(List<PolynomialOrder> orders) {
        NavigableMap<BigInteger, Integer> primes = new TreeMap<>();
        BigInteger divides = BigInteger.ONE;
        List<UnresolvedOrder> unresolved = new ArrayList<>();
        for (PolynomialOrder order : orders) {
            order.primes.forEach((prime, exponent) -> primes.merge(prime, exponent, Math::max));
            divides = divides.divide(divides.gcd(order.divides)).multiply(order.divides);
            for (UnresolvedOrder open : order.unresolved) {
                if (!unresolved.contains(open)) {
                    unresolved.add(open);
                }
            }
        }
        return new PolynomialOrder(primes, divides, unresolved);
    }

    /** The order, when it is known. */
    public Optional<BigInteger> exact() {
        return unresolved.isEmpty() ? Optional.of(divides) : Optional.empty();
    }

    /** Whether the order is known. */
    public boolean isExact() {
        return unresolved.isEmpty();
    }

    /** A known multiple of the order; the order itself when that is known. */
    public BigInteger divides() {
        return divides;
    }

    /**
     * The prime factors of the order with their exponents, unmodifiable. When the order is not exact, the known ones: for one
     * irreducible factor those of the part prime to its cofactor, for several the least common multiple of these, so that
     * a prime found for one factor may also be in the unresolved cofactor of another, there to a higher power perhaps.
     */
    public NavigableMap<BigInteger, Integer> primes() {
        return primes;
    }

    /** What keeps the order from being exact; empty when it is. */
    public List<UnresolvedOrder> unresolved() {
        return unresolved;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolynomialOrder that
                && that.divides.equals(divides)
                && that.primes.equals(primes)
                && that.unresolved.equals(unresolved);
    }

    @Override
    public int hashCode() {
        return divides.hashCode() * 31 + unresolved.hashCode();
    }

    /** For instance "7" or "divides 2047 (composite cofactor 2047 unresolved)". */
    @Override
    public String toString() {
        if (isExact()) {
            return divides.toString();
        }
        StringBuilder text = new StringBuilder("divides ").append(divides);
        for (UnresolvedOrder open : unresolved) {
            text.append("; ").append(open);
        }
        return text.toString();
    }

    private static void requireUnitAtZero(Polynomial f) {
        if (f.coefficient(0) == 0) {
            throw new IllegalArgumentException(
                    "f(0) = 0 for f = " + f + ", expected f(0) ≠ 0: x has no order modulo f");
        }
    }
}
