package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.PolynomialFactor;
import org.lfsrtoolkit.core.factor.PolynomialFactorization;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.matrix.ElementaryDivisors;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * The exact cycle structure, orders and levels of any map v ↦ v·A + b over GF(q), without a walk over states.
 *
 * <p>The space is the direct sum of cyclic parts F_q[x]/(g^e): for a register one for each prime power in its
 * characteristic polynomial, for a matrix its elementary divisors. {@link PrimaryComponent} says what each contributes,
 * {@link CycleProduct} combines them. The powers of x carry the transients: with n_j the dimension of the kernel of A^j,
 * (q^(n_j) − q^(n_(j−1)))·(periodic states) states have preperiod j ≥ 1. A translation changes only the component of x − 1;
 * see {@link TranslationLevel}. A translation leaves the number of states at each preperiod as it is.
 *
 * <p>Example: x^4 + x^2 + 1 = (x^2 + x + 1)^2 over GF(2) has {1:1, 3:1, 6:2}.
 *
 * <p>Cost: one factorization of a polynomial of degree d (for a matrix: O(d^3) and one), one factorization of q^m − 1 for
 * each degree m among the factors, O(log) powers modulo each factor, and {@link CycleProduct}. Memory: O(d^2) for a
 * matrix, O(d + distinct lengths) numbers below q^d otherwise. Threads: stateless. Source: [Elspas1959];
 * [LidlNiederreiter1997, ch. 8].
 */
public final class ExactCycleEngine {

    private ExactCycleEngine() {}

    /**
     * Everything about the map.
     *
     * @return complete unless the cap was met or an order stayed unresolved; it says which
     * @throws java.util.concurrent.CancellationException if the caller cancelled
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if the deadline of the control passed
     */
    public static ExactAnalysis analyze(AffineMap map, ExactOptions options, RunControl control) {
        FiniteField field = map.field();
        List<ElementaryDivisor> divisors = elementaryDivisors(map, control);
        List<PrimaryComponent> components = components(field, divisors, options.factoringBudget(), control);

        List<PolynomialFactor> factors = new ArrayList<>();
        List<PolynomialOrder> orders = new ArrayList<>();
        Polynomial minimal = Polynomial.one(field);
        int maxExponent = 1;
        int maxTotal = 1;
        boolean singular = false;
        for (PrimaryComponent component : components) {
            factors.add(new PolynomialFactor(component.factor(), component.totalExponent()));
            minimal = minimal.times(component.factor().power(component.maxExponent()));
            PolynomialOrder order = component.order();
            if (order == null) {
                singular = true;
            } else {
                orders.add(order);
                maxExponent = Math.max(maxExponent, component.maxExponent());
                maxTotal = Math.max(maxTotal, component.totalExponent());
            }
        }
        PolynomialFactorization factorization = PolynomialFactorization.of(field, 1, factors);
        Polynomial characteristic =
                map instanceof ShiftRegister register ? register.characteristicPolynomial() : factorization.expand();
        PolynomialOrder common = PolynomialOrder.leastCommonMultiple(orders);
        long p = field.characteristic();

        BigInteger matrixOrder =
                singular ? null : common.timesPowerFor(maxExponent, p).exact().orElse(null);
        BigInteger polynomialOrder =
                singular ? null : common.timesPowerFor(maxTotal, p).exact().orElse(null);
        boolean irreducible = factorization.isIrreducible();

        int nilpotent = components.stream()
                .filter(PrimaryComponent::isNilpotent)
                .mapToInt(component -> component.killedDimension(component.maxExponent()))
                .sum();
        BigInteger periodic = BigInteger.valueOf(field.cardinality()).pow(map.dimension() - nilpotent);

        CycleStructure structure = null;
        BigInteger cycles = null;
        boolean capped = false;
        if (common.isExact()) {
            CycleProduct product = new CycleProduct(p, periodicParts(map, divisors, components, control), control);
            Optional<CycleStructure> listed = product.structure(options.maxDistinctLengths());
            capped = listed.isEmpty();
            structure = listed.orElse(null);
            cycles = listed.map(CycleStructure::cycles).or(product::cycles).orElse(null);
        }
        return new ExactAnalysis(
                map,
                characteristic,
                factorization,
                minimal,
                divisors,
                matrixOrder,
                polynomialOrder,
                irreducible,
                primitive(irreducible, components, map),
                structure,
                cycles,
                periodic,
                levels(components, periodic),
                capped,
                common.unresolved(),
                components);
    }

