package org.lfsrtoolkit.core.sequence;

import java.util.Arrays;
import org.lfsrtoolkit.core.polynomial.Polynomial;

/**
 * The shortest linear recurrence of a finite sequence of N terms.
 *
 * @param terms N
 * @param linearComplexity L, the length of the shortest register that produces the terms; 0 for the zero sequence
 * @param minimalPolynomial monic of degree L; m(0) = 0 when the sequence has a transient start. The only one of that
 *     degree exactly when {@link #isUnique()}
 */
public record ShortestRecurrence(int terms, int linearComplexity, Polynomial minimalPolynomial) {

    /** Whether 2L ≤ N, so that no other recurrence of this length produces the terms. */
    public boolean isUnique() {
        return 2L * linearComplexity <= terms;
    }

    /** x^L·m(1/x), constant term 1; its degree is below L when m(0) = 0. */
    public Polynomial connectionPolynomial() {
        return minimalPolynomial.reciprocal();
    }

    /** From a connection polynomial C = 1 + …, low to high, as the algorithm leaves it. */
    static ShortestRecurrence of(
            org.lfsrtoolkit.core.field.FiniteField field, int terms, int linearComplexity, long[] connection) {
        long[] minimal = new long[linearComplexity + 1];
        long[] padded = Arrays.copyOf(connection, linearComplexity + 1);
        for (int i = 0; i <= linearComplexity; i++) {
            minimal[i] = padded[linearComplexity - i];
        }
        return new ShortestRecurrence(terms, linearComplexity, Polynomial.of(field, minimal));
    }
}
