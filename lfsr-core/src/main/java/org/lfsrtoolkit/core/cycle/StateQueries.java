package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.Jump;

/**
 * Questions about single states of a map, at sizes that no enumeration reaches.
 *
 * <p>Made once for a map, it answers any number of questions: preperiod, period, annihilating polynomial, the distance from
 * one state to another, whether two states end on the same cycle, a label of the cycle, a jump. Registers, matrices and
 * affine maps of any kind, singular ones and ones with repeated factors included.
 *
 * <p>Example: over GF(2), s(t+4) = s(t) + s(t+1), the distance from (1, 0, 0, 0) to (0, 1, 0, 0) is 3, and 12 back.
 *
 * <p>Cost: one factorization of f (and, for a matrix, its rational canonical form) to make. Then preperiod, period and
 * label take polynomial operations only; distances take √r products for the largest prime r of the order, see {@link
 * QueryOptions}. Memory: O(d), for a matrix O(d²), and while a distance is computed the table that {@link QueryOptions}
 * allows. Threads: immutable.
 */
public final class StateQueries {

    private final AffineMap map;
    private final CyclicModules modules;
    private final List<PrimaryComponent> components;
    private final QueryOptions options;

    private StateQueries(
            AffineMap map, CyclicModules modules, List<PrimaryComponent> components, QueryOptions options) {
        this.map = map;
        this.modules = modules;
        this.components = components;
        this.options = options;
    }

    /** Ready for questions about the map. */
    public static StateQueries of(AffineMap map, QueryOptions options, RunControl control) {
        CyclicModules modules = CyclicModules.of(map, control);
        List<PrimaryComponent> components = ExactCycleEngine.components(
                map.field(),
                ExactCycleEngine.elementaryDivisors(modules.embedding().linear(), control),
                options.factoringBudget(),
                control);
        return new StateQueries(map, modules, components, options);
    }

    /** {@link #of(AffineMap, QueryOptions, RunControl)} with default options and nobody to cancel. */
    public static StateQueries of(AffineMap map) {
        return of(map, QueryOptions.defaults(), RunControl.unlimited());
    }

    /** The map. */
    public AffineMap map() {
        return map;
    }

    /**
     * The monic a of least degree with Σ a_i·(state after i clocks) = 0; for an affine map also Σ a_i = 0.
     *
     * @throws IllegalArgumentException if the argument is no state of the map
     */
    public Polynomial annihilator(long... state) {
        return StateAnnihilator.of(modules, modules.residues(state));
    }

    /** The number of clocks before the state's orbit enters its cycle; 0 for a periodic state. */
    public int preperiod(long... state) {
        return annihilator(state).multiplicityOfX();
    }

    /** The length of the cycle that the state's orbit ends in, exact or with what is unresolved. */
    public PolynomialOrder period(long... state) {
        return orderOf(annihilator(state));
    }

    /** The order of x modulo a divisor of the minimal polynomial, its factors x left out. */
    PolynomialOrder orderOf(Polynomial annihilator) {
        List<PolynomialOrder> orders = new ArrayList<>();
        int highest = 1;
        for (PrimaryComponent component : components) {
            PolynomialOrder order = component.order();
            int e = order == null ? 0 : StateAnnihilator.multiplicity(annihilator, component.factor());
            if (order != null && e > 0) {
                orders.add(order);
                highest = Math.max(highest, e);
            }
        }
        return PolynomialOrder.leastCommonMultiple(orders)
                .timesPowerFor(highest, map.field().characteristic());
    }

    /**
     * The least n ≥ 0 such that n clocks lead from one state to the other, if there is one. The position of a state on its
     * cycle is its distance from an origin of one's choice.
     */
    public StateDistance distance(long[] from, long[] to, RunControl control) {
        return new StateRelation(modules, components, modules.residues(from), modules.residues(to), options, control)
                .distance();
    }

    /** {@link #distance(long[], long[], RunControl)} without limits of time. */
    public StateDistance distance(long[] from, long[] to) {
        return distance(from, to, RunControl.unlimited());
    }

