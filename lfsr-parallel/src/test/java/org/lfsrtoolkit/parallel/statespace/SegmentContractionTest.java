package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.parallel.kernel.SegmentTable;
import org.lfsrtoolkit.parallel.schedule.Scheduler;
import org.lfsrtoolkit.parallel.schedule.SchedulerMetrics;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Schedulers;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.schedule.WorkerContext;

class SegmentContractionTest {

    private static final SchedulerMetrics NONE = SchedulerMetrics.none(Strategy.HYBRID);

    /** Lets a walk wait, at its first look at cancellation, until the other walk has got as far. */
    private static final class Meeting implements WorkerContext {

        private final int index;
        private final Runnable beforeMeeting;
        private final CyclicBarrier barrier;
        private final AtomicLong claims;
        private final AtomicLong lost;
        private boolean met;

        Meeting(int index, Runnable beforeMeeting, CyclicBarrier barrier, AtomicLong claims, AtomicLong lost) {
            this.index = index;
            this.beforeMeeting = beforeMeeting;
            this.barrier = barrier;
            this.claims = claims;
            this.lost = lost;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public void checkCancelled() {
            if (!met) {
                met = true;
                beforeMeeting.run();
                try {
                    barrier.await(2, TimeUnit.MINUTES);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void addWalkedTwice(long states) {}

        @Override
        public void addClaims(long won) {
            claims.addAndGet(won);
        }

        @Override
        public void addLostClaims(long count) {
            lost.addAndGet(count);
        }
    }

    /**
     * Two walks go round one cycle at the same time. The second starts, at slot 1, once the first is under way from slot 0:
     * slot 1 comes last after slot 0, so it is unmarked then, and the first has looked at slot 0 before the second marks it.
     */
    @Test
    void cycleFoundByTwoWalksIsClaimedOnce() {
        int count = 30_000;
        SegmentTable table = new SegmentTable(0, count);
        for (int slot = 2; slot + 1 < count; slot++) {
            table.put(slot, slot + 1, 3);
        }
        table.put(0, 2, 3);
        table.put(count - 1, 1, 3);
        table.put(1, 0, 3);
        AtomicLong claims = new AtomicLong();
        AtomicLong lost = new AtomicLong();
        CyclicBarrier barrier = new CyclicBarrier(2);
        Scheduler meeting = (from, to, task, control) -> {
            Runnable nothing = () -> {};
            Thread other =
                    new Thread(() -> task.run(new Meeting(1, nothing, barrier, claims, lost), from + 1, from + 2));
            task.run(new Meeting(0, other::start, barrier, claims, lost), from, from + 1);
            join(other);
            task.run(new Meeting(0, nothing, barrier, claims, lost), from + 2, to);
            return NONE;
        };
        long[] lengths = SegmentContraction.contract(table, meeting, RunControl.unlimited(), NONE)
                .cycleLength();
        assertThat(claims).hasValue(1);
        assertThat(lost).hasValue(1);
        assertThat(lengths[0]).isEqualTo(3L * count);
        assertThat(Arrays.stream(lengths).filter(length -> length != 0).count()).isEqualTo(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Random tables above and below the direct size, with paths that lead out, on several schedules. */
    @Test
    void cyclesAreThoseOfAPlainWalk() {
        Random random = new Random(4);
        for (int count : new int[] {1, 2, 1000, 40_000, 100_000}) {
            for (int trial = 0; trial < 4; trial++) {
                int[] next = permutation(count, random, trial % 2 == 0 ? count : 50);
                long[] distance = random.longs(count, 1, 1000).toArray();
                boolean paths = trial >= 2;
                int out = paths ? random.nextInt(count) : -1;
                long[] expected = cycles(next, distance, out);
                for (Strategy strategy : Strategy.values()) {
                    SegmentTable table = new SegmentTable(5, 5 + count);
                    for (int slot = 0; slot < count; slot++) {
                        table.put(5 + slot, slot == out ? 0 : 5 + next[slot], distance[slot]);
                    }
                    Scheduler scheduler = Schedulers.create(SchedulerOptions.defaults()
                            .withStrategy(strategy)
                            .withWorkers(4)
                            .withForceParallel(true));
                    assertThat(SegmentContraction.contract(table, scheduler, RunControl.unlimited(), NONE)
                                    .cycleLength())
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static int[] permutation(int count, Random random, int blocks) {
        int[] next = new int[count];
        Arrays.setAll(next, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int j = Math.max(0, i - random.nextInt(Math.min(i + 1, blocks)));
            int swap = next[i];
            next[i] = next[j];
            next[j] = swap;
        }
        return next;
    }

    private static long[] cycles(int[] next, long[] distance, int out) {
        long[] lengths = new long[next.length];
        boolean[] seen = new boolean[next.length];
        for (int start = 0; start < next.length; start++) {
            long length = 0;
            boolean leads = false;
            for (int slot = start; !seen[slot]; slot = next[slot]) {
                seen[slot] = true;
                length += distance[slot];
                leads |= slot == out;
            }
            lengths[start] = leads ? 0 : length;
        }
        return lengths;
    }
}
