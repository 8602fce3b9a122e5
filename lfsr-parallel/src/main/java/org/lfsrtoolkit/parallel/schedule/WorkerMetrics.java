package org.lfsrtoolkit.parallel.schedule;

/**
 * What one worker did during a run.
 *
 * @param worker its number
 * @param busyNanos wall time inside tasks
 * @param idleNanos wall time of the run during which the worker neither ran a task nor looked for one: before it
 *     started, while it waited, after it had left
 * @param schedulingNanos wall time spent claiming and stealing
 * @param batches batches run
 * @param steals ranges stolen from others
 * @param failedSteals steals lost to a quicker worker
 * @param statesWalked sum of what the tasks returned
 * @param statesWalkedTwice as counted by the tasks
 * @param claims cycle claims won, as counted by the tasks
 * @param lostClaims cycle claims lost, as counted by the tasks
 */
public record WorkerMetrics(
        int worker,
        long busyNanos,
        long idleNanos,
        long schedulingNanos,
        long batches,
        long steals,
        long failedSteals,
        long statesWalked,
        long statesWalkedTwice,
        long claims,
        long lostClaims) {

    /** A worker that was idle for that long. */
    static WorkerMetrics idle(int worker, long nanos) {
        return new WorkerMetrics(worker, 0, nanos, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The same worker over this run and a later one. */
    WorkerMetrics plus(WorkerMetrics other) {
        return new WorkerMetrics(
                worker,
                busyNanos + other.busyNanos,
                idleNanos + other.idleNanos,
                schedulingNanos + other.schedulingNanos,
                batches + other.batches,
                steals + other.steals,
                failedSteals + other.failedSteals,
                statesWalked + other.statesWalked,
                statesWalkedTwice + other.statesWalkedTwice,
                claims + other.claims,
                lostClaims + other.lostClaims);
    }
}
