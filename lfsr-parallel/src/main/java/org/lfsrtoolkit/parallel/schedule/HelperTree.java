package org.lfsrtoolkit.parallel.schedule;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;

/**
 * The places for the helpers of one run, and who starts whose thread.
 *
 * <p>Helpers start helpers: all slots are made ready before the first thread is started, and whoever arrives starts the
 * threads of up to {@value #FAN_OUT} others, slot i those of the slots {@value #FAN_OUT}i + 1 to {@value #FAN_OUT}i +
 * {@value #FAN_OUT}; slot 0 is the caller. So all are at work after a time that grows with the logarithm of their number.
 * Each slot goes round:
 *
 * <pre>
 *   FREE --caller: makeReady--> READY --helper: enter--> RUNNING --helper: leave--> FREE
 *                               READY --anybody: revoke--> FREE
 * </pre>
 *
 * <p>A thread comes for a slot that is ready, but may find it revoked, taken by another thread, or the run over; then it
 * leaves again. It starts the threads below its slot in any case, unless the run is over: who comes late or for nothing
 * keeps nobody else from coming. So whoever waits for the end closes the tree, revokes every slot, and has to wait for
 * running slots only, never for a thread to start.
 *
 * <p>Public for stress tests and experiments; {@link Scheduler} is what to use. Arguments are not checked.
 *
 * <pre>
 * field    written by                               read by   access
 * slots    caller (ready), all (by the arrows)      all       volatile, CAS
 * end      caller, before the first thread starts   all       plain, published by the start of the threads
 * closed   caller                                   all       volatile
 * </pre>
 */
public final class HelperTree {

    /** Threads that the caller and each helper start. */
    public static final int FAN_OUT = 4;

    private static final int FREE = 0;
    private static final int READY = 1;
    private static final int RUNNING = 2;

    private final AtomicIntegerArray slots;
    /** Slots 1..end − 1 get their threads from each other. */
    private int end = 1;

    private volatile boolean closed;

    /** All slots free; slot 0 is never used. */
    public HelperTree(int slots) {
        this.slots = new AtomicIntegerArray(slots);
    }

    /** Makes a free slot ready. By the caller only. */
    public void makeReady(int slot) {
        slots.set(slot, READY);
    }

    /** Makes the slots 1..helpers, all ready, a tree. By the caller, once, before {@link #startBelow}. */
    public void plant(int helpers) {
        end = helpers + 1;
    }

    /**
     * Starts the threads that it is for the thread of this slot to start.
     *
     * @param starter starts a thread for a ready slot; or, if there is none to be had, revokes the slot and says false
     */
    public void startBelow(int slot, IntPredicate starter) {
        int child = FAN_OUT * slot + 1;
        for (int last = Math.min(end, child + FAN_OUT); child < last && !closed; child++) {
            int state = slots.get(child);
            if (state == FREE || (state == READY && !starter.test(child))) {
                // No thread may come there that could do it.
                startBelow(child, starter);
            }
        }
    }

    /** Takes a ready slot for the calling thread; false if it is not ready, and then there is nothing to do. */
    public boolean enter(int slot) {
        return slots.compareAndSet(slot, READY, RUNNING);
    }

    /** Gives a slot back that was entered. */
    public void leave(int slot) {
        slots.set(slot, FREE);
    }

    /** Makes sure that nobody enters a ready slot; false if it was not ready. */
    public boolean revoke(int slot) {
        return slots.compareAndSet(slot, READY, FREE);
    }

    /** Lets no more threads be started. */
    public void close() {
        closed = true;
    }

    public boolean isFree(int slot) {
        return slots.get(slot) == FREE;
    }

    public boolean isRunning(int slot) {
        return slots.get(slot) == RUNNING;
    }
}
