package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Pollard's rho method with Brent's cycle search and products of differences: finds a prime p in about √p steps.
 *
 * <p>Deterministic: the constants of the iterated map x² + c are 1, 2, 3, … Cost: about √p multiplications modulo n, p
 * the least prime of n. Memory: none. Threads: safe. Source:
 * [Brent1980].
 */
public final class PollardBrentRho {

    private static final int BATCH = 128;

    private PollardBrentRho() {}

    /**
     * A factor 1 &lt; f &lt; n of a composite odd n.
     *
     * @param n composite and odd, at least 9; <em>not checked</em> to be composite: for a prime this does not end
     */
    public static long factor(long n, RunControl control) {
        if (n < 9 || (n & 1) == 0) {
            throw new IllegalArgumentException("n = " + n + ", expected an odd composite number");
        }
        Montgomery63 mod = new Montgomery63(n);
        for (long c = 1; ; c++) {
            long factor = attempt(mod, mod.enter(c % n), control);
            if (factor != n) {
                return factor;
            }
        }
    }

    private static long attempt(Montgomery63 mod, long c, RunControl control) {
        long n = mod.modulus();
        long y = mod.enter(2);
        long product = mod.one();
        for (long r = 1; ; r <<= 1) {
            long x = y;
            for (long i = 0; i < r; i++) {
                y = mod.add(mod.multiply(y, y), c);
            }
            for (long k = 0; k < r; k += BATCH) {
                long saved = y;
                long steps = Math.min(BATCH, r - k);
                for (long i = 0; i < steps; i++) {
                    y = mod.add(mod.multiply(y, y), c);
                    product = mod.multiply(product, Math.abs(x - y));
                }
                // A Montgomery form has the same divisors in common with n as its residue.
                long g = IntegerMath.gcd(product, n);
                if (g != 1) {
                    if (g == n) {
                        g = 1;
                        y = saved;
                        while (g == 1) {
                            y = mod.add(mod.multiply(y, y), c);
                            g = IntegerMath.gcd(Math.abs(x - y), n);
                        }
                    }
                    return g;
                }
                if ((k & 0xffff) == 0) {
                    control.check();
                }
            }
        }
    }

    /**
     * A factor of a composite odd n of any size, or null if none was found within the steps.
     *
     * @param maxSteps iterations of the map, over all constants tried
     */
    public static @Nullable BigInteger factor(BigInteger n, long maxSteps, RunControl control) {
        if (n.bitLength() <= 63) {
            return BigInteger.valueOf(factor(n.longValueExact(), control));
        }
        long left = maxSteps;
        for (int c = 1; left > 0; c++) {
            BigInteger constant = BigInteger.valueOf(c);
            BigInteger y = BigInteger.TWO;
            BigInteger g = BigInteger.ONE;
            for (long r = 1; left > 0 && g.equals(BigInteger.ONE); r <<= 1) {
                BigInteger x = y;
                for (long i = 0; i < r; i++) {
                    y = y.multiply(y).add(constant).mod(n);
                    if ((i & 1023) == 0) {
                        control.check();
                    }
                }
                BigInteger product = BigInteger.ONE;
                for (long k = 0; k < r && left > 0 && g.equals(BigInteger.ONE); k += BATCH) {
                    BigInteger saved = y;
                    long steps = Math.min(BATCH, r - k);
                    for (long i = 0; i < steps; i++) {
                        y = y.multiply(y).add(constant).mod(n);
                        product = product.multiply(x.subtract(y)).mod(n);
                    }
                    left -= 2 * steps;
                    g = product.gcd(n);
                    if (g.equals(n)) {
                        g = BigInteger.ONE;
                        y = saved;
                        while (g.equals(BigInteger.ONE)) {
                            y = y.multiply(y).add(constant).mod(n);
                            g = x.subtract(y).gcd(n);
                        }
                    }
                    control.check();
                }
            }
            if (!g.equals(BigInteger.ONE) && !g.equals(n)) {
                return g;
            }
        }
        return null;
    }
}
