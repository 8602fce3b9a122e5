package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the cycle structure of one primary component g ≠ x contributes: the order of g, and how many of the component's
 * states have a period that divides order · p^t, for each t.
 *
 * @param order ord(g), prime to p
 * @param primes of the order, with exponents
 * @param within the number of states for t = 0, 1, …; the last entry holds for all larger t. Leading zeros for an affine
 *     map without fixed points
 */
record PeriodicPart(BigInteger order, NavigableMap<BigInteger, Integer> primes, List<BigInteger> within) {

    PeriodicPart {
        primes = new TreeMap<>(primes);
        within = List.copyOf(within);
    }

    /** The part of a component of a linear map; its order must be exact. */
    static PeriodicPart linear(PrimaryComponent component) {
        return affine(component, 0);
    }

    /**
     * The part of a component of v ↦ v·A + b, where t ↦ x^t has a solution from level on; see {@link TranslationLevel}.
     * Only for g = x − 1 can the level be above 0.
     */
    static PeriodicPart affine(PrimaryComponent component, int level) {
        List<BigInteger> within = new ArrayList<>();
        long p = component.factor().field().characteristic();
        int needed = Math.max(component.maxExponent(), level + 1);
        for (long power = 1; ; power *= p) {
            boolean solvable = power > level;
            int j = (int) Math.min(power, component.maxExponent());
            within.add(solvable ? component.killed(j) : BigInteger.ZERO);
            if (power >= needed) {
                break;
            }
        }
        var order = java.util.Objects.requireNonNull(component.order());
        return new PeriodicPart(order.exact().orElseThrow(), order.primes(), within);
    }

    /** The number of states whose period divides order · p^t. */
    BigInteger within(int t) {
        return within.get(Math.min(t, within.size() - 1));
    }
}
