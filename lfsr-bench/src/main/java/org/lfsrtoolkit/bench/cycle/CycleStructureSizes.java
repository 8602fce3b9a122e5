package org.lfsrtoolkit.bench.cycle;

import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.CycleStructure;
import org.lfsrtoolkit.core.cycle.ExactAnalysis;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.factor.Primitivity;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * How the time of an exact analysis grows with the size, for random registers, random matrices and products with many
 * distinct lengths. A plain program: each figure is the mean over ten inputs, or the last of five runs.
 *
 * <p>Run: {@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.cycle.CycleStructureSizes}
 */
public final class CycleStructureSizes {

    private static final FiniteField GF2 = FiniteFields.of(2);
    private static final ExactOptions NO_FACTORING = ExactOptions.defaults().withFactoringBudget(Duration.ZERO);
    private static final int INPUTS = 10;
    private static final int ROUNDS = 3;

    private CycleStructureSizes() {}

    /** Prints one line for each size. */
    public static void main(String... arguments) {
        for (int degree : new int[] {250, 500, 1000, 2000}) {
            registers(degree);
        }
        for (int side : new int[] {64, 128, 256}) {
            matrices(side);
        }
        for (int degrees : new int[] {13, 17, 20, 23}) {
            products(degrees);
        }
    }

    private static void registers(int degree) {
        SplittableRandom random = new SplittableRandom(degree);
        ShiftRegister[] registers = new ShiftRegister[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            long[] c = random.longs(degree, 0, 2).toArray();
            c[0] = 1;
            registers[i] = ShiftRegister.of(GF2, c);
        }
        double millis = 0;
        int complete = 0;
        for (int round = 0; round < ROUNDS; round++) {
            millis = 0;
            complete = 0;
            for (ShiftRegister register : registers) {
                long start = System.nanoTime();
                ExactAnalysis analysis = analyze(register);
                millis += (System.nanoTime() - start) / 1e6;
                complete += analysis.isComplete() ? 1 : 0;
            }
        }
        System.out.printf(
                "random GF(2) register, degree %d: %.1f ms, %d of %d complete with the table alone%n",
                degree, millis / INPUTS, complete, INPUTS);
    }

    private static void matrices(int side) {
        MatrixMap map = MatrixMap.linear(Matrix.random(GF2, side, side, new Random(side)));
        double millis = 0;
        for (int round = 0; round < ROUNDS + 2; round++) {
            long start = System.nanoTime();
            analyze(map);
            millis = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf("random GF(2) matrix, side %d: %.1f ms%n", side, millis);
    }

    private static void products(int degrees) {
        Polynomial f = Polynomial.one(GF2);
        for (int degree = 1; degree <= degrees; degree++) {
            f = f.times(primitive(degree));
        }
        ShiftRegister register = ShiftRegister.withCharacteristicPolynomial(f);
        long start = System.nanoTime();
        CycleStructure structure = analyze(register).cycleStructure();
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                "primitive factors of degree 1 to %d: %d lengths, %.0f ms%n",
                degrees, structure == null ? -1 : structure.distinctLengths(), millis);
    }

    private static ExactAnalysis analyze(AffineMap map) {
        return CycleAnalysis.exact(map, NO_FACTORING, RunControl.unlimited());
    }

    /** The first primitive polynomial of a degree. */
    private static Polynomial primitive(int degree) {
        for (long low = 1; ; low += 2) {
            long[] f = new long[degree + 1];
            for (int i = 0; i < degree; i++) {
                f[i] = low >>> i & 1;
            }
            f[degree] = 1;
            Polynomial candidate = Polynomial.of(GF2, f);
            if (Primitivity.isPrimitive(candidate, RunControl.unlimited()).orElse(false)) {
                return candidate;
            }
        }
    }
}
