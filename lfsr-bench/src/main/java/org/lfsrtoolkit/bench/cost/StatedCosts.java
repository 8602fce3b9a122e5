package org.lfsrtoolkit.bench.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.lfsrtoolkit.bench.Results;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.BrentCycleDetector;
import org.lfsrtoolkit.core.cycle.StateQueries;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.factor.PolynomialOrder;
import org.lfsrtoolkit.core.factor.PolynomialSearch;
import org.lfsrtoolkit.core.factor.RabinIrreducibility;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.PollardBrentRho;
import org.lfsrtoolkit.core.integer.QuadraticSieve;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.FrobeniusDecomposition;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.Jump;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.core.sequence.BerlekampMassey;
import org.lfsrtoolkit.core.sequence.BinarySequence;
import org.lfsrtoolkit.core.sequence.Decimation;
import org.lfsrtoolkit.core.sequence.HalfGcdRecurrence;
import org.lfsrtoolkit.core.sequence.SequenceStatistics;
import org.lfsrtoolkit.core.sequence.SymbolSequence;

/**
 * Times the public algorithms at three sizes each, warm, and prints how time and allocated memory grow beside what their
 * documentation states: e in size^e, from one size to the next. Allocated bytes include garbage, so they bound the
 * memory in use from above.
 *
 * <p>Run: {@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.cost.StatedCosts [section…]}, sections being polynomials, matrices, sequences, cycles
 * and integers
 */
public final class StatedCosts {

    private static final RunControl FREE = RunControl.unlimited();
    private static final FiniteField GF2 = FiniteFields.of(2);
    private static final FiniteField GF3 = FiniteFields.of(3);
    private static final FiniteField GF31 = FiniteFields.of(2_147_483_647L);
    private static final FiniteField GF256 = FiniteFields.of(256);
    private static final long NANOS_EACH = 250_000_000L;
    private static final int ROUNDS = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private StatedCosts() {}

