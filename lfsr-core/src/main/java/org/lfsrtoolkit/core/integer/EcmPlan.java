package org.lfsrtoolkit.core.integer;

import java.util.concurrent.ConcurrentHashMap;

/**
 * What all curves with one bound share: the primes with the multiplier of their shortest known chain, and the pairs of the
 * second stage.
 *
 * <p>Threads: immutable. Memory: 6 bytes for each prime up to B1 and about 1.5 for each up to B2: 0.8 MB for B1 = 50000.
 */
final class EcmPlan {

    /** Step of the second stage: giant steps are multiples of it, baby steps the residues prime to it up to its half. */
    static final int STEP = 2310;

    private static final int MAX_PLANS = 8;
    private static final ConcurrentHashMap<Integer, EcmPlan> PLANS = new ConcurrentHashMap<>();

    final int b1;
    final long b2;
    /** Odd primes up to B1. */
    final int[] primes;
    /** For each of them, how often it is multiplied in: the largest power ≤ B1. */
    final byte[] powers;
    /** For each of them, which ratio of {@link LucasChain} gives the shortest chain. */
    final byte[] ratios;
    /** The residues 1 ≤ j &lt; STEP/2 prime to STEP. */
    final int[] babySteps;

    final int firstGiant;
    final int lastGiant;
    /** pairs[g − firstGiant]: indexes into babySteps of the j with g·STEP − j or g·STEP + j prime in (B1, B2]. */
    final short[][] pairs;

    /** The plan for a bound 100 .. 10^7; the last few are kept. */
    static EcmPlan of(int b1) {
        if (b1 < 100 || b1 > 10_000_000) {
            throw new IllegalArgumentException("b1 = " + b1 + ", expected 100 .. 10000000");
        }
        EcmPlan plan = PLANS.get(b1);
        if (plan == null) {
            plan = new EcmPlan(b1);
            if (PLANS.size() >= MAX_PLANS) {
                PLANS.clear();
            }
            PLANS.put(b1, plan);
        }
        return plan;
    }

    EcmPlan(int b1) {
        this.b1 = b1;
        int[] small = TrialDivision.primesBelow(b1 + 1);
        primes = java.util.Arrays.copyOfRange(small, 1, small.length);
        powers = new byte[primes.length];
        ratios = new byte[primes.length];
        for (int i = 0; i < primes.length; i++) {
            long power = primes[i];
            while (power * primes[i] <= b1) {
                power *= primes[i];
                powers[i]++;
            }
            powers[i]++;
            ratios[i] = (byte) LucasChain.bestRatio(primes[i]);
        }
        int[] baby = new int[STEP];
        int count = 0;
        for (int j = 1; j < STEP / 2; j++) {
            if (IntegerMath.gcd(j, STEP) == 1) {
                baby[count++] = j;
            }
        }
        babySteps = java.util.Arrays.copyOf(baby, count);
        firstGiant = Math.max(1, (b1 + STEP / 2) / STEP);
        lastGiant = Math.max(firstGiant, (int) (100L * b1 / STEP));
        b2 = (long) lastGiant * STEP + STEP / 2;
        pairs = new short[lastGiant - firstGiant + 1][];
        SegmentedSieve sieve = new SegmentedSieve(b2);
        short[] buffer = new short[count];
        for (int g = firstGiant; g <= lastGiant; g++) {
            long centre = (long) g * STEP;
            boolean[] composite = sieve.compositesFrom(centre - STEP / 2, STEP + 1);
            int used = 0;
            for (int k = 0; k < count; k++) {
                if (!composite[STEP / 2 - babySteps[k]] || !composite[STEP / 2 + babySteps[k]]) {
                    buffer[used++] = (short) k;
                }
            }
            pairs[g - firstGiant] = java.util.Arrays.copyOf(buffer, used);
        }
    }
}
