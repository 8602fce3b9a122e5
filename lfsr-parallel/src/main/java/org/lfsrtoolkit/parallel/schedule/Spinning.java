package org.lfsrtoolkit.parallel.schedule;

/**
 * One step of a wait in a loop, about half a microsecond.
 *
 * <p>Now and then the step offers the processor to others: the system may have put the thread that is waited for on this
 * very processor. That costs next to nothing where it has not.
 */
final class Spinning {

    private static final int SPINS = 16;
    /** Steps from one offer to the next; a power of two. */
    private static final int STEPS_AN_OFFER = 8;

    private Spinning() {}

    /**
     * Waits a little.
     *
     * @param step number of the step in its loop
     */
    static void pause(int step) {
        if ((step & (STEPS_AN_OFFER - 1)) == STEPS_AN_OFFER - 1) {
            Thread.yield();
            return;
        }
        for (int i = 0; i < SPINS; i++) {
            Thread.onSpinWait();
        }
    }
}
