package org.lfsrtoolkit.parallel.schedule;

/**
 * What the moves of the scheduler are assumed to cost in a simulation.
 *
 * @param claimNanos a batch claimed from the worker's own range, clock readings and bookkeeping included
 * @param stealNanos a steal, or the attempt of one, search for a victim included
 * @param queueClaimNanos time that a claim keeps the one shared counter to itself: claims of SHARED_QUEUE come one after
 *     the other at least this far apart
 * @param startNanos from the start of the run, or of the helper before, to the first move of each helper
 */
public record SimulatedCosts(double claimNanos, double stealNanos, double queueClaimNanos, double startNanos) {

    public SimulatedCosts {
        if (!(claimNanos >= 0 && stealNanos >= 0 && queueClaimNanos >= 0 && startNanos >= 0)) {
            throw new IllegalArgumentException("costs = " + claimNanos + ", " + stealNanos + ", " + queueClaimNanos
                    + ", " + startNanos + ", expected none negative");
        }
    }

    /** A claim 0.3 µs, a steal 2 µs, the shared counter 0.2 µs a claim, 60 µs to start each helper. */
    public static SimulatedCosts defaults() {
        return new SimulatedCosts(300, 2_000, 200, 60_000);
    }
}
