package org.lfsrtoolkit.core.cycle;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Shanks' baby-step giant-step method: the least n below a bound with base^n = target in F_q[x]/(f).
 *
 * <p>With m = ⌈√bound⌉ the m elements base^i are tabulated; target·base^(−mj) is looked up for j = 0, 1, …. Deterministic,
 * and complete: an empty answer is a proof. Cost: at most 2·√bound products; memory: √bound elements, at most 2^22, beyond
 * which giant steps take over. Source: [Shanks1971].
 */
public final class BabyStepGiantStep {

    private static final int MAX_TABLE = 1 << 22;
    private static final int CHECK_MASK = (1 << 8) - 1;

    private BabyStepGiantStep() {}

    /**
     * The least n, 0 ≤ n &lt; bound, with base^n = target; empty if there is none.
     *
     * @param base a unit modulo f
     * @param bound 0..2^62
     */
    public static OptionalLong find(
            PolynomialModulus modulus, Polynomial base, Polynomial target, long bound, RunControl control) {
        if (bound < 0 || bound > 1L << 62) {
            throw new IllegalArgumentException("bound = " + bound + ", expected 0..2^62");
        }
        Polynomial goal = modulus.reduce(target);
        int steps = (int) Math.min(MAX_TABLE, (long) Math.ceil(Math.sqrt((double) bound)));
        Map<Polynomial, Integer> table = new HashMap<>(steps * 2);
        Polynomial power = modulus.reduce(Polynomial.one(base.field()));
        for (int i = 0; i < steps; i++) {
            if (table.putIfAbsent(power, i) != null) {
                break;
            }
            power = modulus.multiply(power, base);
            if ((i & CHECK_MASK) == 0) {
                control.check();
            }
        }
        int width = table.size();
        if (width == 0) {
            return OptionalLong.empty();
        }
        Polynomial giant = modulus.inverse(modulus.power(base, java.math.BigInteger.valueOf(width)));
        for (long from = 0, j = 0; from < bound; from += width, j++) {
            Integer found = table.get(goal);
            if (found != null) {
                return from + found < bound ? OptionalLong.of(from + found) : OptionalLong.empty();
            }
            if (width < steps) {
                // The whole group is in the table.
                return OptionalLong.empty();
            }
            goal = modulus.multiply(goal, giant);
            if ((j & CHECK_MASK) == 0) {
                control.check();
            }
        }
        return OptionalLong.empty();
    }
}
