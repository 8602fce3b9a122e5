package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Pollard's rho method with distinguished points for the logarithm in a group of prime order r.
 *
 * <p>A walk multiplies by one of 32 known elements base^a·target^b, chosen by a hash of where it stands. Walks start at
 * random and end at a distinguished point, one whose hash begins with enough zeros; two walks that end at the same point
 * have met and give a linear equation for the logarithm. Fixed seed, so that the work repeats. Cost: about 1.3·√r products,
 * memory about 2^12 points or more. Source: [Pollard1978]; [VanOorschotWiener1999]; [Teske1998].
 */
public final class PollardRhoLogarithm {

    private static final int MULTIPLIERS = 32;
    private static final int POINT_BITS = 12;
    private static final int CHECK_MASK = (1 << 8) - 1;

    private record Exponents(long a, long b) {}

    private final PolynomialModulus modulus;
    private final Polynomial base;
    private final Polynomial target;
    private final long r;

    private PollardRhoLogarithm(PolynomialModulus modulus, Polynomial base, Polynomial target, long r) {
        this.modulus = modulus;
        this.base = base;
        this.target = target;
        this.r = r;
    }

    /**
     * n, 0 ≤ n &lt; r, with base^n = target.
     *
     * @param base of order r modulo f
     * @param r a prime below 2^62
     * @return empty if the target is not in the group that base generates
     */
    public static OptionalLong find(
            PolynomialModulus modulus, Polynomial base, Polynomial target, long r, RunControl control) {
        Polynomial goal = modulus.reduce(target);
        if (!modulus.power(goal, BigInteger.valueOf(r)).isOne()) {
            return OptionalLong.empty();
        }
        return new PollardRhoLogarithm(modulus, modulus.reduce(base), goal, r).search(control);
    }

    private OptionalLong search(RunControl control) {
        SplittableRandom random = new SplittableRandom(0x52686f4c6f67L);
        int bits = Math.max(0, (64 - Long.numberOfLeadingZeros(r)) / 2 - POINT_BITS);
        long limit = Math.max(64, 20L << bits);
        Polynomial[] factors = new Polynomial[MULTIPLIERS];
        Exponents[] exponents = new Exponents[MULTIPLIERS];
        for (int i = 0; i < MULTIPLIERS; i++) {
            exponents[i] = new Exponents(random.nextLong(r), random.nextLong(r));
            factors[i] = element(exponents[i]);
        }
        Map<Polynomial, Exponents> points = new HashMap<>();
        long count = 0;
        while (true) {
            Exponents start = new Exponents(random.nextLong(r), random.nextLong(r));
            long a = start.a();
            long b = start.b();
            Polynomial here = element(start);
            long walked = 0;
            long hash = hash(here);
            while (bits > 0 && hash >>> (64 - bits) != 0 && walked < limit) {
                int i = (int) (hash & MULTIPLIERS - 1);
                here = modulus.multiply(here, factors[i]);
                a = add(a, exponents[i].a());
                b = add(b, exponents[i].b());
                hash = hash(here);
                walked++;
                if ((++count & CHECK_MASK) == 0) {
                    control.check();
                }
            }
            if ((++count & CHECK_MASK) == 0) {
                control.check();
            }
            if (walked == limit) {
                continue;
            }
            Exponents before = points.putIfAbsent(here, new Exponents(a, b));
            if (before != null && before.b() != b) {
                // a + b·n = a' + b'·n mod r
                BigInteger prime = BigInteger.valueOf(r);
                long n = BigInteger.valueOf(before.a())
                        .subtract(BigInteger.valueOf(a))
                        .multiply(BigInteger.valueOf(b)
                                .subtract(BigInteger.valueOf(before.b()))
                                .modInverse(prime))
                        .mod(prime)
                        .longValueExact();
                return OptionalLong.of(n);
            }
        }
    }

    private Polynomial element(Exponents e) {
        return modulus.multiply(
                modulus.power(base, BigInteger.valueOf(e.a())), modulus.power(target, BigInteger.valueOf(e.b())));
    }

    private long add(long a, long b) {
        long sum = a + b;
        return sum >= r ? sum - r : sum;
    }

    private static long hash(Polynomial element) {
        long hash = 0;
        for (int i = 0; i <= element.degree(); i++) {
            hash = (hash ^ element.coefficient(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash * 0xBF58476D1CE4E5B9L;
    }
}
