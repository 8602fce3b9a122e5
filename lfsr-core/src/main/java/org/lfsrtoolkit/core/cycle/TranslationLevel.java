package org.lfsrtoolkit.core.cycle;

import java.util.List;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.ElementaryDivisor;
import org.lfsrtoolkit.core.matrix.ElementaryDivisors;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * How far a translation b is from being removable by a shift of the origin.
 *
 * <p>On the component of x − 1 put N = A − 1. The p^t-th iterate of v ↦ v·A + b is v ↦ v·A^(p^t) + b·N^(p^t − 1), so it has
 * fixed points if and only if b·N^(p^t − 1) lies in the image of N^(p^t). That holds from some power on: the level j is the
 * least with b·N^j in the image of N^(j+1), and there are fixed points exactly when p^t &gt; j. At level 0 the map is a
 * linear one seen from another origin. Equivalently [[A, 0], [b, 1]] has the elementary divisors of A but for one
 * (x − 1)^j that became (x − 1)^(j+1); this is how the level is found, and why the cycle structure of the affine map is that
 * of the larger matrix less that of A, divided by q − 1.
 */
final class TranslationLevel {

    private TranslationLevel() {}

    /** The level j ≥ 0; 0 for a linear map. divisors are those of A. */
    static int of(AffineMap map, List<ElementaryDivisor> divisors, RunControl control) {
        FiniteField field = map.field();
        Polynomial shift = Polynomial.x(field).minus(Polynomial.one(field));
        int highest = divisors.stream()
                .filter(divisor -> divisor.factor().equals(shift))
                .mapToInt(ElementaryDivisor::exponent)
                .max()
                .orElse(0);
        if (map.isLinear() || highest == 0) {
            return 0;
        }
        if (map instanceof ShiftRegister) {
            // The sequences of the register are those that (x − 1)·f kills, so the one block grows.
            return highest;
        }
        List<ElementaryDivisor> enlarged =
                ElementaryDivisors.of(Matrix.augmented(map.matrix(), map.translation()), control);
        int level = 0;
        while (killed(enlarged, shift, level + 1) == killed(divisors, shift, level + 1)) {
            level++;
        }
        return level;
    }

    /** The dimension of the vectors killed by g^j. */
    private static int killed(List<ElementaryDivisor> divisors, Polynomial g, int j) {
        int sum = 0;
        for (ElementaryDivisor divisor : divisors) {
            if (divisor.factor().equals(g)) {
                sum += divisor.multiplicity() * Math.min(divisor.exponent(), j);
            }
        }
        return sum;
    }
}