    /**
     * Whether the orbits of two states end in the same cycle. That can often be told where the distance is out of reach:
     * only primes that divide the orders of two different factors need logarithms.
     *
     * <p>Where a cofactor of unknown factors stands in the way, the states are told apart if the quotient of their residues
     * raised to the known multiple of the order is not 1, and found on one cycle if it is 1 already when raised to the part
     * without the cofactor, or if one is at most 2^searchBits times the known part of the period after the other. Between
     * these the answer is {@link CycleComparison.Unknown}, for irreducible f too: the cycles are the cosets of ⟨x⟩, and how
     * many there are hangs on the factors of the cofactor.
     */
    public CycleComparison compareCycles(long[] a, long[] b, RunControl control) {
        int shift = Math.max(preperiod(a), preperiod(b));
        List<Polynomial> one = advance(a, shift);
        List<Polynomial> other = advance(b, shift);
        CycleComparison answer = new StateRelation(modules, components, one, other, options, control).compare();
        if (!(answer instanceof CycleComparison.Unknown)) {
            return answer;
        }
        // On a cycle either state comes after the other; a way that is short in one direction is long in the other.
        return onOneOrbit(one, other, control) || onOneOrbit(other, one, control) ? new CycleComparison.Same() : answer;
    }

    private boolean onOneOrbit(List<Polynomial> from, List<Polynomial> to, RunControl control) {
        return new StateRelation(modules, components, from, to, options, control).distance()
                instanceof StateDistance.Found;
    }

    private List<Polynomial> advance(long[] state, int clocks) {
        List<Polynomial> residues = modules.residues(state);
        List<Polynomial> later = new ArrayList<>();
        for (int i = 0; i < residues.size(); i++) {
            later.add(residues.get(i).shiftUp(clocks).remainder(modules.moduli().get(i)));
        }
        return later;
    }

    /**
     * A label that is the same for the states of one cycle and differs between cycles: P^e for the state's residue P and
     * the order e of f. Only for linear maps with irreducible characteristic polynomial other than x whose order is known;
     * otherwise empty. The zero state has label 0.
     *
     * <p>For a matrix the label depends on the basis of its canonical form, which is the same in every run.
     */
    public Optional<Polynomial> cycleLabel(long... state) {
        if (!map.isLinear() || components.size() != 1 || modules.moduli().size() != 1) {
            return Optional.empty();
        }
        PrimaryComponent component = components.get(0);
        PolynomialOrder order = component.order();
        if (order == null || component.totalExponent() != 1 || !order.isExact()) {
            return Optional.empty();
        }
        PolynomialModulus field = PolynomialModulus.of(component.factor());
        return Optional.of(field.power(modules.residues(state).get(0), order.divides()));
    }

    /**
     * The state that many clocks away. On a singular map a negative number of clocks is taken along the cycle of a periodic
     * state.
     *
     * @throws ArithmeticException if clocks is negative, the map singular, and the state transient or its period not known
     */
    public long[] jump(long[] state, BigInteger clocks, RunControl control) {
        BigInteger forward = clocks;
        if (clocks.signum() < 0 && components.stream().anyMatch(PrimaryComponent::isNilpotent)) {
            if (preperiod(state) > 0) {
                throw new ArithmeticException("clocks = " + clocks
                        + ", expected at least 0: the state is transient and has no unique way back");
            }
            forward = clocks.mod(period(state)
                    .exact()
                    .orElseThrow(() -> new ArithmeticException(
                            "clocks = " + clocks + ", expected at least 0: the period of the state is not known")));
        }
        List<Polynomial> residues = modules.residues(state);
        List<Polynomial> later = new ArrayList<>();
        for (int i = 0; i < residues.size(); i++) {
            control.check();
            PolynomialModulus modulus = PolynomialModulus.of(modules.moduli().get(i));
            later.add(modulus.multiply(residues.get(i), modulus.powerOfX(forward)));
        }
        return modules.state(later);
    }

    /** A reusable jump by the same number of clocks; see {@link Jump}. */
    public Jump jump(BigInteger clocks, RunControl control) {
        return Jump.of(map, clocks, control);
    }
}
