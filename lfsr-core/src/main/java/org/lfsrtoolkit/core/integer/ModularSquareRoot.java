package org.lfsrtoolkit.core.integer;

/**
 * Square roots modulo a prime below 2^31: the algorithm of Tonelli and Shanks.
 *
 * <p>Threads: safe. Source: [CrandallPomerance2005, alg. 2.3.8].
 */
final class ModularSquareRoot {

    private ModularSquareRoot() {}

    /** x with x² = a mod p, for a quadratic residue 0 ≤ a &lt; p and an odd prime p. */
    static int of(int a, int p) {
        if (a == 0) {
            return 0;
        }
        if ((p & 3) == 3) {
            return power(a, (p + 1L) >> 2, p);
        }
        int twos = Integer.numberOfTrailingZeros(p - 1);
        int odd = p - 1 >> twos;
        int nonResidue = 2;
        while (IntegerMath.jacobi(nonResidue, p) != -1) {
            nonResidue++;
        }
        long z = power(nonResidue, odd, p);
        long root = power(a, (odd + 1) >> 1, p);
        long t = power(a, odd, p);
        int m = twos;
        while (t != 1) {
            int i = 0;
            for (long square = t; square != 1; square = square * square % p) {
                i++;
            }
            long b = z;
            for (int j = 0; j < m - i - 1; j++) {
                b = b * b % p;
            }
            root = root * b % p;
            z = b * b % p;
            t = t * z % p;
            m = i;
        }
        return (int) root;
    }

    /** base^e mod p. */
    static int power(long base, long e, int p) {
        long result = 1;
        long square = base % p;
        for (long left = e; left != 0; left >>= 1) {
            if ((left & 1) != 0) {
                result = result * square % p;
            }
            square = square * square % p;
        }
        return (int) result;
    }

    /** 1/a mod p for 0 &lt; a &lt; p, by Euclid's algorithm. */
    static int inverse(int a, int p) {
        int r0 = p;
        int r1 = a;
        int s0 = 0;
        int s1 = 1;
        while (r1 != 0) {
            int q = r0 / r1;
            int r = r0 - q * r1;
            r0 = r1;
            r1 = r;
            int s = s0 - q * s1;
            s0 = s1;
            s1 = s;
        }
        return s0 < 0 ? s0 + p : s0;
    }
}