    /** Prints one line for each algorithm. */
    public static void main(String... arguments) {
        System.out.println("| algorithm | sizes | ms | growth of time | stated | KB allocated | growth of memory |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> sections = arguments.length == 0
                ? List.of("polynomials", "matrices", "sequences", "cycles", "integers")
                : List.of(arguments);
        for (String section : sections) {
            switch (section) {
                case "polynomials" -> polynomials();
                case "matrices" -> matrices();
                case "sequences" -> sequences();
                case "cycles" -> cycles();
                case "integers" -> integers();
                default -> throw new IllegalArgumentException("section = " + section);
            }
        }
    }

    private static void polynomials() {
        for (FiniteField field : new FiniteField[] {GF2, GF3, GF31, GF256}) {
            int n = field == GF2 ? 4000 : 1000;
            String stated = field == GF2 || field == GF256 ? "≤ 1.585" : "1 to 1.3";
            row("product over " + field, stated, sizes(n, 4), size -> {
                Polynomial a = polynomial(field, size);
                Polynomial b = polynomial(field, size);
                return () -> a.times(b);
            });
            row("gcd over " + field, "≤ 2, then 1 to 1.7", sizes(n, 4), size -> {
                Polynomial a = polynomial(field, size);
                Polynomial b = polynomial(field, size - 1);
                return () -> a.gcd(b);
            });
        }
        row("factoring over GF(2)", "≤ 2.585", sizes(256, 4), size -> {
            Polynomial[] f = polynomials(GF2, size, 8);
            return () -> Arrays.stream(f)
                    .map(g -> PolynomialFactorizer.factor(g, FREE))
                    .toList();
        });
        row("factoring over GF(3)", "≤ 2.6", sizes(64, 2), size -> {
            Polynomial[] f = polynomials(GF3, size, 8);
            return () -> Arrays.stream(f)
                    .map(g -> PolynomialFactorizer.factor(g, FREE))
                    .toList();
        });
        row("Rabin's test, irreducible f over GF(2)", "≤ 2.585", new int[] {127, 521, 1279}, size -> {
            Polynomial f = primitive(size);
            return () -> RabinIrreducibility.isIrreducible(f, FREE);
        });
        row("order of f over GF(2)", "≤ 2.585", new int[] {127, 521, 1279}, size -> {
            Polynomial f = primitive(size);
            return () -> PolynomialOrder.ofIrreducible(f, FREE);
        });
        row(
                "list of irreducible f over GF(2), a polynomial",
                "0",
                new int[] {1 << 14, 1 << 16, 1 << 18},
                count -> () -> PolynomialSearch.all(GF2, 26, PolynomialSearch.Kind.IRREDUCIBLE, FREE)
                        .limit(count)
                        .count());
    }

    private static void matrices() {
        for (FiniteField field : new FiniteField[] {GF2, GF3, GF31, GF256}) {
            int[] sides = field == GF2 ? sizes(256, 4) : sizes(100, 2);
            row("matrix product over " + field, "≤ 3", sides, side -> {
                Matrix a = matrix(field, side);
                Matrix b = matrix(field, side);
                return () -> a.times(b);
            });
            row("rank over " + field, "≤ 3", sides, side -> {
                Matrix a = matrix(field, side);
                return a::rank;
            });
            row("characteristic polynomial over " + field, "3", sizes(field == GF2 ? 256 : 64, 2), side -> {
                Matrix a = matrix(field, side);
                return () -> CharacteristicPolynomial.of(a, FREE);
            });
            row("Frobenius decomposition over " + field, "3", sizes(field == GF2 ? 256 : 64, 2), side -> {
                Matrix a = matrix(field, side);
                return () -> FrobeniusDecomposition.of(a, FREE);
            });
        }
    }

    private static void sequences() {
        row("Berlekamp–Massey over GF(3)", "2", sizes(500, 4), n -> {
            long[] s = symbols(n, 3);
            return () -> BerlekampMassey.of(GF3, s);
        });
        row("recurrence by half-gcd over GF(2)", "about 1.585", sizes(20_000, 4), n -> {
            long[] s = symbols(n, 2);
            return () -> HalfGcdRecurrence.of(GF2, s);
        });
        row("output of a dense register of 1000 stages over GF(2), symbols", "1", sizes(1_000_000, 4), n -> {
            BinarySequence sequence = BinarySequence.of(dense(1000), unit(1000));
            long[] words = new long[n / 64];
            return () -> {
                sequence.next(words, 0, words.length);
                return words;
            };
        });
        row("output of a register of 40 stages over GF(3), symbols", "1", sizes(100_000, 4), n -> {
            SymbolSequence sequence =
                    SymbolSequence.of(ShiftRegister.withCharacteristicPolynomial(polynomial(GF3, 40)), unit(40));
            long[] symbols = new long[n];
            return () -> {
                sequence.next(symbols, 0, n);
                return symbols;
            };
        });
        row("recurrence of a decimation, degree", "≤ 2.6", sizes(50, 2), d -> {
            ShiftRegister register = dense(d);
            return () -> Decimation.recurrence(register, unit(d), BigInteger.valueOf(3));
        });
        row("autocorrelation at one shift", "1", sizes(10_000, 4), n -> {
            long[] s = symbols(n, 2);
            return () -> SequenceStatistics.binaryAutocorrelation(7, s);
        });
    }

    private static void cycles() {
        row("structure of an irreducible register over GF(2)", "≤ 2.585", new int[] {127, 521, 1279}, size -> {
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(primitive(size));
            return () -> CycleAnalysis.exact(register);
        });
        row("structure of a matrix over GF(2)", "3", sizes(64, 2), side -> {
            MatrixMap map = MatrixMap.linear(blocks(side));
            return () -> CycleAnalysis.exact(map);
        });
        row("jump by 2^64, degree", "≤ 1.585", new int[] {127, 521, 1279}, size -> {
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(primitive(size));
            return () -> Jump.of(register, BigInteger.ONE.shiftLeft(64), FREE);
        });
        row("distance, largest prime of the order", "0.5", new int[] {131_071, 524_287, Integer.MAX_VALUE}, prime -> {
            int degree = Integer.bitCount(prime);
            StateQueries queries = StateQueries.of(ShiftRegister.withCharacteristicPolynomial(primitive(degree)));
            long[] to = queries.jump(unit(degree), BigInteger.valueOf(99_991), FREE);
            return () -> queries.distance(unit(degree), to);
        });
        row("representatives of the cycles of x^40 + 1, a cycle", "0", sizes(4_000, 4), count -> {
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(Polynomial.ofExponents(GF2, 40, 0));
            return () -> CycleAnalysis.representatives(register).limit(count).count();
        });
        row("walk of a cycle by Brent's method, states", "1", new int[] {127, 8191, 131_071}, states -> {
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(primitive(Integer.bitCount(states)));
            return () -> BrentCycleDetector.detect(register, unit(Integer.bitCount(states)), 1L << 40, FREE);
        });
    }

    private static void integers() {
        row("rho method, n = p·p' below 2^62, p", "0.5", new int[] {1 << 20, 1 << 25, 1 << 30}, p -> {
            BigInteger a = BigInteger.valueOf(p).nextProbablePrime();
            long n = a.multiply(a.nextProbablePrime()).longValueExact();
            return () -> PollardBrentRho.factor(n, FREE);
        });
        row("quadratic sieve, bits", "doubles every 10 to 11", new int[] {120, 140, 160}, bits -> {
            Random random = random(bits);
            BigInteger n = BigInteger.probablePrime(bits / 2, random)
                    .multiply(BigInteger.probablePrime(bits - bits / 2, random));
            return () -> QuadraticSieve.factor(n, FREE);
        });
    }

    private static void row(String name, String stated, int[] sizes, IntFunction<Supplier<?>> prepare) {
        boolean each = stated.equals("0");
        double[] millis = new double[sizes.length];
        double[] kilobytes = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            Supplier<?> run = prepare.apply(sizes[i]);
            millis[i] = best(run) / (each ? sizes[i] : 1);
            kilobytes[i] = allocated(run) / 1024.0 / (each ? sizes[i] : 1);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |%n",
                name,
                join("%.0f", Arrays.stream(sizes).asDoubleStream().toArray()),
                join("%.3g", millis),
                join("%.2f", growth(sizes, millis)),
                stated,
                join("%.3g", kilobytes),
                join("%.2f", growth(sizes, kilobytes)));
    }

