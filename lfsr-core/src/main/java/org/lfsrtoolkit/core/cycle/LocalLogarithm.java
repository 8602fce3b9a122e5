package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/**
 * The condition x^n = target modulo one prime power g^e: what one component says about the distance of two states.
 *
 * @param factor g ≠ x
 * @param exponent e ≥ 1
 * @param target modulo g^e
 * @param order of g
 * @param residueField modulo g
 */
record LocalLogarithm(
        Polynomial factor, int exponent, Polynomial target, PolynomialOrder order, PolynomialModulus residueField) {

    static LocalLogarithm of(PrimaryComponent component, int exponent, Polynomial target) {
        Polynomial g = component.factor();
        return new LocalLogarithm(
                g,
                exponent,
                target.remainder(g.power(exponent)),
                Objects.requireNonNull(component.order()),
                PolynomialModulus.of(g));
    }

    /** False proves that no power of x is the target: its order modulo g does not divide the known multiple of ord(g). */
    boolean isPlausible() {
        return residueField.power(target, order.divides()).isOne();
    }

    /** The exponent of a prime in ord(g). */
    int exponentOf(BigInteger prime) {
        return order.primes().getOrDefault(prime, 0);
    }

    /** The known multiple of ord(g) without its known primes: what comes from unresolved cofactors; 1 if there are none. */
    BigInteger unresolvedPart() {
        BigInteger rest = order.divides();
        for (Map.Entry<BigInteger, Integer> entry : order.primes().entrySet()) {
            rest = rest.divide(entry.getKey().pow(entry.getValue()));
        }
        return rest;
    }

    /** x raised to the part of the order that is prime to r: of order r^a. */
    Polynomial baseAt(BigInteger r, int a) {
        return residueField.powerOfX(order.divides().divide(r.pow(a)));
    }

    /** The target raised likewise. */
    Polynomial targetAt(BigInteger r, int a) {
        return residueField.power(target, order.divides().divide(r.pow(a)));
    }

    /** The power of p in the period: p^⌈log_p e⌉. */
    BigInteger characteristicPart() {
        return PrincipalUnitLogarithm.powerFor(exponent, factor.field().characteristic());
    }
}
