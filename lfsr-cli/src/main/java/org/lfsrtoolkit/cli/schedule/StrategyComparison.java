package org.lfsrtoolkit.cli.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.ScheduleSimulator;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * Maps one state space with every strategy and number of workers.
 *
 * <p>Rounds that are not timed warm everything up: while the compiler's threads are at work, two workers share one
 * processor of two with them. Then every round runs every setting once, even rounds in the opposite order, so that a
 * machine that slows down or speeds up does so to all settings alike. Where a map is small, a run is several maps in a row.
 * Threads: one comparison, one thread.
 */
public final class StrategyComparison {

    /** Least time of one timed run. */
    private static final double RUN_NANOS = 5e6;

    private static final int MOST_MAPS_PER_RUN = 10_000;

    /** Runs recorded for a simulation, the last of those made in this time; their median is replayed. */
    private static final int RECORDED = 3;

    private static final long RECORDING_NANOS = 500_000_000L;

    /** Their batches: fine enough to see which items are dear. */
    private static final long RECORDED_BATCH_NANOS = 500_000;

    private static final int RECORDED_EVENTS = 1 << 22;

    private final List<Setting> settings;
    private final int rounds;
    private final MappingOptions mapping;
    private final boolean forceParallel;
    private final long warmUpNanos;

    /**
     * @param strategies each once
     * @param workers each once; {@link Strategy#SEQUENTIAL} runs with one worker only
     * @param rounds timed runs of every setting, at least 1
     * @param mapping for all runs; strategy and workers are replaced
     * @param forceParallel whether threads are used however small the job is
     * @param warmUp how long all settings take turns before they are timed, at least one round; a round that would end
     *     later is not begun
     */
    public StrategyComparison(
            List<Strategy> strategies,
            List<Integer> workers,
            int rounds,
            MappingOptions mapping,
            boolean forceParallel,
            Duration warmUp) {
        List<Setting> all = new ArrayList<>();
        for (Strategy strategy : strategies) {
            if (strategy == Strategy.SEQUENTIAL) {
                all.add(new Setting(strategy, 1));
            } else {
                workers.forEach(count -> all.add(new Setting(strategy, count)));
            }
        }
        this.settings = List.copyOf(all);
        this.rounds = rounds;
        this.mapping = mapping;
        this.forceParallel = forceParallel;
        this.warmUpNanos = warmUp.toNanos();
    }

    /** The settings that are compared. */
    public List<Setting> settings() {
        return settings;
    }

    /**
     * Runs the comparison.
     *
     * @param timelines whether one more run of each strategy, at its largest number of workers, records a timeline
     * @param simulated worker counts that all strategies are simulated with, besides those measured; empty for no simulation
     * @throws IllegalStateException if two runs give different answers
     */
    public ComparisonResult run(
            String id, AffineMap map, boolean timelines, List<Integer> simulated, RunControl control) {
        Map<Setting, List<MeasuredRun>> runs = new LinkedHashMap<>();
        settings.forEach(setting -> runs.put(setting, new ArrayList<>()));
        StateSpaceStructure structure =
                map(map, settings.get(0), false, control).structure();
        int mapsPerRun = warmUp(map, structure, control);
        List<Setting> order = new ArrayList<>(settings);
        for (int round = 1; round <= rounds; round++) {
            for (Setting setting : order) {
                control.report("round " + round + " of " + rounds + ", " + setting.options(), 0, -1);
                MeasuredRun run = timed(map, setting, round, mapsPerRun, structure, control);
                List<MeasuredRun> known = runs.get(setting);
                if (known != null) {
                    known.add(run);
                }
            }
            Collections.reverse(order);
        }
        List<SettingSummary> summaries = new ArrayList<>();
        runs.forEach((setting, measured) -> summaries.add(SettingSummary.of(setting, measured, map.stateCount())));
        List<MeasuredRun> recorded = timelines ? record(map, control) : List.of();
        List<MapSimulation.Prediction> predictions =
                simulated.isEmpty() ? List.of() : simulate(map, simulated, control);
        return new ComparisonResult(id, map, structure, rounds, mapsPerRun, summaries, recorded, predictions);
    }

