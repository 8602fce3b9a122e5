package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
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

    /** Does something at the first look at cancellation of a walk, which is in the middle of its cycle then. */
    private static final class Interruption implements WorkerContext {

        private final int index;
        private final Runnable inTheMiddle;
        private final AtomicLong claims;
        private final AtomicLong lost;
        private boolean interrupted;

        Interruption(int index, Runnable inTheMiddle, AtomicLong claims, AtomicLong lost) {
            this.index = index;
            this.inTheMiddle = inTheMiddle;
            this.claims = claims;
            this.lost = lost;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public void checkCancelled() {
            if (!interrupted) {
                interrupted = true;
                inTheMiddle.run();
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
     * Two walks go round one cycle at the same time, interleaved by hand: while the walk from slot 0 is under way, another
     * goes the whole round from slot 1, which comes last after slot 0 and is unmarked then. The later one comes back first.
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
        AtomicLong[] claims = {new AtomicLong(), new AtomicLong()};
        AtomicLong[] lost = {new AtomicLong(), new AtomicLong()};
        Scheduler interleaved = (from, to, task, control, expected) -> {
            WorkerContext second = new Interruption(1, () -> {}, claims[1], lost[1]);
            Runnable secondWalk = () -> task.run(second, from + 1, from + 2);
            task.run(new Interruption(0, secondWalk, claims[0], lost[0]), from, from + 1);
            task.run(second, from + 2, to);
            return NONE;
        };
        long[] lengths = SegmentContraction.contract(table, interleaved, RunControl.unlimited(), NONE)
                .cycleLength();
        assertThat(claims[0]).hasValue(0);
        assertThat(lost[0]).hasValue(1);
        assertThat(claims[1]).hasValue(1);
        assertThat(lost[1]).hasValue(0);
        assertThat(lengths[0]).isEqualTo(3L * count);
        assertThat(Arrays.stream(lengths).filter(length -> length != 0).count()).isEqualTo(1);
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
