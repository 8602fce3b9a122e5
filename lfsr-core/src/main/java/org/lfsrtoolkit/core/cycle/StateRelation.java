package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.UnresolvedOrder;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * What it takes for one state to be some clocks after another, and the least number of clocks if that can be found.
 *
 * <p>With residues S_i, T_i modulo f_i the condition is x^n·S_i = T_i for all i, that is x^n = h_i modulo the annihilators
 * f_i / gcd(f_i, S_i), if T_i is divisible by gcd(f_i, S_i). The factor x of an annihilator either gives n at once or says
 * that n is at least the preperiod. Every other g^e gives n modulo p^t ({@link PrincipalUnitLogarithm}) and modulo ord(g);
 * for each prime r of the orders the component with the highest power of r is asked ({@link PrimePowerLogarithm}), and the
 * others are tested at the end by raising x to the power found.
 */
final class StateRelation {

    private final List<Polynomial> from;
    private final List<Polynomial> to;
    private final List<Polynomial> moduli;
    private final QueryOptions options;
    private final RunControl control;
    private final List<LocalLogarithm> locals = new ArrayList<>();
    private boolean impossible;
    private int preperiod;
    /** The number of clocks if the nilpotent part fixes it, else −1. */
    private int forced = -1;

    StateRelation(
            CyclicModules modules,
            List<PrimaryComponent> components,
            List<Polynomial> from,
            List<Polynomial> to,
            QueryOptions options,
            RunControl control) {
        this.from = from;
        this.to = to;
        this.moduli = modules.moduli();
        this.options = options;
        this.control = control;
        for (int i = 0; i < moduli.size() && !impossible; i++) {
            Polynomial f = moduli.get(i);
            Polynomial common = f.gcd(from.get(i));
            Polynomial.Division division = to.get(i).divide(common);
            if (!division.remainder().isZero()) {
                impossible = true;
                return;
            }
            Polynomial annihilator = f.quotient(common);
            if (annihilator.degree() < 1) {
                continue;
            }
            PolynomialModulus modulus = PolynomialModulus.of(annihilator);
            Polynomial target = modulus.multiply(
                    division.quotient(), modulus.inverse(from.get(i).quotient(common)));
            addModule(annihilator, target, components);
        }
    }

    private void addModule(Polynomial annihilator, Polynomial target, List<PrimaryComponent> components) {
        int x = annihilator.multiplicityOfX();
        preperiod = Math.max(preperiod, x);
        Polynomial nilpotent = target.low(x);
        if (!nilpotent.isZero()) {
            forced = nilpotent.multiplicityOfX();
        }
        for (PrimaryComponent component : components) {
            if (component.isNilpotent()) {
                continue;
            }
            int e = StateAnnihilator.multiplicity(annihilator, component.factor());
            if (e > 0) {
                LocalLogarithm local = LocalLogarithm.of(component, e, target);
                if (!local.isPlausible()) {
                    impossible = true;
                }
                locals.add(local);
            }
        }
    }

    StateDistance distance() {
        if (from.equals(to)) {
            return new StateDistance.Found(BigInteger.ZERO);
        }
        if (impossible) {
            return new StateDistance.NotOnOrbit();
        }
        if (forced >= 0) {
            BigInteger n = BigInteger.valueOf(forced);
            return holds(n) ? new StateDistance.Found(n) : new StateDistance.NotOnOrbit();
        }
        Congruence known = Congruence.trivial();
        TreeMap<BigInteger, LocalLogarithm> obstacles = new TreeMap<>();
        for (Map.Entry<BigInteger, LocalLogarithm> entry : strongest().entrySet()) {
            control.check();
            BigInteger r = entry.getKey();
            LocalLogarithm local = entry.getValue();
            int a = local.exponentOf(r);
            Polynomial image = local.targetAt(r, a);
            if (image.isOne()) {
                known = known.and(BigInteger.ZERO, r.pow(a));
            } else if (r.bitLength() > options.maxPrimeBits()) {
                obstacles.put(r, local);
            } else {
                Optional<BigInteger> n =
                        PrimePowerLogarithm.find(local.residueField(), local.baseAt(r, a), image, r, a, control);
                if (n.isEmpty()) {
                    return new StateDistance.NotOnOrbit();
                }
                known = known.and(n.get(), r.pow(a));
            }
        }
        LocalLogarithm deepest = null;
        for (LocalLogarithm local : locals) {
            for (UnresolvedOrder open : local.order().unresolved()) {
                obstacles.put(open.cofactor(), local);
            }
            if (deepest == null || local.exponent() > deepest.exponent()) {
                deepest = local;
            }
        }
        if (deepest != null) {
            Optional<BigInteger> n =
                    PrincipalUnitLogarithm.find(deepest.factor(), deepest.exponent(), deepest.target());
            if (n.isEmpty()) {
                return new StateDistance.NotOnOrbit();
            }
            known = known.and(n.get(), deepest.characteristicPart());
        }
        if (obstacles.isEmpty()) {
            BigInteger n = known.leastFrom(preperiod);
            return holds(n) ? new StateDistance.Found(n) : new StateDistance.NotOnOrbit();
        }
        return search(known, obstacles);
    }

