package org.lfsrtoolkit.bench.polynomial;

import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The least time of repeated runs, in microseconds, measured as the C programs in docs/benchmarks/scripts measure NTL and
 * FLINT.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.polynomial.PolynomialTimes}
 */
public final class PolynomialTimes {

    private static final long NANOS_EACH = 600_000_000;

    private PolynomialTimes() {}

    public static void main(String[] args) {
        Blackhole blackhole = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        Random random = new Random(5);
        for (long p : new long[] {2, 3, Integer.MAX_VALUE, (1L << 61) - 1}) {
            FiniteField field = FiniteFields.of(p);
            for (int n : new int[] {128, 2048, 20_000}) {
                PolynomialModulus modulus = PolynomialModulus.of(Polynomial.random(field, n, random));
                Polynomial a = Polynomial.random(field, n - 1, random);
                Polynomial b = Polynomial.random(field, n - 1, random);
                System.out.printf(
                        Locale.ROOT,
                        "GF(%d) n=%d mul %.3f mulmod %.3f sqrmod %.3f gcd %.2f%n",
                        p,
                        n,
                        best(blackhole, () -> a.times(b)),
                        best(blackhole, () -> modulus.multiply(a, b)),
                        best(blackhole, () -> modulus.square(a)),
                        best(blackhole, () -> a.gcd(b)));
            }
        }
    }

    /** The least time of repeated runs, in microseconds. */
    static double best(Blackhole blackhole, Supplier<?> run) {
        double least = Double.POSITIVE_INFINITY;
        long end = System.nanoTime() + NANOS_EACH;
        int count = 1;
        while (System.nanoTime() < end || least == Double.POSITIVE_INFINITY) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                blackhole.consume(run.get());
            }
            long elapsed = System.nanoTime() - start;
            least = Math.min(least, elapsed / 1e3 / count);
            if (elapsed < 2_000_000) {
                count *= 2;
            }
        }
        return least;
    }
}
