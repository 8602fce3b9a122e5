package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of helpers: daemons, made when needed, kept for a few seconds, never queued for.
 *
 * <p>There is no bound and no queue, so nothing can wait here for something that waits for it; how many run is limited
 * by {@link WorkerPermits} and by the options of each run.
 */
final class WorkerThreads {

    private static final long KEEP_ALIVE_SECONDS = 5;
    private static final AtomicLong NUMBER = new AtomicLong();

    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            WorkerThreads::newThread);

    private WorkerThreads() {}

    private static Thread newThread(Runnable work) {
        // No inherited thread locals: a thread outlives the run that made it.
        Thread thread = new Thread(null, work, "lfsr-worker-" + NUMBER.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(WorkerThreads.class.getClassLoader());
        return thread;
    }

    /** Runs a helper on a thread of its own; false if the system gives no more threads. */
    static boolean start(Runnable helper) {
        try {
            THREADS.execute(helper);
            return true;
        } catch (OutOfMemoryError | RejectedExecutionException noThread) {
            return false;
        }
    }
}
