package org.lfsrtoolkit.bench.mapping;

import java.util.Locale;
import java.util.Map;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * The table of the mapping page: every shape once or more in one process, first and best run, compared with the algebra.
 *
 * <p>Run: {@code java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.mapping.MappingTable [runs
 * [workers [large]]]}; {@code large} is a degree, 36 or 40, that is mapped once instead of the table.
 */
public final class MappingTable {

    private MappingTable() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int workers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        if (arguments.length > 2) {
            int degree = Integer.parseInt(arguments[2]);
            row("GF(2) primitive, degree " + degree, large(degree), runs, workers);
            return;
        }
        for (Map.Entry<String, AffineMap> shape : MappingShapes.all().entrySet()) {
            row(shape.getKey(), shape.getValue(), runs, workers);
        }
    }

    static AffineMap large(int degree) {
        return switch (degree) {
            case 32 -> MappingShapes.taps(32, 0, 1, 2, 22);
            case 36 -> MappingShapes.taps(36, 0, 11);
            case 40 -> MappingShapes.taps(40, 0, 6, 21, 33);
            default -> throw new IllegalArgumentException("degree = " + degree + ", expected 32, 36 or 40");
        };
    }

    private static void row(String name, AffineMap map, int runs, int workers) {
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(workers));
        double first = 0;
        double best = Double.MAX_VALUE;
        MappingResult result = null;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            result = StateSpaceMapper.map(map, options, RunControl.unlimited());
            double seconds = (System.nanoTime() - start) * 1e-9;
            first = run == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        if (result == null) {
            return;
        }
        boolean equal = result.structure()
                .equals(ExactCycleEngine.analyze(map, ExactOptions.defaults(), RunControl.unlimited())
                        .structure()
                        .orElse(null));
        double states = map.stateCount().doubleValue();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %.3f | %.4f | %.2f | %.1f | %s | %s |%n",
                name,
                map.stateCount(),
                result.structure().cycles().cycles(),
                first,
                best,
                best * 1e9 / states,
                result.metrics().statesWalked() / states,
                100 * result.metrics().utilisation(),
                equal ? "yes" : "NO",
                result.kernel());
    }
}
