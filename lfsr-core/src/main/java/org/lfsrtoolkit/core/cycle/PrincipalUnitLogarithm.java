package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Optional;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;

/**
 * The part of a logarithm to base x modulo g^e that is a power of the characteristic p: n modulo p^t, t = ⌈log_p e⌉.
 *
 * <p>Raising to a multiple of q^m − 1 that is 1 modulo p^t leaves the principal units, u for x and y for the target. Then
 * u^(p^i) − 1 is divisible by g^(p^i) exactly, and multiplying by (u^(p^i))^k adds k times its leading term there, so each
 * digit of n to base p is a quotient in F_q[x]/(g) that has to lie in F_p: no search, however large p is.
 *
 * <p>Cost: O(m·log q + t·log p) products modulo g^e. Memory: a few residues.
 */
public final class PrincipalUnitLogarithm {

    private PrincipalUnitLogarithm() {}

    /**
     * n, 0 ≤ n &lt; p^t; empty if the target is no power of x modulo g^e.
     *
     * @param g irreducible, not x
     * @param e at least 1
     * @param target a unit modulo g
     */
    public static Optional<BigInteger> find(Polynomial g, int e, Polynomial target) {
        FiniteField field = g.field();
        BigInteger p = BigInteger.valueOf(field.characteristic());
        BigInteger order = powerFor(e, field.characteristic());
        if (order.equals(BigInteger.ONE)) {
            return Optional.of(BigInteger.ZERO);
        }
        PolynomialModulus modulus = PolynomialModulus.of(g.power(e));
        PolynomialModulus residueField = PolynomialModulus.of(g);
        BigInteger group =
                BigInteger.valueOf(field.cardinality()).pow(g.degree()).subtract(BigInteger.ONE);
        BigInteger exponent = group.multiply(group.modInverse(order));
        Polynomial one = Polynomial.one(field);
        Polynomial u = modulus.powerOfX(exponent);
        Polynomial y = modulus.power(target, exponent);
        BigInteger n = BigInteger.ZERO;
        BigInteger weight = BigInteger.ONE;
        Polynomial divisor = g;
        while (weight.compareTo(order) < 0) {
            Polynomial.Division rest = y.minus(one).divide(divisor);
            if (!rest.remainder().isZero()) {
                return Optional.empty();
            }
            Polynomial unit = residueField.reduce(u.minus(one).quotient(divisor));
            Polynomial digit = residueField.multiply(rest.quotient(), residueField.inverse(unit));
            if (digit.degree() > 0 || digit.coefficient(0) >= field.characteristic()) {
                return Optional.empty();
            }
            BigInteger k = BigInteger.valueOf(digit.coefficient(0));
            n = n.add(k.multiply(weight));
            y = modulus.multiply(y, modulus.power(u, k.negate()));
            u = modulus.power(u, p);
            weight = weight.multiply(p);
            if (weight.compareTo(order) < 0) {
                divisor = g.power(weight.intValueExact());
            }
        }
        return y.isOne() ? Optional.of(n) : Optional.empty();
    }

    /** The least power of p that is at least e. */
    static BigInteger powerFor(int e, long p) {
        BigInteger power = BigInteger.ONE;
        while (power.compareTo(BigInteger.valueOf(e)) < 0) {
            power = power.multiply(BigInteger.valueOf(p));
        }
        return power;
    }
}
