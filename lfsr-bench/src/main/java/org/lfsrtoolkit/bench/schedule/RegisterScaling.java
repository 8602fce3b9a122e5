package org.lfsrtoolkit.bench.schedule;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.lfsrtoolkit.bench.mapping.MappingShapes;
import org.lfsrtoolkit.bench.schedule.Interleaved.Samples;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.factor.PolynomialSearch;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * Registers on which a known mapper with static chunks became slower with every worker, as tables in Markdown.
 *
 * <p>{@code java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.schedule.RegisterScaling SECTION…} with
 * sections {@code forced} (12 to 16 bits, parallel path forced), {@code large} (the same shapes at degree 32 and 34, or
 * {@code large=NAME} for one of them) and {@code sizes} (default options against sequential at every degree from 1 to
 * 28, or {@code sizes=FROM-TO}; one worker against itself is what noise looks like). Times are medians over rounds in
 * which the settings take turns; imbalance is (max − min)/mean of the workers' busy seconds, the metric of the figures
 * that it is compared with. Every structure is compared with the algebra's.
 */
public final class RegisterScaling {

    private static final int[] WORKERS = {1, 2, 4, 8};
    private static final int[] FAST = {1, 2, 8};
    /** Of maps that take seconds, one round. */
    private static final int[] SLOW = {2};

    private static final long SECOND = 1_000_000_000L;

    private RegisterScaling() {}

    private record Setting(Strategy strategy, int workers) {}

