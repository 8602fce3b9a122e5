package org.lfsrtoolkit.bench.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.lfsrtoolkit.bench.mapping.MappingShapes;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;

/**
 * How long maps go on after they are cancelled, as a table in Markdown: each path of the mapper, under 1, 2 and 120 workers.
 *
 * <p>{@code java -Xmx3g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.schedule.CancellationLatency REPEATS
 * PATH…}; all paths if none is named. Each map is cancelled up to 100 ms (seeded) after the phase has been reported, and is
 * timed from then until it has returned, with all helpers gone. Maps that ended before are not counted.
 */
public final class CancellationLatency {

    private CancellationLatency() {}

    private record Path(String phase, AffineMap map, MappingOptions options) {}

    public static void main(String[] arguments) throws InterruptedException {
        int repeats = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        List<String> wanted = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        System.out.println("| path | workers | cancelled | median, ms | longest, ms |");
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, Path> path : paths().entrySet()) {
            if (wanted.isEmpty() || wanted.contains(path.getKey())) {
                for (int workers : new int[] {1, 2, 120}) {
                    row(path.getKey(), path.getValue(), workers, repeats);
                }
            }
        }
    }

    private static Map<String, Path> paths() {
        MappingOptions defaults = MappingOptions.defaults();
        AffineMap many = MappingShapes.taps(32, 0);
        LongAdder told = new LongAdder();
        Map<String, Path> paths = new LinkedHashMap<>();
        paths.put("segments", new Path("walking segments", MappingShapes.taps(40, 0, 3, 4, 5), defaults));
        paths.put(
                "contraction",
                new Path("joining segments", MappingShapes.taps(28, 0, 3), defaults.withAnchorSymbols(3)));
        paths.put("candidates", new Path("testing candidates", many, defaults));
        paths.put(
                "list",
                new Path("testing candidates", many, defaults.withCycleSink((first, length) -> told.add(length))));
        MappingOptions general = defaults.withRoute(MappingOptions.Route.GENERAL);
        paths.put("general", new Path("walking segments", MappingShapes.taps(29, 0, 2), general));
        paths.put("peeling", new Path("peeling transient states", MappingShapes.taps(28, 3, 6), general));
        return paths;
    }

    private static void row(String name, Path path, int workers, int repeats) throws InterruptedException {
        List<Double> latencies = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(workers);
        MappingOptions options =
                path.options().withScheduler(SchedulerOptions.defaults().withWorkers(workers));
        for (int i = -1; i < repeats; i++) {
            double millis = cancelled(path, options, random.nextLong(100));
            if (i >= 0 && millis >= 0) {
                latencies.add(millis);
            }
        }
        latencies.sort(null);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %d | %d of %d | %.2f | %.2f |",
                name,
                workers,
                latencies.size(),
                repeats,
                latencies.isEmpty() ? Double.NaN : latencies.get(latencies.size() / 2),
                latencies.isEmpty() ? Double.NaN : latencies.get(latencies.size() - 1)));
    }

    /** Milliseconds from cancelling to the return; −1 if the map had ended. */
    private static double cancelled(Path path, MappingOptions options, long delayMillis) throws InterruptedException {
        CancellationToken token = new CancellationToken();
        CountDownLatch reached = new CountDownLatch(1);
        AtomicLong at = new AtomicLong();
        Thread canceller = new Thread(() -> {
            try {
                reached.await();
                TimeUnit.MILLISECONDS.sleep(delayMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            at.set(System.nanoTime());
            token.cancel();
        });
        canceller.start();
        RunControl control = RunControl.unlimited().withCancellation(token).withListener((phase, done, total) -> {
            if (phase.equals(path.phase())) {
                reached.countDown();
            }
        });
        double millis = -1;
        try {
            StateSpaceMapper.map(path.map(), options, control);
        } catch (CancellationException cancelled) {
            millis = (System.nanoTime() - at.get()) / 1e6;
        }
        reached.countDown();
        canceller.join();
        return millis;
    }
}
