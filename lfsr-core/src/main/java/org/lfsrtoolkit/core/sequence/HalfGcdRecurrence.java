package org.lfsrtoolkit.core.sequence;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.RationalReconstruction;

/**
 * The shortest recurrence of a long sequence by half-gcd: what {@link BerlekampMassey} finds in O(N·L), in O(M(N) log N).
 *
 * <p>The generating series Σ s_i·x^(−1−i) of a recurrence with minimal polynomial m is r/m, deg r &lt; deg m; the first N terms
 * give it modulo x^N. Whole sequence at once, no profile. Memory: O(N log N) coefficients. Threads: stateless.
 * Source: [Dornstetter1987]; [GathenGerhard2013, ch. 12].
 */
public final class HalfGcdRecurrence {

    private HalfGcdRecurrence() {}

    /**
     * The shortest recurrence of a whole sequence; the minimal polynomial may differ from that of {@link BerlekampMassey} when
     * it is not unique.
     *
     * @throws IllegalArgumentException if a term is no element of the field
     */
    public static ShortestRecurrence of(FiniteField field, long... sequence) {
        int n = sequence.length;
        if (n == 0) {
            return new ShortestRecurrence(0, 0, Polynomial.one(field));
        }
        long[] reversed = new long[n];
        for (int i = 0; i < n; i++) {
            if (!field.contains(sequence[i])) {
                field.requireElement(sequence[i], "term " + i);
            }
            reversed[n - 1 - i] = sequence[i];
        }
        return of(n, Polynomial.of(field, reversed));
    }

    /** The terms as Σ s_i·x^(n−1−i). */
    private static ShortestRecurrence of(int n, Polynomial series) {
        Polynomial minimal = RationalReconstruction.of(Polynomial.monomial(series.field(), 1, n), series)
                .denominator();
        return new ShortestRecurrence(n, minimal.degree(), minimal);
    }
}
