package org.lfsrtoolkit.cli.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.cycle.StateSpaceStructure;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.Strategy;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;

/**
 * Maps one state space with every strategy and number of workers.
 *
 * <p>One round that is not timed warms everything up. Then every round runs every setting once, even rounds in the opposite
 * order, so that a machine that slows down or speeds up does so to all settings alike. Threads: one comparison, one thread.
 */
public final class StrategyComparison {

    private final List<Setting> settings;
    private final int rounds;
    private final MappingOptions mapping;
    private final boolean forceParallel;

    /**
     * @param strategies each once
     * @param workers each once; {@link Strategy#SEQUENTIAL} runs with one worker only
     * @param rounds timed runs of every setting, at least 1
     * @param mapping for all runs; strategy and workers are replaced
     * @param forceParallel whether threads are used however small the job is
     */
    public StrategyComparison(
            List<Strategy> strategies,
            List<Integer> workers,
            int rounds,
            MappingOptions mapping,
            boolean forceParallel) {
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
    }

    /** The settings that are compared. */
    public List<Setting> settings() {
        return settings;
    }

    /**
     * Runs the comparison.
     *
     * @param timelines whether one more run of each strategy, at its largest number of workers, records a timeline
     * @throws IllegalStateException if two runs give different answers
     */
    public ComparisonResult run(String id, AffineMap map, boolean timelines, RunControl control) {
        Map<Setting, List<MeasuredRun>> runs = new LinkedHashMap<>();
        settings.forEach(setting -> runs.put(setting, new ArrayList<>()));
        StateSpaceStructure structure = null;
        List<Setting> order = new ArrayList<>(settings);
        for (int round = 0; round <= rounds; round++) {
            for (Setting setting : order) {
                control.report(
                        "round " + round + ", " + setting.strategy().externalName() + " " + setting.workers(), 0, -1);
                long start = System.nanoTime();
                MappingResult result = map(map, setting, false, control);
                long elapsed = System.nanoTime() - start;
                structure = same(structure, result.structure(), setting);
                if (round > 0) {
                    List<MeasuredRun> known = runs.get(setting);
                    if (known != null) {
                        known.add(new MeasuredRun(setting, round, elapsed, result.metrics()));
                    }
                }
            }
            Collections.reverse(order);
        }
        List<SettingSummary> summaries = new ArrayList<>();
        runs.forEach((setting, measured) -> summaries.add(SettingSummary.of(setting, measured, map.stateCount())));
        List<MeasuredRun> recorded = timelines ? record(map, control) : List.of();
        if (structure == null) {
            throw new IllegalStateException("no setting to compare");
        }
        return new ComparisonResult(id, map, structure, rounds, summaries, recorded);
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

    private static StateSpaceStructure same(
            @Nullable StateSpaceStructure before, StateSpaceStructure now, Setting setting) {
        if (before != null && !before.equals(now)) {
            throw new IllegalStateException(
                    setting.options() + " gives " + now.cycles() + ", others " + before.cycles());
        }
        return now;
    }
}
