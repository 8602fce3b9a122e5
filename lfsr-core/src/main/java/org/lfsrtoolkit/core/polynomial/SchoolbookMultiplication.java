package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * Each coefficient of the product as one sum of products, which the field reduces as late as it can.
 *
 * <p>Cost: a product and an addition of words for each pair of coefficients. Memory: a reversed copy of one operand.
 * Threads: pure functions.
 */
final class SchoolbookMultiplication {

    private SchoolbookMultiplication() {}

    /** c[co..co+na+nb−1) = a[ao..ao+na) · b[bo..bo+nb), na, nb ≥ 1. */
    static void multiply(FiniteField field, long[] c, int co, long[] a, int ao, int na, long[] b, int bo, int nb) {
        long[] reversed = new long[nb];
        for (int i = 0; i < nb; i++) {
            reversed[i] = b[bo + nb - 1 - i];
        }
        for (int k = 0; k < na + nb - 1; k++) {
            int from = Math.max(0, k - nb + 1);
            int to = Math.min(k, na - 1);
            c[co + k] = field.dot(a, ao + from, reversed, nb - 1 - k + from, to - from + 1);
        }
    }
}
