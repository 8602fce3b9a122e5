package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Greatest common divisors of packed binary polynomials by Euclid's algorithm, one quotient bit at a time.
 *
 * <p>Cost: about n additions of n/128 words for degree n, twice that with a cofactor. Memory: linear. Threads: pure
 * functions. Source: [GathenGerhard2013, ch. 3].
 */
final class BinaryGcd {

    private BinaryGcd() {}

    static long[] gcd(long[] a, long[] b) {
        long[] u = a.clone();
        long[] v = b.clone();
        int degreeU = BinaryWords.degree(u);
        int degreeV = BinaryWords.degree(v);
        while (degreeV >= 0) {
            if (degreeU < degreeV) {
                long[] swap = u;
                u = v;
                v = swap;
                int degree = degreeU;
                degreeU = degreeV;
                degreeV = degree;
                continue;
            }
            BinaryWords.addShifted(u, v, (degreeV >>> 6) + 1, degreeU - degreeV);
            degreeU = BinaryWords.degree(u, (degreeU >>> 6) + 1);
            if (degreeU < 0) {
                return BinaryWords.trim(v);
            }
        }
        return BinaryWords.trim(u);
    }

    /** {g, s} with g = gcd(a, b) = s·a + t·b; deg s &lt; deg b − deg g, or s ≤ 1 where one divides the other. */
    static long[][] gcdWithCofactor(long[] a, long[] b) {
        int capacity = Math.max(a.length, b.length) + 1;
        long[] u = Arrays.copyOf(a, capacity);
        long[] v = Arrays.copyOf(b, capacity);
        long[] s = new long[capacity];
        long[] t = new long[capacity];
        s[0] = 1;
        int degreeU = BinaryWords.degree(a);
        int degreeV = BinaryWords.degree(b);
        int degreeS = 0;
        int degreeT = -1;
        while (degreeV >= 0) {
            if (degreeU < degreeV) {
                long[] swap = u;
                u = v;
                v = swap;
                swap = s;
                s = t;
                t = swap;
                int degree = degreeU;
                degreeU = degreeV;
                degreeV = degree;
                degree = degreeS;
                degreeS = degreeT;
                degreeT = degree;
                continue;
            }
            int shift = degreeU - degreeV;
            BinaryWords.addShifted(u, v, (degreeV >>> 6) + 1, shift);
            degreeU = BinaryWords.degree(u, (degreeU >>> 6) + 1);
            if (degreeT >= 0) {
                BinaryWords.addShifted(s, t, (degreeT >>> 6) + 1, shift);
                degreeS = BinaryWords.degree(s, (Math.max(degreeS, degreeT + shift) >>> 6) + 1);
            }
            if (degreeU < 0) {
                return new long[][] {BinaryWords.trim(v), BinaryWords.trim(t)};
            }
        }
        return new long[][] {BinaryWords.trim(u), BinaryWords.trim(s)};
    }
}
