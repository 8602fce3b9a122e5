package org.lfsrtoolkit.bench.mapping;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.lfsrtoolkit.bench.Results;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * How whole maps scale from one worker to two, beside what the machine itself gives to two threads that share nothing.
 *
 * <p>Settings alternate within one process, so that drift of the machine meets both alike; each structure is compared
 * with the first one. Run: {@code java -Xmx2g -cp lfsr-bench/target/benchmarks.jar
 * org.lfsrtoolkit.bench.mapping.MappingScaling SECTION REPEATS}, sections:
 *
 * <ul>
 *   <li>{@code machine}: loops that touch registers only, on one thread and on two at once: the most that two workers can
 *       gain;
 *   <li>{@code hard}: shapes with many short cycles, one worker, two, and two separate maps of one worker each at the same
 *       time: what the machine gives to two threads on this very work that share nothing and wait for nothing;
 *   <li>{@code 32}, {@code 36}: the same for a primitive register of that degree;
 *   <li>{@code short}: degrees 12 to 28 with default options against one worker.
 * </ul>
 */
public final class MappingScaling {

    private MappingScaling() {}

    public static void main(String[] arguments) throws InterruptedException {
        int repeats = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        switch (arguments.length > 0 ? arguments[0] : "machine") {
            case "machine" -> machine(repeats);
            case "hard" -> {
                header();
                for (String name : List.of("GF(2) x^28+1", "GF(2) x^28+x^2+1", "GF(2) x^28, taps 0x5555")) {
                    pair(name, requireNonNull(MappingShapes.all().get(name)), repeats);
                }
            }
            case "32" -> large(32, repeats);
            case "36" -> large(36, repeats);
            case "short" -> shortMaps(repeats);
            default ->
                throw new IllegalArgumentException(
                        "section = " + arguments[0] + ", expected machine, hard, 32, 36 or short");
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    // ---- the machine -----------------------------------------------------------------------------------------------

    private static void machine(int repeats) throws InterruptedException {
        print(
                "| loop in registers | one thread best s | median | two threads best s | median | gain of best | of median |");
        print("|---|---|---|---|---|---|---|");
        Map<String, LongSupplier> loops = new LinkedHashMap<>();
        loops.put("one chain of multiply-adds", () -> chain(150_000_000L));
        loops.put("six chains of shifts and exclusive ors", () -> chains(120_000_000L));
        for (Map.Entry<String, LongSupplier> loop : loops.entrySet()) {
            Results.consume(loop.getValue().getAsLong());
            List<Double> alone = new ArrayList<>();
            List<Double> together = new ArrayList<>();
            for (int i = 0; i < repeats; i++) {
                alone.add(onThreads(1, loop.getValue()));
                together.add(onThreads(2, loop.getValue()));
            }
            print(
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    loop.getKey(),
                    best(alone),
                    median(alone),
                    best(together),
                    median(together),
                    2 * best(alone) / best(together),
                    2 * median(alone) / median(together));
        }
    }

    /** Seconds until all of so many threads have run the work once each. */
    private static double onThreads(int count, LongSupplier work) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(count);
        CountDownLatch go = new CountDownLatch(1);
        long[] results = new long[count];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i;
            Thread thread = new Thread(() -> {
                ready.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                results[at] = work.getAsLong();
            });
            thread.start();
            threads.add(thread);
        }
        ready.await();
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        for (long result : results) {
            if (result != results[0]) {
                throw new IllegalStateException("threads came to different results");
            }
        }
        return seconds;
    }

    private static long chain(long rounds) {
        long x = 1;
        for (long i = 0; i < rounds; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
        }
        return x;
    }

    private static long chains(long rounds) {
        long a = 1;
        long b = 2;
        long c = 3;
        long d = 4;
        long e = 5;
        long f = 6;
        for (long i = 0; i < rounds; i++) {
            a ^= a << 13;
            b ^= b >>> 7;
            c ^= c << 17;
            d ^= d >>> 9;
            e ^= e << 5;
            f ^= f >>> 3;
            a += i;
            b += a;
            d += i;
            e += d;
        }
        return a ^ b ^ c ^ d ^ e ^ f;
    }

    // ---- maps ------------------------------------------------------------------------------------------------------

    private static void header() {
        print(
                "| map | 1 worker best s | median | 2 workers best s | median | speed-up of best | of median | two maps at once:"
                        + " gain of best | of median | busy, 2 workers | imbalance | CPU s, 1 | CPU s, 2 |");
        print("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    private static MappingOptions workers(int count) {
        return MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(count));
    }

    private static void pair(String name, AffineMap map, int repeats) throws InterruptedException {
        Runs one = new Runs(map, workers(1));
        Runs two = new Runs(map, workers(2));
        List<Double> together = new ArrayList<>();
        LongSupplier work = () -> StateSpaceMapper.map(map, workers(1), RunControl.unlimited())
                .structure()
                .hashCode();
        for (int i = -2; i < repeats; i++) {
            one.run(i >= 0);
            two.run(i >= 0);
            double both = onThreads(2, work);
            if (i >= 0) {
                together.add(both);
            }
        }
        one.sameAs(two);
        print(
                "| %s | %.4f | %.4f | %.4f | %.4f | %.3f | %.3f | %.3f | %.3f | %.1f to %.1f %% | %.1f to %.1f %% | %.3f |"
                        + " %.3f |",
                name,
                best(one.seconds),
                median(one.seconds),
                best(two.seconds),
                median(two.seconds),
                best(one.seconds) / best(two.seconds),
                median(one.seconds) / median(two.seconds),
                2 * best(one.seconds) / best(together),
                2 * median(one.seconds) / median(together),
                100 * best(two.busy),
                100 * worst(two.busy),
                100 * best(two.imbalance),
                100 * worst(two.imbalance),
                median(one.cpu),
                median(two.cpu));
    }

