package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The part of the state space that powers of one irreducible g kill: a sum of cyclic parts F_q[x]/(g^e).
 *
 * <p>With m = deg g, the states killed by g^j number q^(m·Σ min(e, j)), the sum over all parts. A state killed by g^j and
 * by no lower power, j ≥ 1, has period ord(g)·p^⌈log_p j⌉; the zero state has period 1. For g = x there are no periods but
 * preperiods: a state killed by x^j first at j reaches 0 after j clocks.
 *
 * @param factor g, monic and irreducible
 * @param divisors the elementary divisors that are powers of g, by ascending exponent; not empty
 * @param order of g; null for g = x alone
 */
public record PrimaryComponent(
        Polynomial factor,
        List<ElementaryDivisor> divisors,
        @Nullable PolynomialOrder order) {

    /** @throws IllegalArgumentException if there are no divisors, one belongs to another g, or an order is missing */
    public PrimaryComponent {
        Objects.requireNonNull(factor);
        divisors = List.copyOf(divisors);
        if (divisors.isEmpty()) {
            throw new IllegalArgumentException("no elementary divisors of " + factor + ", expected at least 1");
        }
        for (ElementaryDivisor divisor : divisors) {
            if (!divisor.factor().equals(factor)) {
                throw new IllegalArgumentException(
                        "elementary divisor of " + divisor.factor() + ", expected " + factor);
            }
        }
        if (order == null && !factor.isX()) {
            throw new IllegalArgumentException("no order of " + factor + ", expected one for every factor but x");
        }
    }

    /** Whether g = x. */
    public boolean isNilpotent() {
        return factor.isX();
    }

    /** The largest e, the exponent of g in the minimal polynomial. */
    public int maxExponent() {
        return divisors.get(divisors.size() - 1).exponent();
    }

    /** Σ e over all parts, the exponent of g in the characteristic polynomial. */
    public int totalExponent() {
        return divisors.stream().mapToInt(d -> d.exponent() * d.multiplicity()).sum();
    }

    /** The dimension of the states killed by g^j, j ≥ 0. */
    public int killedDimension(int j) {
        int sum = 0;
        for (ElementaryDivisor divisor : divisors) {
            sum += divisor.multiplicity() * Math.min(divisor.exponent(), j);
        }
        return factor.degree() * sum;
    }

    /** The number of states killed by g^j, j ≥ 0. */
    public BigInteger killed(int j) {
        return BigInteger.valueOf(factor.field().cardinality()).pow(killedDimension(j));
    }
}
