package org.lfsrtoolkit.core.matrix;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * GF(p^k) seen as k digits over GF(p): a row of n codes becomes k·n digits, digit e of entry j at place k·j + e.
 *
 * <p>v ↦ v·A is linear over GF(p) too: its matrix of side k·n has in row k·i + e the digits of a^e times row i of A. Kernels
 * over GF(p) with many entries an operation then serve GF(p^k), at k² times the entries but without a look-up.
 */
final class SubfieldDigits {

    private SubfieldDigits() {}

    /** Digits of count codes, as ints. */
    static void digits(FiniteField field, long[] codes, int[] target, int from) {
        int k = field.extensionDegree();
        if (k == 1) {
            for (int j = 0; j < codes.length; j++) {
                target[from + j] = (int) codes[j];
            }
            return;
        }
        int p = (int) field.characteristic();
        for (int j = 0; j < codes.length; j++) {
            long rest = codes[j];
            for (int e = 0; e < k; e++) {
                target[from + k * j + e] = (int) (rest % p);
                rest /= p;
            }
        }
    }

    /** The code of the k digits from a place on, each in 0..p−1. */
    static long code(FiniteField field, int[] digits, int from) {
        int k = field.extensionDegree();
        long code = 0;
        for (int e = k - 1; e >= 0; e--) {
            code = code * field.characteristic() + digits[from + e];
        }
        return code;
    }

    /** The rows a^e · row, 0 ≤ e &lt; k, as codes. */
    static long[][] multiples(FiniteField field, long[] row) {
        int k = field.extensionDegree();
        long[][] multiples = new long[k][];
        multiples[0] = row;
        for (int e = 1; e < k; e++) {
            multiples[e] = multiples[e - 1].clone();
            field.scale(multiples[e], 0, row.length, field.characteristic());
        }
        return multiples;
    }
}
