package org.lfsrtoolkit.gui.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.gui.viewmodel.TaskRunner;

/**
 * Runs tasks on daemon threads and delivers every outcome through one executor, that of the UI thread.
 *
 * <p>A task that is cancelled may still be winding up while the next one starts, so threads are not limited to one.
 * Progress is passed on at most 20 times a second.
 */
public final class BackgroundRunner implements TaskRunner, AutoCloseable {

    private static final long PROGRESS_INTERVAL_NANOS = 50_000_000;

    private final Executor uiThread;
    private final ExecutorService threads;

    /** @param uiThread runs its argument on the UI thread, for instance {@code Platform::runLater} */
    public BackgroundRunner(Executor uiThread) {
        this.uiThread = uiThread;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "analysis");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <T> void start(
            Task<T> task,
            CancellationToken token,
            Consumer<Progress> onProgress,
            Consumer<T> onSuccess,
            Consumer<Throwable> onFailure) {
        AtomicLong lastReport = new AtomicLong(System.nanoTime());
        RunControl control = RunControl.unlimited().withCancellation(token).withListener((phase, done, total) -> {
            long now = System.nanoTime();
            long last = lastReport.get();
            if (now - last >= PROGRESS_INTERVAL_NANOS && lastReport.compareAndSet(last, now)) {
                uiThread.execute(() -> onProgress.accept(new Progress(phase, done, total)));
            }
        });
        threads.execute(() -> {
            T result;
            try {
                result = task.run(control);
            } catch (RuntimeException | Error failure) {
                uiThread.execute(() -> onFailure.accept(failure));
                return;
            }
            uiThread.execute(() -> onSuccess.accept(result));
        });
    }

    /** Interrupts what still runs; outcomes may no longer be delivered. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
