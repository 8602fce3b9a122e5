package org.lfsrtoolkit.parallel.schedule;

import java.util.List;

/**
 * Predicts how long something takes that is several runs one after the other, such as a map: the costs of its items,
 * recorded in a sequential run, are replayed run by run by a {@link ScheduleSimulator}; what happens between the runs
 * stays as long as it was.
 *
 * <p>Threads: immutable.
 */
public final class PhaseSimulator {

    private final List<CostProfile> phases;
    private final double betweenNanos;
    private final SchedulerOptions options;
    private final SimulatedCosts costs;

    /**
     * @param recorded all batches of runs with {@link Strategy#SEQUENTIAL}
     * @param elapsedNanos what the whole took that was recorded
     * @param options batch size, target and whether threads are forced, as in the runs that are predicted
     * @param costs of the scheduler's own moves
     * @throws IllegalArgumentException if batches are missing in the timeline
     */
    public PhaseSimulator(Timeline recorded, double elapsedNanos, SchedulerOptions options, SimulatedCosts costs) {
        this.phases = CostProfile.ofRuns(recorded);
        this.betweenNanos = Math.max(
                0,
                elapsedNanos
                        - phases.stream().mapToDouble(CostProfile::totalNanos).sum());
        this.options = options;
        this.costs = costs;
    }

    /** Part of what was recorded that is in no batch, and that no worker makes shorter; in nanoseconds. */
    public double betweenNanos() {
        return betweenNanos;
    }

    /** All runs one after the other, without {@link #betweenNanos()}; the first finds the helpers' threads parked. */
    public SimulatedRun simulate(Strategy strategy, int workers) {
        double[] idle = new double[strategy == Strategy.SEQUENTIAL ? 1 : workers];
        SimulatedRun sum = new SimulatedRun(strategy, 0, idle, 0, 0, 0);
        double idleNanos = Double.POSITIVE_INFINITY;
        for (CostProfile phase : phases) {
            SimulatedRun run = new ScheduleSimulator(phase, options, costs).simulate(strategy, workers, idleNanos);
            idleNanos = run.isShared() ? 0 : idleNanos + run.makespanNanos();
            idleNanos += betweenNanos / phases.size();
            sum = sum.plus(run);
        }
        return sum;
    }
}
