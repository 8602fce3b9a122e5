package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * A number's residues modulo the odd primes in order, and whether they are squares: what the quadratic sieve asks to choose
 * its multiplier and its factor base. Residues are computed when asked for.
 *
 * <p>Threads: immutable but for the shared list of primes, which is replaced by longer ones. Memory: 35 KB of squares modulo
 * the primes below {@value #TABLE_LIMIT}, shared.
 */
final class SmallPrimeResidues {

    /** For primes below this, squares are looked up. */
    static final int TABLE_LIMIT = 2000;

    private static volatile int[] primes = TrialDivision.PRIMES;

    /** 32 bits each, highest first. */
    private final int[] limbs;

    SmallPrimeResidues(BigInteger n) {
        limbs = new int[(n.bitLength() + 31) / 32];
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] = n.shiftRight(32 * (limbs.length - 1 - i)).intValue();
        }
    }

    /** Prime number i, counted from p_0 = 2. */
    static int prime(int i) {
        int[] list = primes;
        while (i >= list.length) {
            list = TrialDivision.primesBelow(2 * list[list.length - 1]);
            primes = list;
        }
        return list[i];
    }

    /** The number modulo p < 2^31. */
    int residue(int p) {
        long r = 0;
        for (int limb : limbs) {
            r = (r << 32 | limb & 0xffffffffL) % p;
        }
        return (int) r;
    }

    /** The Legendre symbol (r/p) for prime number i, odd, and 0 ≤ r &lt; p. */
    static int symbol(int r, int i) {
        if (i >= Squares.OF_PRIME.length) {
            return IntegerMath.jacobi(r, prime(i));
        }
        return r == 0 ? 0 : (Squares.OF_PRIME[i][r >> 6] >>> r & 1) != 0 ? 1 : -1;
    }

    /** Squares modulo small primes, a bit for each residue. */
    private static final class Squares {

        static final long[][] OF_PRIME = new long[TrialDivision.primesBelow(TABLE_LIMIT).length][];

        static {
            for (int i = 1; i < OF_PRIME.length; i++) {
                int p = prime(i);
                long[] squares = new long[(p + 63) / 64];
                // 1, 4, 9, …: the next square is 2x + 1 more.
                int square = 0;
                for (int x = 0; 2 * x < p; x++) {
                    squares[square >> 6] |= 1L << square;
                    square += 2 * x + 1;
                    square = square >= p ? square - p : square;
                }
                OF_PRIME[i] = squares;
            }
        }

        private Squares() {}
    }
}
