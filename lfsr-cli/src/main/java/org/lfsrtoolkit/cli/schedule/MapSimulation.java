package org.lfsrtoolkit.cli.schedule;

import java.util.ArrayList;
import java.util.List;
import org.lfsrtoolkit.parallel.schedule.PhaseSimulator;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.schedule.SimulatedCosts;
import org.lfsrtoolkit.parallel.schedule.SimulatedRun;
import org.lfsrtoolkit.parallel.schedule.Strategy;

/**
 * Predicts how long a whole map would take: the costs of its batches, recorded in a sequential run, are replayed phase
 * by phase on simulated workers; what happens between the phases stays as long as it was.
 *
 * <p>Threads: immutable.
 */
public final class MapSimulation {

    /** What the scheduler's own moves are assumed to cost. */
    public static final SimulatedCosts COSTS = SimulatedCosts.defaults();

    private final PhaseSimulator phases;

    /**
     * @param recorded a map with {@link Strategy#SEQUENTIAL} and a timeline that holds all its batches
     * @param options batch size, target and whether threads are forced, as in the runs that are predicted
     * @throws IllegalArgumentException if batches are missing in the timeline
     */
    public MapSimulation(MeasuredRun recorded, SchedulerOptions options) {
        this.phases = new PhaseSimulator(recorded.metrics().timeline(), recorded.elapsedNanos(), options, COSTS);
    }

    /** Part of the sequential map that is in no batch, and that no worker makes shorter; in nanoseconds. */
    public double betweenNanos() {
        return phases.betweenNanos();
    }

    /** All phases one after the other; {@link Prediction#nanos()} is the time of the map. */
    public Prediction predict(Setting setting) {
        SimulatedRun run = phases.simulate(setting.strategy(), setting.workers());
        return new Prediction(setting, run.makespanNanos() + betweenNanos(), run);
    }

    /** Predictions for all of them. */
    public List<Prediction> predict(List<Setting> settings) {
        List<Prediction> all = new ArrayList<>();
        settings.forEach(setting -> all.add(predict(setting)));
        return all;
    }

    /**
     * One prediction.
     *
     * @param setting the strategy and workers that were simulated
     * @param nanos of the whole map
     * @param run its phases together
     */
    public record Prediction(Setting setting, double nanos, SimulatedRun run) {

        /** Part of the workers' time that would be spent inside tasks, 0..1. */
        public double utilisation() {
            return nanos == 0 ? 0 : run.utilisation() * run.makespanNanos() / nanos;
        }

        /** Claims and steals a second. */
        public double claimsPerSecond() {
            return nanos == 0 ? 0 : run.claimsPerSecond() * run.makespanNanos() / nanos;
        }
    }
}
