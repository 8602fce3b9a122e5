package org.lfsrtoolkit.core.polynomial;

import java.util.Arrays;

/**
 * Greatest common divisors of packed binary polynomials by Euclid's algorithm: {@link BinaryLehmer} for long remainders, one
 * quotient bit at a time for short ones.
 *
 * <p>Cost: about n additions of n/128 words for degree n, twice that with a cofactor. Memory: linear. Threads: pure
 * functions. Source: [GathenGerhard2013, ch. 3].
 */
final class BinaryGcd {

    // Degrees from which on whole rounds are faster (2-core EPYC, JDK 17).
    private static final int LEAST_DEGREE_FOR_ROUNDS = 900;
    private static final int LEAST_DEGREE_WITH_COFACTOR = 700;
    private static final int LEAST_DEGREE_FOR_STEPS = 500;
    private static final int LEAST_DEGREE_OF_SECOND = 400;

    private BinaryGcd() {}

    static long[] gcd(long[] a, long[] b) {
        int degree = Math.min(BinaryWords.degree(a), BinaryWords.degree(b));
        if (degree < LEAST_DEGREE_FOR_ROUNDS) {
            return bitByBit(a, b);
        }
        boolean isInOrder = BinaryWords.degree(a) >= BinaryWords.degree(b);
        BinaryLehmer rounds = BinaryLehmer.withoutCofactors(isInOrder ? a : b, isInOrder ? b : a);
        rounds.run(LEAST_DEGREE_FOR_ROUNDS);
        return bitByBit(rounds.remainder(0), rounds.remainder(1));
    }

    static long[] bitByBit(long[] a, long[] b) {
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
        int degreeA = BinaryWords.degree(a);
        int degreeB = BinaryWords.degree(b);
        if (Math.min(degreeA, degreeB) < LEAST_DEGREE_WITH_COFACTOR) {
            return bitByBitWithCofactor(a, b);
        }
        boolean isInOrder = degreeA >= degreeB;
        // the cofactors of a, which is the second remainder where b has the larger degree
        BinaryLehmer rounds = isInOrder ? BinaryLehmer.withFirstCofactor(a, b) : BinaryLehmer.withSecondCofactor(b, a);
        rounds.run(0);
        return new long[][] {rounds.remainder(0), rounds.cofactor(0, 0)};
    }

    static long[][] bitByBitWithCofactor(long[] a, long[] b) {
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

    /**
     * Euclid's steps on (u, v), deg u &gt; deg v, while the second remainder has at least the degree stop.
     *
     * @return {a, b, c, d, r0, r1}: the remainders are r0 = a·u + b·v and r1 = c·u + d·v
     */
    static long[][] steps(long[] u, long[] v, int stop) {
        if (BinaryWords.degree(u) < LEAST_DEGREE_FOR_STEPS) {
            return stepsBitByBit(u, v, stop);
        }
        BinaryLehmer rounds = BinaryLehmer.withBothCofactors(u, v);
        rounds.run(stop);
        return new long[][] {
            rounds.cofactor(0, 0),
            rounds.cofactor(0, 1),
            rounds.cofactor(1, 0),
            rounds.cofactor(1, 1),
            rounds.remainder(0),
            rounds.remainder(1)
        };
    }

    /** The same steps without the cofactors of u: {b, d, r0, r1}. */
    static long[][] stepsOfSecond(long[] u, long[] v, int stop) {
        if (BinaryWords.degree(u) < LEAST_DEGREE_OF_SECOND) {
            long[][] steps = stepsBitByBit(u, v, stop);
            return new long[][] {steps[1], steps[3], steps[4], steps[5]};
        }
        BinaryLehmer rounds = BinaryLehmer.withSecondCofactor(u, v);
        rounds.run(stop);
        return new long[][] {rounds.cofactor(0, 0), rounds.cofactor(1, 0), rounds.remainder(0), rounds.remainder(1)};
    }

    static long[][] stepsBitByBit(long[] u, long[] v, int stop) {
        long[] r0 = u.clone();
        long[] r1 = v.clone();
        int degree0 = BinaryWords.degree(u);
        int degree1 = BinaryWords.degree(v);
        int words = (Math.max(0, degree0 - stop) >>> 6) + 1;
        // Both entries of a row of the matrix, one after the other.
        long[] row0 = new long[2 * words];
        long[] row1 = new long[2 * words];
        row0[0] = 1;
        row1[words] = 1;
        // The entries of row1 have at most this degree, those of row0 less: they grow as the remainders shrink.
        int rowDegree = 0;
        while (degree1 >= stop) {
            int largestShift = degree0 - degree1;
            int used = (rowDegree >>> 6) + 1;
            while (degree0 >= degree1) {
                int shift = degree0 - degree1;
                BinaryWords.addShifted(r0, r1, (degree1 >>> 6) + 1, shift);
                degree0 = BinaryWords.degree(r0, (degree0 >>> 6) + 1);
                addShifted(row0, row1, 0, words, used, shift);
                addShifted(row0, row1, words, 2 * words, used, shift);
            }
            rowDegree += largestShift;
            long[] swap = r0;
            r0 = r1;
            r1 = swap;
            swap = row0;
            row0 = row1;
            row1 = swap;
            int degree = degree0;
            degree0 = degree1;
            degree1 = degree;
        }
        return new long[][] {
            BinaryWords.trim(Arrays.copyOf(row0, words)),
            BinaryWords.trim(Arrays.copyOfRange(row0, words, 2 * words)),
            BinaryWords.trim(Arrays.copyOf(row1, words)),
            BinaryWords.trim(Arrays.copyOfRange(row1, words, 2 * words)),
            BinaryWords.trim(r0),
            BinaryWords.trim(r1)
        };
    }

    /** target += source·x^shift for the words from..from+n of both; nothing is lost at the end of the entry. */
    private static void addShifted(long[] target, long[] source, int from, int to, int n, int shift) {
        int words = shift >>> 6;
        int bits = shift & 63;
        int last = Math.min(from + n + words, to);
        if (bits == 0) {
            for (int i = from + words; i < last; i++) {
                target[i] ^= source[i - words];
            }
            return;
        }
        long carry = 0;
        for (int i = from + words; i < last; i++) {
            long word = source[i - words];
            target[i] ^= word << bits | carry;
            carry = word >>> 64 - bits;
        }
        if (last < to) {
            target[last] ^= carry;
        }
    }
}
