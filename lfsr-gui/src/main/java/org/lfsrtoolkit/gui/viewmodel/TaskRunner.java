package org.lfsrtoolkit.gui.viewmodel;

import java.util.function.Consumer;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

/** Runs one analysis away from the UI thread and brings its outcome back to it. */
public interface TaskRunner {

    /**
     * Starts the task; returns at once. Exactly one of the two outcomes is delivered later, on the UI thread.
     *
     * @param token cancels the task
     * @param onProgress told on the UI thread now and then
     */
    <T> void start(
            Task<T> task,
            CancellationToken token,
            Consumer<Progress> onProgress,
            Consumer<T> onSuccess,
            Consumer<Throwable> onFailure);

    /** The work itself, on a background thread. */
    @FunctionalInterface
    interface Task<T> {
        T run(RunControl control);
    }

    /** How far the task is; total is −1 where it is not known. */
    record Progress(String phase, long done, long total) {

        /** Between 0 and 1, or −1 where it is not known. */
        public double fraction() {
            return total <= 0 ? -1 : Math.min(1.0, (double) done / total);
        }
    }
}
