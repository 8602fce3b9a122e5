package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.factor.PolynomialFactorization;
import org.lfsrtoolkit.core.factor.UnresolvedOrder;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * Everything the algebra says about a map v ↦ v·A + b.
 *
 * <p>Polynomials and orders describe A, as do height and levels; the cycles are those of the affine map. A value that hangs
 * on an order nobody could compute is null, and {@link #unresolved()} says which number stood in the way; a list of
 * lengths that was cut short is null too, and {@link #capped()} says so. Every value that is there is exact.
 *
 * <p>Threads: immutable.
 *
 * @param map what was analysed
 * @param characteristicPolynomial of A, monic of degree d
 * @param factorization of the characteristic polynomial
 * @param minimalPolynomial of A
 * @param elementaryDivisors of A, by factor, then by exponent
 * @param matrixOrder least n ≥ 1 with A^n = 1; null if A is singular or the order unresolved
 * @param polynomialOrder order of x modulo the characteristic polynomial f; null if f(0) = 0 or the order is unresolved.
 *     A multiple of the matrix order, larger in some cases where A is not cyclic
 * @param irreducible whether the characteristic polynomial is
 * @param primitive whether it is irreducible with x of order q^d − 1 (so x + 1 over GF(2) is; x never is); null if an
 *     unresolved order leaves it open
 * @param cycleStructure the lengths and counts; null if capped or unresolved
 * @param cycles the number of cycles; null if unresolved, or in rare cases if capped
 * @param periodicStates the number of states on cycles
 * @param levels the number of states of preperiod exactly 0, 1, …, height
 * @param capped whether there are more distinct lengths than the options allow
 * @param unresolved what is not known about the orders of the factors; empty when all are known
 * @param components the primary components of A, by factor
 */
public record ExactAnalysis(
        AffineMap map,
        Polynomial characteristicPolynomial,
        PolynomialFactorization factorization,
        Polynomial minimalPolynomial,
        List<ElementaryDivisor> elementaryDivisors,
        @Nullable BigInteger matrixOrder,
        @Nullable BigInteger polynomialOrder,
        boolean irreducible,
        @Nullable Boolean primitive,
        @Nullable CycleStructure cycleStructure,
        @Nullable BigInteger cycles,
        BigInteger periodicStates,
        List<BigInteger> levels,
        boolean capped,
        List<UnresolvedOrder> unresolved,
        List<PrimaryComponent> components) {

    public ExactAnalysis {
        elementaryDivisors = List.copyOf(elementaryDivisors);
        levels = List.copyOf(levels);
        unresolved = List.copyOf(unresolved);
        components = List.copyOf(components);
    }

    /** q^d. */
    public BigInteger states() {
        return map.stateCount();
    }

    /** The number of states on no cycle. */
    public BigInteger transientStates() {
        return states().subtract(periodicStates);
    }

    /** The longest preperiod. */
    public int height() {
        return levels.size() - 1;
    }

    /** Whether nothing is capped or unresolved. */
    public boolean isComplete() {
        return !capped && unresolved.isEmpty();
    }

    /** Cycles and levels together; empty if the cycle structure is missing. */
    public Optional<StateSpaceStructure> structure() {
        return Optional.ofNullable(cycleStructure).map(known -> new StateSpaceStructure(known, levels));
    }

    /**
     * What a walk over all states found differently, in words for people: one entry for each of states, cycle structure,
     * number of cycles, periodic and transient states, height and levels that differs. Facts that the algebra does not give
     * (capped or unresolved) are passed over, so that an empty list is agreement only in what is known.
     *
     * @param walked the answer of another engine for the same map
     */
    public List<String> differencesFrom(StateSpaceStructure walked) {
        List<String> found = new ArrayList<>();
        compare(found, "states", states(), walked.states());
        compare(found, "cycleStructure", cycleStructure, walked.cycles());
        compare(found, "cycles", cycles, walked.cycles().cycles());
        compare(found, "periodicStates", periodicStates, walked.periodicStates());
        compare(found, "transientStates", transientStates(), walked.transientStates());
        compare(found, "height", height(), walked.height());
        compare(found, "levels", levels, walked.levels());
        return found;
    }

    private static void compare(List<String> found, String name, @Nullable Object algebra, Object walk) {
        if (algebra != null && !algebra.equals(walk)) {
            found.add(name + " = " + shorten(algebra) + " by algebra, " + shorten(walk) + " by walking");
        }
    }

    private static String shorten(Object value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "…";
    }
}
