package org.lfsrtoolkit.bench.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Schedulers;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A range of items of about 100 ns each: our scheduler, a plain loop, a parallel stream, a pool with a locked queue.
 *
 * <p>{@code java -jar lfsr-bench/target/benchmarks.jar SchedulerOverhead}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@State(Scope.Benchmark)
public class SchedulerOverheadBenchmark {

    @Param({"10", "1000", "100000"})
    int items;

    private int[] rounds = {};
    private ExecutorService pool = Executors.newSingleThreadExecutor();
    private final Scheduler scheduler = Schedulers.create(SchedulerOptions.defaults());
    private final Scheduler forced =
            Schedulers.create(SchedulerOptions.defaults().withForceParallel(true));
    private final Scheduler sequential =
            Schedulers.create(SchedulerOptions.defaults().withStrategy(Strategy.SEQUENTIAL));

    @Setup(Level.Trial)
    public void setUp() throws Exception {
        rounds = Work.skewed(items, 100);
        pool.shutdown();
        pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        long expected = plainLoop();
        if (scheduler() != expected
                || forced() != expected
                || parallelStream() != expected
                || mutexQueue() != expected) {
            throw new IllegalStateException("sums differ");
        }
    }

    @TearDown(Level.Trial)
    public void tearDown() {
        pool.shutdown();
    }

    private long sum(Scheduler by) {
        LongAdder sum = new LongAdder();
        by.run(
                0,
                items,
                (worker, from, to) -> {
                    sum.add(Baselines.part(rounds, (int) from, (int) to));
                    return to - from;
                },
                RunControl.unlimited());
        return sum.sum();
    }

    @Benchmark
    public long scheduler() {
        return sum(scheduler);
    }

    @Benchmark
    public long forced() {
        return sum(forced);
    }

    @Benchmark
    public long sequentialScheduler() {
        return sum(sequential);
    }

    @Benchmark
    public long plainLoop() {
        return Baselines.plainLoop(rounds);
    }

    @Benchmark
    public long parallelStream() {
        return Baselines.parallelStream(rounds);
    }

    @Benchmark
    public long mutexQueue() throws Exception {
        return Baselines.mutexQueue(pool, Runtime.getRuntime().availableProcessors(), 16, rounds);
    }
}