    static List<ElementaryDivisor> elementaryDivisors(AffineMap map, RunControl control) {
        if (map instanceof ShiftRegister register) {
            return PolynomialFactorizer.factor(register.characteristicPolynomial(), control).factors().stream()
                    .map(factor -> new ElementaryDivisor(factor.polynomial(), factor.exponent(), 1))
                    .toList();
        }
        return ElementaryDivisors.of(map.matrix(), control);
    }

    /** The components, by factor, with their orders as far as the budget for factoring goes. */
    static List<PrimaryComponent> components(
            FiniteField field, List<ElementaryDivisor> divisors, Duration factoringBudget, RunControl control) {
        Map<Polynomial, List<ElementaryDivisor>> byFactor = new TreeMap<>(Polynomial.ORDER);
        for (ElementaryDivisor divisor : divisors) {
            byFactor.computeIfAbsent(divisor.factor(), g -> new ArrayList<>()).add(divisor);
        }
        RunControl factoring = control.withBudget(factoringBudget);
        Map<Integer, IntegerFactorization> groups = new TreeMap<>();
        List<PrimaryComponent> components = new ArrayList<>();
        byFactor.forEach((g, own) -> {
            own.sort(ElementaryDivisor.ORDER);
            PolynomialOrder order = null;
            if (!g.isX()) {
                IntegerFactorization group = groups.computeIfAbsent(
                        g.degree(), degree -> PowerMinusOne.factor(field.cardinality(), degree, factoring));
                control.check();
                order = PolynomialOrder.ofIrreducible(g, group, control);
            }
            components.add(new PrimaryComponent(g, own, order));
        });
        return components;
    }

    private static List<PeriodicPart> periodicParts(
            AffineMap map, List<ElementaryDivisor> divisors, List<PrimaryComponent> components, RunControl control) {
        FiniteField field = map.field();
        Polynomial shift = Polynomial.x(field).minus(Polynomial.one(field));
        int level = TranslationLevel.of(map, divisors, control);
        List<PeriodicPart> parts = new ArrayList<>();
        for (PrimaryComponent component : components) {
            if (!component.isNilpotent()) {
                parts.add(PeriodicPart.affine(component, component.factor().equals(shift) ? level : 0));
            }
        }
        return parts;
    }

    private static @Nullable Boolean primitive(boolean irreducible, List<PrimaryComponent> components, AffineMap map) {
        PolynomialOrder order = components.get(0).order();
        if (!irreducible || order == null) {
            return false;
        }
        // divides() is a multiple of the order, so falling short of q^d − 1 settles it even when it is not exact.
        boolean full = order.divides().equals(map.stateCount().subtract(BigInteger.ONE));
        return !full ? Boolean.FALSE : order.isExact() ? Boolean.TRUE : null;
    }

    private static List<BigInteger> levels(List<PrimaryComponent> components, BigInteger periodic) {
        List<BigInteger> levels = new ArrayList<>();
        levels.add(periodic);
        for (PrimaryComponent component : components) {
            if (component.isNilpotent()) {
                for (int j = 1; j <= component.maxExponent(); j++) {
                    levels.add(component
                            .killed(j)
                            .subtract(component.killed(j - 1))
                            .multiply(periodic));
                }
            }
        }
        return levels;
    }
}
