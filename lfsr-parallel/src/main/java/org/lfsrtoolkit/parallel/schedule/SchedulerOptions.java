package org.lfsrtoolkit.parallel.schedule;

import java.util.Objects;

/**
 * How a {@link Scheduler} works. Immutable; start from {@link #defaults()} and change single options.
 *
 * @param strategy how items are handed out
 * @param workers most threads at work, the caller's included; 1..{@value #MAX_WORKERS}
 * @param batchSize items a batch, or 0 to adapt batches to {@code targetBatchNanos}
 * @param forceParallel whether threads are used however small the job is, and whatever else the process is doing. If
 *     there are at least two items and two workers, two workers at least are then seen taking batches, and nobody takes
 *     a second batch before as many as there are processors have had one, unless that takes 10 ms
 * @param seed of the choice of victims in {@link Strategy#WORK_STEALING}
 * @param recordTimeline whether batches and steals are recorded
 * @param timelineCap most events kept, see {@link Timeline}
 * @param targetBatchNanos duration that adaptive batches aim at
 * @param phase name under which progress is reported
 */
public record SchedulerOptions(
        Strategy strategy,
        int workers,
        long batchSize,
        boolean forceParallel,
        long seed,
        boolean recordTimeline,
        int timelineCap,
        long targetBatchNanos,
        String phase) {

    /** Most workers of one run. */
    public static final int MAX_WORKERS = 4096;

    private static final int DEFAULT_TIMELINE_CAP = 1 << 17;
    private static final long DEFAULT_BATCH_NANOS = 1_000_000;

    public SchedulerOptions {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(phase, "phase");
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers = " + workers + ", expected 1.." + MAX_WORKERS);
        }
        if (batchSize < 0) {
            throw new IllegalArgumentException("batchSize = " + batchSize + ", expected 0 (adaptive) or more");
        }
        if (timelineCap < 0) {
            throw new IllegalArgumentException("timelineCap = " + timelineCap + ", expected 0 or more");
        }
        if (targetBatchNanos < 1 || targetBatchNanos > 1_000_000_000L) {
            throw new IllegalArgumentException(
                    "targetBatchNanos = " + targetBatchNanos + ", expected 1..1000000000 (one second)");
        }
    }

    /** HYBRID on all processors, adaptive batches of about 1 ms, small jobs inline, seed 0, no timeline. */
    public static SchedulerOptions defaults() {
        return new SchedulerOptions(
                Strategy.HYBRID,
                Math.min(MAX_WORKERS, WorkerPermits.SHARED.processors()),
                0,
                false,
                0,
                false,
                DEFAULT_TIMELINE_CAP,
                DEFAULT_BATCH_NANOS,
                "running");
    }

    /** These options with that strategy. */
    public SchedulerOptions withStrategy(Strategy value) {
        return new SchedulerOptions(
                value, workers, batchSize, forceParallel, seed, recordTimeline, timelineCap, targetBatchNanos, phase);
    }

    /** These options with that many workers. */
    public SchedulerOptions withWorkers(int value) {
        return new SchedulerOptions(
                strategy, value, batchSize, forceParallel, seed, recordTimeline, timelineCap, targetBatchNanos, phase);
    }

    /** These options with that many items a batch, 0 for adaptive. */
    public SchedulerOptions withBatchSize(long value) {
        return new SchedulerOptions(
                strategy, workers, value, forceParallel, seed, recordTimeline, timelineCap, targetBatchNanos, phase);
    }

    /** These options, with threads forced or not. */
    public SchedulerOptions withForceParallel(boolean value) {
        return new SchedulerOptions(
                strategy, workers, batchSize, value, seed, recordTimeline, timelineCap, targetBatchNanos, phase);
    }

    /** These options with that seed. */
    public SchedulerOptions withSeed(long value) {
        return new SchedulerOptions(
                strategy,
                workers,
                batchSize,
                forceParallel,
                value,
                recordTimeline,
                timelineCap,
                targetBatchNanos,
                phase);
    }

    /** These options, with a timeline or without. */
    public SchedulerOptions withTimeline(boolean value) {
        return new SchedulerOptions(
                strategy, workers, batchSize, forceParallel, seed, value, timelineCap, targetBatchNanos, phase);
    }

    /** These options with at most that many events kept in the timeline. */
    public SchedulerOptions withTimelineCap(int value) {
        return new SchedulerOptions(
                strategy, workers, batchSize, forceParallel, seed, recordTimeline, value, targetBatchNanos, phase);
    }

    /** These options with adaptive batches that aim at that duration. */
    public SchedulerOptions withTargetBatchNanos(long value) {
        return new SchedulerOptions(
                strategy, workers, batchSize, forceParallel, seed, recordTimeline, timelineCap, value, phase);
    }

    /** These options, reporting progress under that name. */
    public SchedulerOptions withPhase(String value) {
        return new SchedulerOptions(
                strategy,
                workers,
                batchSize,
                forceParallel,
                seed,
                recordTimeline,
                timelineCap,
                targetBatchNanos,
                value);
    }
}
