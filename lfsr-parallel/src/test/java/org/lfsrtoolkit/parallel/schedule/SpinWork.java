package org.lfsrtoolkit.parallel.schedule;

/** Work of a given duration on an otherwise idle processor. */
final class SpinWork {

    private SpinWork() {}

    /** Spins for that long by the clock. */
    static void nanos(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
