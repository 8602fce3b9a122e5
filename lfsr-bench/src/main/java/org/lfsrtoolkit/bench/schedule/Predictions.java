package org.lfsrtoolkit.bench.schedule;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.lfsrtoolkit.bench.mapping.MappingShapes;
import org.lfsrtoolkit.bench.schedule.Interleaved.Samples;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.PhaseSimulator;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Schedulers;
import org.lfsrtoolkit.parallel.schedule.SimulatedCosts;
import org.lfsrtoolkit.parallel.schedule.SimulatedRun;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * Simulated schedules of whole maps beside real ones, as tables in Markdown.
 *
 * <p>{@code java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.schedule.Predictions SECTION…} with
 * sections
 *
 * <ul>
 *   <li>{@code real}, or {@code real=NAME} for one map: each strategy with one worker and two, predicted and measured, and
 *       predicted over measured. The runs of all settings take turns with those that are recorded for the simulator
 *       (sequential ones in batches of 0.5 ms); it replays the median of these. The simulator gives each worker a
 *       processor of its own, as quick as if it were alone; what two threads on this machine lose to each other is seen
 *       in the same rounds on two separate maps of one worker each at the same time, and the last column has the
 *       predictions for two workers made longer by that;
 *   <li>{@code many=NAME}: one map on 8 to 1024 simulated workers.
 * </ul>
 */
public final class Predictions {

    private static final long SECOND = 1_000_000_000L;
    private static final int EVENTS = 1 << 22;

    private Predictions() {}

    private record Setting(Strategy strategy, int workers) {}

