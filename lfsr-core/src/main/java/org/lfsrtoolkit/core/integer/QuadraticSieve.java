package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * The self-initialising quadratic sieve with one large prime: splits any composite number in a time that depends on its
 * size alone.
 *
 * <p>Deterministic in its answer up to which factor is found first. Cost: exp((1 + o(1))·√(ln n · ln ln n)) operations;
 * it doubles with every 10 to 11 bits of n. Threads: safe; helpers of the common pool sieve beside the calling thread.
 * Memory: the matrix takes F²/8 bytes for F primes in the factor base, 0.3 MB at 50 digits, 70 MB at 80. Source:
 * [Silverman1987]; [Contini1997].
 */
public final class QuadraticSieve {

    /** Numbers of fewer bits are left to the rho method. */
    public static final int MIN_BITS = 50;
    /** Numbers of more bits would take days. */
    public static final int MAX_BITS = 330;

    private QuadraticSieve() {}

    /**
     * A factor 1 &lt; f &lt; n, or null if there are not enough polynomials, which can happen below 2^80 alone.
     *
     * @param n odd, composite, no perfect power, without prime factors below 100, of 50 to 330 bits; composite is
     *     <em>not checked</em>: for a prime this does not end
     */
    public static @Nullable BigInteger factor(BigInteger n, RunControl control) {
        if (!n.testBit(0) || n.bitLength() < MIN_BITS || n.bitLength() > MAX_BITS) {
            throw new IllegalArgumentException(
                    "n = " + n + ", expected an odd number of " + MIN_BITS + " to " + MAX_BITS + " bits");
        }
        SieveFactorBase base = new SieveFactorBase(n);
        SieveCoefficients coefficients = new SieveCoefficients(base);
        SieveRelations relations = new SieveRelations(base);
        boolean parallel = n.bitLength() > 120;
        while (true) {
            HelperTasks.run(parallel, stop -> {
                SieveWorker worker = new SieveWorker(base, relations);
                while (!relations.isEnough() && !stop.getAsBoolean()) {
                    worker.run(coefficients.next(), control, () -> relations.isEnough() || stop.getAsBoolean());
                    control.report("quadratic sieve", relations.found(), relations.wanted());
                }
            });
            control.check();
            BigInteger factor = relations.solve(control);
            if (factor != null || !relations.isEnough()) {
                return factor;
            }
            relations.wantMore();
        }
    }
}
