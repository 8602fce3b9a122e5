package org.lfsrtoolkit.bench.cycle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.cycle.PrimePowerLogarithm;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Times of logarithms in groups of prime order, to set beside another program's; see {@code
 * docs/benchmarks/scripts/logarithms.sh}.
 */
public final class LogarithmTimes {

    /** Characteristic, degree and the bits that the largest prime of the order taken has at most. */
    private static final long[][] GROUPS = {
        {2, 41, 40}, {2, 37, 40}, {2, 67, 40}, {2, 59, 44}, {2, 73, 44}, {2, 113, 50}, {3, 37, 38}, {65537, 3, 40},
    };

    private LogarithmTimes() {}

    /** @param arguments how many logarithms in each group (9 if not given) */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        for (long[] group : GROUPS) {
            measure(FiniteField.unchecked(group[0]), (int) group[1], (int) group[2], runs);
        }
    }

    private static void measure(FiniteField field, int degree, int maxBits, int runs) {
        RunControl control = RunControl.unlimited();
        SplittableRandom random = new SplittableRandom(degree);
        Polynomial f = Polynomial.random(field, degree, random).monic();
        while (!RabinIrreducibility.isIrreducible(f, control)) {
            f = Polynomial.random(field, degree, random).monic();
        }
        BigInteger r = PowerMinusOne.factor(field.cardinality(), degree, control).primes().keySet().stream()
                .filter(p -> p.bitLength() <= maxBits)
                .reduce(BigInteger.ONE, BigInteger::max);
        BigInteger cofactor = PowerMinusOne.value(field.cardinality(), degree).divide(r);
        PolynomialModulus modulus = PolynomialModulus.of(f);
        Polynomial base = modulus.power(Polynomial.random(field, degree - 1, random), cofactor);
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            BigInteger n = BigInteger.valueOf(random.nextLong(r.longValueExact()));
            Polynomial target = modulus.power(base, n);
            long start = System.nanoTime();
            Optional<BigInteger> found = PrimePowerLogarithm.find(modulus, base, target, r, 1, control);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (!found.equals(Optional.of(n))) {
                throw new IllegalStateException("logarithm = " + found + ", expected " + n);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "GF(%d^%d) prime of %d bits: mean %.0f ms, first %.0f ms, greatest %.0f ms%n",
                field.characteristic(),
                degree,
                r.bitLength(),
                Arrays.stream(millis).average().orElseThrow(),
                millis[0],
                Arrays.stream(millis).max().orElseThrow());
    }
}
