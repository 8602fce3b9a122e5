package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one run of the quadratic sieve fixes beforehand: multiplier k, primes modulo which k·n is a square, sizes.
 *
 * <p>Threads: safe; immutable but for a cache of inverses. Source: [Silverman1987] for the multiplier.
 */
final class SieveFactorBase {

    private static final int[] MULTIPLIERS = {
        1, 2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19, 21, 22, 23, 26, 29, 30, 31, 33, 34, 35, 37, 38, 39, 41, 42, 43,
        46, 47, 51, 53, 55, 57, 58, 59, 61, 62, 65, 66, 67, 69, 70, 71, 73
    };

    /** Rows: bits of k·n, primes in the base, half length of the sieve interval, large prime bound over largest prime. */
    private static final int[][] SIZES = {
        {50, 50, 4096, 20},
        {64, 80, 8192, 20},
        {80, 120, 8192, 30},
        {100, 220, 16384, 40},
        {128, 550, 16384, 80},
        {150, 1100, 16384, 120},
        {172, 2100, 16384, 160},
        {186, 3300, 32768, 200},
        {200, 4800, 32768, 240},
        {220, 9000, 32768, 280},
        {240, 16000, 65536, 300},
        {260, 28000, 131072, 300},
        {280, 50000, 196608, 300},
        {300, 80000, 262144, 300},
        {330, 140000, 524288, 300},
    };

    /** About how many different primes occur in leading coefficients. */
    private static final int INVERSES_KEPT = 200;
    /** 64 MB. */
    private static final long MAX_INVERSES = 1 << 24;

    private final ConcurrentHashMap<Integer, int[]> inverses = new ConcurrentHashMap<>();

    final BigInteger n;
    final int multiplier;
    final BigInteger kn;
    /** primes[0] = 2, then odd primes p with (kn/p) ≠ −1, ascending. */
    final int[] primes;
    /** Square roots of kn modulo the primes. */
    final int[] roots;
    /** Rounded binary logarithms. */
    final byte[] logs;
    /** The interval is −halfLength .. halfLength − 1. */
    final int halfLength;

    final long largePrimeBound;

    /** @param n odd, at least 2^40, composite */
    SieveFactorBase(BigInteger n) {
        this.n = n;
        multiplier = bestMultiplier(n);
        kn = n.multiply(BigInteger.valueOf(multiplier));
        int bits = kn.bitLength();
        int count = interpolate(bits, 1);
        halfLength = (interpolate(bits, 2) + 4095) & -4096;
        primes = new int[count];
        roots = new int[count];
        logs = new byte[count];
        primes[0] = 2;
        roots[0] = kn.testBit(0) ? 1 : 0;
        logs[0] = 1;
        int used = 1;
        for (int p : TrialDivision.primesBelow((int) (2.6 * count * Math.log(2.6 * count)) + 200)) {
            if (p == 2 || used == count) {
                continue;
            }
            int residue = kn.mod(BigInteger.valueOf(p)).intValue();
            if (residue == 0 || IntegerMath.jacobi(residue, p) == 1) {
                primes[used] = p;
                roots[used] = ModularSquareRoot.of(residue, p);
                logs[used] = (byte) Math.round(Math.log(p) / Math.log(2));
                used++;
            }
        }
        if (used < count) {
            throw new IllegalStateException("primes found = " + used + ", expected " + count);
        }
        largePrimeBound = (long) primes[count - 1] * interpolate(bits, 3);
    }

    int size() {
        return primes.length;
    }

    /** The inverses of prime number {@code position} modulo all primes of the base; 0 modulo itself and 2. */
    int[] inversesOf(int position) {
        if ((long) size() * INVERSES_KEPT > MAX_INVERSES) {
            return computeInverses(position);
        }
        return inverses.computeIfAbsent(position, this::computeInverses);
    }

    private int[] computeInverses(int position) {
        int[] result = new int[size()];
        for (int i = 1; i < result.length; i++) {
            result[i] = i == position ? 0 : ModularSquareRoot.inverse(primes[position] % primes[i], primes[i]);
        }
        return result;
    }

    /** Geometric interpolation in the table of sizes. */
    private static int interpolate(int bits, int column) {
        int i = 1;
        while (i < SIZES.length - 1 && SIZES[i][0] < bits) {
            i++;
        }
        double t = (double) (bits - SIZES[i - 1][0]) / (SIZES[i][0] - SIZES[i - 1][0]);
        t = Math.max(0, t);
        return (int) Math.round(SIZES[i - 1][column] * Math.pow((double) SIZES[i][column] / SIZES[i - 1][column], t));
    }

    /** Knuth and Schroeppel: the k for which the small primes divide values of the polynomial most often. */
    private static int bestMultiplier(BigInteger n) {
        int[] primes = MultiplierSymbols.PRIMES;
        int[] residues = new int[primes.length];
        int[] symbols = new int[primes.length];
        for (int i = 1; i < primes.length; i++) {
            residues[i] = n.mod(BigInteger.valueOf(primes[i])).intValue();
            symbols[i] = IntegerMath.jacobi(residues[i], primes[i]);
        }
        double best = Double.NEGATIVE_INFINITY;
        int bestMultiplier = 1;
        for (int m = 0; m < MULTIPLIERS.length; m++) {
            int k = MULTIPLIERS[m];
            double score = -0.5 * Math.log(k);
            int low = n.intValue() * k & 7;
            if (low == 1) {
                score += 2 * Math.log(2);
            } else if (low == 5) {
                score += Math.log(2);
            } else if ((low & 1) == 1) {
                score += 0.5 * Math.log(2);
            }
            byte[] ofMultiplier = MultiplierSymbols.OF_MULTIPLIER[m];
            for (int i = 1; i < primes.length; i++) {
                int symbol = symbols[i] * ofMultiplier[i];
                if (symbol == 0) {
                    score += MultiplierSymbols.LOG_OVER_PRIME[i];
                } else if (symbol == 1) {
                    score += 2 * MultiplierSymbols.LOG_OVER_PRIME_LESS_ONE[i];
                }
            }
            if (score > best) {
                best = score;
                bestMultiplier = k;
            }
        }
        return bestMultiplier;
    }

    /** What the choice of the multiplier needs of the small primes, for any n. */
    private static final class MultiplierSymbols {

        static final int[] PRIMES = TrialDivision.primesBelow(2000);
        /** (k/p) for each multiplier k and prime p. */
        static final byte[][] OF_MULTIPLIER = new byte[MULTIPLIERS.length][PRIMES.length];

        static final double[] LOG_OVER_PRIME = new double[PRIMES.length];
        static final double[] LOG_OVER_PRIME_LESS_ONE = new double[PRIMES.length];

        static {
            for (int i = 1; i < PRIMES.length; i++) {
                int p = PRIMES[i];
                LOG_OVER_PRIME[i] = Math.log(p) / p;
                LOG_OVER_PRIME_LESS_ONE[i] = Math.log(p) / (p - 1);
                for (int m = 0; m < MULTIPLIERS.length; m++) {
                    OF_MULTIPLIER[m][i] = (byte) IntegerMath.jacobi(MULTIPLIERS[m] % p, p);
                }
            }
        }

        private MultiplierSymbols() {}
    }
}