    private static void large(int degree, int repeats) throws InterruptedException {
        AffineMap map = MappingTable.large(degree);
        header();
        pair("GF(2) primitive, degree " + degree, map, repeats);
    }

    private static void shortMaps(int repeats) {
        print(
                "| map | inner runs | 1 worker best us | median | default best us | median | 1 worker / default, best | of median"
                        + " | workers used |");
        print("|---|---|---|---|---|---|---|---|---|");
        Map<String, AffineMap> maps = new LinkedHashMap<>();
        maps.put("x^12+x^6+x^4+x+1, primitive", MappingShapes.taps(12, 0, 1, 4, 6));
        maps.put("x^12+1", MappingShapes.taps(12, 0));
        maps.put("x^14+x^5+x^3+x+1, primitive", MappingShapes.taps(14, 0, 1, 3, 5));
        maps.put("x^14+x^10+x^6+1", MappingShapes.taps(14, 0, 6, 10));
        maps.put("x^16+x^5+x^3+x^2+1, primitive", MappingShapes.taps(16, 0, 2, 3, 5));
        maps.put("x^16+x^2+1", MappingShapes.taps(16, 0, 2));
        maps.put("x^18+x^7+1, primitive", MappingShapes.taps(18, 0, 7));
        maps.put("x^18+1", MappingShapes.taps(18, 0));
        maps.put("x^20+x^3+1, primitive", MappingShapes.taps(20, 0, 3));
        maps.put("x^20+x^2+1", MappingShapes.taps(20, 0, 2));
        maps.put("x^22+x+1, primitive", MappingShapes.taps(22, 0, 1));
        maps.put("x^22+x^2+1", MappingShapes.taps(22, 0, 2));
        maps.put("x^24+x^4+x^3+x+1, primitive", MappingShapes.taps(24, 0, 1, 3, 4));
        maps.put("x^24+1", MappingShapes.taps(24, 0));
        maps.put("x^26+x^6+x^2+x+1, primitive", MappingShapes.taps(26, 0, 1, 2, 6));
        maps.put("x^26+x^2+1", MappingShapes.taps(26, 0, 2));
        maps.put("x^28+x^3+1, primitive", MappingShapes.taps(28, 0, 3));
        maps.forEach((name, map) -> {
            Runs one = new Runs(map, workers(1));
            Runs all = new Runs(map, MappingOptions.defaults());
            one.run(false);
            double seconds = one.run(false);
            int inner = (int) Math.max(1, Math.min(500, 0.004 / seconds));
            for (int i = -5; i < repeats; i++) {
                one.repeat(inner, i >= 0);
                all.repeat(inner, i >= 0);
            }
            one.sameAs(all);
            print(
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.3f | %.3f | %d |",
                    name,
                    inner,
                    1e6 * best(one.seconds),
                    1e6 * median(one.seconds),
                    1e6 * best(all.seconds),
                    1e6 * median(all.seconds),
                    best(one.seconds) / best(all.seconds),
                    median(one.seconds) / median(all.seconds),
                    all.workersUsed);
        });
    }

    /** Runs of one map with one setting. */
    private static final class Runs {

        private final AffineMap map;
        private final MappingOptions options;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> busy = new ArrayList<>();
        private final List<Double> imbalance = new ArrayList<>();
        private final List<StateSpaceStructure> structures = new ArrayList<>();
        private int workersUsed;

        Runs(AffineMap map, MappingOptions options) {
            this.map = map;
            this.options = options;
        }

        double run(boolean counts) {
            return repeat(1, counts);
        }

        double repeat(int inner, boolean counts) {
            long cpuStart = processorNanos();
            long start = System.nanoTime();
            MappingResult result = null;
            for (int i = 0; i < inner; i++) {
                result = StateSpaceMapper.map(map, options, RunControl.unlimited());
            }
            double elapsed = (System.nanoTime() - start) * 1e-9 / inner;
            double used = (processorNanos() - cpuStart) * 1e-9 / inner;
            if (counts && result != null) {
                SchedulerMetrics metrics = result.metrics();
                seconds.add(elapsed);
                cpu.add(used);
                busy.add(metrics.busyNanos()
                        * 1e-9
                        / (elapsed * options.scheduler().workers()));
                imbalance.add(metrics.timeImbalance());
                workersUsed = Math.max(workersUsed, metrics.workersWithBatches());
                if (structures.isEmpty()) {
                    structures.add(result.structure());
                }
                if (!structures.get(0).equals(result.structure())) {
                    throw new IllegalStateException("two runs came to different structures");
                }
            }
            return elapsed;
        }

        StateSpaceStructure structure() {
            return structures.get(0);
        }

        void sameAs(Runs other) {
            if (!structure().equals(other.structure())) {
                throw new IllegalStateException("one worker and several came to different structures");
            }
        }

        private static long processorNanos() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }

    private static double best(List<Double> values) {
        return values.stream().min(Double::compare).orElseThrow();
    }

    private static double worst(List<Double> values) {
        return values.stream().max(Double::compare).orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
