package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerThreadsTest {

    /** Threads that end, spin or park at once, so that jobs meet them in every state. */
    @ParameterizedTest
    @CsvSource({
        // processors, spin, keep alive
        "1, 0, 0",
        "1, 0, 20000",
        "4, 5000, 0",
        "4, 5000, 20000",
        "4, 20000, 5000000000",
    })
    void everyJobRunsOnce(int processors, long spinNanos, long keepAliveNanos) throws InterruptedException {
        WorkerThreads threads = new WorkerThreads(new WorkerPermits(processors), spinNanos, keepAliveNanos);
        int starters = 3;
        int jobs = 2_000;
        AtomicIntegerArray ran = new AtomicIntegerArray(starters * jobs);
        CountDownLatch left = new CountDownLatch(starters * jobs);
        List<Thread> all = new ArrayList<>();
        for (int s = 0; s < starters; s++) {
            int first = s * jobs;
            all.add(new Thread(() -> {
                for (int i = 0; i < jobs; i++) {
                    int job = first + i;
                    CountDownLatch done = new CountDownLatch(1);
                    assertThat(threads.start(() -> {
                                ran.incrementAndGet(job);
                                left.countDown();
                                done.countDown();
                            }))
                            .isTrue();
                    if (i % 3 != 0) {
                        await(done);
                    }
                }
            }));
        }
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
        left.await();
        for (int job = 0; job < ran.length(); job++) {
            assertThat(ran.get(job)).as("job %d", job).isEqualTo(1);
        }
    }

    @Test
    void idleThreadIsUsedAgain() {
        WorkerThreads threads = new WorkerThreads(new WorkerPermits(2), Long.MAX_VALUE, Long.MAX_VALUE);
        AtomicReference<Thread> first = run(threads);
        while (!threads.isReady()) {
            Thread.onSpinWait();
        }
        assertThat(run(threads).get()).isSameAs(first.get()).matches(Thread::isDaemon);
    }

    @Test
    void nobodySpinsWhereThereIsNoProcessorToSpare() {
        WorkerThreads threads = new WorkerThreads(new WorkerPermits(1), Long.MAX_VALUE, Long.MAX_VALUE);
        Thread first = run(threads).get();
        while (first.getState() != Thread.State.TIMED_WAITING) {
            assertThat(threads.isReady()).isFalse();
            Thread.onSpinWait();
        }
        assertThat(run(threads).get()).isSameAs(first);
    }

    @Test
    void idleThreadKeepsNothingOfItsLastJob() {
        WorkerThreads threads = new WorkerThreads(new WorkerPermits(1), 0, Long.MAX_VALUE);
        byte[] held = new byte[1];
        WeakReference<byte[]> seen = new WeakReference<>(held);
        Thread thread = start(threads, held);
        held = new byte[0];
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        while (seen.get() != null) {
            System.gc();
        }
        assertThat(held).isEmpty();
    }

    private static Thread start(WorkerThreads threads, byte[] held) {
        AtomicReference<Thread> ran = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        threads.start(() -> {
            held[0]++;
            ran.set(Thread.currentThread());
            done.countDown();
        });
        await(done);
        return ran.get();
    }

    private static AtomicReference<Thread> run(WorkerThreads threads) {
        AtomicReference<Thread> ran = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        threads.start(() -> {
            ran.set(Thread.currentThread());
            done.countDown();
        });
        await(done);
        return ran;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
