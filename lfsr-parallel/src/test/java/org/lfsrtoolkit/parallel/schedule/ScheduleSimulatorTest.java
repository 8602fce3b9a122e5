package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfsrtoolkit.core.progress.RunControl;

class ScheduleSimulatorTest {

    private static final SimulatedCosts FREE = new SimulatedCosts(0, 0, 0, 0, 0, 0);

    private static ScheduleSimulator simulator(CostProfile profile, SimulatedCosts costs) {
        return new ScheduleSimulator(profile, SchedulerOptions.defaults().withForceParallel(true), costs);
    }

    /** Cost of a block: 1 % of them take a hundred times as long, and they stand together at the front. */
    private static long[] skewed(int blocks, long nanos) {
        long[] costs = new long[blocks];
        Arrays.fill(costs, nanos);
        Arrays.fill(costs, 0, blocks / 100, 100 * nanos);
        return costs;
    }

    @Test
    void profileAddsUpBlocksAndPartsOfBlocks() {
        CostProfile profile = CostProfile.ofBlocks(10, new long[] {100, 0, 50});
        assertThat(profile.items()).isEqualTo(30);
        assertThat(profile.totalNanos()).isEqualTo(150);
        assertThat(profile.nanos(0, 30)).isEqualTo(150);
        assertThat(profile.nanos(5, 22)).isEqualTo(60);
        assertThat(profile.repeated(3).nanos(25, 65)).isEqualTo(25 + 150 + 50);
        assertThatThrownBy(() -> profile.nanos(0, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void profileOfATimelineNeedsAllBatches() {
        SchedulerMetrics metrics = Schedulers.create(SchedulerOptions.defaults()
                        .withWorkers(3)
                        .withBatchSize(7)
                        .withForceParallel(true)
                        .withTimeline(true))
                .run(10, 500, (worker, from, to) -> to - from, RunControl.unlimited());
        CostProfile profile = CostProfile.of(metrics.timeline());
        assertThat(profile.from()).isEqualTo(10);
        assertThat(profile.to()).isEqualTo(500);
        assertThat(profile.totalNanos()).isCloseTo(metrics.busyNanos(), within(1.0));
        Timeline cut = new Timeline(metrics.timeline().events(), 1);
        assertThatThrownBy(() -> CostProfile.of(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void allWorkIsDoneOnceOnAnyNumberOfWorkers(Strategy strategy) {
        CostProfile profile = CostProfile.ofBlocks(3, skewed(2_000, 50_000));
        for (int workers : new int[] {1, 2, 3, 16, 128, 1024}) {
            SimulatedRun run = simulator(profile, SimulatedCosts.defaults()).simulate(strategy, workers);
            assertThat(Arrays.stream(run.busyNanos()).sum()).isCloseTo(profile.totalNanos(), within(1e3));
            assertThat(run.makespanNanos())
                    .isGreaterThanOrEqualTo(profile.totalNanos() / run.workers() * 0.999999)
                    .isLessThan(profile.totalNanos() * 1.5 + 1024 * 60_000);
            assertThat(run.utilisation()).isBetween(0.0, 1.000001);
        }
    }

    @Test
    void withoutCostsOneWorkerTakesExactlyTheSumOfTheBlocks() {
        CostProfile profile = CostProfile.ofBlocks(5, skewed(1_000, 10_000));
        for (Strategy strategy : Strategy.values()) {
            assertThat(simulator(profile, FREE).simulate(strategy, 1).makespanNanos())
                    .isCloseTo(profile.totalNanos(), within(1.0));
        }
    }

    @Test
    void staticScheduleOfSkewedWorkIsAsUnevenAsTheWork() {
        // The first of four parts has all ten blocks of 100 ms.
        CostProfile profile = CostProfile.ofBlocks(1, skewed(1_000, 1_000_000));
        SimulatedRun run = simulator(profile, FREE).simulate(Strategy.STATIC, 4);
        double heavy = 10 * 100e6 + 240 * 1e6;
        assertThat(run.makespanNanos()).isCloseTo(heavy, within(1.0));
        assertThat(run.timeImbalance()).isCloseTo((heavy - 250e6) / ((heavy + 3 * 250e6) / 4), within(1e-9));
        SimulatedRun hybrid = simulator(profile, FREE).simulate(Strategy.HYBRID, 4);
        assertThat(hybrid.makespanNanos()).isLessThan(heavy / 2);
    }

    @Test
    void hybridKeeps128WorkersBusyWhereStaticDoesNot() {
        // Half a minute of work on one worker, uneven by a factor of ten from block to block.
        long[] costs = new Random(1).longs(60_000, 100_000, 1_000_000).toArray();
        Arrays.sort(costs);
        ScheduleSimulator simulator = simulator(CostProfile.ofBlocks(64, costs), SimulatedCosts.defaults());
        assertThat(simulator.simulate(Strategy.HYBRID, 128).utilisation()).isGreaterThan(0.95);
        assertThat(simulator.simulate(Strategy.STATIC, 128).utilisation()).isLessThan(0.7);
    }

    @Test
    void smallJobStaysWithOneWorkerUnlessForced() {
        CostProfile small = CostProfile.ofBlocks(1, new long[] {50_000, 50_000, 50_000, 50_000});
        SchedulerOptions options = SchedulerOptions.defaults();
        SimulatedRun alone =
                new ScheduleSimulator(small, options, SimulatedCosts.defaults()).simulate(Strategy.HYBRID, 2);
        assertThat(alone.busyNanos()).containsExactly(200_000, 0);
        assertThat(alone.makespanNanos()).isEqualTo(200_000);
        SimulatedRun forced = simulator(small, FREE).simulate(Strategy.HYBRID, 2);
        assertThat(forced.busyNanos()).containsExactly(100_000, 100_000);
    }

    @Test
    void largeJobBeginsAloneAndIsSharedThen() {
        CostProfile large = CostProfile.ofBlocks(1, skewed(1_000, 100_000));
        SimulatedRun run = new ScheduleSimulator(large, SchedulerOptions.defaults(), FREE).simulate(Strategy.HYBRID, 2);
        assertThat(Arrays.stream(run.busyNanos()).sum()).isCloseTo(large.totalNanos(), within(1e3));
        assertThat(run.makespanNanos()).isGreaterThan(large.totalNanos() / 2).isLessThan(large.totalNanos() / 2 * 1.2);
    }

    @Test
    void runsOfATimelineHaveProfilesOfTheirOwn() {
        SchedulerOptions options = SchedulerOptions.defaults().withBatchSize(10).withTimeline(true);
        Scheduler scheduler = Schedulers.create(options.withStrategy(Strategy.SEQUENTIAL));
        SchedulerMetrics first = scheduler.run(0, 100, (worker, from, to) -> to - from, RunControl.unlimited());
        SchedulerMetrics second = scheduler.run(100, 150, (worker, from, to) -> to - from, RunControl.unlimited());
        List<CostProfile> runs = CostProfile.ofRuns(first.plus(second).timeline());
        assertThat(runs).extracting(CostProfile::items).containsExactly(100L, 50L);
        assertThat(runs.get(0).totalNanos() + runs.get(1).totalNanos())
                .isCloseTo(first.busyNanos() + second.busyNanos(), within(1.0));
    }

    @Test
    void simulatedRunsAddUpWorkerByWorker() {
        SimulatedRun one = new SimulatedRun(Strategy.HYBRID, 100, new double[] {60, 20}, 3, 1, 0);
        SimulatedRun sum = one.plus(new SimulatedRun(Strategy.HYBRID, 50, new double[] {10, 30}, 4, 2, 5));
        assertThat(sum.makespanNanos()).isEqualTo(150);
        assertThat(sum.busyNanos()).containsExactly(70, 50);
        assertThat(sum.utilisation()).isEqualTo(0.4);
        assertThat(sum.batches() + sum.steals() + sum.failedSteals()).isEqualTo(15);
    }

    /** With four children a worker, the last of 128 begins after the starts of four generations at most. */
    @Test
    void helpersBeginAfterLogarithmicallyManyStarts() {
        SimulatedCosts costs = new SimulatedCosts(0, 0, 0, 10, 100, 1);
        CostProfile profile = CostProfile.ofBlocks(1, new long[128]);
        SchedulerOptions oneEach =
                SchedulerOptions.defaults().withForceParallel(true).withBatchSize(1);
        SimulatedRun parked = new ScheduleSimulator(profile, oneEach, costs).simulate(Strategy.STATIC, 128);
        assertThat(parked.makespanNanos()).isBetween(4 * 100.0, 4 * (100 + 4 * 10.0));
        SimulatedRun ready = new ScheduleSimulator(profile, oneEach, costs).simulate(Strategy.STATIC, 128, 0);
        assertThat(ready.makespanNanos()).isEqualTo(4 * 1.0);
    }

    @Test
    void jobExpectedToBeLongIsSharedFromItsFirstItemOn() {
        CostProfile profile = CostProfile.ofBlocks(1, new long[] {5_000_000, 5_000_000});
        SimulatedRun unknown =
                new ScheduleSimulator(profile, SchedulerOptions.defaults(), FREE).simulate(Strategy.STATIC, 2);
        assertThat(unknown.makespanNanos()).isEqualTo(10_000_000);
        SimulatedRun expected = new ScheduleSimulator(
                        profile.withJob(new Timeline.Job(5_000_000, false)), SchedulerOptions.defaults(), FREE)
                .simulate(Strategy.STATIC, 2);
        assertThat(expected.makespanNanos()).isEqualTo(5_000_000);
        assertThat(expected.isShared()).isTrue();
    }

    /** Items that get cheaper from first to last: equal parts of them are uneven, hands they are dealt to are not. */
    @Test
    void dealtItemsAreEven() {
        long[] costs = new long[1_000];
        Arrays.setAll(costs, i -> 1_000L * (1_000 - i));
        CostProfile profile = CostProfile.ofBlocks(1, costs);
        SimulatedRun parts = simulator(profile, FREE).simulate(Strategy.STATIC, 4);
        SimulatedRun hands =
                simulator(profile.withJob(new Timeline.Job(0, true)), FREE).simulate(Strategy.STATIC, 4);
        assertThat(parts.timeImbalance()).isGreaterThan(1);
        assertThat(hands.timeImbalance()).isLessThan(0.01);
        assertThat(Arrays.stream(hands.busyNanos()).sum()).isCloseTo(profile.totalNanos(), within(1e3));
        SimulatedRun stolen =
                simulator(profile.withJob(new Timeline.Job(0, true)), FREE).simulate(Strategy.WORK_STEALING, 4);
        assertThat(Arrays.stream(stolen.busyNanos()).sum()).isCloseTo(profile.totalNanos(), within(1e3));
    }

    @Test
    void phasesAfterASharedOneFindTheirHelpersReady() {
        SchedulerOptions options =
                SchedulerOptions.defaults().withStrategy(Strategy.SEQUENTIAL).withTimeline(true);
        List<Timeline.Event> even = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            for (int i = 0; i < 10; i++) {
                long nanos = run == 0 ? 2_000_000 : 40_000;
                even.add(new Timeline.Event(0, 0, nanos, i, i + 1, Timeline.Kind.BATCH, -1, run));
            }
        }
        Timeline.Job known = new Timeline.Job(40_000, false);
        Timeline timeline = new Timeline(even, 0, List.of(new Timeline.Job(2_000_000, false), known, known));
        PhaseSimulator phases = new PhaseSimulator(timeline, 21_000_000, options, SimulatedCosts.defaults());
        assertThat(phases.betweenNanos()).isEqualTo(200_000);
        // The small ones alone would not have been worth waking anybody.
        assertThat(phases.simulate(Strategy.STATIC, 2).busyNanos()[1]).isCloseTo(10_400_000, within(1.0));
        Timeline small =
                new Timeline(even.stream().filter(e -> e.run() == 1).toList(), 0, List.of(Timeline.Job.UNKNOWN, known));
        assertThat(new PhaseSimulator(small, 400_000, options, SimulatedCosts.defaults())
                        .simulate(Strategy.STATIC, 2)
                        .isShared())
                .isFalse();
    }

    @Test
    void sharedCounterLimitsTinyBatches() {
        CostProfile profile = CostProfile.ofBlocks(1, skewed(100_000, 1_000));
        ScheduleSimulator simulator = new ScheduleSimulator(
                profile,
                SchedulerOptions.defaults().withBatchSize(1).withForceParallel(true),
                new SimulatedCosts(0, 0, 500, 0, 0, 0));
        // 100 000 claims of 0.5 µs each, one after the other, whoever makes them.
        assertThat(simulator.simulate(Strategy.SHARED_QUEUE, 1024).makespanNanos())
                .isGreaterThanOrEqualTo(100_000 * 500.0);
    }

    @ParameterizedTest
    @CsvSource({"HYBRID, 1", "HYBRID, 2", "SHARED_QUEUE, 2", "WORK_STEALING, 2", "STATIC, 1", "STATIC, 2"})
    @Tag("long")
    void predictionsAreWithinTenPercentOfRealRuns(Strategy strategy, int workers) {
        int blocks = 600;
        long[] costs = skewed(blocks, 300_000);
        SchedulerOptions options = SchedulerOptions.defaults()
                .withStrategy(strategy)
                .withWorkers(workers)
                .withForceParallel(workers > 1);
        double predicted = new ScheduleSimulator(CostProfile.ofBlocks(1, costs), options, SimulatedCosts.defaults())
                .simulate(strategy, workers)
                .makespanNanos();
        List<Double> ratios = new ArrayList<>();
        for (int repeat = 0; repeat < 9; repeat++) {
            long start = System.nanoTime();
            Schedulers.create(options)
                    .run(
                            0,
                            blocks,
                            (worker, from, to) -> {
                                for (long i = from; i < to; i++) {
                                    SpinWork.nanos(costs[(int) i]);
                                }
                                return to - from;
                            },
                            RunControl.unlimited());
            ratios.add((System.nanoTime() - start) / predicted);
        }
        ratios.sort(null);
        assertThat(ratios.get(ratios.size() / 2))
                .as("real / predicted of %s", ratios)
                .isCloseTo(1, within(0.1));
    }
}
