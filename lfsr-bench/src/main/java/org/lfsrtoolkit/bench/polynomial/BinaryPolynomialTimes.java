package org.lfsrtoolkit.bench.polynomial;

import java.util.Locale;
import java.util.Random;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Polynomials over GF(2) at many sizes: the least time of repeated runs, in microseconds, measured as
 * docs/benchmarks/scripts/binary_polynomials_ntl.cpp measures NTL. The sizes may be given as arguments; one at a time is
 * fairer, as the compiler goes by the loops it has seen.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.polynomial.BinaryPolynomialTimes}
 */
public final class BinaryPolynomialTimes {

    private static final int[] DEGREES = {128, 512, 2048, 8192, 20_000, 40_000, 100_000, 1_000_000, 10_000_000};
    private static final int LONGEST_BUT_FOR_PRODUCTS = 100_000;

    private BinaryPolynomialTimes() {}

    /** Prints a line for each size. */
    public static void main(String... arguments) {
        Blackhole blackhole = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        FiniteField field = FiniteFields.of(2);
        Random random = new Random(5);
        int[] degrees = arguments.length == 0
                ? DEGREES
                : java.util.Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int n : degrees) {
            Polynomial f = Polynomial.random(field, n, random);
            Polynomial b = Polynomial.random(field, n - 1, random);
            Polynomial unit = Polynomial.random(field, n - 1, random);
            while (n <= LONGEST_BUT_FOR_PRODUCTS && !unit.gcd(f).isOne()) {
                unit = Polynomial.random(field, n - 1, random);
            }
            Polynomial a = unit;
            System.out.printf(Locale.ROOT, "n=%d mul %.3f", n, PolynomialTimes.best(blackhole, () -> a.times(b)));
            if (n <= LONGEST_BUT_FOR_PRODUCTS) {
                PolynomialModulus modulus = PolynomialModulus.of(f);
                System.out.printf(
                        Locale.ROOT,
                        " mulmod %.3f sqrmod %.3f gcd %.3f xgcd %.3f inverse %.3f",
                        PolynomialTimes.best(blackhole, () -> modulus.multiply(a, b)),
                        PolynomialTimes.best(blackhole, () -> modulus.square(a)),
                        PolynomialTimes.best(blackhole, () -> a.gcd(f)),
                        PolynomialTimes.best(blackhole, () -> a.extendedGcd(f)),
                        PolynomialTimes.best(blackhole, () -> modulus.inverse(a)));
            }
            System.out.println();
        }
    }
}
