package org.lfsrtoolkit.core.factor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * f = u · Π g^e: the factorization of a non-zero polynomial into a constant and powers of distinct monic polynomials.
 *
 * <p>Those made by {@link PolynomialFactorizer} have irreducible g. Cost and memory: those of the factors it holds;
 * {@link #expand} multiplies them out. Threads: immutable.
 */
public final class PolynomialFactorization {

    private final FiniteField field;
    private final long unit;
    private final List<PolynomialFactor> factors;

    private PolynomialFactorization(FiniteField field, long unit, List<PolynomialFactor> factors) {
        this.field = field;
        this.unit = unit;
        this.factors = factors;
    }

    /**
     * The factorization with these parts. That the factors are irreducible is <em>not checked</em>.
     *
     * @param unit a non-zero element of the field
     * @param factors in any order, over the given field, no polynomial twice
     * @throws IllegalArgumentException if the unit is 0 or no element, a factor is over another field, or one appears
     *     twice
     */
    public static PolynomialFactorization of(FiniteField field, long unit, List<PolynomialFactor> factors) {
        field.requireElement(unit, "unit");
        if (unit == 0) {
            throw new IllegalArgumentException("unit = 0, expected a non-zero element");
        }
        List<PolynomialFactor> sorted = new ArrayList<>(factors);
        sorted.sort(PolynomialFactor.ORDER);
        for (int i = 0; i < sorted.size(); i++) {
            Polynomial g = sorted.get(i).polynomial();
            if (!g.field().equals(field)) {
                throw new IllegalArgumentException("factor over " + g.field() + ", expected " + field);
            }
            if (i > 0 && g.equals(sorted.get(i - 1).polynomial())) {
                throw new IllegalArgumentException(
                        "factor " + g + " given twice, expected one entry with its exponent");
            }
        }
        return new PolynomialFactorization(field, unit, List.copyOf(sorted));
    }

    /** The field of the coefficients. */
    public FiniteField field() {
        return field;
    }

    /** u, the leading coefficient of f. */
    public long unit() {
        return unit;
    }

    /** The powers g^e, sorted by g in {@link Polynomial#ORDER}; empty for a constant. Unmodifiable. */
    public List<PolynomialFactor> factors() {
        return factors;
    }

    /** Σ e · deg g, the degree of f. */
    public int degree() {
        int degree = 0;
        for (PolynomialFactor factor : factors) {
            degree += factor.polynomial().degree() * factor.exponent();
        }
        return degree;
    }

    /** Whether f is irreducible: one factor, with exponent 1. */
    public boolean isIrreducible() {
        return factors.size() == 1 && factors.get(0).exponent() == 1;
    }

    /** Whether no factor is repeated. */
    public boolean isSquareFree() {
        return factors.stream().allMatch(factor -> factor.exponent() == 1);
    }

    /** f, multiplied out. Cost: one product tree. */
    public Polynomial expand() {
        return product(0, factors.size()).times(unit);
    }

    private Polynomial product(int from, int to) {
        if (from == to) {
            return Polynomial.one(field);
        }
        if (to - from == 1) {
            return factors.get(from).expand();
        }
        int middle = (from + to) >>> 1;
        return product(from, middle).times(product(middle, to));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolynomialFactorization that
                && that.unit == unit
                && that.field.equals(field)
                && that.factors.equals(factors);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(unit) * 31 + factors.hashCode();
    }

    /** For instance "2 * (x + 1)^2 * (x^2 + 1)". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (unit != 1 || factors.isEmpty()) {
            text.append(unit);
        }
        for (PolynomialFactor factor : factors) {
            text.append(text.isEmpty() ? "" : " * ").append(factor);
        }
        return text.toString();
    }
}
