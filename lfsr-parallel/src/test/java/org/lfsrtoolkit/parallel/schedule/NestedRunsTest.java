package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.core.progress.RunControl;

/** Runs inside runs and inside every kind of pool end, with the right answer and without a thread too many. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedRunsTest {

    private static final long ITEMS = 2_000;
    private static final long SUM = ITEMS * (ITEMS - 1) / 2;

    private static SchedulerOptions options(Strategy strategy) {
        return SchedulerOptions.defaults().withStrategy(strategy).withWorkers(3).withBatchSize(50);
    }

    private static long sum(SchedulerOptions options) {
        AtomicLong sum = new AtomicLong();
        Schedulers.create(options)
                .run(
                        0,
                        ITEMS,
                        (worker, from, to) -> {
                            sum.addAndGet(LongStream.range(from, to).sum());
                            return to - from;
                        },
                        RunControl.unlimited());
        return sum.get();
    }

    private static long nestedSum(Strategy strategy, int depth, boolean force) {
        SchedulerOptions options = options(strategy).withForceParallel(force);
        if (depth == 0) {
            return sum(options);
        }
        AtomicLong all = new AtomicLong();
        Schedulers.create(options.withBatchSize(1))
                .run(
                        0,
                        4,
                        (worker, from, to) -> {
                            all.addAndGet(nestedSum(strategy, depth - 1, force));
                            return 1;
                        },
                        RunControl.unlimited());
        return all.get();
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void insideOurOwnWorkers(Strategy strategy) {
        assertThat(nestedSum(strategy, 2, false)).isEqualTo(16 * SUM);
        assertThat(nestedSum(strategy, 2, true)).isEqualTo(16 * SUM);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void insideTheCommonPool(Strategy strategy) {
        assertThat(LongStream.range(0, 64)
                        .parallel()
                        .map(i -> sum(options(strategy).withForceParallel(true)))
                        .sum())
                .isEqualTo(64 * SUM);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void insideAFixedPoolAsManyTimesAsItHasThreads(Strategy strategy) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            assertSums(pool, strategy);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void insideVirtualThreadsWhereTheJdkHasThem(Strategy strategy) throws Exception {
        ExecutorService pool = virtualThreads();
        assumeTrue(pool != null, "no virtual threads on this JDK");
        try {
            assertSums(pool, strategy);
        } finally {
            pool.shutdown();
        }
    }

    private static void assertSums(ExecutorService pool, Strategy strategy) throws Exception {
        List<Future<Long>> sums = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean force = i % 2 == 0;
            sums.add(pool.submit(() -> nestedSum(strategy, 1, force)));
        }
        for (Future<Long> sum : sums) {
            assertThat(sum.get()).isEqualTo(4 * SUM);
        }
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        try {
            Method make = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
            return (ExecutorService) make.invoke(null);
        } catch (NoSuchMethodException olderJdk) {
            return null;
        }
    }

    @Test
    void nestedRunsDoNotMultiplyThreads() {
        WorkerPermits permits = new WorkerPermits(2);
        AtomicInteger most = new AtomicInteger();
        Scheduler scheduler =
                new RangeScheduler(SchedulerOptions.defaults().withWorkers(2).withBatchSize(1), permits);
        scheduler.run(
                0,
                8,
                (outer, a, b) -> scheduler
                        .run(
                                0,
                                40,
                                (inner, from, to) -> {
                                    spin(100_000);
                                    most.accumulateAndGet(permits.active(), Math::max);
                                    return 1;
                                },
                                RunControl.unlimited())
                        .statesWalked(),
                RunControl.unlimited());
        // Three for a moment: a caller that goes on after waiting, before a helper of another run has left.
        assertThat(most.get()).isBetween(1, 3);
        assertThat(permits.active()).isZero();
    }

    @Test
    void freedProcessorGetsAHelperInTheMiddleOfARun() {
        WorkerPermits permits = new WorkerPermits(2);
        permits.force(1);
        AtomicInteger helped = new AtomicInteger();
        Scheduler scheduler =
                new RangeScheduler(SchedulerOptions.defaults().withWorkers(2).withBatchSize(1), permits);
        SchedulerMetrics metrics = scheduler.run(
                0,
                2_000,
                (worker, from, to) -> {
                    spin(50_000);
                    if (from == 100) {
                        permits.release(1);
                    }
                    helped.addAndGet(worker.index());
                    return 1;
                },
                RunControl.unlimited());
        assertThat(metrics.statesWalked()).isEqualTo(2_000);
        assertThat(helped.get()).isPositive();
        assertThat(permits.active()).isZero();
    }

    @Test
    void crowdedHelperLeavesAndItsItemsAreRunByOthers() {
        WorkerPermits permits = new WorkerPermits(2);
        AtomicInteger late = new AtomicInteger();
        Scheduler scheduler =
                new RangeScheduler(SchedulerOptions.defaults().withWorkers(2).withBatchSize(1), permits);
        AtomicInteger crowd = new AtomicInteger();
        SchedulerMetrics metrics = scheduler.run(
                0,
                1_000,
                (worker, from, to) -> {
                    spin(50_000);
                    if (worker.index() == 1) {
                        if (crowd.compareAndSet(0, 1)) {
                            permits.force(2);
                        } else {
                            late.incrementAndGet();
                        }
                    }
                    return 1;
                },
                RunControl.unlimited());
        assertThat(metrics.statesWalked()).isEqualTo(1_000);
        assertThat(crowd.get()).isEqualTo(1);
        assertThat(late.get()).isZero();
        permits.release(2);
        assertThat(permits.active()).isZero();
    }

    @Test
    void permitsAreGivenBackAfterFailures() {
        WorkerPermits permits = new WorkerPermits(4);
        for (Strategy strategy : Strategy.values()) {
            Scheduler scheduler =
                    new RangeScheduler(options(strategy).withForceParallel(true).withWorkers(4), permits);
            try {
                scheduler.run(
                        0,
                        1000,
                        (worker, from, to) -> {
                            throw new IllegalStateException();
                        },
                        RunControl.unlimited());
            } catch (IllegalStateException expected) {
                // wanted
            }
        }
        assertThat(permits.active()).isZero();
        assertThat(permits.isCounted()).isFalse();
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