    /** Distances that are small multiples of what is known already. */
    private StateDistance search(Congruence known, TreeMap<BigInteger, LocalLogarithm> obstacles) {
        Map.Entry<BigInteger, LocalLogarithm> largest = obstacles.lastEntry();
        LocalLogarithm local = largest.getValue();
        PolynomialModulus field = local.residueField();
        BigInteger start = known.leastFrom(preperiod);
        Polynomial step = field.powerOfX(known.modulus());
        Polynomial goal = field.multiply(local.target(), field.powerOfX(start.negate()));
        OptionalLong found = BabyStepGiantStep.find(field, step, goal, 1L << options.searchBits(), control);
        if (found.isPresent()) {
            BigInteger n = start.add(known.modulus().multiply(BigInteger.valueOf(found.getAsLong())));
            if (holds(n)) {
                return new StateDistance.Found(n);
            }
        }
        boolean prime = local.order().unresolved().stream()
                .noneMatch(open -> open.cofactor().equals(largest.getKey()));
        return new StateDistance.OutOfReach(largest.getKey(), prime, local.factor(), known.residue(), known.modulus());
    }

    /** For each prime of the orders the component with its highest power, of least degree. */
    private Map<BigInteger, LocalLogarithm> strongest() {
        Map<BigInteger, LocalLogarithm> best = new TreeMap<>();
        for (LocalLogarithm local : locals) {
            for (Map.Entry<BigInteger, Integer> entry : local.order().primes().entrySet()) {
                LocalLogarithm present = best.get(entry.getKey());
                int gain = present == null ? 1 : entry.getValue() - present.exponentOf(entry.getKey());
                if (gain > 0
                        || gain == 0
                                && present != null
                                && local.factor().degree() < present.factor().degree()) {
                    best.put(entry.getKey(), local);
                }
            }
        }
        return best;
    }

    private boolean holds(BigInteger n) {
        for (int i = 0; i < moduli.size(); i++) {
            control.check();
            PolynomialModulus modulus = PolynomialModulus.of(moduli.get(i));
            if (!modulus.multiply(modulus.powerOfX(n), from.get(i)).equals(to.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** For periodic states: whether some n fits all components. */
    CycleComparison compare() {
        if (impossible || forced >= 0) {
            return new CycleComparison.Different();
        }
        // The powers of p: every component has to agree with the one that knows n modulo the highest.
        Congruence known = Congruence.trivial();
        for (LocalLogarithm local : locals) {
            Optional<BigInteger> n = PrincipalUnitLogarithm.find(local.factor(), local.exponent(), local.target());
            known = n.isEmpty() ? null : known.andIfCompatible(n.get(), local.characteristicPart());
            if (known == null) {
                return new CycleComparison.Different();
            }
        }
        @Nullable BigInteger obstacle = null;
        Map<Polynomial, Polynomial> targets = new HashMap<>();
        List<LocalLogarithm> distinct = new ArrayList<>();
        for (LocalLogarithm local : locals) {
            Polynomial target = local.residueField().reduce(local.target());
            Polynomial other = targets.putIfAbsent(local.factor(), target);
            if (other == null) {
                distinct.add(local);
            } else if (!other.equals(target)) {
                return new CycleComparison.Different();
            }
        }
        for (LocalLogarithm local : distinct) {
            if (!local.order().unresolved().isEmpty() && !isSettled(local, distinct)) {
                obstacle = local.order().unresolved().get(0).cofactor();
            }
        }
        Map<BigInteger, List<LocalLogarithm>> holders = new TreeMap<>();
        for (LocalLogarithm local : distinct) {
            local.order()
                    .primes()
                    .keySet()
                    .forEach(r -> holders.computeIfAbsent(r, prime -> new ArrayList<>())
                            .add(local));
        }
        for (Map.Entry<BigInteger, List<LocalLogarithm>> entry : holders.entrySet()) {
            if (entry.getValue().size() > 1) {
                control.check();
                Boolean agree = agree(entry.getKey(), entry.getValue());
                if (agree == null) {
                    obstacle = entry.getKey();
                } else if (!agree) {
                    return new CycleComparison.Different();
                }
            }
        }
        return obstacle == null ? new CycleComparison.Same() : new CycleComparison.Unknown(obstacle);
    }

    /**
     * Whether the part of the order that comes from unresolved cofactors asks for nothing that the other components do not
     * ask for too: there every target is 1, that is n = 0. The powers of x being cyclic, a component alone asks for nothing
     * at all where its order is known.
     */
    private static boolean isSettled(LocalLogarithm open, List<LocalLogarithm> locals) {
        BigInteger unresolved = open.unresolvedPart();
        for (LocalLogarithm local : locals) {
            BigInteger outside = local.order().divides();
            BigInteger common = outside.gcd(unresolved);
            while (!common.equals(BigInteger.ONE)) {
                outside = outside.divide(common);
                common = outside.gcd(unresolved);
            }
            if (!local.residueField().power(local.target(), outside).isOne()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the logarithms at r are compatible; null if r is too large to tell. */
    private @Nullable Boolean agree(BigInteger r, List<LocalLogarithm> holders) {
        boolean inReach = r.bitLength() <= options.maxPrimeBits();
        Congruence known = Congruence.trivial();
        boolean skipped = false;
        for (LocalLogarithm local : holders) {
            int a = local.exponentOf(r);
            Polynomial image = local.targetAt(r, a);
            BigInteger n;
            if (image.isOne()) {
                n = BigInteger.ZERO;
            } else if (inReach) {
                Optional<BigInteger> log =
                        PrimePowerLogarithm.find(local.residueField(), local.baseAt(r, a), image, r, a, control);
                if (log.isEmpty()) {
                    return false;
                }
                n = log.get();
            } else {
                skipped = true;
                continue;
            }
            Congruence both = known.andIfCompatible(n, r.pow(a));
            if (both == null) {
                return false;
            }
            known = both;
        }
        return skipped ? null : Boolean.TRUE;
    }
}
