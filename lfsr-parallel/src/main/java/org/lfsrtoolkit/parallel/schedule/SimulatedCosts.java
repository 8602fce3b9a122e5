package org.lfsrtoolkit.parallel.schedule;

/**
 * What the moves of the scheduler are assumed to cost in a simulation.
 *
 * @param claimNanos a batch claimed from the worker's own range, clock readings and bookkeeping included
 * @param stealNanos a steal, or the attempt of one, search for a victim included
 * @param queueClaimNanos time that a claim keeps the one shared counter to itself: claims of SHARED_QUEUE come one after
 *     the other at least this far apart
 * @param spawnNanos what it costs a worker to start the thread of another
 * @param startNanos from then to the first move of that thread, if it was parked
 * @param readyNanos the same if it was waiting for work in a loop, which then costs its starter nothing
 */
public record SimulatedCosts(
        double claimNanos,
        double stealNanos,
        double queueClaimNanos,
        double spawnNanos,
        double startNanos,
        double readyNanos) {

    public SimulatedCosts {
        if (!(claimNanos >= 0
                && stealNanos >= 0
                && queueClaimNanos >= 0
                && spawnNanos >= 0
                && startNanos >= 0
                && readyNanos >= 0)) {
            throw new IllegalArgumentException("costs = " + claimNanos + ", " + stealNanos + ", " + queueClaimNanos
                    + ", " + spawnNanos + ", " + startNanos + ", " + readyNanos + ", expected none negative");
        }
    }

    /**
     * A claim 0.3 µs, a steal 2 µs, the shared counter 0.2 µs a claim; 10 µs to start a parked thread, which is at work
     * 40 µs later, and 2 µs until one is that was waiting in a loop.
     */
    public static SimulatedCosts defaults() {
        return new SimulatedCosts(300, 2_000, 200, 10_000, 40_000, 2_000);
    }
}
