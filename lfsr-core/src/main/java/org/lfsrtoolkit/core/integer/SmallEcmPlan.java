package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The bounds of the elliptic curve method for primes of up to 15 digits, laid out for kernels that keep a point in local
 * variables: one exponent for the whole first stage, and the pairs of the second.
 *
 * <p>Threads: immutable. Memory: a few KiB. Cost of making one: some ten microseconds.
 */
final class SmallEcmPlan {

    /** Giant steps are multiples of this; baby steps the residues prime to it up to its half. */
    static final int STEP = 210;

    /** The residues 1 ≤ j &lt; STEP/2 prime to STEP. */
    static final int[] BABY_STEPS = babySteps();

    final int b1;
    /** All primes up to B1, each to the largest power ≤ B1, multiplied; 64 bits a word, lowest first. */
    final long[] exponent;

    final int exponentBits;
    final int firstGiant;
    final int lastGiant;
    /** pairs[g − firstGiant]: indexes into BABY_STEPS of the j with g·STEP − j or g·STEP + j prime in (B1, B2]. */
    final byte[][] pairs;

    /**
     * @param b1 bound of the first stage, at least STEP/2
     * @param b2 about the bound of the second
     */
    SmallEcmPlan(int b1, int b2) {
        this.b1 = b1;
        BigInteger product = BigInteger.ONE;
        for (int p : TrialDivision.primesBelow(b1 + 1)) {
            int power = p;
            while ((long) power * p <= b1) {
                power *= p;
            }
            product = product.multiply(BigInteger.valueOf(power));
        }
        exponentBits = product.bitLength();
        exponent = new long[(exponentBits + 63) / 64];
        for (int i = 0; i < exponent.length; i++) {
            exponent[i] = product.shiftRight(64 * i).longValue();
        }
        firstGiant = Math.max(1, (b1 + STEP / 2) / STEP);
        lastGiant = Math.max(firstGiant + 1, b2 / STEP);
        boolean[] prime = new boolean[(lastGiant + 1) * STEP];
        for (int p : TrialDivision.primesBelow(prime.length)) {
            prime[p] = p > b1;
        }
        pairs = new byte[lastGiant - firstGiant + 1][];
        byte[] buffer = new byte[BABY_STEPS.length];
        for (int g = firstGiant; g <= lastGiant; g++) {
            int used = 0;
            for (int k = 0; k < BABY_STEPS.length; k++) {
                int j = BABY_STEPS[k];
                if (prime[g * STEP - j] || prime[g * STEP + j]) {
                    buffer[used++] = (byte) k;
                }
            }
            pairs[g - firstGiant] = Arrays.copyOf(buffer, used);
        }
    }

    private static int[] babySteps() {
        int[] baby = new int[STEP];
        int count = 0;
        for (int j = 1; j < STEP / 2; j++) {
            if (IntegerMath.gcd(j, STEP) == 1) {
                baby[count++] = j;
            }
        }
        return Arrays.copyOf(baby, count);
    }
}
