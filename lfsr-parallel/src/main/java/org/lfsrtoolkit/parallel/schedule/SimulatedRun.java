package org.lfsrtoolkit.parallel.schedule;

import java.util.Arrays;

/**
 * What a simulated schedule came to.
 *
 * @param strategy the one simulated
 * @param makespanNanos end of the last batch
 * @param busyNanos time inside tasks, by worker
 * @param batches batches of all workers
 * @param steals ranges stolen
 * @param failedSteals attempts that found nothing
 */
public record SimulatedRun(
        Strategy strategy, double makespanNanos, double[] busyNanos, long batches, long steals, long failedSteals) {

    public SimulatedRun {
        busyNanos = busyNanos.clone();
    }

    @Override
    public double[] busyNanos() {
        return busyNanos.clone();
    }

    /** This run followed by another of the same strategy: times and counts add up worker by worker. */
    public SimulatedRun plus(SimulatedRun later) {
        double[] sum = Arrays.copyOf(busyNanos, Math.max(busyNanos.length, later.busyNanos.length));
        for (int i = 0; i < later.busyNanos.length; i++) {
            sum[i] += later.busyNanos[i];
        }
        return new SimulatedRun(
                strategy,
                makespanNanos + later.makespanNanos,
                sum,
                batches + later.batches,
                steals + later.steals,
                failedSteals + later.failedSteals);
    }

    /** Whether anybody but the first worker did anything. */
    public boolean isShared() {
        return Arrays.stream(busyNanos).skip(1).anyMatch(nanos -> nanos > 0);
    }

    public int workers() {
        return busyNanos.length;
    }

    /** Part of the workers' time spent inside tasks, 0..1. */
    public double utilisation() {
        return makespanNanos == 0 ? 0 : Arrays.stream(busyNanos).sum() / (makespanNanos * busyNanos.length);
    }

    /** (max − min) / mean of the workers' busy times. */
    public double timeImbalance() {
        double sum = Arrays.stream(busyNanos).sum();
        double max = Arrays.stream(busyNanos).max().orElse(0);
        double min = Arrays.stream(busyNanos).min().orElse(0);
        return sum == 0 ? 0 : (max - min) * busyNanos.length / sum;
    }

    /** Claims and steals a second, over all workers. */
    public double claimsPerSecond() {
        return makespanNanos == 0 ? 0 : (batches + steals) * 1e9 / makespanNanos;
    }
}
