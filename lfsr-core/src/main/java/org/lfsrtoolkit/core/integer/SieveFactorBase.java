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
        {66, 50, 4096, 10},
        {74, 62, 4096, 15},
        {84, 95, 4096, 20},
        {94, 130, 8192, 30},
        {104, 165, 8192, 60},
        {114, 250, 8192, 60},
        {134, 500, 16384, 100},
        {150, 950, 16384, 120},
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

    private static final double LOG_2 = Math.log(2);
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
    /** 1/p modulo 2^64 and ⌊(2^64 − 1)/p⌋ for {@link SmallDividend}; of no use for 2. */
    final long[] wordInverses;

    final long[] quotientLimits;
    /** Rounded binary logarithms. */
    final byte[] logs;
    /** The interval is −halfLength .. halfLength − 1. */
    final int halfLength;

    final long largePrimeBound;

    /** @param n odd, at least 2^40, composite */
    SieveFactorBase(BigInteger n) {
        this.n = n;
        SmallPrimeResidues residues = new SmallPrimeResidues(n);
        multiplier = bestMultiplier(n, residues);
        kn = n.multiply(BigInteger.valueOf(multiplier));
        int bits = kn.bitLength();
        int count = interpolate(bits, 1);
        halfLength = (interpolate(bits, 2) + 4095) & -4096;
        primes = new int[count];
        roots = new int[count];
        logs = new byte[count];
        wordInverses = new long[count];
        quotientLimits = new long[count];
        primes[0] = 2;
        roots[0] = kn.testBit(0) ? 1 : 0;
        logs[0] = 1;
        int used = 1;
        for (int i = 1; used < count; i++) {
            int p = SmallPrimeResidues.prime(i);
            int residue = (int) ((long) residues.residue(p) * multiplier % p);
            if (residue == 0 || SmallPrimeResidues.symbol(residue, i) == 1) {
                primes[used] = p;
                roots[used] = ModularSquareRoot.of(residue, p);
                logs[used] = (byte) Math.round(Math.log(p) / LOG_2);
                wordInverses[used] = WordCurve.inverseModuloWord(p);
                quotientLimits[used] = Long.divideUnsigned(-1, p);
                used++;
            }
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
    private static int bestMultiplier(BigInteger n, SmallPrimeResidues residues) {
        // The larger primes hardly tell the multipliers apart; for small n they would cost more than they bring.
        int count = n.bitLength() < 128 ? MultiplierSymbols.COUNT / 4 : MultiplierSymbols.COUNT;
        int[] symbols = new int[count];
        for (int i = 1; i < count; i++) {
            symbols[i] = SmallPrimeResidues.symbol(residues.residue(SmallPrimeResidues.prime(i)), i);
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
            for (int i = 1; i < count; i++) {
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

        /** Primes below 2000. */
        static final int COUNT = 303;
        /** (k/p) for each multiplier k and prime p. */
        static final byte[][] OF_MULTIPLIER = new byte[MULTIPLIERS.length][COUNT];

        static final double[] LOG_OVER_PRIME = new double[COUNT];
        static final double[] LOG_OVER_PRIME_LESS_ONE = new double[COUNT];

        static {
            for (int i = 1; i < COUNT; i++) {
                int p = SmallPrimeResidues.prime(i);
                LOG_OVER_PRIME[i] = Math.log(p) / p;
                LOG_OVER_PRIME_LESS_ONE[i] = Math.log(p) / (p - 1);
                for (int m = 0; m < MULTIPLIERS.length; m++) {
                    OF_MULTIPLIER[m][i] = (byte) SmallPrimeResidues.symbol(MULTIPLIERS[m] % p, i);
                }
            }
        }

        private MultiplierSymbols() {}
    }
}
