package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * A random cycle of a wanted length L.
 *
 * <p>The states whose period divides L are those that x^L − 1 kills: multiples of f_i / G_i with G_i = gcd(f_i, x^L − 1).
 * Random ones are drawn until the period is L itself. All states of period L are equally likely, hence all cycles of length
 * L. For an affine map a vector of the linear map that contains it is divided by its height.
 *
 * <p>Cost: one power x^L modulo f, then a few trials: the states of smaller period fill proper subspaces, so that a
 * trial succeeds with a probability that does not fall with the dimension. Memory: O(d). Threads: safe if the generator
 * is.
 */
public final class CycleSampler {

    private CycleSampler() {}

    /**
     * A random state on a cycle of length L; empty if there is no such cycle.
     *
     * @throws org.lfsrtoolkit.core.progress.LimitExceededException if an order that matters is not known
     */
    public static Optional<long[]> stateOnCycle(
            AffineMap map, BigInteger length, RandomGenerator random, RunControl control) {
        if (length.signum() <= 0) {
            throw new IllegalArgumentException("length = " + length + ", expected at least 1");
        }
        FiniteField field = map.field();
        StateQueries queries = StateQueries.of(map, QueryOptions.defaults(), control);
        CyclicModules modules = CyclicModules.of(map, control);
        List<Polynomial> annihilators = new ArrayList<>();
        List<Polynomial> generators = new ArrayList<>();
        Polynomial whole = Polynomial.one(field);
        for (Polynomial f : modules.moduli()) {
            PolynomialModulus modulus = PolynomialModulus.of(f);
            Polynomial common = f.gcd(modulus.powerOfX(length).minus(modulus.reduce(Polynomial.one(field))));
            annihilators.add(common);
            generators.add(f.quotient(common));
            whole = whole.lcm(common);
        }
        PolynomialOrder order = queries.orderOf(whole);
        if (!order.isExact()) {
            throw new org.lfsrtoolkit.core.progress.LimitExceededException(
                    org.lfsrtoolkit.core.progress.LimitExceededException.Limit.WORK, "order of a factor: " + order);
        }
        if (!order.divides().equals(length) || !reachesHyperplane(modules, generators)) {
            return Optional.empty();
        }
        while (true) {
            control.check();
            List<Polynomial> residues = new ArrayList<>();
            for (int i = 0; i < generators.size(); i++) {
                long[] coefficients = new long[annihilators.get(i).degree()];
                for (int j = 0; j < coefficients.length; j++) {
                    coefficients[j] = random.nextLong(field.cardinality());
                }
                residues.add(generators.get(i).times(Polynomial.of(field, coefficients)));
            }
            long[] vector = modules.vector(residues);
            long height = modules.embedding().height(vector);
            if (height == 0) {
                continue;
            }
            field.scale(vector, 0, vector.length, field.inverse(height));
            long[] state = modules.embedding().project(vector);
            if (queries.period(state).divides().equals(length)) {
                return Optional.of(state);
            }
        }
    }

    private static boolean reachesHyperplane(CyclicModules modules, List<Polynomial> generators) {
        if (modules.embedding().isTrivial()) {
            return true;
        }
        for (int i = 0; i < generators.size(); i++) {
            List<Polynomial> tuple = new ArrayList<>();
            for (int j = 0; j < generators.size(); j++) {
                Polynomial f = modules.moduli().get(j);
                tuple.add(j == i ? generators.get(j).remainder(f) : Polynomial.zero(f.field()));
            }
            if (modules.embedding().height(modules.vector(tuple)) != 0) {
                return true;
            }
        }
        return false;
    }
}