    public static void main(String[] sections) {
        for (String section : sections) {
            String[] parts = section.split("=", 2);
            switch (parts[0]) {
                case "real" -> real(parts.length > 1 ? parts[1] : "");
                case "many" -> many(parts[1]);
                default -> throw new IllegalArgumentException("section = " + section + ", expected real or many=NAME");
            }
            print("");
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static Map<String, AffineMap> maps() {
        Map<String, AffineMap> maps = new LinkedHashMap<>();
        maps.put("x^20+x+1", MappingShapes.taps(20, 0, 1));
        maps.put("x^22+x^2+1", MappingShapes.taps(22, 0, 2));
        maps.put("x^23+x+1", MappingShapes.taps(23, 0, 1));
        maps.put("x^24+1", MappingShapes.taps(24, 0));
        maps.put("x^26+x^6+x^2+x+1, primitive", MappingShapes.taps(26, 0, 1, 2, 6));
        maps.put("x^26+1", MappingShapes.taps(26, 0));
        maps.put("x^28+x^3+1, primitive", MappingShapes.taps(28, 0, 3));
        maps.put("x^32+x^22+x^2+x+1, primitive", MappingShapes.taps(32, 0, 1, 2, 22));
        return maps;
    }

    private static AffineMap map(String name) {
        AffineMap map = maps().get(name);
        if (map == null) {
            throw new IllegalArgumentException("map = " + name + ", expected one of " + maps().keySet());
        }
        return map;
    }

    /** One map, its time and its answer. */
    private record Run(double nanos, MappingResult result) {}

    private static Run run(AffineMap map, SchedulerOptions options) {
        long start = System.nanoTime();
        MappingResult result =
                StateSpaceMapper.map(map, MappingOptions.defaults().withScheduler(options), RunControl.unlimited());
        return new Run(System.nanoTime() - start, result);
    }

    /** Two maps of one worker each at the same time, on threads that are there already. */
    private static Run twoAtOnce(AffineMap map) {
        SchedulerOptions one = SchedulerOptions.defaults().withStrategy(Strategy.SEQUENTIAL);
        AtomicReferenceArray<Run> runs = new AtomicReferenceArray<>(2);
        SchedulerOptions two = SchedulerOptions.defaults()
                .withStrategy(Strategy.STATIC)
                .withWorkers(2)
                .withForceParallel(true);
        long start = System.nanoTime();
        Schedulers.create(two)
                .run(
                        0,
                        2,
                        (worker, from, to) -> {
                            for (long i = from; i < to; i++) {
                                runs.set((int) i, run(map, one));
                            }
                            return to - from;
                        },
                        RunControl.unlimited());
        return new Run(System.nanoTime() - start, requireNonNull(runs.get(0)).result());
    }

    private static SchedulerOptions recording() {
        return SchedulerOptions.defaults()
                .withStrategy(Strategy.SEQUENTIAL)
                .withTimeline(true)
                .withTimelineCap(EVENTS)
                .withTargetBatchNanos(500_000);
    }

    private static PhaseSimulator simulator(List<Run> recorded) {
        List<Run> sorted = new ArrayList<>(recorded);
        sorted.sort(Comparator.comparingDouble(Run::nanos));
        Run median = sorted.get(sorted.size() / 2);
        SchedulerMetrics metrics = median.result().metrics();
        return new PhaseSimulator(
                metrics.timeline(), median.nanos(), SchedulerOptions.defaults(), SimulatedCosts.defaults());
    }

    private static void real(String only) {
        print(
                "| map | strategy | workers | predicted, ms | measured, ms | quarter to three quarters | predicted / measured"
                        + " | two maps at once take | so corrected |");
        print("|---|---|---|---|---|---|---|---|---|");
        maps().forEach((name, map) -> {
            if (only.isEmpty() || only.equals(name)) {
                real(name, map);
            }
        });
    }

    private static void real(String name, AffineMap map) {
        Map<Setting, Supplier<Run>> settings = new LinkedHashMap<>();
        Setting recorded = new Setting(Strategy.SEQUENTIAL, 0);
        settings.put(recorded, () -> run(map, recording()));
        Setting both = new Setting(Strategy.SEQUENTIAL, 2);
        settings.put(both, () -> twoAtOnce(map));
        for (Strategy strategy : Strategy.values()) {
            for (int workers = 1; workers <= (strategy == Strategy.SEQUENTIAL ? 1 : 2); workers++) {
                SchedulerOptions options =
                        SchedulerOptions.defaults().withStrategy(strategy).withWorkers(workers);
                settings.put(new Setting(strategy, workers), () -> run(map, options));
            }
        }
        double once = run(map, SchedulerOptions.defaults()).nanos() * settings.size() * 1.5;
        int rounds = (int) Math.max(3, Math.min(61, 4 * SECOND / once));
        Map<Setting, Samples<Run>> times =
                Interleaved.time(settings, Math.min(2 * SECOND, rounds * (long) once), rounds, 1);
        PhaseSimulator simulator = simulator(requireNonNull(times.get(recorded)).list.stream()
                .map(sample -> sample.result())
                .toList());
        StateSpaceStructure structure =
                run(map, SchedulerOptions.defaults()).result().structure();
        double slowDown = requireNonNull(times.get(both)).nanos(0.5)
                / requireNonNull(times.get(new Setting(Strategy.SEQUENTIAL, 1))).nanos(0.5);
        times.forEach((setting, samples) -> {
            if (samples.list.stream()
                    .anyMatch(
                            sample -> !structure.equals(sample.result().result().structure()))) {
                throw new IllegalStateException(setting + ": structures differ");
            }
            if (setting != recorded && setting != both) {
                double slower = setting.workers() == 1 ? 1 : slowDown;
                SimulatedRun predicted = simulator.simulate(setting.strategy(), setting.workers());
                double nanos = predicted.makespanNanos() + simulator.betweenNanos();
                print(
                        "| %s | %s | %d | %.2f | %.2f | %.2f to %.2f | %.3f | %.3f | %.3f |",
                        name,
                        setting.strategy().externalName(),
                        setting.workers(),
                        nanos / 1e6,
                        samples.nanos(0.5) / 1e6,
                        samples.nanos(0.25) / 1e6,
                        samples.nanos(0.75) / 1e6,
                        nanos / samples.nanos(0.5),
                        slower,
                        slower * nanos / samples.nanos(0.5));
            }
        });
    }

    private static void many(String name) {
        AffineMap map = map(name);
        List<Run> runs = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < 3 * SECOND || runs.size() < 8) {
            runs.add(run(map, recording()));
        }
        PhaseSimulator simulator = simulator(runs.subList(3, runs.size()));
        double alone = simulator.simulate(Strategy.SEQUENTIAL, 1).makespanNanos();
        print(
                "%s: %.2f ms in batches on one worker, %.2f ms between them.%n",
                name, alone / 1e6, simulator.betweenNanos() / 1e6);
        print(
                "| strategy | simulated workers | batches, ms | busy | imbalance | claims and steals a second | steals |");
        print("|---|---|---|---|---|---|---|");
        for (int workers : new int[] {8, 128, 1024}) {
            for (Strategy strategy : Strategy.values()) {
                if (strategy != Strategy.SEQUENTIAL) {
                    SimulatedRun run = simulator.simulate(strategy, workers);
                    print(
                            "| %s | %d | %.2f | %.1f %% | %.1f %% | %.0f | %d |",
                            strategy.externalName(),
                            workers,
                            run.makespanNanos() / 1e6,
                            100 * run.utilisation(),
                            100 * run.timeImbalance(),
                            run.claimsPerSecond(),
                            run.steals());
                }
            }
        }
    }
}
