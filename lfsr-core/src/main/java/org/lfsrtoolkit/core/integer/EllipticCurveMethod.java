package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Lenstra's elliptic curve method on Montgomery curves, with Montgomery's chains and a second stage.
 *
 * <p>A curve finds a prime p of n when the order of its group modulo p has all primes up to B1 but for one up to B2; the
 * effort depends on p, not on n. Bounds that suit p of so many digits, and the number of curves expected:
 * 15: 2000, 25; 20: 11000, 90; 25: 50000, 300; 30: 250000, 700; 35: 1000000, 1800 [ZimmermannDodson2006].
 *
 * <p>Deterministic: curve number i has Suyama's parameter σ = i + 6, and what is found first depends on threads only in
 * its order. Cost of a curve: about 10·B1 multiplications modulo n in the first stage, and half as much again in the
 * second. Memory: O(√B2) residues a thread. Threads: safe; several curves run at once on the common pool beside the
 * calling thread.
 */
public final class EllipticCurveMethod {

    private EllipticCurveMethod() {}

    /**
     * A factor 1 &lt; f &lt; n, or null if the curves found none.
     *
     * @param n composite, odd and not divisible by 3; at most 9000 bits
     * @param b1 bound of the first stage, 100 .. 10^7; the second goes to about 100·b1
     * @param firstCurve number of the first curve, ≥ 0, so that a later call can go on with other curves
     * @param curves how many
     */
    public static @Nullable BigInteger factor(BigInteger n, int b1, int firstCurve, int curves, RunControl control) {
        BigInteger three = BigInteger.valueOf(3);
        if (!n.testBit(0) || n.bitLength() < 4 || n.mod(three).signum() == 0) {
            throw new IllegalArgumentException("n = " + n + ", expected a composite number prime to 6");
        }
        EcmPlan plan = EcmPlan.of(b1);
        MontgomeryLimbs mod = new MontgomeryLimbs(n);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable BigInteger> found = new AtomicReference<>();
        HelperTasks.run(curves > 1, stop -> {
            EcmCurve curve = new EcmCurve(mod, plan);
            while (found.get() == null && !stop.getAsBoolean()) {
                int i = next.getAndIncrement();
                if (i >= curves) {
                    return;
                }
                BigInteger factor = curve.run(firstCurve + i + 6L, control, () -> found.get() != null);
                if (factor != null) {
                    found.compareAndSet(null, factor);
                }
                control.report("elliptic curves", i + 1L, curves);
            }
        });
        return found.get();
    }
}
