package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The multiplicative order of x modulo an irreducible g, from a factorization of q^m − 1 into pairwise coprime parts.
 *
 * <p>Write q^m − 1 = Π n_i, the n_i pairwise coprime: prime powers, and powers of unresolved composites. The part of the
 * order at n_i is the order of x^((q^m − 1)/n_i). All these powers come from one recursion that halves the list of parts:
 * each half is handed x raised to the product of the other half.
 */
final class IrreducibleOrder {

    /** base^exponent, a part of q^m − 1. */
    private record Part(BigInteger base, int exponent, boolean isPrime) {

        BigInteger value() {
            return base.pow(exponent);
        }
    }

    private final PolynomialModulus modulus;
    private final boolean stopWhenNotFull;
    private final RunControl control;
    private boolean notFull;
    private final NavigableMap<BigInteger, Integer> primes = new TreeMap<>();
    private final NavigableMap<BigInteger, Integer> open = new TreeMap<>();

    private IrreducibleOrder(PolynomialModulus modulus, boolean stopWhenNotFull, RunControl control) {
        this.modulus = modulus;
        this.stopWhenNotFull = stopWhenNotFull;
        this.control = control;
    }

    static PolynomialOrder compute(Polynomial g, IntegerFactorization group, RunControl control) {
        IrreducibleOrder order = new IrreducibleOrder(PolynomialModulus.of(g), false, control);
        order.descend(order.modulus.reduce(Polynomial.x(g.field())), parts(group));
        return order.result(g);
    }

    /**
     * Whether the order of x modulo g is q^m − 1; empty when that hangs on an unresolved cofactor. Stops at the first part
     * of q^m − 1 that is not all in the order.
     */
    static Optional<Boolean> isFull(Polynomial g, IntegerFactorization group, RunControl control) {
        IrreducibleOrder order = new IrreducibleOrder(PolynomialModulus.of(g), true, control);
        order.descend(order.modulus.reduce(Polynomial.x(g.field())), parts(group));
        if (order.notFull) {
            return Optional.of(false);
        }
        return order.open.isEmpty() ? Optional.of(true) : Optional.empty();
    }

    /** The parts of q^m − 1, pairwise coprime, small ones first. */
    private static List<Part> parts(IntegerFactorization group) {
        List<Part> parts = new ArrayList<>();
        group.primes().forEach((prime, exponent) -> parts.add(new Part(prime, exponent, true)));
        NavigableMap<BigInteger, Integer> cofactors = new TreeMap<>();
        group.unresolved().forEach(cofactor -> cofactors.merge(cofactor, 1, Integer::sum));
        cofactors.forEach((cofactor, exponent) -> parts.add(new Part(cofactor, exponent, false)));
        parts.sort(Comparator.comparing(Part::base));
        return parts;
    }

    private PolynomialOrder result(Polynomial g) {
        BigInteger divides = BigInteger.ONE;
        for (Map.Entry<BigInteger, Integer> prime : primes.entrySet()) {
            divides = divides.multiply(prime.getKey().pow(prime.getValue()));
        }
        for (Map.Entry<BigInteger, Integer> cofactor : open.entrySet()) {
            divides = divides.multiply(cofactor.getKey().pow(cofactor.getValue()));
        }
        List<UnresolvedOrder> unresolved = new ArrayList<>();
        for (BigInteger cofactor : open.keySet()) {
            unresolved.add(new UnresolvedOrder(g.monic(), divides, cofactor));
        }
        return new PolynomialOrder(primes, divides, unresolved);
    }

    /** The order of y divides the product of the parts. */
    private void descend(Polynomial y, List<Part> parts) {
        control.check();
        if (parts.isEmpty() || notFull) {
            return;
        }
        if (y.isOne()) {
            notFull = stopWhenNotFull;
            return;
        }
        if (parts.size() == 1) {
            settle(y, parts.get(0));
            return;
        }
        // Cut where the products of both sides have about the same size: the exponents are then as short as they can
        // be.
        int total = 0;
        for (Part part : parts) {
            total += part.base().bitLength() * part.exponent();
        }
        int cut = 0;
        int bits = 0;
        do {
            bits += parts.get(cut).base().bitLength() * parts.get(cut).exponent();
            cut++;
        } while (cut < parts.size() - 1 && 2 * bits < total);
        List<Part> left = parts.subList(0, cut);
        List<Part> right = parts.subList(cut, parts.size());
        descend(modulus.power(y, product(right)), left);
        descend(modulus.power(y, product(left)), right);
    }

    /** The order of y divides base^exponent. */
    private void settle(Polynomial y, Part part) {
        int needed = 0;
        Polynomial power = y;
        while (!power.isOne()) {
            if (needed == part.exponent()) {
                throw new IllegalArgumentException("x^(q^m - 1) is not 1 modulo " + modulus.modulus()
                        + ", expected an irreducible polynomial and the factors of q^m - 1");
            }
            control.check();
            power = modulus.power(power, part.base());
            needed++;
        }
        if (stopWhenNotFull && needed < part.exponent()) {
            notFull = true;
        }
        if (needed > 0) {
            (part.isPrime() ? primes : open).put(part.base(), needed);
        }
    }

    private static BigInteger product(List<Part> parts) {
        BigInteger product = BigInteger.ONE;
        for (Part part : parts) {
            product = product.multiply(part.value());
        }
        return product;
    }
}
