package org.lfsrtoolkit.core.factor;

import java.math.BigInteger;
import java.util.Optional;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Whether a polynomial of degree n over GF(q) is primitive: irreducible, and of order q^n − 1.
 *
 * <p>x + 1 over GF(2) is primitive (order 1 = 2^1 − 1); x never is. A multiple by a constant is as primitive as its monic
 * form.
 *
 * <p>The answer needs the primes of q^n − 1. When a composite cofactor of it cannot be factored, the answer may still be
 * no; where it is not, it is left open: {@code Optional.empty()}.
 *
 * <p>Cost: one irreducibility test, one factorization of q^n − 1, O(log r) powers modulo f for r primes. Memory:
 * O(n·log r) elements. Source: [LidlNiederreiter1997, ch. 3.1].
 */
public final class Primitivity {

    private Primitivity() {}

    /** Whether f is primitive; empty when an unresolved cofactor of q^n − 1 keeps it open. False for constants. */
    public static Optional<Boolean> isPrimitive(Polynomial f, RunControl control) {
        if (f.degree() < 1 || f.coefficient(0) == 0 || !RabinIrreducibility.isIrreducible(f, control)) {
            return Optional.of(false);
        }
        return isPrimitiveIrreducible(f, PowerMinusOne.factor(f.field().cardinality(), f.degree(), control), control);
    }

    /**
     * Whether an irreducible polynomial is primitive, given what is known of the factors of q^n − 1: for testing many
     * polynomials of one degree.
     *
     * @param g irreducible of degree n ≥ 1 (<em>not checked</em>)
     * @param group primes and unresolved cofactors whose product is q^n − 1
     */
    public static Optional<Boolean> isPrimitiveIrreducible(
            Polynomial g, IntegerFactorization group, RunControl control) {
        if (g.coefficient(0) == 0 || !hasPrimitiveNorm(g, group)) {
            return Optional.of(false);
        }
        return IrreducibleOrder.isFull(g, group, control);
    }

    /**
     * Whether no known prime r of q − 1 makes x an r-th power. x^((q^n − 1)/(q − 1)) is the norm (−1)^n g(0)/lc(g) of x, so
     * x^((q^n − 1)/r) is an (q − 1)/r-th power in GF(q): cheap, and it refuses most candidates when q is large.
     */
    private static boolean hasPrimitiveNorm(Polynomial g, IntegerFactorization group) {
        FiniteField field = g.field();
        long norm = field.divide(g.coefficient(0), g.leadingCoefficient());
        if (g.degree() % 2 == 1) {
            norm = field.negate(norm);
        }
        BigInteger order = BigInteger.valueOf(field.cardinality() - 1);
        for (BigInteger r : group.primes().keySet()) {
            if (r.compareTo(order) > 0) {
                break;
            }
            if (order.mod(r).signum() == 0 && field.power(norm, order.divide(r)) == 1) {
                return false;
            }
        }
        return true;
    }
}
