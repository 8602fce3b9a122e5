package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;

/** How runs end before their time, and what they report. */
class SchedulerStopTest {

    private static Scheduler scheduler(Strategy strategy, int workers, long batch) {
        return Schedulers.create(SchedulerOptions.defaults()
                .withStrategy(strategy)
                .withWorkers(workers)
                .withBatchSize(batch)
                .withForceParallel(true));
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void exceptionOfATaskReachesTheCallerOnceAndStopsTheOthers(Strategy strategy) {
        for (int workers : new int[] {1, 2, 5}) {
            for (int bad : new int[] {0, 499, 999}) {
                AtomicInteger after = new AtomicInteger();
                IllegalStateException failure = new IllegalStateException("item " + bad);
                assertThatThrownBy(() -> scheduler(strategy, workers, 1)
                                .run(
                                        0,
                                        1000,
                                        (worker, from, to) -> {
                                            if (from == bad) {
                                                throw failure;
                                            }
                                            after.incrementAndGet();
                                            return 1;
                                        },
                                        RunControl.unlimited()))
                        .isSameAs(failure);
                assertThat(failure.getSuppressed()).isEmpty();
                // Nothing runs on after the call has returned.
                int seen = after.get();
                assertThat(seen).isLessThan(1000);
                Thread.yield();
                assertThat(after.get()).isEqualTo(seen);
            }
        }
    }

    @Test
    void secondFailureIsAttachedToTheFirst() {
        // Both workers are inside a batch when the first fails.
        CountDownLatch bothIn = new CountDownLatch(2);
        Throwable thrown = catchThrown(() -> scheduler(Strategy.STATIC, 2, 1)
                .run(
                        0,
                        2,
                        (worker, from, to) -> {
                            bothIn.countDown();
                            await(bothIn);
                            throw new IllegalStateException("item " + from);
                        },
                        RunControl.unlimited()));
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(thrown.getSuppressed()).hasSize(1);
    }

    @Test
    void errorsArePassedOnToo() {
        assertThatThrownBy(() -> scheduler(Strategy.HYBRID, 3, 1)
                        .run(
                                0,
                                100,
                                (worker, from, to) -> {
                                    throw new StackOverflowError("deep");
                                },
                                RunControl.unlimited()))
                .isInstanceOf(StackOverflowError.class);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void cancellationEndsTheRunWithinABatch(Strategy strategy) {
        CancellationToken token = new CancellationToken();
        AtomicLong ran = new AtomicLong();
        assertThatThrownBy(() -> scheduler(strategy, 4, 1)
                        .run(
                                0,
                                1_000_000,
                                (worker, from, to) -> {
                                    if (ran.incrementAndGet() == 50) {
                                        token.cancel();
                                    }
                                    return 1;
                                },
                                RunControl.unlimited().withCancellation(token)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled");
        // A few batches that had begun may end; on a busy machine a worker can be suspended between check and batch.
        assertThat(ran.get()).isLessThan(100);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void longBatchEndsWhenItChecks(Strategy strategy) {
        CancellationToken token = new CancellationToken();
        assertThatThrownBy(() -> scheduler(strategy, 3, 1)
                        .run(
                                0,
                                3,
                                (worker, from, to) -> {
                                    token.cancel();
                                    while (true) {
                                        worker.checkCancelled();
                                    }
                                },
                                RunControl.unlimited().withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void failureReachesWorkersInsideLongBatches(Strategy strategy) {
        // Item 0 fails once another worker is inside a batch that ends only when told to (none for SEQUENTIAL).
        CountDownLatch inside = new CountDownLatch(strategy == Strategy.SEQUENTIAL ? 0 : 1);
        assertThatThrownBy(() -> scheduler(strategy, 2, 1)
                        .run(
                                0,
                                2,
                                (worker, from, to) -> {
                                    if (from == 0) {
                                        await(inside);
                                        throw new IllegalStateException("first");
                                    }
                                    inside.countDown();
                                    while (true) {
                                        worker.checkCancelled();
                                    }
                                },
                                RunControl.unlimited()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("first");
    }

    @Test
    void timeBudgetEndsTheRun() {
        assertThatThrownBy(() -> scheduler(Strategy.HYBRID, 2, 1)
                        .run(
                                0,
                                Long.MAX_VALUE / 4,
                                (worker, from, to) -> 1,
                                RunControl.unlimited().withBudget(Duration.ofMillis(20))))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void cancelledControlStartsNothing() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> scheduler(Strategy.HYBRID, 2, 1)
                        .run(
                                0,
                                10,
                                (worker, from, to) -> {
                                    throw new AssertionError("started");
                                },
                                RunControl.unlimited().withCancellation(token)))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void progressNeverGoesBackAndEndsAtTheTotal(Strategy strategy) {
        List<Long> reports = new ArrayList<>();
        AtomicLong finished = new AtomicLong();
        RunControl control = RunControl.unlimited().withListener((phase, done, total) -> {
            assertThat(phase).isEqualTo("running");
            assertThat(total).isEqualTo(400);
            assertThat(done).isLessThanOrEqualTo(finished.get());
            reports.add(done);
        });
        scheduler(strategy, 3, 1)
                .run(
                        0,
                        400,
                        (worker, from, to) -> {
                            spin(200_000);
                            finished.addAndGet(to - from);
                            return 1;
                        },
                        control);
        assertThat(reports).isSorted().hasSizeGreaterThan(1);
        assertThat(reports.get(reports.size() - 1)).isEqualTo(400);
    }

    @Test
    void listenerThatThrowsEndsTheRun() {
        RunControl control = RunControl.unlimited().withListener((phase, done, total) -> {
            throw new IllegalStateException("listener");
        });
        assertThatThrownBy(() -> scheduler(Strategy.HYBRID, 2, 1).run(0, 10, (worker, from, to) -> 1, control))
                .hasMessage("listener");
    }

    @Test
    void interruptIsKeptAndDoesNotDisturbTheRun() {
        for (Strategy strategy : Strategy.values()) {
            Thread.currentThread().interrupt();
            SchedulerMetrics metrics =
                    scheduler(strategy, 4, 3).run(0, 1000, (worker, from, to) -> to - from, RunControl.unlimited());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(metrics.statesWalked()).isEqualTo(1000);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(Strategy.class)
    void cancellationTakesAtMostFiftyMilliseconds(Strategy strategy) throws InterruptedException {
        List<Long> latencies = new ArrayList<>();
        for (int repeat = 0; repeat < 20; repeat++) {
            CancellationToken token = new CancellationToken();
            AtomicLong cancelledAt = new AtomicLong();
            Thread canceller = new Thread(() -> {
                spin(30_000_000);
                cancelledAt.set(System.nanoTime());
                token.cancel();
            });
            canceller.start();
            Throwable thrown = catchThrown(() -> scheduler(strategy, 2, 0)
                    .run(
                            0,
                            1L << 40,
                            (worker, from, to) -> {
                                for (long i = from; i < to; i++) {
                                    Thread.onSpinWait();
                                }
                                return to - from;
                            },
                            RunControl.unlimited().withCancellation(token)));
            latencies.add(System.nanoTime() - cancelledAt.get());
            assertThat(thrown).isInstanceOf(CancellationException.class);
            canceller.join();
        }
        latencies.sort(null);
        assertThat(latencies.get(10)).as("median of " + latencies).isLessThan(50_000_000);
    }

    private static Throwable catchThrown(Runnable body) {
        try {
            body.run();
        } catch (Throwable thrown) {
            return thrown;
        }
        throw new AssertionError("nothing was thrown");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