    /** Runs all settings by turns for a while; returns how many maps make a run that is long enough to be timed. */
    private int warmUp(AffineMap map, StateSpaceStructure structure, RunControl control) {
        long start = System.nanoTime();
        double least = Double.MAX_VALUE;
        long round;
        do {
            round = System.nanoTime();
            for (Setting setting : settings) {
                control.report("warming up, " + setting.options(), 0, -1);
                least = Math.min(
                        least, timed(map, setting, 0, 1, structure, control).elapsedNanos());
            }
            round = System.nanoTime() - round;
        } while (System.nanoTime() - start + round < warmUpNanos);
        return (int) Math.max(1, Math.min(MOST_MAPS_PER_RUN, Math.ceil(RUN_NANOS / Math.max(1, least))));
    }

    private MeasuredRun timed(
            AffineMap map, Setting setting, int round, int maps, StateSpaceStructure expected, RunControl control) {
        long start = System.nanoTime();
        MappingResult result = map(map, setting, false, control);
        for (int i = 1; i < maps; i++) {
            result = map(map, setting, false, control);
        }
        long elapsed = (System.nanoTime() - start) / maps;
        if (!expected.equals(result.structure())) {
            throw new IllegalStateException(
                    setting.options() + " gives " + result.structure().cycles() + ", others " + expected.cycles());
        }
        return new MeasuredRun(setting, round, elapsed, result.metrics());
    }

    private List<MapSimulation.Prediction> simulate(AffineMap map, List<Integer> counts, RunControl control) {
        SchedulerOptions fine = mapping.scheduler()
                .withStrategy(Strategy.SEQUENTIAL)
                .withForceParallel(forceParallel)
                .withTimeline(true)
                .withTimelineCap(RECORDED_EVENTS)
                .withTargetBatchNanos(RECORDED_BATCH_NANOS);
        Deque<MeasuredRun> last = new ArrayDeque<>();
        long begin = System.nanoTime();
        while (last.size() < RECORDED || System.nanoTime() - begin < RECORDING_NANOS) {
            control.report("recording costs", 0, -1);
            long start = System.nanoTime();
            MappingResult result = StateSpaceMapper.map(map, mapping.withScheduler(fine), control);
            long elapsed = System.nanoTime() - start;
            if (last.size() == RECORDED) {
                last.removeFirst();
            }
            last.addLast(new MeasuredRun(new Setting(Strategy.SEQUENTIAL, 1), 0, elapsed, result.metrics()));
        }
        if (last.stream().anyMatch(run -> run.metrics().timeline().dropped() > 0)) {
            throw new LimitExceededException(
                    LimitExceededException.Limit.WORK,
                    "batches of the map = more than " + RECORDED_EVENTS
                            + ", expected at most that many for --simulate");
        }
        List<MeasuredRun> recorded = new ArrayList<>(last);
        recorded.sort(Comparator.comparingLong(MeasuredRun::elapsedNanos));
        MapSimulation simulation = new MapSimulation(
                recorded.get(RECORDED / 2), mapping.scheduler().withForceParallel(forceParallel));
        List<Setting> all = new ArrayList<>(settings);
        for (Strategy strategy :
                settings.stream().map(Setting::strategy).distinct().toList()) {
            for (int workers : counts) {
                Setting setting = new Setting(strategy, workers);
                if (strategy != Strategy.SEQUENTIAL && !all.contains(setting)) {
                    all.add(setting);
                }
            }
        }
        all.removeIf(setting -> setting.workers() > ScheduleSimulator.MAX_WORKERS);
        all.sort(Comparator.comparingInt(Setting::workers));
        control.report("simulating", 0, -1);
        return simulation.predict(all);
    }

    private List<MeasuredRun> record(AffineMap map, RunControl control) {
        Map<Strategy, Setting> largest = new LinkedHashMap<>();
        for (Setting setting : settings) {
            largest.merge(setting.strategy(), setting, (a, b) -> a.workers() >= b.workers() ? a : b);
        }
        List<MeasuredRun> recorded = new ArrayList<>();
        for (Setting setting : largest.values()) {
            long start = System.nanoTime();
            MappingResult result = map(map, setting, true, control);
            recorded.add(new MeasuredRun(setting, rounds + 1, System.nanoTime() - start, result.metrics()));
        }
        return recorded;
    }

    private MappingResult map(AffineMap map, Setting setting, boolean timeline, RunControl control) {
        SchedulerOptions scheduler = mapping.scheduler()
                .withStrategy(setting.strategy())
                .withWorkers(setting.workers())
                .withForceParallel(forceParallel)
                .withTimeline(timeline);
        return StateSpaceMapper.map(map, mapping.withScheduler(scheduler), control);
    }
}
