package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads of helpers: daemons, made when needed, kept for a few seconds, never queued for.
 *
 * <p>There is no bound and no queue, so nothing can wait here for something that waits for it; how many run is limited
 * by {@link WorkerPermits} and by the options of each run.
 *
 * <p>A thread that has nothing to do spins for a while before it parks, if it has a processor to itself: the phases of a
 * map follow each other within microseconds, whereas a parked thread takes 10 to 60 µs to wake, and the system may put it
 * on the processor of the very thread that woke it and leave it there for some milliseconds.
 *
 * <p>Idle threads are in a stack, the last one in front (Treiber's stack; a node is made for each time a thread is idle,
 * so none comes back). A thread's mail is its state: empty while it is idle, then a job, or {@code CLOSED} when it has
 * ended; both are set by one compare-and-set, so a job is never given to a thread that ends. Nodes of threads that ended
 * are dropped when they come to the front.
 *
 * <pre>
 * field     written by                        read by     access
 * idle      starters (pop), threads (push)    all         CAS
 * mail      starter (job), thread (CLOSED)    thread      CAS
 * parked    thread                            starter     volatile; a starter writes mail first, a thread reads it last
 * spinning  threads                           all         atomic
 * </pre>
 */
final class WorkerThreads {

    /** How long an idle thread of this process spins. */
    static final long SPIN_NANOS = 500_000;

    /** The threads of this process. */
    static final WorkerThreads SHARED = new WorkerThreads(WorkerPermits.SHARED, SPIN_NANOS, 5_000_000_000L);

    private static final Runnable CLOSED = () -> {};

    private static final AtomicLong NUMBER = new AtomicLong();

    private final WorkerPermits permits;
    private final long spinNanos;
    private final long keepAliveNanos;
    private final AtomicReference<@Nullable Idle> idle = new AtomicReference<>();
    private final AtomicInteger spinning = new AtomicInteger();

    /**
     * @param permits that say how many processors there are, and how many are taken
     * @param spinNanos how long an idle thread spins
     * @param keepAliveNanos how long it is then kept
     */
    WorkerThreads(WorkerPermits permits, long spinNanos, long keepAliveNanos) {
        this.permits = permits;
        this.spinNanos = spinNanos;
        this.keepAliveNanos = keepAliveNanos;
    }

    private record Idle(Helper thread, @Nullable Idle below) {}

    /** Whether some thread is spinning, so that a helper would begin at once. */
    boolean isReady() {
        return spinning.get() > 0;
    }

    /** Runs a job on a thread of its own; false if the system gives no more threads. */
    boolean start(Runnable job) {
        for (; ; ) {
            Idle front = idle.get();
            if (front == null) {
                break;
            }
            if (idle.compareAndSet(front, front.below()) && front.thread().take(job)) {
                return true;
            }
        }
        try {
            new Helper(job).start();
            return true;
        } catch (OutOfMemoryError noThread) {
            return false;
        }
    }

    private void push(Helper thread) {
        for (; ; ) {
            Idle front = idle.get();
            if (idle.compareAndSet(front, new Idle(thread, front))) {
                return;
            }
        }
    }

    /** Whether one more thread may spin: one processor is left to whoever runs without being counted. */
    private boolean mayStartSpinning() {
        return spinning.get() < permits.processors() - Math.max(1, permits.active());
    }

    private final class Helper extends Thread {

        private final AtomicReference<@Nullable Runnable> mail;
        private volatile boolean parked;

        Helper(Runnable first) {
            // No inherited thread locals: a thread outlives the run that made it.
            super(null, null, "lfsr-worker-" + NUMBER.incrementAndGet(), 0, false);
            mail = new AtomicReference<>(first);
            setDaemon(true);
            setContextClassLoader(WorkerThreads.class.getClassLoader());
        }

        /** Gives a job to the idle thread; false if it has ended. */
        boolean take(Runnable job) {
            if (!mail.compareAndSet(null, job)) {
                return false;
            }
            if (parked) {
                LockSupport.unpark(this);
            }
            return true;
        }

        @Override
        public void run() {
            while (runJob()) {
                push(this);
                spin();
                park();
            }
        }

        /** Runs the job; false if there is none, as the thread ends. An idle thread keeps nothing of its last job alive. */
        private boolean runJob() {
            Runnable job = mail.get();
            if (job == null || job == CLOSED) {
                return false;
            }
            job.run();
            mail.set(null);
            return true;
        }

        private void spin() {
            if (!mayStartSpinning()) {
                return;
            }
            spinning.incrementAndGet();
            try {
                long start = System.nanoTime();
                int step = 0;
                while (mail.get() == null && permits.available() && System.nanoTime() - start < spinNanos) {
                    Spinning.pause(step++);
                }
            } finally {
                spinning.decrementAndGet();
            }
        }

        /** Parks until there is a job, or ends the thread when none comes. */
        private void park() {
            long start = System.nanoTime();
            parked = true;
            while (mail.get() == null) {
                long left = keepAliveNanos - (System.nanoTime() - start);
                if (left > 0) {
                    LockSupport.parkNanos(WorkerThreads.class, left);
                    Thread.interrupted();
                } else {
                    mail.compareAndSet(null, CLOSED);
                }
            }
            parked = false;
        }
    }
}
