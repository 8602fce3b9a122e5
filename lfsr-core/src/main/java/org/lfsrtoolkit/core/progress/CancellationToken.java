package org.lfsrtoolkit.core.progress;

/**
 * A switch that is thrown once: the caller cancels, the computation looks at it and stops.
 *
 * <p>Threads: any thread may cancel, any number of computations may share one token. Cancelling twice is harmless.
 */
public final class CancellationToken {

    private volatile boolean cancelled;

    /** Asks every computation that holds this token to stop soon. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel()} was called. */
    public boolean isCancelled() {
        return cancelled;
    }
}
