package org.lfsrtoolkit.bench.integer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.lfsrtoolkit.core.integer.IntegerFactorization;
import org.lfsrtoolkit.core.integer.IntegerFactorizer;
import org.lfsrtoolkit.core.integer.PowerMinusOne;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Wall times of factoring a list of numbers without any table, to set beside another program's; see
 * {@code docs/benchmarks/scripts/factoring.sh}.
 *
 * <p>A line is a decimal number or {@code b^n-1}; the latter goes through {@link PowerMinusOne#factorWithoutTable}.
 */
public final class FactoringSideBySide {

    private FactoringSideBySide() {}

    /** @param arguments the file of numbers; optionally how many runs (5 if not given), of which the first is shown too */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            double[] millis = new double[runs];
            int digits = 0;
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                IntegerFactorization result = factor(line.strip());
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (!result.isComplete()) {
                    throw new IllegalStateException(line + " = " + result + ", expected a complete factorization");
                }
                digits = result.value().toString().length();
            }
            double first = millis[0];
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%d digits %s median %.0f ms, least %.0f ms, first %.0f ms%n",
                    digits,
                    line.strip(),
                    millis[runs / 2],
                    millis[0],
                    first);
        }
    }

    private static IntegerFactorization factor(String text) {
        int caret = text.indexOf('^');
        if (caret < 0) {
            return IntegerFactorizer.factor(new BigInteger(text), RunControl.unlimited());
        }
        long base = Long.parseLong(text.substring(0, caret));
        int exponent = Integer.parseInt(text.substring(caret + 1, text.length() - "-1".length()));
        return PowerMinusOne.factorWithoutTable(base, exponent, RunControl.unlimited());
    }
}
