package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.progress.RunControl;

class SchedulerExactlyOnceTest {

    private static final int[] WORKERS = {1, 2, 3, 4, 7, 8, 16, 120};
    private static final long[] BATCHES = {0, 1, 7, 64, 1_000_000};
    private static final int[] SIZES = {0, 1, 2, 3, 17, 1000};

    static List<SchedulerOptions> settings() {
        List<SchedulerOptions> all = new ArrayList<>();
        for (Strategy strategy : Strategy.values()) {
            for (int workers : WORKERS) {
                for (long batch : BATCHES) {
                    all.add(SchedulerOptions.defaults()
                            .withStrategy(strategy)
                            .withWorkers(workers)
                            .withBatchSize(batch)
                            .withSeed(workers * 31L + batch)
                            .withForceParallel(true));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyItemRunsExactlyOnce(SchedulerOptions options) {
        for (int size : SIZES) {
            AtomicIntegerArray runs = new AtomicIntegerArray(size);
            SchedulerMetrics metrics = Schedulers.create(options)
                    .run(
                            100,
                            100 + size,
                            (worker, from, to) -> {
                                assertThat(from).isLessThan(to);
                                assertThat(worker.index()).isBetween(0, options.workers() - 1);
                                for (long i = from; i < to; i++) {
                                    runs.incrementAndGet((int) i - 100);
                                }
                                return to - from;
                            },
                            RunControl.unlimited());
            assertThat(IntStream.range(0, size).filter(i -> runs.get(i) != 1)).isEmpty();
            assertThat(metrics.statesWalked()).isEqualTo(size);
            if (size >= 2 && options.workers() >= 2 && options.strategy() != Strategy.SEQUENTIAL) {
                assertThat(metrics.workersWithBatches()).isGreaterThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void batchesNeverExceedTheGivenSize(Strategy strategy) {
        SchedulerOptions options = SchedulerOptions.defaults()
                .withStrategy(strategy)
                .withWorkers(3)
                .withBatchSize(10)
                .withForceParallel(true);
        Schedulers.create(options)
                .run(
                        0,
                        995,
                        (worker, from, to) -> {
                            assertThat(to - from).isBetween(1L, 10L);
                            return 0;
                        },
                        RunControl.unlimited());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void rangesOfTwoToThe62ItemsArePossible(Strategy strategy) {
        long from = -(1L << 61);
        long to = 1L << 61;
        // Nobody can run them one by one: a fixed batch size of 2^56 items makes 64 batches.
        SchedulerOptions options = SchedulerOptions.defaults()
                .withStrategy(strategy)
                .withWorkers(4)
                .withBatchSize(1L << 56)
                .withForceParallel(true);
        SchedulerMetrics metrics = Schedulers.create(options)
                .run(from, to, (worker, a, b) -> Math.subtractExact(b, a), RunControl.unlimited());
        assertThat(metrics.statesWalked()).isEqualTo(1L << 62);
        assertThat(metrics.batches()).isBetween(64L, 1000L);
    }

    @Test
    void smallJobsRunInlineUnlessForced() {
        // Ten items after the first are not worth helpers, whatever that took on a cold machine.
        Scheduler scheduler = Schedulers.create(SchedulerOptions.defaults().withWorkers(4));
        int inline = 0;
        for (int i = 0; i < 100; i++) {
            SchedulerMetrics metrics = scheduler.run(0, 10, (worker, from, to) -> to - from, RunControl.unlimited());
            assertThat(metrics.statesWalked()).isEqualTo(10);
            inline += metrics.workers().size() == 1 ? 1 : 0;
        }
        assertThat(inline).isGreaterThan(80);
    }

    /** Each of two items ends only when both have begun. */
    @ParameterizedTest
    @EnumSource(value = Strategy.class, names = "SEQUENTIAL", mode = EnumSource.Mode.EXCLUDE)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void jobExpectedToBeLongIsSharedAtOnce(Strategy strategy) {
        CountDownLatch begun = new CountDownLatch(2);
        SchedulerOptions options =
                SchedulerOptions.defaults().withStrategy(strategy).withWorkers(2);
        SchedulerMetrics metrics = new RangeScheduler(options, new WorkerPermits(2))
                .run(
                        0,
                        2,
                        (worker, from, to) -> {
                            begun.countDown();
                            try {
                                begun.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            return to - from;
                        },
                        RunControl.unlimited(),
                        1e9);
        assertThat(metrics.workersWithBatches()).isEqualTo(2);
    }

    /** What a task is told about sharing: nothing before it was told has another worker run, and nothing out of order. */
    @ParameterizedTest
    @EnumSource(Strategy.class)
    void taskIsToldWhenItsItemsAreShared(Strategy strategy) {
        AtomicLong told = new AtomicLong(-1);
        AtomicLong alone = new AtomicLong();
        SchedulerOptions options = SchedulerOptions.defaults()
                .withStrategy(strategy)
                .withWorkers(3)
                .withBatchSize(1);
        RangeTask task = new RangeTask() {
            @Override
            public long run(WorkerContext worker, long from, long to) {
                if (told.get() < 0) {
                    assertThat(worker.index()).isZero();
                    assertThat(alone.getAndSet(to)).isEqualTo(from);
                } else {
                    assertThat(from).isGreaterThanOrEqualTo(told.get());
                }
                SpinWork.nanos(20_000);
                return to - from;
            }

            @Override
            public void shared(long from, int parts) {
                assertThat(from).isEqualTo(alone.get());
                assertThat(parts).isEqualTo(strategy == Strategy.SHARED_QUEUE ? 1 : 3);
                assertThat(told.getAndSet(from)).isEqualTo(-1);
            }
        };
        SchedulerMetrics metrics =
                new RangeScheduler(options, new WorkerPermits(3)).run(0, 500, task, RunControl.unlimited());
        assertThat(metrics.statesWalked()).isEqualTo(500);
        assertThat(told.get() >= 0).isEqualTo(strategy != Strategy.SEQUENTIAL);
    }

    @Test
    void expectationMustBeANumber() {
        Scheduler scheduler = Schedulers.create(SchedulerOptions.defaults());
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> scheduler.run(0, 1, (worker, from, to) -> 1, RunControl.unlimited(), bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("expectedItemNanos = ");
        }
    }

    /** The largest batch of a caller that stays alone, because no processor is free. */
    private static long largestAlone(long items) {
        WorkerPermits permits = new WorkerPermits(2);
        permits.force(2);
        AtomicLong largest = new AtomicLong();
        new RangeScheduler(SchedulerOptions.defaults().withWorkers(2), permits)
                .run(
                        0,
                        items,
                        (worker, from, to) -> {
                            largest.accumulateAndGet(to - from, Math::max);
                            return to - from;
                        },
                        RunControl.unlimited());
        return largest.get();
    }

    @Test
    void manyItemsAreNeverTakenForASmallJob() {
        assertThat(largestAlone(32 * BatchSizer.MANY_ITEMS)).isLessThanOrEqualTo(2 * BatchSizer.MANY_ITEMS);
    }

    /** A worker counts from when it has claimed its batch, and may lose its processor before it runs it: so most, not all. */
    @Test
    void mostForcedRunsWaitForAsManyWorkersAsThereAreProcessors() {
        SchedulerOptions options =
                SchedulerOptions.defaults().withWorkers(6).withBatchSize(1).withForceParallel(true);
        int runs = 0;
        int early = 0;
        for (Strategy strategy : EnumSet.complementOf(EnumSet.of(Strategy.SEQUENTIAL))) {
            for (int repeat = 0; repeat < 25; repeat++) {
                runs++;
                early += secondBatchesBefore(4, options.withStrategy(strategy)) > 0 ? 1 : 0;
            }
        }
        assertThat(early).isLessThan(runs / 2);
    }

    /** Second batches that begin before so many workers have begun one, and not because that took too long. */
    private static int secondBatchesBefore(int workers, SchedulerOptions options) {
        ConcurrentMap<Integer, Long> begun = new ConcurrentHashMap<>();
        AtomicIntegerArray batches = new AtomicIntegerArray(options.workers());
        AtomicInteger early = new AtomicInteger();
        new RangeScheduler(options, new WorkerPermits(workers))
                .run(
                        0,
                        64,
                        (worker, from, to) -> {
                            if (batches.incrementAndGet(worker.index()) == 1) {
                                begun.put(worker.index(), System.nanoTime());
                            } else if (begun.size() < workers
                                    && System.nanoTime() - Collections.min(begun.values()) < RangeRun.GATE_NANOS) {
                                early.incrementAndGet();
                            }
                            return to - from;
                        },
                        RunControl.unlimited());
        return early.get();
    }

    /** A lost wake-up would leave a run parked for ever. */
    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"WORK_STEALING", "HYBRID"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyShortRunsAllEnd(Strategy strategy) {
        for (int repeat = 0; repeat < 1_000; repeat++) {
            SchedulerMetrics metrics = Schedulers.create(SchedulerOptions.defaults()
                            .withStrategy(strategy)
                            .withWorkers(2 + repeat % 7)
                            .withBatchSize(1)
                            .withSeed(repeat)
                            .withForceParallel(true))
                    .run(0, 2 + repeat % 30, (worker, from, to) -> to - from, RunControl.unlimited());
            assertThat(metrics.statesWalked()).isEqualTo(2 + repeat % 30);
        }
    }

    @Tag("long")
    @Test
    void manyMoreShortRunsAllEnd() {
        for (int repeat = 0; repeat < 100; repeat++) {
            manyShortRunsAllEnd(Strategy.WORK_STEALING);
            manyShortRunsAllEnd(Strategy.HYBRID);
        }
    }
}
