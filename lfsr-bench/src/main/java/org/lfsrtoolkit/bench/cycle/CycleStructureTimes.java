package org.lfsrtoolkit.bench.cycle;

import java.util.List;
import java.util.Locale;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.format.PolynomialText;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * Times whole exact analyses of named registers over GF(2), warm: the best mean of several rounds, in milliseconds. The
 * inputs are those of docs/benchmarks/scripts/cycle_structure.gp.
 *
 * <p>Run: {@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.cycle.CycleStructureTimes}
 */
public final class CycleStructureTimes {

    private static final FiniteField GF2 = FiniteFields.of(2);
    private static final List<String> INPUTS = List.of(
            "x^20 + x^3 + 1", "x^64 + x^4 + x^3 + x + 1", "x^89 + x^38 + 1", "x^128 + x + 1", "x^521 + x^32 + 1");
    private static final int ROUNDS = 6;
    private static final long NANOS_EACH = 500_000_000L;

    private CycleStructureTimes() {}

    /** Prints one line for each register. */
    public static void main(String... arguments) {
        for (String text : INPUTS) {
            ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(PolynomialText.parse(GF2, text));
            System.out.printf(Locale.ROOT, "%s: %.4f ms%n", text, best(register));
        }
    }

    private static double best(ShiftRegister register) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int count = 0;
            do {
                CycleAnalysis.exact(register);
                count++;
            } while (System.nanoTime() - start < NANOS_EACH);
            best = Math.min(best, (System.nanoTime() - start) / 1e6 / count);
        }
        return best;
    }
}
