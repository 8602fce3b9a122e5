package org.lfsrtoolkit.bench.matrix;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.CharacteristicPolynomial;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.matrix.MatrixOrder;
import org.lfsrtoolkit.core.matrix.MinimalPolynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The least time of repeated runs on random invertible matrices, in milliseconds, measured as the scripts in
 * docs/benchmarks/scripts measure M4RI, FLINT and GAP.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.matrix.MatrixTimes OPERATIONS Q SIDE…}, where the
 * operations are letters: p(roduct), r(ank), i(nverse), c(haracteristic polynomial), m(inimal polynomial), o(rder).
 */
public final class MatrixTimes {

    private static final long NANOS_EACH = 300_000_000;

    private MatrixTimes() {}

    public static void main(String[] args) {
        Blackhole blackhole = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        FiniteField field = FiniteFields.of(Long.parseLong(args[1]));
        for (String side : Arrays.asList(args).subList(2, args.length)) {
            int n = Integer.parseInt(side);
            SplittableRandom random = new SplittableRandom(17);
            Matrix a = Matrix.randomInvertible(field, n, random);
            Matrix b = Matrix.random(field, n, n, random);
            if (!a.inverse().times(a.times(b)).equals(b)) {
                throw new IllegalStateException("inverse and product disagree");
            }
            StringBuilder line = new StringBuilder(field + " side " + n);
            for (char operation : args[0].toCharArray()) {
                line.append(
                        String.format(Locale.ROOT, " %s %.4g", name(operation), best(blackhole, run(operation, a, b))));
            }
            System.out.println(line);
        }
    }

    private static String name(char operation) {
        return switch (operation) {
            case 'p' -> "product";
            case 'r' -> "rank";
            case 'i' -> "inverse";
            case 'c' -> "charpoly";
            case 'm' -> "minpoly";
            case 'o' -> "order";
            default -> throw new IllegalArgumentException("operation = " + operation + ", expected one of pricmo");
        };
    }

    private static Supplier<?> run(char operation, Matrix a, Matrix b) {
        RunControl control = RunControl.unlimited();
        return switch (operation) {
            case 'p' -> () -> a.times(b);
            case 'r' -> a::rank;
            case 'i' -> a::inverse;
            case 'c' -> () -> CharacteristicPolynomial.of(a, control);
            case 'm' -> () -> MinimalPolynomial.of(a, control);
            default -> () -> MatrixOrder.of(a, control);
        };
    }

    private static double best(Blackhole blackhole, Supplier<?> run) {
        double least = Double.POSITIVE_INFINITY;
        long end = System.nanoTime() + NANOS_EACH;
        for (int i = 0; i < 5 || System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            blackhole.consume(run.get());
            least = Math.min(least, (System.nanoTime() - start) / 1e6);
        }
        return least;
    }
}