    public static void main(String[] sections) {
        for (String section : sections) {
            String[] parts = section.split("=", 2);
            switch (parts[0]) {
                case "forced" -> forced();
                case "large" -> large(parts.length > 1 ? parts[1] : "");
                case "sizes" -> sizes(parts.length > 1 ? parts[1] : "1-28");
                default ->
                    throw new IllegalArgumentException("section = " + section + ", expected forced, large or sizes");
            }
            print("");
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static Map<String, AffineMap> small() {
        Map<String, AffineMap> registers = new LinkedHashMap<>();
        registers.put("12 bits, x^12+x^6+x^4+x+1", MappingShapes.taps(12, 0, 1, 4, 6));
        registers.put("V1, x^14+x^5+x^3+x+1", MappingShapes.taps(14, 0, 1, 3, 5));
        registers.put("V2, x^14+x^10+x^6+x+1", MappingShapes.taps(14, 0, 1, 6, 10));
        registers.put("V2 of the logs, x^14+x^10+x^6+1", MappingShapes.taps(14, 0, 6, 10));
        registers.put("16 bits, x^16+x^5+x^3+x^2+1", MappingShapes.taps(16, 0, 2, 3, 5));
        return registers;
    }

    /** The same shapes, larger. */
    private static Map<String, AffineMap> shapes() {
        Map<String, AffineMap> registers = new LinkedHashMap<>();
        registers.put("x^32+x^5+x^3+x+1", MappingShapes.taps(32, 0, 1, 3, 5));
        registers.put("x^32+x^10+x^6+x+1", MappingShapes.taps(32, 0, 1, 6, 10));
        registers.put("x^32+x^10+x^6+1", MappingShapes.taps(32, 0, 6, 10));
        registers.put("x^32+x^22+x^2+x+1", MappingShapes.taps(32, 0, 1, 2, 22));
        registers.put("x^34+x^5+x^3+x+1", MappingShapes.taps(34, 0, 1, 3, 5));
        return registers;
    }

    private static Map<Setting, Supplier<SchedulerMetrics>> settings(AffineMap map, int... workerCounts) {
        StateSpaceStructure expected = structure(map);
        Map<Setting, Supplier<SchedulerMetrics>> settings = new LinkedHashMap<>();
        for (Strategy strategy : Strategy.values()) {
            for (int workers : strategy == Strategy.SEQUENTIAL ? new int[] {1} : workerCounts) {
                SchedulerOptions options = SchedulerOptions.defaults()
                        .withStrategy(strategy)
                        .withWorkers(workers)
                        .withForceParallel(workers > 1);
                settings.put(new Setting(strategy, workers), () -> map(map, options, expected));
            }
        }
        return settings;
    }

    private static StateSpaceStructure structure(AffineMap map) {
        return ExactCycleEngine.analyze(map, ExactOptions.defaults(), RunControl.unlimited())
                .structure()
                .orElseThrow();
    }

    private static SchedulerMetrics map(AffineMap map, SchedulerOptions options, StateSpaceStructure expected) {
        MappingResult result =
                StateSpaceMapper.map(map, MappingOptions.defaults().withScheduler(options), RunControl.unlimited());
        if (!result.structure().equals(expected)) {
            throw new IllegalStateException(options.strategy() + ": " + result.structure());
        }
        return result.metrics();
    }

    private static double quantile(
            Samples<SchedulerMetrics> samples, double quantile, ToDoubleFunction<SchedulerMetrics> value) {
        return Interleaved.quantile(
                samples.list.stream()
                        .mapToDouble(sample -> value.applyAsDouble(sample.result()))
                        .toArray(),
                quantile);
    }

    /** Small registers, parallel path forced. */
    private static void forced() {
        print("| register | strategy | workers | time, us | quarter to three quarters | throughput of sequential |"
                + " imbalance | quarter to three quarters | took batches |");
        print("|---|---|---|---|---|---|---|---|---|");
        small().forEach((name, map) -> rows(name, Interleaved.time(settings(map, WORKERS), 3 * SECOND, 101, 1), 1e3));
    }

    /** The same shapes, large. */
    private static void large(String only) {
        print("| register | strategy | workers | time, ms | quarter to three quarters | throughput of sequential |"
                + " imbalance | quarter to three quarters | took batches |");
        print("|---|---|---|---|---|---|---|---|---|");
        shapes().forEach((name, map) -> {
            if (only.isEmpty() || only.equals(name)) {
                long start = System.nanoTime();
                map(map, SchedulerOptions.defaults(), structure(map));
                boolean slow = System.nanoTime() - start > 2 * SECOND;
                rows(name, Interleaved.time(settings(map, slow ? SLOW : FAST), 0, slow ? 1 : 5, 1), 1e6);
            }
        });
    }

    private static void rows(String name, Map<Setting, Samples<SchedulerMetrics>> times, double unit) {
        double sequential = at(times, new Setting(Strategy.SEQUENTIAL, 1)).nanos(0.5);
        times.forEach((setting, samples) -> print(
                "| %s | %s | %d | %.1f | %.1f to %.1f | %.2f | %.1f %% | %.1f to %.1f %% | %.0f |",
                name,
                setting.strategy().externalName(),
                setting.workers(),
                samples.nanos(0.5) / unit,
                samples.nanos(0.25) / unit,
                samples.nanos(0.75) / unit,
                sequential / samples.nanos(0.5),
                100 * quantile(samples, 0.5, SchedulerMetrics::timeImbalance),
                100 * quantile(samples, 0.25, SchedulerMetrics::timeImbalance),
                100 * quantile(samples, 0.75, SchedulerMetrics::timeImbalance),
                quantile(samples, 0.5, SchedulerMetrics::workersWithBatches)));
    }

    /** Default options against sequential, every degree. */
    private static void sizes(String range) {
        print(
                "| degree | register | sequential, us | default, us | default against sequential, of pairs | quarter to three"
                        + " quarters | sequential against itself | workers |");
        print("|---|---|---|---|---|---|---|---|");
        String[] ends = range.split("-", 2);
        for (int degree = Integer.parseInt(ends[0]); degree <= Integer.parseInt(ends[1]); degree++) {
            Map<String, AffineMap> shapes = new LinkedHashMap<>();
            shapes.put("x^n+1", MappingShapes.taps(degree, 0));
            if (degree > 1) {
                shapes.put("x^n+x+1", MappingShapes.taps(degree, 0, 1));
            }
            if (degree > 2) {
                shapes.put("x^n+x^2+1", MappingShapes.taps(degree, 0, 2));
                shapes.put(
                        "primitive",
                        ShiftRegister.withCharacteristicPolynomial(PolynomialSearch.first(
                                FiniteFields.of(2), degree, PolynomialSearch.Kind.PRIMITIVE, RunControl.unlimited())));
            }
            for (Map.Entry<String, AffineMap> shape : shapes.entrySet()) {
                size(degree, shape.getKey(), shape.getValue());
            }
        }
    }

    private static void size(int degree, String shape, AffineMap map) {
        Map<String, Supplier<SchedulerMetrics>> settings = new LinkedHashMap<>();
        StateSpaceStructure expected = structure(map);
        SchedulerOptions defaults = SchedulerOptions.defaults();
        SchedulerOptions one = defaults.withStrategy(Strategy.SEQUENTIAL);
        settings.put("one", () -> map(map, one, expected));
        settings.put("default", () -> map(map, defaults, expected));
        settings.put("again", () -> map(map, one, expected));
        Interleaved.time(settings, SECOND / 3, 1, 1);
        double nanos = at(Interleaved.time(settings, 0, 3, 1), "one").nanos(0.5);
        int repeats = (int) Math.max(1, 2_000_000 / nanos);
        int rounds = (int) Math.max(5, Math.min(301, SECOND * 3 / 4 / (nanos * repeats)));
        Map<String, Samples<SchedulerMetrics>> times = Interleaved.time(settings, 0, rounds, repeats);
        double[] ratios = ratios(times, "one", "default");
        print(
                "| %d | %s | %.2f | %.2f | %.3f | %.3f to %.3f | %.3f | %.0f |",
                degree,
                shape,
                at(times, "one").nanos(0.5) / 1e3,
                at(times, "default").nanos(0.5) / 1e3,
                Interleaved.quantile(ratios, 0.5),
                Interleaved.quantile(ratios, 0.25),
                Interleaved.quantile(ratios, 0.75),
                Interleaved.quantile(ratios(times, "one", "again"), 0.5),
                quantile(at(times, "default"), 0.5, SchedulerMetrics::workersWithBatches));
    }

    private static <K> Samples<SchedulerMetrics> at(Map<K, Samples<SchedulerMetrics>> times, K setting) {
        return requireNonNull(times.get(setting));
    }

    /** Time of one setting over that of another, round by round. */
    private static double[] ratios(Map<String, Samples<SchedulerMetrics>> times, String over, String under) {
        double[] ratios = new double[at(times, over).list.size()];
        Arrays.setAll(
                ratios,
                i -> at(times, over).list.get(i).nanos()
                        / at(times, under).list.get(i).nanos());
        return ratios;
    }
}
