package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/**
 * A polynomial over GF(p), p odd, or GF(2^k), 2 ≤ k ≤ 8, in the form in which multiples of another are subtracted fastest: what Euclid's algorithm
 * works on, in place. {@link TernaryRow} holds 64 coefficients in two words, {@link BinaryPlanesRow} in four or eight, {@link FloatingRow} one in a {@code double} and
 * {@link WordRow} one in a {@code long}.
 *
 * <p>Cost of a division: a pass over the divisor for every two coefficients of the quotient (for each one over GF(3)).
 * Threads: mutable, of one thread.
 */
abstract class RemainderRow {

    /** Capacity that {@link #ofZero} leaves above the requested length, so that kernels need no last special case. */
    static final int MARGIN = 2;

    final FiniteField field;
    /** −1 for zero; all coefficients above are 0. */
    int degree;

    RemainderRow(FiniteField field) {
        this.field = field;
    }

    /** Whether Euclid's algorithm is best done in rows, for polynomials of which the shorter has so many coefficients. */
    static boolean paysFor(FiniteField field, int shorter) {
        return field.isPrime()
                || field.characteristic() == 2
                        && field.extensionDegree() <= BinaryPlanesRow.LARGEST_DEGREE
                        && shorter >= BinaryPlanesRow.SHORTEST;
    }

    /** The row of these coefficients, the last one not 0. */
    static RemainderRow of(FiniteField field, long[] coefficients) {
        RemainderRow row = ofZero(field, coefficients.length);
        row.load(coefficients);
        return row;
    }

    /** The row of 0, able to hold this many coefficients. */
    static RemainderRow ofZero(FiniteField field, int capacity) {
        long p = field.characteristic();
        if (p == 2) {
            return new BinaryPlanesRow(field, capacity);
        }
        return p == 3
                ? new TernaryRow(field, capacity)
                : p < FloatingConvolution.LARGEST_DIRECT && FusedMultiplyAdd.isFast()
                        ? new FloatingRow(field, capacity)
                        : new WordRow(field, capacity);
    }

    /** Sets a row of 0. */
    abstract void load(long[] coefficients);

    /** In a new array of degree + 1 entries. */
    abstract long[] coefficients();

    /**
     * this ← this mod divisor.
     *
     * @param divisor of the same class, not 0, of no larger degree
     * @return the quotient, low to high
     */
    abstract long[] divideBy(RemainderRow divisor);

    /** this ← this − quotient · other, where it fits the capacity of this. */
    abstract void subtractProduct(long[] quotient, RemainderRow other);

    /** Some greatest common divisor. */
    static long[] gcd(FiniteField field, long[] a, long[] b) {
        RemainderRow r0 = of(field, a.length >= b.length ? a : b);
        RemainderRow r1 = of(field, a.length >= b.length ? b : a);
        while (r1.degree >= 0) {
            r0.divideBy(r1);
            RemainderRow rest = r0;
            r0 = r1;
            r1 = rest;
        }
        return r0.coefficients();
    }

    /** {g, s} with g = s·a + t·b a greatest common divisor. */
    static long[][] gcdWithCofactor(FiniteField field, long[] a, long[] b) {
        boolean inOrder = a.length >= b.length;
        RemainderRow r0 = of(field, inOrder ? a : b);
        RemainderRow r1 = of(field, inOrder ? b : a);
        int capacity = Math.max(a.length, b.length) + 1;
        RemainderRow s0 = ofZero(field, capacity);
        RemainderRow s1 = ofZero(field, capacity);
        (inOrder ? s0 : s1).load(new long[] {1});
        while (r1.degree >= 0) {
            long[] quotient = r0.divideBy(r1);
            s0.subtractProduct(quotient, s1);
            RemainderRow swap = r0;
            r0 = r1;
            r1 = swap;
            swap = s0;
            s0 = s1;
            s1 = swap;
        }
        return new long[][] {r0.coefficients(), s0.coefficients()};
    }

    /**
     * Euclid's steps on (u, v), deg u &gt; deg v, while the second remainder has at least the degree stop.
     *
     * @return {a, b, c, d, r0, r1}: the remainders are r0 = a·u + b·v and r1 = c·u + d·v
     */
    static long[][] steps(FiniteField field, long[] u, long[] v, int stop) {
        RemainderRow r0 = of(field, u);
        RemainderRow r1 = of(field, v);
        int capacity = Math.max(1, u.length - stop + 1);
        RemainderRow[] m = new RemainderRow[4];
        for (int i = 0; i < 4; i++) {
            m[i] = ofZero(field, capacity);
            if (i % 3 == 0) {
                m[i].load(new long[] {1});
            }
        }
        while (r1.degree >= stop) {
            long[] quotient = r0.divideBy(r1);
            m[0].subtractProduct(quotient, m[2]);
            m[1].subtractProduct(quotient, m[3]);
            RemainderRow swap = r0;
            r0 = r1;
            r1 = swap;
            for (int i = 0; i < 2; i++) {
                swap = m[i];
                m[i] = m[i + 2];
                m[i + 2] = swap;
            }
        }
        long[][] result = new long[6][];
        for (int i = 0; i < 4; i++) {
            result[i] = m[i].coefficients();
        }
        result[4] = r0.coefficients();
        result[5] = r1.coefficients();
        return result;
    }
}
