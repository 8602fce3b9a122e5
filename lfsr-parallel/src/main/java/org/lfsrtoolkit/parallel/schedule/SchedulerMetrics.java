package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a run, or several phases after one another, cost.
 *
 * @param strategy how items were handed out
 * @param elapsedNanos wall time of the whole
 * @param workers one entry a worker that took part, by number; a job that ran inline has one
 * @param timeline batches and steals, empty unless asked for
 */
public record SchedulerMetrics(Strategy strategy, long elapsedNanos, List<WorkerMetrics> workers, Timeline timeline) {

    public SchedulerMetrics {
        workers = List.copyOf(workers);
    }

    /** Metrics of nothing: the neutral element of {@link #plus}. */
    public static SchedulerMetrics none(Strategy strategy) {
        return new SchedulerMetrics(strategy, 0, List.of(), Timeline.EMPTY);
    }

    /** This run followed by another: times and counts add up worker by worker, the later timeline is shifted. */
    public SchedulerMetrics plus(SchedulerMetrics later) {
        int count = Math.max(workers.size(), later.workers.size());
        List<WorkerMetrics> sum = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sum.add(workerOrIdle(i).plus(later.workerOrIdle(i)));
        }
        return new SchedulerMetrics(
                workers.isEmpty() ? later.strategy : strategy,
                elapsedNanos + later.elapsedNanos,
                sum,
                timeline.followedBy(later.timeline, elapsedNanos));
    }

    private WorkerMetrics workerOrIdle(int worker) {
        return worker < workers.size() ? workers.get(worker) : WorkerMetrics.idle(worker, elapsedNanos);
    }

    /** (max − min) / mean of the workers' busy times; 0 where nothing was done. */
    public double timeImbalance() {
        return imbalance(WorkerMetrics::busyNanos);
    }

    /** (max − min) / mean of the states that the workers walked; 0 where nothing was walked. */
    public double stateImbalance() {
        return imbalance(WorkerMetrics::statesWalked);
    }

    /** Part of the workers' wall time that was spent inside tasks, 0..1; 0 for an empty run. */
    public double utilisation() {
        double available = (double) elapsedNanos * workers.size();
        return available == 0 ? 0 : busyNanos() / available;
    }

    /** Part of the time at work that went into claiming and stealing, 0..1. */
    public double schedulingShare() {
        double scheduling = sum(WorkerMetrics::schedulingNanos);
        double all = scheduling + busyNanos();
        return all == 0 ? 0 : scheduling / all;
    }

    /** Workers that ran at least one batch. */
    public int workersWithBatches() {
        return (int) workers.stream().filter(w -> w.batches() > 0).count();
    }

    public long busyNanos() {
        return sum(WorkerMetrics::busyNanos);
    }

    public long batches() {
        return sum(WorkerMetrics::batches);
    }

    public long steals() {
        return sum(WorkerMetrics::steals);
    }

    public long failedSteals() {
        return sum(WorkerMetrics::failedSteals);
    }

    public long statesWalked() {
        return sum(WorkerMetrics::statesWalked);
    }

    public long statesWalkedTwice() {
        return sum(WorkerMetrics::statesWalkedTwice);
    }

    public long claims() {
        return sum(WorkerMetrics::claims);
    }

    public long lostClaims() {
        return sum(WorkerMetrics::lostClaims);
    }

    private long sum(ToLongFunction<WorkerMetrics> value) {
        return workers.stream().mapToLong(value).sum();
    }

    private double imbalance(ToLongFunction<WorkerMetrics> value) {
        long total = sum(value);
        if (total == 0) {
            return 0;
        }
        long max = workers.stream().mapToLong(value).max().orElse(0);
        long min = workers.stream().mapToLong(value).min().orElse(0);
        return (double) (max - min) * workers.size() / total;
    }
}
