package org.lfsrtoolkit.bench.factor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.lfsrtoolkit.bench.Results;
import org.lfsrtoolkit.core.factor.PolynomialFactorizer;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Side by side with other programs: writes the inputs for them, and times ours on the same ones.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.factor.FactorComparison write FILE} writes one
 * line for each polynomial: name, p, modulus of the field, coefficients, low to high, separated by commas. {@code
 * FactorComparison time} prints one line for each name: the mean over the polynomials of the least time of several
 * rounds, in milliseconds, after a warm-up, and the total number of irreducible factors, as a check. {@code plain} in place
 * of {@code time} times the plain algorithm.
 */
public final class FactorComparison {

    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int ROUNDS = 5;

    private FactorComparison() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("write")) {
            write(Path.of(arguments[1]));
        } else if (arguments.length >= 1 && arguments[0].equals("time")) {
            RunControl control = RunControl.unlimited();
            time(
                    f -> PolynomialFactorizer.factor(f, control).factors().size(),
                    arguments.length > 1 ? arguments[1] : "");
        } else if (arguments.length >= 1 && arguments[0].equals("plain")) {
            RunControl control = RunControl.unlimited();
            time(f -> PlainFactorization.factor(f, control).size(), arguments.length > 1 ? arguments[1] : "");
        } else {
            System.err.println("usage: FactorComparison write FILE | time [PREFIX] | plain [PREFIX]");
        }
    }

    private static void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        FactorInputs.all()
                .forEach((name, polynomials) -> polynomials.forEach(f -> lines.add(name + " "
                        + f.field().characteristic() + " " + join(f.field().modulus()) + " "
                        + join(f.coefficients()))));
        Files.write(file, lines);
    }

    private static String join(long[] values) {
        return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private static void time(ToIntFunction<Polynomial> factorizer, String prefix) {
        for (Map.Entry<String, List<Polynomial>> input : FactorInputs.all().entrySet()) {
            if (!input.getKey().startsWith(prefix)) {
                continue;
            }
            long start = System.nanoTime();
            do {
                for (Polynomial f : input.getValue()) {
                    Results.consume(factorizer.applyAsInt(f));
                }
            } while (System.nanoTime() - start < WARM_UP_NANOS);
            double total = 0;
            int factors = 0;
            for (Polynomial f : input.getValue()) {
                long least = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    long before = System.nanoTime();
                    int count = factorizer.applyAsInt(f);
                    least = Math.min(least, System.nanoTime() - before);
                    factors += round == 0 ? count : 0;
                }
                total += least / 1e6;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s %.3f %d%n",
                    input.getKey(),
                    total / input.getValue().size(),
                    factors);
        }
    }
}
