package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Pollard's p − 1 method with a second stage: finds a prime p of n when p − 1 has all primes up to B1 but for one up to B2.
 *
 * <p>A known divisor of p − 1, such as m for the primes of Φ_m(q), is put into the exponent and so costs nothing.
 *
 * <p>Cost: 1.5·B1 multiplications modulo n, and about B2/20 in the second stage. Deterministic (base 3). Memory: a few
 * hundred residues. Threads: safe. Source: [Pollard1974]; [Montgomery1987].
 */
public final class PollardPMinusOne {

    private static final int CHUNK_BITS = 2048;

    private PollardPMinusOne() {}

    /**
     * A factor 1 &lt; f &lt; n, or null if none was found.
     *
     * @param n composite, odd, at most 9000 bits
     * @param b1 bound of the first stage, 100 .. 10^7; the second goes to about 100·b1
     * @param knownDivisor a number that divides p − 1 for the primes looked for; 1 if nothing is known
     */
    public static @Nullable BigInteger factor(BigInteger n, int b1, long knownDivisor, RunControl control) {
        if (knownDivisor < 1) {
            throw new IllegalArgumentException("knownDivisor = " + knownDivisor + ", expected at least 1");
        }
        EcmPlan plan = EcmPlan.of(b1);
        MontgomeryLimbs mod = new MontgomeryLimbs(n);
        BigInteger h =
                BigInteger.valueOf(3).modPow(BigInteger.valueOf(knownDivisor).shiftLeft(bits(b1)), n);
        BigInteger exponent = BigInteger.ONE;
        for (int i = 0; i < plan.primes.length; i++) {
            exponent = exponent.multiply(BigInteger.valueOf(plan.primes[i]).pow(plan.powers[i]));
            if (exponent.bitLength() > CHUNK_BITS || i == plan.primes.length - 1) {
                h = h.modPow(exponent, n);
                exponent = BigInteger.ONE;
                control.check();
            }
        }
        BigInteger factor = h.subtract(BigInteger.ONE).gcd(n);
        if (factor.equals(n) || h.gcd(n).compareTo(BigInteger.ONE) > 0) {
            return null;
        }
        if (factor.equals(BigInteger.ONE)) {
            factor = secondStage(mod, plan, h, control);
        }
        return factor.equals(BigInteger.ONE) || factor.equals(n) ? null : factor;
    }

    private static int bits(int x) {
        return 32 - Integer.numberOfLeadingZeros(x);
    }

    /**
     * gcd of n with the product of V(g·D) − V(j) over the pairs of the plan, V(k) = h^k + h^(−k); each term is, up to a
     * unit, (h^(gD+j) − 1)(h^(gD−j) − 1).
     */
    private static BigInteger secondStage(MontgomeryLimbs mod, EcmPlan plan, BigInteger h, RunControl control) {
        BigInteger n = mod.modulus();
        long[] one = mod.enter(1);
        int count = plan.babySteps.length;
        long[][] baby = new long[count][];
        // V(k + 2) = V(k)·V(2) − V(k − 2)
        long[] before = lucas(mod, h, 1);
        long[] now = lucas(mod, h, 1);
        long[] two = lucas(mod, h, 2);
        int k = 0;
        for (int j = 1; k < count; j += 2) {
            if (j == plan.babySteps[k]) {
                baby[k++] = now.clone();
            }
            long[] next = mod.newElement();
            mod.multiply(now, two, next);
            mod.subtract(next, before, next);
            mod.multiply(next, one, next);
            before = now;
            now = next;
        }
        long[] step = lucas(mod, h, EcmPlan.STEP);
        long[] lower = lucas(mod, h, (long) EcmPlan.STEP * (plan.firstGiant - 1));
        long[] giant = lucas(mod, h, (long) EcmPlan.STEP * plan.firstGiant);
        long[] product = one.clone();
        long[] term = mod.newElement();
        for (int g = plan.firstGiant; g <= plan.lastGiant; g++) {
            for (short index : plan.pairs[g - plan.firstGiant]) {
                mod.subtract(giant, baby[index], term);
                mod.multiply(product, term, product);
            }
            long[] next = mod.newElement();
            mod.multiply(giant, step, next);
            mod.subtract(next, lower, next);
            mod.multiply(next, one, next);
            lower = giant;
            giant = next;
            if (g % 16 == 0) {
                control.check();
            }
        }
        BigInteger factor = mod.gcd(product);
        return factor.equals(n) ? BigInteger.ONE : factor;
    }

    /** h^k + h^(−k) in Montgomery form. */
    private static long[] lucas(MontgomeryLimbs mod, BigInteger h, long k) {
        BigInteger power = h.modPow(BigInteger.valueOf(k), mod.modulus());
        return mod.enter(power.add(power.modInverse(mod.modulus())));
    }
}