    private static String join(String format, double... values) {
        return String.join(
                ", ",
                Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, format, value))
                        .toList());
    }

    private static double[] growth(int[] sizes, double[] values) {
        double[] growth = new double[sizes.length - 1];
        for (int i = 0; i < growth.length; i++) {
            growth[i] = Math.log(values[i + 1] / values[i]) / Math.log((double) sizes[i + 1] / sizes[i]);
        }
        return growth;
    }

    private static double best(Supplier<?> run) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int count = 0;
            do {
                Results.consume(run.get());
                count++;
            } while (System.nanoTime() - start < NANOS_EACH);
            best = Math.min(best, (System.nanoTime() - start) / 1e6 / count);
        }
        return best;
    }

    private static long allocated(Supplier<?> run) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Results.consume(run.get());
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static int[] sizes(int least, int factor) {
        return new int[] {least, least * factor, least * factor * factor};
    }

    private static long[] symbols(int count, long q) {
        return new SplittableRandom(count).longs(count, 0, q).toArray();
    }

    private static Random random(int seed) {
        return new Random(seed);
    }

    private static Polynomial polynomial(FiniteField field, int degree) {
        Random random = random(degree);
        Polynomial f = Polynomial.random(field, degree, random);
        while (f.coefficient(0) == 0) {
            f = Polynomial.random(field, degree, random);
        }
        return f;
    }

    private static Polynomial[] polynomials(FiniteField field, int degree, int count) {
        Random random = random(degree);
        Polynomial[] f = new Polynomial[count];
        Arrays.setAll(f, i -> Polynomial.random(field, degree, random));
        return f;
    }

    /** A primitive polynomial with few terms over GF(2), of one of the degrees used here. */
    private static Polynomial primitive(int degree) {
        return switch (degree) {
            case 7, 127 -> Polynomial.ofExponents(GF2, degree, 1, 0);
            case 13 -> Polynomial.ofExponents(GF2, 13, 4, 3, 1, 0);
            case 17, 31 -> Polynomial.ofExponents(GF2, degree, 3, 0);
            case 19 -> Polynomial.ofExponents(GF2, 19, 5, 2, 1, 0);
            case 521 -> Polynomial.ofExponents(GF2, 521, 32, 0);
            case 1279 -> Polynomial.ofExponents(GF2, 1279, 216, 0);
            default -> throw new IllegalArgumentException("degree = " + degree);
        };
    }

    private static ShiftRegister dense(int degree) {
        return ShiftRegister.withCharacteristicPolynomial(polynomial(GF2, degree));
    }

    private static Matrix matrix(FiniteField field, int side) {
        return Matrix.random(field, side, side, random(side));
    }

    /** Side a multiple of 64: blocks of degree 31, 17 and 16 with orders from the table, conjugated. */
    private static Matrix blocks(int side) {
        Matrix block = Matrix.blockDiagonal(
                companion(primitive(31)),
                companion(primitive(17)),
                companion(Polynomial.ofExponents(GF2, 16, 5, 3, 2, 0)));
        Matrix sum = block;
        while (sum.rowCount() < side) {
            sum = Matrix.blockDiagonal(sum, block);
        }
        Matrix change = Matrix.randomInvertible(GF2, side, random(side));
        return change.inverse().times(sum).times(change);
    }

    private static Matrix companion(Polynomial f) {
        return Matrix.companion(
                f.field(), ShiftRegister.withCharacteristicPolynomial(f).tapCoefficients());
    }

    private static long[] unit(int degree) {
        long[] state = new long[degree];
        state[0] = 1;
        return state;
    }
}
