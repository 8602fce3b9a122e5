package org.lfsrtoolkit.core.sequence;

import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.RationalReconstruction;

/**
 * Front door to linear complexity: picks the algorithm for the field.
 *
 * <p>Cost: O(N·L) for short sequences and for profiles, O(M(N)·log N) for the recurrence of long ones, M(N) the cost of
 * a product of polynomials of degree N. Memory: O(N) elements.
 */
public final class LinearComplexity {

    private LinearComplexity() {}

    /**
     * The shortest recurrence of a sequence over GF(q).
     *
     * @throws IllegalArgumentException if a term is no element of the field
     */
    public static ShortestRecurrence recurrenceOf(FiniteField field, long... sequence) {
        if (RationalReconstruction.paysFor(field, sequence.length)) {
            return HalfGcdRecurrence.of(field, sequence);
        }
        if (!field.isBinary()) {
            return BerlekampMassey.of(field, sequence);
        }
        return BinaryBerlekampMassey.of(field, pack(field, sequence), sequence.length);
    }

    /** L of the first 1, 2, …, N terms. */
    public static int[] profileOf(FiniteField field, long... sequence) {
        int[] profile = new int[sequence.length];
        if (field.isBinary()) {
            BinaryBerlekampMassey state = new BinaryBerlekampMassey();
            for (int t = 0; t < profile.length; t++) {
                profile[t] = state.accept((int) field.requireElement(sequence[t], "term " + t));
            }
        } else {
            BerlekampMassey state = new BerlekampMassey(field);
            for (int t = 0; t < profile.length; t++) {
                profile[t] = state.accept(sequence[t]);
            }
        }
        return profile;
    }

    private static long[] pack(FiniteField field, long[] bits) {
        long[] words = new long[(bits.length + 63) >>> 6];
        for (int t = 0; t < bits.length; t++) {
            if ((bits[t] & ~1L) != 0) {
                field.requireElement(bits[t], "term " + t);
            }
            words[t >>> 6] |= bits[t] << t;
        }
        return words;
    }
}
