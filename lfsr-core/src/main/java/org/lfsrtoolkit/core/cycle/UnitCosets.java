package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * One representative of each coset of ⟨x⟩ in the unit group of R = F_q[x]/(g^w).
 *
 * <p>The units map onto K*, K = F_q[x]/(g), with the principal units 1 + gR as kernel. K* / ⟨x⟩ is cyclic of order
 * N = (q^m − 1)/ord(g); powers of an element γ that generates it stand for its classes. Let u = x^ord(g), a principal unit;
 * u^(p^s) − 1 has g^(p^s) as its exact power of g, with a leading term w_s in K. Writing principal units as
 * 1 + Σ a_i g^i with deg a_i &lt; m, a product with powers of u shifts a_(p^s) by multiples of w_s, so that one digit to base
 * p of a_(p^s), one in which w_s is not 0, can be made 0: the units in which all these digits are 0 stand for the classes.
 *
 * <p>The representatives are γ^i·π, one π after the other, and come one at a time. Cost: one or two products modulo g^w each.
 */
final class UnitCosets implements Iterator<Polynomial> {

    private final FiniteField field;
    private final Polynomial g;
    private final PolynomialModulus modulus;
    private final Polynomial gamma;
    private final BigInteger classes;
    private final Polynomial start;
    /** The digits of a_i, by i, coefficient and digit; the frozen ones stay 0. */
    private final long[][][] digits;

    private final boolean[][][] frozen;
    private BigInteger index = BigInteger.ZERO;
    private @Nullable Polynomial principal;
    private Polynomial current;

    /** All cosets. */
    static UnitCosets all(PrimaryComponent component, int w, RunControl control) {
        Polynomial g = component.factor();
        FiniteField field = g.field();
        BigInteger order = orderOf(component);
        BigInteger group =
                BigInteger.valueOf(field.cardinality()).pow(g.degree()).subtract(BigInteger.ONE);
        BigInteger classes = group.divide(order);
        return new UnitCosets(component, w, generator(g, group, classes, control), classes, Polynomial.one(field));
    }

    /** For g = x − 1 the cosets of units with a given value a ≠ 0 at 1. */
    static UnitCosets withValue(PrimaryComponent component, int w, long a) {
        FiniteField field = component.factor().field();
        return new UnitCosets(component, w, Polynomial.one(field), BigInteger.ONE, Polynomial.of(field, a));
    }

    private UnitCosets(PrimaryComponent component, int w, Polynomial gamma, BigInteger classes, Polynomial first) {
        this.g = component.factor();
        this.field = g.field();
        this.modulus = PolynomialModulus.of(g.power(w));
        this.gamma = gamma;
        this.classes = classes;
        int m = g.degree();
        int k = field.extensionDegree();
        this.digits = new long[w][m][k];
        this.frozen = new boolean[w][m][k];
        PolynomialModulus residueField = PolynomialModulus.of(g);
        Polynomial u = modulus.powerOfX(orderOf(component));
        BigInteger p = BigInteger.valueOf(field.characteristic());
        for (long level = 1; level < w; level *= field.characteristic()) {
            Polynomial leading =
                    residueField.reduce(u.minus(Polynomial.one(field)).quotient(g.power((int) level)));
            int coefficient = leading.multiplicityOfX();
            long[] parts = field.digits(leading.coefficient(coefficient));
            int digit = 0;
            while (parts[digit] == 0) {
                digit++;
            }
            frozen[(int) level][coefficient][digit] = true;
            u = modulus.power(u, p);
        }
        this.start = first;
        this.principal = Polynomial.one(field);
        this.current = modulus.reduce(first);
    }

    private static BigInteger orderOf(PrimaryComponent component) {
        var order = component.order();
        if (order == null || !order.isExact()) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.WORK, "order of " + component.factor() + " is not known: " + order);
        }
        return order.divides();
    }

    /** An element whose class generates K* / ⟨x⟩. */
    private static Polynomial generator(Polynomial g, BigInteger group, BigInteger classes, RunControl control) {
        FiniteField field = g.field();
        if (classes.equals(BigInteger.ONE)) {
            return Polynomial.one(field);
        }
        IntegerFactorization factors = PowerMinusOne.factor(field.cardinality(), g.degree(), control);
        List<BigInteger> primes = new ArrayList<>();
        BigInteger rest = classes;
        for (BigInteger r : factors.primes().keySet()) {
            if (classes.mod(r).signum() == 0) {
                primes.add(r);
                while (rest.mod(r).signum() == 0) {
                    rest = rest.divide(r);
                }
            }
        }
        if (!rest.equals(BigInteger.ONE)) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.WORK,
                    "composite cofactor " + rest + " of q^" + g.degree()
                            + " - 1 unresolved: no generator of the units");
        }
        PolynomialModulus k = PolynomialModulus.of(g);
        SplittableRandom random = new SplittableRandom(0x47656eL);
        while (true) {
            control.check();
            long[] coefficients = new long[g.degree()];
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = random.nextLong(field.cardinality());
            }
            Polynomial candidate = Polynomial.of(field, coefficients);
            if (!candidate.isZero()
                    && primes.stream()
                            .noneMatch(r -> k.power(candidate, group.divide(r)).isOne())) {
                return candidate;
            }
        }
    }

    @Override
    public boolean hasNext() {
        return principal != null;
    }

    @Override
    public Polynomial next() {
        Polynomial unit = principal;
        if (unit == null) {
            throw new NoSuchElementException("no more cosets");
        }
        Polynomial result = current;
        index = index.add(BigInteger.ONE);
        if (index.compareTo(classes) < 0) {
            current = modulus.multiply(current, gamma);
        } else {
            index = BigInteger.ZERO;
            principal = advance() ? principalUnit() : null;
            if (principal != null) {
                current = modulus.multiply(start, principal);
            }
        }
        return result;
    }

    private boolean advance() {
        for (int i = 1; i < digits.length; i++) {
            for (int j = 0; j < digits[i].length; j++) {
                for (int digit = 0; digit < digits[i][j].length; digit++) {
                    if (!frozen[i][j][digit]) {
                        digits[i][j][digit]++;
                        if (digits[i][j][digit] < field.characteristic()) {
                            return true;
                        }
                        digits[i][j][digit] = 0;
                    }
                }
            }
        }
        return false;
    }

    private Polynomial principalUnit() {
        Polynomial unit = Polynomial.zero(field);
        for (int i = digits.length - 1; i >= 1; i--) {
            long[] coefficients = new long[g.degree()];
            for (int j = 0; j < coefficients.length; j++) {
                coefficients[j] = field.fromDigits(digits[i][j]);
            }
            unit = unit.plus(Polynomial.of(field, coefficients)).times(g);
        }
        return unit.plus(Polynomial.one(field));
    }
}
