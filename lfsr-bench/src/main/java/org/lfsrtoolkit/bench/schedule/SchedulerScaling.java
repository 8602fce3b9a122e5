package org.lfsrtoolkit.bench.schedule;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.schedule.CostProfile;
import org.lfsrtoolkit.parallel.schedule.ScheduleSimulator;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Schedulers;
import org.lfsrtoolkit.parallel.schedule.SimulatedCosts;
import org.lfsrtoolkit.parallel.schedule.SimulatedRun;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/**
 * The scaling failures that the scheduler is held against, as tables in Markdown.
 *
 * <p>{@code java -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.schedule.SchedulerScaling SECTION…} with
 * sections {@code small skew oversubscribed callers nested simulate}. Times are medians of repeats that are interleaved,
 * so that drift of the machine meets all settings alike; every sum is compared with that of a plain loop.
 */
public final class SchedulerScaling {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final ExecutorService POOL = Executors.newFixedThreadPool(CORES, runnable -> {
        Thread thread = new Thread(runnable, "baseline");
        thread.setDaemon(true);
        return thread;
    });

    private SchedulerScaling() {}

    public static void main(String[] sections) throws Exception {
        for (String section : sections) {
            switch (section) {
                case "small" -> small();
                case "skew" -> skew();
                case "oversubscribed" -> oversubscribed();
                case "callers" -> callers();
                case "nested" -> nested();
                case "simulate" -> simulate();
                default ->
                    throw new IllegalArgumentException("section = " + section
                            + ", expected small, skew, oversubscribed, callers, nested or simulate");
            }
            print("");
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static SchedulerMetrics run(SchedulerOptions options, int[] rounds, LongAdder sum) {
        return Schedulers.create(options)
                .run(
                        0,
                        rounds.length,
                        (worker, from, to) -> {
                            sum.add(Baselines.part(rounds, (int) from, (int) to));
                            return to - from;
                        },
                        RunControl.unlimited());
    }

    private static long sum(SchedulerOptions options, int[] rounds) {
        LongAdder sum = new LongAdder();
        run(options, rounds, sum);
        return sum.sum();
    }

    /** Median nanoseconds of each, over interleaved repeats, after two rounds to warm up. */
    private static Map<String, Double> medians(Map<String, Callable<Long>> settings, int repeats) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        long expected = settings.values().iterator().next().call();
        for (int repeat = -2; repeat < repeats; repeat++) {
            for (Map.Entry<String, Callable<Long>> setting : settings.entrySet()) {
                long start = System.nanoTime();
                long sum = setting.getValue().call();
                long nanos = System.nanoTime() - start;
                if (sum != expected) {
                    throw new IllegalStateException(setting.getKey() + ": sum = " + sum + ", expected " + expected);
                }
                if (repeat >= 0) {
                    times.computeIfAbsent(setting.getKey(), key -> new ArrayList<>())
                            .add((double) nanos);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((key, list) -> medians.put(key, median(list)));
        return medians;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Small jobs, default options: against a plain loop. */
    private static void small() throws Exception {
        print("| work | plain loop, us | scheduler, default, us | parallel stream, us | pool with locked queue, us |");
        print("|---|---|---|---|---|");
        for (int items : new int[] {1, 10, 100, 1_000, 3_000, 10_000, 30_000, 100_000, 1_000_000}) {
            int[] rounds = Work.even(items, 100);
            int inner = Math.max(1, 100_000 / items);
            Map<String, Callable<Long>> settings = new LinkedHashMap<>();
            settings.put("plain", () -> last(inner, () -> Baselines.plainLoop(rounds)));
            settings.put("ours", () -> last(inner, () -> sum(SchedulerOptions.defaults(), rounds)));
            settings.put("stream", () -> last(inner, () -> Baselines.parallelStream(rounds)));
            int fewer = Math.min(inner, 1_000);
            settings.put("queue", () -> last(fewer, () -> Baselines.mutexQueue(POOL, CORES, 64, rounds)));
            Map<String, Double> m = medians(settings, 15);
            double plain = requireNonNull(m.get("plain"));
            double own = requireNonNull(m.get("ours"));
            double stream = requireNonNull(m.get("stream"));
            double queue = requireNonNull(m.get("queue"));
            print(
                    "| %,d items of 100 rounds | %.2f | %.2f (%.2f x) | %.2f (%.2f x) | %.2f |",
                    items,
                    plain / inner / 1e3,
                    own / inner / 1e3,
                    plain / own,
                    stream / inner / 1e3,
                    plain / stream,
                    queue / fewer / 1e3);
        }
    }

    /** Runs the body so many times; its value the last time. */
    private static long last(int times, Callable<Long> body) throws Exception {
        long value = 0;
        for (int i = 0; i < times; i++) {
            value = body.call();
        }
        return value;
    }

    /** Runs the body so many times; the sum of its values. */
    private static long many(int times, Callable<Long> body) throws Exception {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += body.call();
        }
        return sum;
    }

    /** Even and skewed work on all cores: strategies and baselines. */
    private static void skew() throws Exception {
        print("| work | setting | time, ms | efficiency on %d cores | busy | imbalance | scheduling | steals |", CORES);
        print("|---|---|---|---|---|---|---|---|");
        for (String shape : new String[] {"even", "skewed"}) {
            int[] rounds = shape.equals("even") ? Work.even(100_000, 2_000) : Work.skewed(50_000, 2_000);
            Map<String, Callable<Long>> settings = new LinkedHashMap<>();
            Map<String, SchedulerMetrics> last = new LinkedHashMap<>();
            settings.put("plain loop", () -> Baselines.plainLoop(rounds));
            for (Strategy strategy : Strategy.values()) {
                SchedulerOptions options = SchedulerOptions.defaults().withStrategy(strategy);
                settings.put(strategy.externalName(), () -> {
                    LongAdder sum = new LongAdder();
                    last.put(strategy.externalName(), run(options, rounds, sum));
                    return sum.sum();
                });
            }
            settings.put("parallel stream", () -> Baselines.parallelStream(rounds));
            settings.put("pool with locked queue", () -> Baselines.mutexQueue(POOL, CORES, 64, rounds));
            Map<String, Double> medians = medians(settings, 7);
            double plain = requireNonNull(medians.get("plain loop"));
            medians.forEach((name, nanos) -> {
                SchedulerMetrics metrics = last.get(name);
                String details = metrics == null
                        ? " | | | |"
                        : String.format(
                                Locale.ROOT,
                                " %.1f %% | %.1f %% | %.2f %% | %d |",
                                100 * metrics.utilisation(),
                                100 * metrics.timeImbalance(),
                                100 * metrics.schedulingShare(),
                                metrics.steals());
                print("| %s | %s | %.1f | %.3f |%s", shape, name, nanos / 1e6, plain / nanos / CORES, details);
            });
        }
    }

    /** Many more workers than cores. */
    private static void oversubscribed() throws Exception {
        int[] rounds = Work.skewed(300_000, 2_000);
        Map<String, Callable<Long>> settings = new LinkedHashMap<>();
        Map<String, SchedulerMetrics> last = new LinkedHashMap<>();
        for (int workers : new int[] {CORES, 16, 120}) {
            SchedulerOptions options = SchedulerOptions.defaults().withWorkers(workers);
            settings.put(workers + "", () -> {
                LongAdder sum = new LongAdder();
                last.put(workers + "", run(options, rounds, sum));
                return sum.sum();
            });
        }
        Map<String, Double> medians = medians(settings, 7);
        double base = requireNonNull(medians.get(CORES + ""));
        print(
                "| workers on %d cores | time, ms | throughput against %d | workers with batches | batches | steals |",
                CORES, CORES);
        print("|---|---|---|---|---|---|");
        medians.forEach((workers, nanos) -> {
            SchedulerMetrics metrics = java.util.Objects.requireNonNull(last.get(workers));
            print(
                    "| %s | %.1f | %.3f | %d | %d | %d |",
                    workers,
                    nanos / 1e6,
                    base / nanos,
                    metrics.workersWithBatches(),
                    metrics.batches(),
                    metrics.steals());
        });
    }

    /** Threads that call at once, each one job after the other. */
    private static void callers() throws Exception {
        print("| job | callers | ours, jobs/s | of best | median latency, ms | parallel stream, jobs/s |");
        print("|---|---|---|---|---|---|");
        for (int items : new int[] {500, 25_000}) {
            int[] rounds = Work.skewed(items, 100);
            int jobs = 40_000_000 / items;
            int[] counts = {1, 2, 4, 8, 16};
            Map<Integer, List<Double>> ours = new LinkedHashMap<>();
            Map<Integer, List<Double>> latencies = new LinkedHashMap<>();
            Map<Integer, List<Double>> streams = new LinkedHashMap<>();
            for (int repeat = -1; repeat < 5; repeat++) {
                for (int callers : counts) {
                    List<Double> latency = new ArrayList<>();
                    double own =
                            throughput(callers, jobs / 20, latency, () -> sum(SchedulerOptions.defaults(), rounds));
                    double stream =
                            throughput(callers, jobs / 20, new ArrayList<>(), () -> Baselines.parallelStream(rounds));
                    if (repeat >= 0) {
                        ours.computeIfAbsent(callers, key -> new ArrayList<>()).add(own);
                        streams.computeIfAbsent(callers, key -> new ArrayList<>())
                                .add(stream);
                        latencies
                                .computeIfAbsent(callers, key -> new ArrayList<>())
                                .addAll(latency);
                    }
                }
            }
            double best = ours.values().stream()
                    .mapToDouble(SchedulerScaling::median)
                    .max()
                    .orElse(1);
            for (int callers : counts) {
                print(
                        "| %,d items of about 200 rounds | %d | %.0f | %.3f | %.3f | %.0f |",
                        items,
                        callers,
                        median(requireNonNull(ours.get(callers))),
                        median(requireNonNull(ours.get(callers))) / best,
                        median(requireNonNull(latencies.get(callers))) / 1e6,
                        median(requireNonNull(streams.get(callers))));
            }
        }
    }

    private static double throughput(int callers, int jobs, List<Double> latencies, Callable<Long> job)
            throws Exception {
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        List<List<Double>> own = new ArrayList<>();
        long start = System.nanoTime();
        for (int c = 0; c < callers; c++) {
            List<Double> mine = new ArrayList<>();
            own.add(mine);
            Thread thread = new Thread(() -> {
                while (next.getAndIncrement() < jobs) {
                    long begin = System.nanoTime();
                    try {
                        job.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    mine.add((double) (System.nanoTime() - begin));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        own.forEach(latencies::addAll);
        return jobs / seconds;
    }

    /** Runs in runs, and runs in pools: wall time against processor time. */
    private static void nested() throws Exception {
        int outer = 24;
        int[] rounds = Work.skewed(25_000, 500);
        SchedulerOptions inner = SchedulerOptions.defaults();
        ExecutorService four = Executors.newFixedThreadPool(4);
        Map<String, Callable<Long>> settings = new LinkedHashMap<>();
        settings.put("our own workers", () -> {
            LongAdder all = new LongAdder();
            Schedulers.create(SchedulerOptions.defaults())
                    .run(
                            0,
                            outer,
                            (worker, from, to) -> {
                                for (long i = from; i < to; i++) {
                                    all.add(sum(inner, rounds));
                                }
                                return to - from;
                            },
                            RunControl.unlimited());
            return all.sum();
        });
        settings.put(
                "common pool",
                () -> IntStream.range(0, outer)
                        .parallel()
                        .mapToLong(i -> sum(inner, rounds))
                        .sum());
        settings.put("fixed pool of 4", () -> {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < outer; i++) {
                parts.add(four.submit(() -> sum(inner, rounds)));
            }
            long all = 0;
            for (Future<Long> part : parts) {
                all += part.get();
            }
            return all;
        });
        settings.put("one after the other", () -> many(outer, () -> sum(inner, rounds)));
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        print("| %d jobs called from | wall, ms | CPU / %d cores, ms | wall / (CPU / cores) |", outer, CORES);
        print("|---|---|---|---|");
        for (Map.Entry<String, Callable<Long>> setting : settings.entrySet()) {
            List<Double> walls = new ArrayList<>();
            List<Double> cpus = new ArrayList<>();
            for (int repeat = -2; repeat < 5; repeat++) {
                long cpu = system.getProcessCpuTime();
                long start = System.nanoTime();
                setting.getValue().call();
                if (repeat >= 0) {
                    walls.add((System.nanoTime() - start) / 1e6);
                    cpus.add((system.getProcessCpuTime() - cpu) / 1e6 / CORES);
                }
            }
            print(
                    "| %s | %.1f | %.1f | %.3f |",
                    setting.getKey(), median(walls), median(cpus), median(walls) / median(cpus));
        }
        four.shutdown();
    }

    /** Predictions against runs for one and two workers, then many simulated workers. */
    private static void simulate() throws Exception {
        int[] rounds = Work.skewed(50_000, 2_000);
        SchedulerOptions recorded = SchedulerOptions.defaults()
                .withStrategy(Strategy.SEQUENTIAL)
                .withTimeline(true)
                .withTargetBatchNanos(100_000);
        CostProfile profile =
                CostProfile.of(run(recorded, rounds, new LongAdder()).timeline());
        for (int repeat = 1; repeat < 5; repeat++) {
            CostProfile measured =
                    CostProfile.of(run(recorded, rounds, new LongAdder()).timeline());
            profile = measured.totalNanos() < profile.totalNanos() ? measured : profile;
        }
        ScheduleSimulator simulator = new ScheduleSimulator(
                profile, SchedulerOptions.defaults().withForceParallel(true), SimulatedCosts.defaults());
        print("| strategy | workers | predicted, ms | measured, ms | predicted / measured |");
        print("|---|---|---|---|---|");
        for (int workers = 1; workers <= CORES; workers++) {
            Map<String, Callable<Long>> settings = new LinkedHashMap<>();
            for (Strategy strategy : Strategy.values()) {
                SchedulerOptions options = SchedulerOptions.defaults()
                        .withStrategy(strategy)
                        .withWorkers(workers)
                        .withForceParallel(workers > 1);
                settings.put(strategy.externalName(), () -> sum(options, rounds));
            }
            int count = workers;
            medians(settings, 7).forEach((name, nanos) -> {
                SimulatedRun predicted = simulator.simulate(Strategy.parse(name), count);
                print(
                        "| %s | %d | %.1f | %.1f | %.3f |",
                        name,
                        predicted.workers(),
                        predicted.makespanNanos() / 1e6,
                        nanos / 1e6,
                        predicted.makespanNanos() / nanos);
            });
        }
        print("");
        print(
                "| strategy | simulated workers | makespan, ms | busy | imbalance | claims and steals a second | steals |");
        print("|---|---|---|---|---|---|---|");
        ScheduleSimulator large = new ScheduleSimulator(
                profile.repeated(4_000),
                SchedulerOptions.defaults().withForceParallel(true),
                SimulatedCosts.defaults());
        for (int workers : new int[] {8, 128, 1024}) {
            for (Strategy strategy : Strategy.values()) {
                if (strategy == Strategy.SEQUENTIAL) {
                    continue;
                }
                SimulatedRun run = large.simulate(strategy, workers);
                print(
                        "| %s | %d | %.1f | %.1f %% | %.1f %% | %.0f | %d |",
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
