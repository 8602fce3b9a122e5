package org.lfsrtoolkit.parallel.statespace;

/** Cycles of a map that may be all that is still missing: true cycles, each once. Steers the speed, never the answer. */
interface CycleGuess {

    /** More states than that are not on the cycles that {@link #tell} may tell; cheap. */
    long mostStates();

    /** Tells the cycles with representatives at or above a bound, ascending; the same ones at each call. */
    void tell(long bound, CycleSink sink);
}
